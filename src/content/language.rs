//! Which language a text is in, from its letters and the runs of them.

use whatlang::{Lang, Script, detect};

use crate::library::Language;

/// How much of a text is looked at: far more than is needed to tell languages apart.
const SAMPLE: usize = 20_000;

/// The BCP 47 tag of a text's language, as well as it can be told: where the words are too few, that
/// of the language which its script is most often used for, and `und` where there are no letters.
pub fn language_of(text: &str) -> &'static str {
    let sample = &text[..text.floor_char_boundary(SAMPLE)];
    match detect(sample) {
        Some(found) if found.is_reliable() => tag(found.lang()),
        Some(found) if found.script() == Script::Latin => "en",
        Some(found) if found.script() == Script::Cyrillic => "ru",
        Some(found) => tag(found.lang()),
        None => "und",
    }
}

/// The language that a tag names; for anything else the tag that was probably meant: `de` for
/// `German`, `Deutsch` or `deu`, `zh-CN` for `zh_CN`.
pub fn read_tag(text: &str) -> Result<Language, Option<String>> {
    let name = text.to_lowercase();
    if let Some(lang) = Lang::from_code(name.as_str()) {
        return Err(Some(tag(lang).to_owned()));
    }
    if let Some(language) = Language::parse(text) {
        return Ok(language);
    }
    let is_name = |lang: &&Lang| {
        let names = [lang.eng_name(), lang.name()];
        names.iter().any(|one| one.to_lowercase() == name)
    };
    if let Some(lang) = Lang::all().iter().find(is_name) {
        return Err(Some(tag(*lang).to_owned()));
    }
    let near = Language::parse(&text.replace('_', "-"));
    Err(near.map(|language| language.tag().to_owned()))
}

/// The shortest tag of a language, as BCP 47 asks for it.
fn tag(language: Lang) -> &'static str {
    match language {
        Lang::Epo => "eo",
        Lang::Eng => "en",
        Lang::Rus => "ru",
        Lang::Cmn => "zh",
        Lang::Spa => "es",
        Lang::Por => "pt",
        Lang::Ita => "it",
        Lang::Ben => "bn",
        Lang::Fra => "fr",
        Lang::Deu => "de",
        Lang::Ukr => "uk",
        Lang::Kat => "ka",
        Lang::Ara => "ar",
        Lang::Hin => "hi",
        Lang::Jpn => "ja",
        Lang::Heb => "he",
        Lang::Yid => "yi",
        Lang::Pol => "pl",
        Lang::Amh => "am",
        Lang::Jav => "jv",
        Lang::Kor => "ko",
        Lang::Nob => "nb",
        Lang::Dan => "da",
        Lang::Swe => "sv",
        Lang::Fin => "fi",
        Lang::Tur => "tr",
        Lang::Nld => "nl",
        Lang::Hun => "hu",
        Lang::Ces => "cs",
        Lang::Ell => "el",
        Lang::Bul => "bg",
        Lang::Bel => "be",
        Lang::Mar => "mr",
        Lang::Kan => "kn",
        Lang::Ron => "ro",
        Lang::Slv => "sl",
        Lang::Hrv => "hr",
        Lang::Srp => "sr",
        Lang::Mkd => "mk",
        Lang::Lit => "lt",
        Lang::Lav => "lv",
        Lang::Est => "et",
        Lang::Tam => "ta",
        Lang::Vie => "vi",
        Lang::Urd => "ur",
        Lang::Tha => "th",
        Lang::Guj => "gu",
        Lang::Uzb => "uz",
        Lang::Pan => "pa",
        Lang::Aze => "az",
        Lang::Ind => "id",
        Lang::Tel => "te",
        Lang::Pes => "fa",
        Lang::Mal => "ml",
        Lang::Ori => "or",
        Lang::Mya => "my",
        Lang::Nep => "ne",
        Lang::Sin => "si",
        Lang::Khm => "km",
        Lang::Tuk => "tk",
        Lang::Aka => "ak",
        Lang::Zul => "zu",
        Lang::Sna => "sn",
        Lang::Afr => "af",
        Lang::Lat => "la",
        Lang::Slk => "sk",
        Lang::Cat => "ca",
        Lang::Tgl => "tl",
        Lang::Hye => "hy",
        Lang::Cym => "cy",
    }
}

#[cfg(test)]
mod tests {
    use super::{language_of, read_tag};

    #[test]
    fn a_name_leads_to_a_tag() {
        for (name, near) in [
            ("German", Some("de")),
            ("deutsch", Some("de")),
            ("deu", Some("de")),
            ("zh_CN", Some("zh-CN")),
            ("Klingon", None),
        ] {
            assert_eq!(read_tag(name), Err(near.map(str::to_owned)), "{name}");
        }
        let tag = read_tag("zh-hant").map(|language| language.tag().to_owned());
        assert_eq!(tag, Ok("zh-Hant".to_owned()));
    }

    #[test]
    fn languages_are_told_by_script_and_words() {
        for (text, language) in [
            ("", "und"),
            ("1. 2. 3.", "und"),
            ("Quiet is kept.", "en"),
            (
                "Alle Menschen sind vor dem Gesetz gleich. Männer und Frauen sind gleichberechtigt.",
                "de",
            ),
            (
                "La souveraineté nationale appartient au peuple qui l’exerce par ses représentants.",
                "fr",
            ),
            ("网络空间主权和国家安全", "zh"),
            (
                "個人情報の適正な取扱いに関し、基本となる事項を定める。",
                "ja",
            ),
            (
                "يُقصد بالألفاظ والعبارات الآتية المعاني المبينة أمام كل منها",
                "ar",
            ),
            (
                "Носителем суверенитета является её многонациональный народ.",
                "ru",
            ),
        ] {
            assert_eq!(language_of(text), language, "{text}");
        }
    }
}
