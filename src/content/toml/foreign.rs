//! What other programs call the metadata of a text, as the front matter of a document.

use saphyr::{ScalarStyle, Yaml, YamlLoader};
use saphyr_parser::Parser;
use toml_edit::{Array, Datetime, InlineTable, Value};

/// The front matter of a document, as it is put together.
#[derive(Debug, Clone, Default)]
pub struct FrontMatterDraft {
    /// The keys that documents have, each once.
    known: Vec<(&'static str, Value)>,
    /// What no key of a document is for, with its words.
    pub other: Vec<(String, String)>,
}

/// What keys of documents are called elsewhere, in lower case.
const NAMES: [(&str, &[&str]); 10] = [
    (
        "title",
        &["title", "titel", "titre", "título", "标题", "العنوان"],
    ),
    (
        "short_title",
        &[
            "short_title",
            "short-title",
            "shorttitle",
            "short title",
            "abbreviation",
            "jurabk",
        ],
    ),
    ("language", &["language", "lang", "sprache", "langue"]),
    (
        "summary",
        &["summary", "description", "subtitle", "abstract", "excerpt"],
    ),
    ("rights", &["rights", "license", "licence", "copyright"]),
    (
        "provenance",
        &[
            "provenance",
            "source",
            "source_url",
            "url",
            "link",
            "origin",
        ],
    ),
    (
        "issuer",
        &["issuer", "publisher", "issued_by", "institution"],
    ),
    ("genre", &["genre", "type", "document_type"]),
    ("doi", &["doi"]),
    ("keywords", &["keywords", "tags"]),
];

/// What elsewhere names the day on which a text was published.
const DATES: [&str; 4] = ["date", "published", "pubdate", "issued"];

/// The order in which keys are written; others come after these.
const ORDER: [&str; 6] = [
    "id",
    "title",
    "short_title",
    "language",
    "rights",
    "provenance",
];

impl FrontMatterDraft {
    /// Reads front matter in YAML.
    ///
    /// # Errors
    /// What the parser says of it.
    pub fn of_yaml(yaml: &str) -> Result<Self, String> {
        let mut draft = Self::default();
        let mut loader: YamlLoader<'_, Yaml<'_>> = YamlLoader::default();
        // Words are kept as they stand: `1.10` is no number here.
        loader.early_parse(false);
        let mut parser = Parser::new_from_str(yaml);
        parser
            .load(&mut loader, true)
            .map_err(|error| error.to_string())?;
        if let Some(error) = loader.error() {
            return Err(error.to_string());
        }
        let documents = loader.into_documents();
        let Some(first) = documents.first() else {
            return Ok(draft);
        };
        let Some(mapping) = first.as_mapping() else {
            return if words(first).is_empty() {
                Ok(draft)
            } else {
                Err("it is no list of keys".to_owned())
            };
        };
        for (key, value) in mapping {
            draft.add(&words(key), &words_of_all(value));
        }
        Ok(draft)
    }

    /// Adds what another program says under a key; false where no key of a document is for it.
    pub fn add(&mut self, key: &str, values: &[String]) -> bool {
        let folded = key.trim().to_lowercase();
        let values: Vec<&str> = values
            .iter()
            .map(|one| one.trim())
            .filter(|one| !one.is_empty())
            .collect();
        if values.is_empty() {
            return true;
        }
        let known = NAMES
            .iter()
            .find(|(_, names)| names.contains(&folded.as_str()));
        let known = known
            .map(|(own, _)| *own)
            .filter(|own| self.get(own).is_none());
        match known {
            Some("keywords") => self.set("keywords", Array::from_iter(values)),
            Some(own) => self.set(own, values.join(", ")),
            None if DATES.contains(&folded.as_str()) && self.add_date(&values) => {}
            None => {
                self.other.push((key.trim().to_owned(), values.join(", ")));
                return false;
            }
        }
        true
    }

    fn add_date(&mut self, values: &[&str]) -> bool {
        let &[value] = values else { return false };
        let day = value.get(..10).and_then(|day| day.parse::<Datetime>().ok());
        let day = day.filter(|day| day.date.is_some() && day.time.is_none());
        let (Some(day), None) = (day, self.get("dates")) else {
            return false;
        };
        let mut dates = InlineTable::new();
        dates.insert("published", Value::from(day));
        self.set("dates", dates);
        true
    }

    /// The words under a key, if it has any.
    pub fn get(&self, key: &str) -> Option<&Value> {
        self.known
            .iter()
            .find(|(own, _)| *own == key)
            .map(|(_, value)| value)
    }

    /// The words under a key, if they are words.
    pub fn words(&self, key: &str) -> Option<&str> {
        self.get(key)?.as_str()
    }

    /// Sets a key, whatever it had.
    pub fn set(&mut self, key: &'static str, value: impl Into<Value>) {
        self.known.retain(|(own, _)| *own != key);
        self.known.push((key, value.into()));
    }

    /// The lines of TOML: the keys of documents, then all else as comments.
    pub fn to_toml(&self) -> String {
        let place = |key: &str| {
            ORDER
                .iter()
                .position(|one| *one == key)
                .unwrap_or(ORDER.len())
        };
        let mut known: Vec<_> = self.known.iter().collect();
        known.sort_by_key(|(key, _)| place(key));
        let known = known.into_iter().map(|(key, value)| {
            let value = value.clone().decorated("", "");
            format!("{key} = {value}\n")
        });
        let other = self.other.iter().map(|(key, words)| {
            let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
            match author(key, &words) {
                Some(author) => format!("# {author}\n"),
                None => format!("# {key}: {words}\n"),
            }
        });
        known.chain(other).collect()
    }
}

/// The line that names an author, which an editor has to look at: of a name nobody can tell by rule
/// what the family name is.
fn author(key: &str, name: &str) -> Option<String> {
    let is_author = ["author", "authors", "by"].contains(&key.to_lowercase().as_str());
    let (given, family) = name
        .rsplit_once(' ')
        .filter(|_| is_author && !name.contains(','))?;
    let [name, given, family] = [name, given, family].map(|one| Value::from(one).to_string());
    Some(format!(
        "authors = [{{ name = {name}, given = {given}, family = {family} }}]"
    ))
}

/// The words of a scalar, as they stand.
fn words(value: &Yaml<'_>) -> String {
    match value {
        Yaml::Representation(text, ScalarStyle::Plain, _) if matches!(&**text, "~" | "null") => {
            String::new()
        }
        Yaml::Representation(text, ..) => text.to_string(),
        _ => String::new(),
    }
}

/// The words of a value and of all that is in it.
fn words_of_all(value: &Yaml<'_>) -> Vec<String> {
    if let Some(items) = value.as_sequence() {
        return items.iter().flat_map(words_of_all).collect();
    }
    if let Some(mapping) = value.as_mapping() {
        let pairs = mapping
            .iter()
            .map(|(key, value)| format!("{}: {}", words(key), words_of_all(value).join(", ")));
        return pairs.collect();
    }
    vec![words(value)]
}

#[cfg(test)]
mod tests {
    use super::FrontMatterDraft;

    #[test]
    fn yaml_becomes_toml_and_keeps_its_words() {
        let yaml = "Title: Basic \"Law\"\njurabk: GG\nauthor: Ann B. Clark\nversion: 1.10\n\
                    date: 1949-05-23\ntags: [law, state]\nlayout:\n  name: default\nempty: ~\n";
        let draft = FrontMatterDraft::of_yaml(yaml).unwrap();
        let expected = r#"title = 'Basic "Law"'
short_title = "GG"
dates = { published = 1949-05-23 }
keywords = ["law", "state"]
# authors = [{ name = "Ann B. Clark", given = "Ann B.", family = "Clark" }]
# version: 1.10
# layout: name: default
"#;
        assert_eq!(draft.to_toml(), expected);
    }

    #[test]
    fn what_is_no_yaml_is_said() {
        assert!(FrontMatterDraft::of_yaml("a: [b").is_err());
        assert!(FrontMatterDraft::of_yaml("words").is_err());
        assert_eq!(FrontMatterDraft::of_yaml("").unwrap().to_toml(), "");
    }
}
