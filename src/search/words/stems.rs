//! From a word to what all of its forms have in common.

use frostem::{Algorithm, Stemmer};

/// What all forms and spellings of a folded word share. It is no word for people to read.
///
/// British and American spellings are made one, then the Snowball stemmer for English takes the
/// endings off, except where it would bring together words of different meaning or miss a form.
#[must_use]
pub fn stem(folded: &str) -> String {
    let spelled = american(folded);
    match OWN.binary_search_by_key(&spelled.as_str(), |(word, _)| word) {
        Ok(at) => OWN[at].1.to_owned(),
        Err(_) => Stemmer::new(Algorithm::English).stem(&spelled).into_owned(),
    }
}

/// Words with their stems, sorted. The stemmer would give these another: "internal" that of
/// "international", "governance" that of "government", "application" none that "apply" has.
const OWN: [(&str, &str); 55] = [
    ("affiliation", "affiliation"),
    ("affiliations", "affiliation"),
    ("applicability", "appli"),
    ("applicable", "appli"),
    ("application", "appli"),
    ("applications", "appli"),
    ("children", "child"),
    ("civilization", "civilization"),
    ("civilizations", "civilization"),
    ("constructive", "constructive"),
    ("democracies", "democracy"),
    ("democracy", "democracy"),
    ("democratic", "democracy"),
    ("diplomacy", "diplomat"),
    ("diplomatic", "diplomat"),
    ("evident", "evident"),
    ("fought", "fight"),
    ("globalisation", "globaliz"),
    ("globalization", "globaliz"),
    ("globalized", "globaliz"),
    ("government", "government"),
    ("governmental", "government"),
    ("governments", "government"),
    ("import", "import-trade"),
    ("importing", "import-trade"),
    ("imports", "import-trade"),
    ("integrity", "integrity"),
    ("internal", "internal"),
    ("internally", "internal"),
    ("object", "object"),
    ("objective", "objective"),
    ("objectives", "objective"),
    ("objects", "object"),
    ("organ", "organ-part"),
    ("organs", "organ-part"),
    ("popularization", "populariz"),
    ("popularize", "populariz"),
    ("popularizing", "populariz"),
    ("positive", "positive"),
    ("positively", "positive"),
    ("publication", "publication"),
    ("publications", "publication"),
    ("resolute", "resolute"),
    ("resolutely", "resolute"),
    ("respective", "respective"),
    ("respectively", "respective"),
    ("sought", "seek"),
    ("sovereign", "sovereignti"),
    ("strategic", "strategi"),
    ("strategically", "strategi"),
    ("terrorism", "terrorist"),
    ("universities", "university"),
    ("university", "university"),
    ("written", "write"),
    ("wrote", "write"),
];

/// A word in American spelling. What comes of a word that was American before need not be a word:
/// "exercize" does as well, since all its forms become the like.
fn american(word: &str) -> String {
    for root in OUR {
        if let Some(rest) = word.strip_prefix(root).and_then(|r| r.strip_prefix("our")) {
            return format!("{root}or{rest}");
        }
    }
    for (british, american) in BEGINNINGS {
        if let Some(rest) = word.strip_prefix(british) {
            return format!("{american}{rest}");
        }
    }
    for (british, american) in ENDINGS {
        if let Some(rest) = word.strip_suffix(british)
            && rest.len() > 2
        {
            return format!("{rest}{american}");
        }
    }
    word.to_owned()
}

/// What stands before `our` where an American writes `or`.
const OUR: [&str; 19] = [
    "arm", "behavi", "col", "endeav", "fav", "flav", "harb", "hon", "hum", "lab", "neighb", "od",
    "rig", "rum", "sav", "splend", "val", "vap", "vig",
];

/// Words, by how they begin, that an American spells in another way.
const BEGINNINGS: [(&str, &str); 19] = [
    ("ageing", "aging"),
    ("analogue", "analog"),
    ("artefact", "artifact"),
    ("cancell", "cancel"),
    ("catalogue", "catalog"),
    ("centre", "center"),
    ("channell", "channel"),
    ("defence", "defense"),
    ("dialogue", "dialog"),
    ("fulfill", "fulfil"),
    ("judgement", "judgment"),
    ("labell", "label"),
    ("licence", "license"),
    ("modell", "model"),
    ("offence", "offense"),
    ("practise", "practice"),
    ("programme", "program"),
    ("sceptic", "skeptic"),
    ("signall", "signal"),
];

/// Endings that an American spells in another way.
const ENDINGS: [(&str, &str); 12] = [
    ("isation", "ization"),
    ("isations", "izations"),
    ("ise", "ize"),
    ("ised", "ized"),
    ("iser", "izer"),
    ("isers", "izers"),
    ("ises", "izes"),
    ("ising", "izing"),
    ("yse", "yze"),
    ("ysed", "yzed"),
    ("yses", "yzes"),
    ("ysing", "yzing"),
];

#[cfg(test)]
mod tests {
    use super::{OWN, stem};

    #[test]
    fn the_list_is_sorted_so_that_it_can_be_searched() {
        assert!(OWN.is_sorted());
    }

    #[test]
    fn forms_and_spellings_meet() {
        let alike = [
            ["divide", "divides", "divided"],
            ["country", "countries", "country"],
            ["apply", "applies", "application"],
            ["organization", "organisation", "organisations"],
            ["organize", "organise", "organised"],
            ["behavior", "behaviour", "behaviours"],
            ["defense", "defence", "defences"],
            ["center", "centre", "centres"],
            ["programme", "program", "programs"],
            ["analyze", "analyse", "analyses"],
            ["sovereign", "sovereignty", "sovereignty"],
        ];
        for words in alike {
            let stems = words.map(stem);
            assert!(
                stems.iter().all(|one| *one == stems[0]),
                "{words:?} {stems:?}"
            );
        }
    }

    #[test]
    fn words_of_different_meaning_stay_apart() {
        let apart = [
            ("divide", "dividends"),
            ("internal", "international"),
            ("government", "governance"),
            ("public", "publication"),
            ("organ", "organization"),
            ("universal", "university"),
            ("important", "imports"),
            ("object", "objective"),
            ("position", "positive"),
            ("four", "for"),
        ];
        for (one, other) in apart {
            assert_ne!(stem(one), stem(other), "{one}, {other}");
        }
    }
}
