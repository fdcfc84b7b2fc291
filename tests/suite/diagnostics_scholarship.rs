//! Every diagnostic of the concordance, the terms and the actors with its full text.
//!
//! Each case is the sound site of `tests/sites/scholarly` with one thing changed.

use crate::support::{change, library_of, scholarly_files, told, with_third_document};

/// One snapshot a table: the change, then the whole report.
fn table(file: &str, cases: &[(&str, &str, &str)]) -> String {
    let reports = cases.iter().map(|(what, from, to)| {
        let mut files = scholarly_files();
        change(&mut files, file, from, to);
        format!("## {what}\n\n{}\n", told(&files))
    });
    reports.collect()
}

#[test]
fn scholarly_site_has_no_diagnostic() {
    assert_eq!(told(&scholarly_files()), "0 errors in 0 files\n");
}

#[test]
fn site_needs_no_scholarship() {
    let mut files = scholarly_files();
    files.retain(|file| {
        !["concordance.toml", "terms.toml", "actors.toml"].contains(&file.name.as_str())
    });
    let library = library_of(&files);
    assert!(library.links().is_empty() && library.silences().is_empty());
    assert!(library.terms().is_empty() && library.actors.actors.values().is_empty());
}

#[test]
fn faulty_links_are_reported() {
    let told = table(
        "concordance.toml",
        &[
            ("malformed TOML", "strength = 3", "strength = three"),
            ("missing key", "from = \"house/1.p1\"\n", ""),
            (
                "missing quotation",
                "to_quote = \"keep quiet at night\"\n",
                "",
            ),
            ("unknown key, near another", "reason = ", "raeson = "),
            ("unknown table, near another", "[[links]]", "[[link]]"),
            (
                "unknown relation, near another",
                "\"broadens\"",
                "\"broaden\"",
            ),
            ("unknown relation", "\"broadens\"", "\"quotes\""),
            ("strength out of bounds", "strength = 3", "strength = 4"),
            (
                "strength that is no number",
                "strength = 3",
                "strength = \"3\"",
            ),
            (
                "unknown reference, near another",
                "house/1.p1",
                "house/1.p9",
            ),
            ("unknown document", "house/1.p1", "hose/1.p1"),
            ("no reference at all", "house/1.p1", "the first rule"),
            (
                "quotation with other capitals",
                "\"keep quiet at all hours",
                "\"Keep quiet at all Hours",
            ),
            (
                "quotation with other quotation marks",
                "\"keep quiet at all hours of the night\"",
                "\"must not ring \\\"the great bell\\\"\"",
            ),
            (
                "quotation of another place",
                "\"keep quiet at all hours of the night\"",
                "\"choose their own chair and\"",
            ),
            (
                "quotation with a wrong word",
                "at all hours of the night",
                "at all hours of the day",
            ),
            (
                "quotation of nothing",
                "\"keep quiet at all hours of the night\"",
                "\"xyzzy\"",
            ),
            (
                "quotation of a paragraph below the section",
                "\"A quiet house\"",
                "\"light the lamps\"",
            ),
            ("document in capitals", "\"guests/I.p1\"", "\"Guests/i.P1\""),
            ("`implements` across", "\"broadens\"", "\"implements\""),
        ],
    );
    insta::assert_snapshot!("links", told);
}

#[test]
fn faulty_formulas_are_reported() {
    let note = "note = \"Said of everything.\"\n";
    let second = "note = \"Said of everything.\"\n\n[[formulas]]\nid = \"keep-quiet\"\n\
                  words = \"quiet\"\nnote = \"Said of nothing.\"\n";
    let named = "formula = \"keep-quiet\"\n";
    let told = table(
        "concordance.toml",
        &[
            ("missing key", note, ""),
            ("unknown key, near another", "forms = [", "form = ["),
            ("malformed id", "id = \"keep-quiet\"", "id = \"Keep quiet\""),
            ("id taken", note, second),
            (
                "words that no text has",
                "words = \"keep quiet\"",
                "words = \"stay silent\"",
            ),
            (
                "wording that no text has",
                "forms = [\"keep quiet reading possible\"]",
                "forms = [\"stay silent\"]",
            ),
            (
                "unknown formula, near another",
                named,
                "formula = \"keep-quite\"\n",
            ),
            ("unknown formula", named, "formula = \"silence\"\n"),
            ("no link rests on it", named, ""),
            (
                "formula that a quotation does not have",
                "to_quote = \"keep quiet reading possible\"",
                "to_quote = \"quiet reading possible\"",
            ),
            (
                "closer than a formula can be",
                "relation = \"implements\"\nstrength = 2",
                "relation = \"implements\"\nstrength = 3",
            ),
        ],
    );
    insta::assert_snapshot!("formulas", told);
}

#[test]
fn links_told_twice_and_to_themselves_are_reported() {
    let link = "\n[[links]]\nid = \"m5\"\nfrom = \"guests/I.p1\"\nto = \"house/1.p1\"\nrelation = \"narrows\"\n\
                strength = 2\nfrom_quote = \"keep quiet at night\"\n\
                to_quote = \"keep quiet at all hours of the night\"\nreason = \"Turned round.\"\n\
                \n[[silences]]\nid = \"s1\"\ntheme = \"music\"";
    let silence = "\n[[silences]]\nid = \"s1\"\ntheme = \"music\"";
    let mut told = table(
        "concordance.toml",
        &[("told the other way round", silence, link)],
    );
    let mut files = scholarly_files();
    // In another letter case it is the same place.
    change(
        &mut files,
        "concordance.toml",
        "to = \"guests/I.p1\"",
        "to = \"house/1.P1\"",
    );
    change(
        &mut files,
        "concordance.toml",
        "\"keep quiet at night\"",
        "\"ring\"",
    );
    told += &format!("## linked to itself\n\n{}\n", self::told(&files));
    insta::assert_snapshot!("links_told_twice_and_to_themselves", told);
}

#[test]
fn missing_malformed_and_taken_ids_are_reported_with_a_free_one() {
    let told = table(
        "concordance.toml",
        &[
            ("link without an id", "id = \"m2\"\n", ""),
            ("id of another sort", "\"m2\"", "\"s2\""),
            ("id without a letter", "\"m2\"", "\"2\""),
            ("id with a zero before it", "\"m2\"", "\"m02\""),
            ("id that is no string", "\"m2\"", "2"),
            ("id of another link", "\"m2\"", "\"m1\""),
            ("silence without an id", "id = \"s1\"\n", ""),
            ("id of another silence", "\"s3\"", "\"s1\""),
            (
                "id of a link that was removed",
                "[[links]]\nid = \"m1\"",
                "retired = [\"m2\", \"s7\", \"m9\"]\n\n[[links]]\nid = \"m1\"",
            ),
            (
                "malformed id of what was removed",
                "[[links]]\nid = \"m1\"",
                "retired = [\"9\"]\n\n[[links]]\nid = \"m1\"",
            ),
        ],
    );
    insta::assert_snapshot!("ids", told);
}

#[test]
fn links_without_ids_are_each_offered_another() {
    let mut files = scholarly_files();
    for id in ["m1", "m3"] {
        change(
            &mut files,
            "concordance.toml",
            &format!("id = \"{id}\"\n"),
            "",
        );
    }
    insta::assert_snapshot!(told(&files));
}

#[test]
fn faulty_silences_are_reported() {
    let told = table(
        "concordance.toml",
        &[
            (
                "missing keys",
                "theme = \"music\"\nkind = \"only-in\"\n",
                "",
            ),
            ("unknown kind, near another", "\"only-in\"", "\"only in\""),
            ("no references", "refs = [\"guests/II.p1\"]\n", ""),
            (
                "unknown reference",
                "[\"guests/II.p1\"]",
                "[\"guests/III.p1\"]",
            ),
            (
                "fewer quotations than references",
                "[\"chair\", \"chair and table\"]",
                "[\"chair\"]",
            ),
            (
                "quotation that is not there",
                "\"chair and table\"",
                "\"table and chair\"",
            ),
            ("no pattern", "pattern = \"\\\\bmusic\\\\b|piano\"\n", ""),
            (
                "pattern of another kind",
                "kind = \"gap\"",
                "kind = \"gap\"\npattern = \"x\"",
            ),
            (
                "pattern that words cannot tell",
                "\\\\bmusic\\\\b|piano",
                "music.*",
            ),
            ("malformed pattern", "\\\\bmusic\\\\b|piano", "(music"),
            ("the silent document is not silent", "|piano", "|piano|bell"),
            (
                "the silent document is not silent: a heading",
                "|piano",
                "|LIGHT",
            ),
            (
                "the pattern hits nothing",
                "\\\\bmusic\\\\b|piano",
                "trumpet",
            ),
            (
                "two documents in one",
                "kind = \"differs\"",
                "kind = \"gap\"",
            ),
            (
                "a clear match of the same paragraph",
                "refs = [\"guests/II.p1\"]\nquotes = [\"Music may be played, quietly\"]",
                "refs = [\"guests/I.p1\"]\nquotes = [\"table\"]",
            ),
            (
                "a clear match of the words of the pattern",
                "|piano",
                "|piano|and table|free to",
            ),
            (
                "`despite` without need",
                "pattern = ",
                "despite = \"The match is about noon.\"\npattern = ",
            ),
            (
                "`despite` of another kind",
                "kind = \"gap\"",
                "kind = \"gap\"\ndespite = \"Nobody said so.\"",
            ),
        ],
    );
    insta::assert_snapshot!("silences", told);
}

#[test]
fn silence_beside_a_match_holds_where_it_says_why() {
    let mut files = scholarly_files();
    change(
        &mut files,
        "concordance.toml",
        "refs = [\"guests/II.p1\"]\nquotes = [\"Music may be played, quietly\"]",
        "refs = [\"guests/I.p1\"]\nquotes = [\"table\"]\n\
         despite = \"The matches are about quiet and chairs.\"",
    );
    assert_eq!(told(&files), "0 errors in 0 files\n");
    // A link that says how the two differ contradicts nothing, and nor does a loose one.
    let mut files = scholarly_files();
    change(
        &mut files,
        "concordance.toml",
        "strength = 1",
        "strength = 3",
    );
    assert_eq!(told(&files), "0 errors in 0 files\n");
    change(
        &mut files,
        "concordance.toml",
        "\"differs\"\nstrength = 3",
        "\"parallels\"\nstrength = 1",
    );
    assert_eq!(told(&files), "0 errors in 0 files\n");
}

#[test]
fn faulty_pairs_of_compared_documents_are_reported() {
    const COMPARED: &str = "compared = [[\"house\", \"guests\"]]";
    let told = table(
        "site.toml",
        &[
            (
                "unknown document, near another",
                COMPARED,
                "compared = [[\"house\", \"guest\"]]",
            ),
            (
                "unknown document",
                COMPARED,
                "compared = [[\"house\", \"guests\", \"cellar-door\"]]",
            ),
            (
                "the same document twice",
                COMPARED,
                "compared = [[\"house\", \"guests\", \"house\"]]",
            ),
            ("one document alone", COMPARED, "compared = [[\"house\"]]"),
            (
                "no document",
                COMPARED,
                "compared = [[\"house\", \"guests\"], []]",
            ),
            (
                "the same two again",
                COMPARED,
                "compared = [[\"house\", \"guests\"], [\"guests\", \"house\"]]",
            ),
            ("no groups", COMPARED, "compared = [\"house\", \"guests\"]"),
            ("no list", COMPARED, "compared = true"),
            ("no names", COMPARED, "compared = [[1, 2]]"),
            ("nothing was compared", COMPARED, ""),
        ],
    );
    insta::assert_snapshot!("compared", told);
}

/// What was said of two documents holds, whatever else comes into the folder: the third one has the
/// words that the house does not have.
#[test]
fn third_document_breaks_no_silence_until_it_is_compared() {
    let mut files = with_third_document();
    assert_eq!(told(&files), "0 errors in 0 files\n");
    change(
        &mut files,
        "site.toml",
        "[[\"house\", \"guests\"]]",
        "[[\"house\", \"guests\", \"third\"]]",
    );
    insta::assert_snapshot!(told(&files));
}

#[test]
fn faulty_terms_are_reported() {
    let told = table(
        "terms.toml",
        &[
            ("malformed TOML", "case = \"sensitive\"", "case = sensitive"),
            (
                "missing keys",
                "label = \"HRA\"\nkind = \"abbreviation\"\n",
                "",
            ),
            (
                "unknown key",
                "definition = \"The absence",
                "define = \"The absence",
            ),
            (
                "unknown kind, near another",
                "\"abbreviation\"",
                "\"abbrevation\"",
            ),
            ("unknown case", "\"sensitive\"", "\"senstive\""),
            ("malformed slug", "slug = \"hra\"", "slug = \"H.R.A.\""),
            ("slug taken", "slug = \"reading\"", "slug = \"quiet\""),
            ("no forms", "forms = [\"reading\"]\n", ""),
            ("expansion of nobody", "expansion_by = \"text\"\n", ""),
            (
                "nobody's expansion",
                "expansion = \"House Rules Assembly\"\n",
                "",
            ),
            ("unknown source of an expansion", "\"text\"", "\"texts\""),
            (
                "term that never occurs",
                "forms = [\"reading\"]",
                "forms = [\"writing\"]",
            ),
            (
                "form that never occurs",
                "forms = [\"reading\"]",
                "forms = [\"reading\", \"reader\"]",
            ),
            (
                "form in other capitals",
                "[\"HRA\", ",
                "[\"HRA\", \"KEEPER\", ",
            ),
            (
                "form inside a longer one",
                "\"quiet reading\"]",
                "\"quiet reading\", \"reading p\"]",
            ),
            (
                "form of two terms",
                "forms = [\"reading\"]",
                "forms = [\"reading\", \"Quiet\"]",
            ),
            (
                "form given twice",
                "forms = [\"reading\"]",
                "forms = [\"reading\", \"Reading\"]",
            ),
            (
                "alias that is a form",
                "[\"the assembly\"]",
                "[\"Reading\"]",
            ),
            (
                "keyword that is a form of another term",
                "[\"house council\"]",
                "[\"Reading\"]",
            ),
            (
                "keyword that is a name already",
                "[\"house council\"]",
                "[\"council\", \"The Assembly\", \"Council\"]",
            ),
            (
                "see also an unknown term",
                "[\"reading\"]",
                "[\"readings\"]",
            ),
            (
                "see also itself",
                "see_also = [\"reading\"]",
                "see_also = [\"quiet\"]",
            ),
        ],
    );
    insta::assert_snapshot!("terms", told);
}

#[test]
fn faulty_actors_are_reported() {
    let told = table(
        "actors.toml",
        &[
            ("missing key", "label = \"Guests\"\n", ""),
            (
                "unknown key",
                "label = \"Guests\"",
                "label = \"Guests\"\nforms = [\"guests\"]",
            ),
            ("malformed slug", "slug = \"guests\"", "slug = \"Guests!\""),
            ("slug taken", "slug = \"guests\"", "slug = \"house\""),
        ],
    );
    insta::assert_snapshot!("actors", told);
}

#[test]
fn faulty_acts_are_reported() {
    let twice = "\n[[acts]]\nparagraph = \"guests/ii.P1\"\n\
                 words = \"Guests will also always pay for the piano\"\nactor = \"guests\"\n\
                 kind = \"claim\"\n\n[[acts]]\nparagraph = \"guests/I.p1\"";
    let told = table(
        "actors.toml",
        &[
            (
                "missing keys",
                "words = \"The House will light the lamps at dusk\"\nactor = \"house\"\n",
                "",
            ),
            (
                "unknown key, near another",
                "kind = \"prohibition\"",
                "knd = \"prohibition\"",
            ),
            (
                "unknown kind, near another",
                "\"prohibition\"",
                "\"prohibitions\"",
            ),
            ("unknown kind", "\"prohibition\"", "\"wish\""),
            (
                "unknown actor, near another",
                "actor = \"guests\"",
                "actor = \"guest\"",
            ),
            ("unknown actor", "actor = \"guests\"", "actor = \"piano\""),
            (
                "unknown reference, near another",
                "house/1.p2",
                "house/1.p7",
            ),
            ("no reference at all", "house/1.p2", "the second rule"),
            ("reference of a section", "house/1.p2", "house/1"),
            (
                "words with other capitals",
                "The House will light",
                "the house will light",
            ),
            (
                "words of another place",
                "The House will light the lamps at dusk",
                "Music may be played",
            ),
            (
                "words with a wrong one",
                "the lamps at dusk",
                "the lamps at dawn",
            ),
            (
                "words of nothing",
                "The House will light the lamps at dusk",
                "xyzzy",
            ),
            (
                "the same act twice",
                "\n[[acts]]\nparagraph = \"guests/I.p1\"",
                twice,
            ),
        ],
    );
    insta::assert_snapshot!("acts", told);
}

/// An actor that could not be read may be the one that an act names.
#[test]
fn acts_of_an_unread_actor_wait() {
    let mut files = scholarly_files();
    change(
        &mut files,
        "actors.toml",
        "slug = \"guests\"",
        "slug = \"Guests!\"",
    );
    assert!(told(&files).ends_with("1 error in 1 file\n"));
}

/// A claim about a text that is not whole may be right: only what needs no text is reported.
#[test]
fn claims_about_a_damaged_text_wait() {
    let mut files = scholarly_files();
    change(&mut files, "house.md", "#quiet .rule", "#quiet .rulle");
    change(
        &mut files,
        "concordance.toml",
        "strength = 3",
        "strength = 7",
    );
    change(&mut files, "terms.toml", "\"reading\"]", "\"readings\"]");
    insta::assert_snapshot!(told(&files));
}

#[test]
fn all_errors_are_found_in_one_pass() {
    let mut files = scholarly_files();
    change(&mut files, "concordance.toml", "house/1.p1", "house/9.p1");
    change(&mut files, "concordance.toml", "|piano", "|piano|oil");
    change(&mut files, "concordance.toml", "chair and table", "stool");
    change(
        &mut files,
        "terms.toml",
        "[\"reading\"]\ncase",
        "[\"writing\"]\ncase",
    );
    change(
        &mut files,
        "actors.toml",
        "actor = \"guests\"",
        "actor = \"guest\"",
    );
    insta::assert_snapshot!(told(&files));
}
