//! Every diagnostic with its full text, on small broken contents.
//!
//! Each case is the sound site of `tests/sites/sound` with one thing changed.

use lectern::content::File;

use crate::support::{change, set_contents, sound_files, text_of, told};

/// The report after one replacement in one file.
fn after(name: &str, from: &str, to: &str) -> String {
    let mut files = sound_files();
    change(&mut files, name, from, to);
    told(&files)
}

#[test]
fn sound_site_has_no_diagnostic() {
    assert_eq!(told(&sound_files()), "0 errors in 0 files\n");
}

/// One snapshot a table: the change, then the whole report.
pub fn table(file: &str, cases: &[(&str, &str, &str)]) -> String {
    cases
        .iter()
        .map(|(what, from, to)| format!("## {what}\n\n{}\n", after(file, from, to)))
        .collect()
}

#[test]
fn faulty_front_matter_is_reported() {
    let told = table(
        "charter.md",
        &[
            ("no front matter", "+++\nid", "id"),
            ("front matter not closed", "page.\"\n+++\n", "page.\"\n"),
            ("malformed TOML", "language = \"en\"", "language = en"),
            (
                "missing keys",
                "title = \"The Charter of the Reading Room\"\nshort_title = \"Charter\"\n",
                "",
            ),
            (
                "unknown key, near another",
                "genre =",
                "gender = \"x\"\ngenre =",
            ),
            ("unknown key", "genre =", "zebra = \"x\"\ngenre ="),
            ("wrong type", "language = \"en\"", "language = 7"),
            ("empty value", "language = \"en\"", "language = \" \""),
            (
                "a language by its name",
                "language = \"en\"",
                "language = \"English\"",
            ),
            (
                "a tag that is none",
                "language = \"en\"",
                "language = \"zh_Hant\"",
            ),
            (
                "a language that nobody knows",
                "language = \"en\"",
                "language = \"Elvish\"",
            ),
            ("unknown colour", "colour = \"moss\"", "colour = \"mos\""),
            ("malformed id", "id = \"charter\"", "id = \"The Charter\""),
            ("reserved id", "id = \"charter\"", "id = \"search\""),
            (
                "wrong date",
                "rights =",
                "dates = { posted = \"2017-03-01\" }\nrights =",
            ),
            (
                "wrong lines",
                "kind = \"drop\"\nlines = [1, 1]",
                "kind = \"dropp\"\nlines = [7, 3]",
            ),
            (
                "unknown section called apparatus",
                "rights =",
                "apparatus = [\"whisper\"]\nrights =",
            ),
            (
                "unknown affiliation",
                "rights =",
                "authors = [{ name = \"A B\", given = \"B\", family = \"A\", affiliations = [\"9\"] }]\nrights =",
            ),
        ],
    );
    insta::assert_snapshot!("front_matter", told);
}

#[test]
fn faulty_headings_are_reported() {
    let told = table(
        "charter.md",
        &[
            ("no attributes", " {#silence .article ref=\"1\"}", ""),
            ("malformed attributes", "ref=\"1\"}", "ref=}"),
            ("no id", "#silence .article", ".article"),
            ("malformed id", "#silence ", "#Silence! "),
            ("duplicate id", "#whispers ", "#silence "),
            ("no kind", "#silence .article ", "#silence "),
            (
                "two kinds",
                ".article ref=\"1\"",
                ".article .part ref=\"1\"",
            ),
            ("unknown kind", ".article ref=\"1\"", ".artcle ref=\"1\""),
            ("two refs", "ref=\"1\"", "ref=\"1\" ref=\"3\""),
            (
                "link in a heading",
                "### Article 2",
                "### [Article 2](/charter)",
            ),
            ("no ref", " ref=\"1\"}", "}"),
            ("malformed ref", "ref=\"1\"", "ref=\"1..2\""),
            ("ref like a paragraph", "ref=\"1.a\"", "ref=\"1.p2\""),
            ("ref taken by the site", "ref=\"1.a\"", "ref=full"),
            (
                "duplicate ref in another case",
                "ref=\"1.a.i\"",
                "ref=\"1.A\"",
            ),
            ("unknown attribute", "ref=\"1\"", "ref=\"1\" reff=\"2\""),
            ("level skipped", "#### (a)", "##### (a)"),
            (
                "title in the text",
                "## Part A. The room",
                "# Part A. The room",
            ),
            ("empty heading", "## Annex ", "## "),
        ],
    );
    insta::assert_snapshot!("headings", told);
}

#[test]
fn faulty_text_is_reported() {
    let told = table(
        "charter.md",
        &[
            (
                "text outside any section",
                "## Part A",
                "A word before.\n\n## Part A",
            ),
            (
                "undefined footnote, near another",
                "shelf.[^shelf]",
                "shelf.[^shelf][^shlef]",
            ),
            (
                "undefined footnote",
                "shelf.[^shelf]",
                "shelf.[^shelf][^zebra]",
            ),
            ("unused footnote", "shelf.[^shelf]", "shelf."),
            (
                "footnote defined twice",
                "[^shelf]: The",
                "[^shelf]: One.\n\n[^shelf]: The",
            ),
            ("footnote in a footnote", "is meant.", "is meant.[^saying]"),
            ("inline HTML", "*open*", "<em>open</em>"),
            (
                "block of HTML",
                "The room is",
                "<div>so</div>\n\nThe room is",
            ),
            ("unsafe link", "(/charter/2.p1)", "(javascript:alert(1))"),
            (
                "link to another host without a scheme",
                "(/charter/2.p1)",
                "(//evil.example/)",
            ),
            (
                "link to a host of digits",
                "<https://example.org/whispers>",
                "<http://10.15302/J-1>",
            ),
            (
                "link to an unknown paragraph",
                "(/charter/2.p1)",
                "(/charter/2.p7)",
            ),
            (
                "link to an unknown document",
                "(/charter/2.p1)",
                "(/chatter/2.p1)",
            ),
            (
                "link to an unknown page",
                "(/charter/2.p1)",
                "(/charter/article)",
            ),
            (
                "table",
                "The room is",
                "| a | b |\n|---|---|\n| 1 | 2 |\n\nThe room is",
            ),
            ("task in a list", "- a fire", "- [ ] a fire"),
            ("struck out", "*open*", "~~open~~"),
            ("footnote in code and escaped", "`code`", "`[^x]` \\[^y]"),
            ("note undefined in a note", "is meant.", "is meant. [^nope]"),
            ("code block", "The room is", "```\ncode\n```\n\nThe room is"),
            ("image", "*open*", "![open](/x.png)"),
            ("thematic break", "### Article 2", "---\n\n### Article 2"),
        ],
    );
    insta::assert_snapshot!("text", told);
}

#[test]
fn faulty_pages_are_reported() {
    let told = table(
        "pages/about.md",
        &[
            (
                "missing key",
                "description = \"About the smallest site.\"\n",
                "",
            ),
            (
                "wiki link to an unknown reference",
                "[[charter/1.p2]]",
                "[[charter/1.p20]]",
            ),
            (
                "wiki link that is no reference",
                "[[charter/1.p2]]",
                "[[the charter]]",
            ),
            (
                "link to an unknown page",
                "(/charter/articles/silence)",
                "(/charter/articles/silent)",
            ),
            ("raw HTML", "Read ", "Read <b>this</b> "),
            ("heading of level 1", "## On", "# On"),
            (
                "reading of an unknown passage",
                "charter/1.p2\n",
                "charter/1.p20\n",
            ),
            (
                "reading of what is no passage",
                "charter/1.p2\n",
                "charter/full\n",
            ),
            (
                "reading of what is no reference",
                "  charter/2\n",
                "  the second article\n",
            ),
            ("reading of nothing", "  charter/2\n", ""),
            (
                "misspelt reading",
                "```reading\ncharter",
                "```readings\ncharter",
            ),
        ],
    );
    insta::assert_snapshot!("pages", told);
}

#[test]
fn faulty_settings_are_reported() {
    let told = table(
        "site.toml",
        &[
            ("missing key", "title = \"Small\"\n", ""),
            (
                "unknown key",
                "edition = \"1\"",
                "edition = \"1\"\nediton = \"2\"",
            ),
            (
                "no kinds",
                "\n[[kinds]]\nid = \"part\"\nsingular = \"Part\"\nplural = \"Parts\"\n",
                "\n[kinds]\n",
            ),
            (
                "kind declared twice",
                "id = \"guiding-duty\"",
                "id = \"part\"",
            ),
            (
                "plural that is no address",
                "\"Guiding duties\"",
                "\"Düties\"",
            ),
            (
                "plural taken by the site",
                "\"Guiding duties\"",
                "\"Terms\"",
            ),
            (
                "unknown kind to compare",
                "compare_kind = \"article\"",
                "compare_kind = \"artcle\"",
            ),
            (
                "edition that nobody told of",
                "edition = \"1\"",
                "edition = \"2\"",
            ),
            (
                "licence without an address",
                ", url = \"https://example.org/cc0\"",
                "",
            ),
            ("licence at no address", "https://example.org/cc0", "cc0"),
            ("contact at no address", "mailto:tests", "tests"),
            (
                "unknown document in the order",
                "edition = \"1\"",
                "documents = [\"chartre\"]\nedition = \"1\"",
            ),
        ],
    );
    insta::assert_snapshot!("settings", told);
}

#[test]
fn faulty_files_are_reported() {
    let with = |change: &dyn Fn(&mut Vec<File>)| {
        let mut files = sound_files();
        change(&mut files);
        told(&files)
    };
    let reports = [
        (
            "empty document file",
            with(&|files| set_contents(files, "charter.md", b" \n")),
        ),
        (
            "document without sections",
            with(&|files| {
                let mut text = text_of(files, "charter.md");
                text.truncate(text.rfind("+++\n").unwrap() + 4);
                set_contents(files, "charter.md", text);
            }),
        ),
        (
            "bad UTF-8",
            with(&|files| {
                let bytes = b"+++\ntitle = \"\xff\"\n+++\n";
                set_contents(files, "pages/about.md", bytes);
            }),
        ),
        (
            "capture in another encoding",
            with(&|files| set_contents(files, "captures/charter.txt", b"caf\xe9\n")),
        ),
        (
            "two documents with one id",
            with(&|files| {
                let text = text_of(files, "charter.md");
                files.push(File::new("copy.md", text));
            }),
        ),
        (
            "no site.toml",
            with(&|files| files.retain(|file| file.name != "site.toml")),
        ),
        (
            "no documents",
            with(&|files| files.retain(|file| file.name != "charter.md")),
        ),
        (
            "page with a name of the site's own",
            with(&|files| {
                let text = text_of(files, "pages/about.md");
                files.push(File::new("pages/articles.md", text));
            }),
        ),
        (
            "unreadable file",
            with(&|files| {
                files[0].contents = Err("permission denied".to_owned());
            }),
        ),
    ];
    let all: String = reports
        .iter()
        .map(|(what, told)| format!("## {what}\n\n{told}\n"))
        .collect();
    insta::assert_snapshot!("files", all);
}

#[test]
fn all_errors_are_found_in_one_pass() {
    let mut files = sound_files();
    change(
        &mut files,
        "charter.md",
        "language = \"en\"",
        "langage = \"en\"",
    );
    change(
        &mut files,
        "charter.md",
        ".part ref=annex",
        ".prat ref=annex",
    );
    change(&mut files, "charter.md", "*open*", "<b>open</b>");
    change(&mut files, "pages/about.md", "title =", "titel =");
    insta::assert_snapshot!(told(&files));
}
