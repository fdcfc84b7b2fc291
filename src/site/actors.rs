//! Who is told or undertakes to do what: the sentences of each actor.

use askama::Template;
use serde::Serialize;

use super::context::Context;
use super::edition::Edition;
use super::quotes::typographic;
use super::shell::{Head, Shell};
use crate::library::actor::Actor;
use crate::library::address;
use crate::library::counted;
use crate::library::document::Document;
use crate::library::section::Section;
use crate::study::actors::{ActorSentence, Mode};

/// How many sentences of one text stand open; more fold away.
const OPEN: usize = 8;

/// All actors.
#[derive(Template)]
#[template(path = "actors.html")]
pub struct ActorsPage {
    shell: Shell,
    rules: Vec<Rule>,
    documents: Vec<(String, &'static str)>,
    actors: Vec<ActorPart>,
}

/// A list of the words that the rule speaks of.
struct Rule {
    name: &'static str,
    words: String,
}

struct ActorPart {
    id: String,
    label: String,
    forms: String,
    counts: Vec<usize>,
    texts: Vec<TextPart>,
}

struct TextPart {
    name: String,
    colour: &'static str,
    language: String,
    count: String,
    told: usize,
    undertakes: usize,
    open: bool,
    parts: Vec<ChapterPart>,
}

/// The sentences of one section of the highest level, with everything below it.
struct ChapterPart {
    heading: String,
    sentences: Vec<SentencePart>,
}

struct SentencePart {
    mode: &'static str,
    context: Context,
}

impl ActorsPage {
    /// All actors of the library.
    pub fn new(edition: Edition<'_>) -> Self {
        let library = edition.library;
        let head = Head {
            path: Some(address::ACTORS),
            title: Some("Actors".to_owned()),
            description: "Who is told or undertakes to do what, sentence by sentence.".to_owned(),
            document: None,
            data: false,
        };
        let rules = &library.actors;
        let rule = |name: &'static str, words: &[String]| Rule {
            name,
            words: typographic(&words.join(", "), None),
        };
        Self {
            shell: Shell::new(edition, head).with_json(address::ACTORS),
            rules: vec![
                rule("Told to act", &rules.told),
                rule("Undertakes to act", &rules.undertakes),
                rule("May stand in between", &rules.adverbs),
                rule("Not the subject after", &rules.not_after),
                rule("Takes up the actor of the sentence before", &rules.pronouns),
            ],
            documents: library
                .documents
                .iter()
                .map(|document| {
                    let metadata = &document.metadata;
                    (metadata.short_title.clone(), metadata.colour.name())
                })
                .collect(),
            actors: rules
                .actors
                .iter()
                .enumerate()
                .map(|(at, actor)| ActorPart::new(edition, at, actor))
                .collect(),
        }
    }
}

impl ActorPart {
    fn new(edition: Edition<'_>, at: usize, actor: &Actor) -> Self {
        let documents = edition.library.documents.iter().enumerate();
        let all: Vec<(&Document, Vec<&ActorSentence>)> = documents
            .map(|(place, document)| {
                let sentences = edition.study.sentences_of(at);
                let own = sentences.filter(|one| one.section.document == place);
                (document, own.collect())
            })
            .collect();
        Self {
            id: format!("actor-{}", actor.slug),
            label: typographic(&actor.label, None),
            forms: typographic(&actor.forms.join(", "), None),
            counts: all.iter().map(|(_, sentences)| sentences.len()).collect(),
            texts: all
                .iter()
                .filter(|(_, sentences)| !sentences.is_empty())
                .map(|(document, sentences)| TextPart::new(document, sentences))
                .collect(),
        }
    }
}

impl TextPart {
    fn new(document: &Document, sentences: &[&ActorSentence]) -> Self {
        let metadata = &document.metadata;
        let told = sentences.iter().filter(|one| one.mode == Mode::Told);
        let told = told.count();
        let root = |one: &ActorSentence| {
            let at = one.section.section;
            document.ancestors(at).first().copied().unwrap_or(at)
        };
        Self {
            name: metadata.short_title.clone(),
            colour: metadata.colour.name(),
            language: metadata.language.clone(),
            count: counted(sentences.len(), "sentence"),
            told,
            undertakes: sentences.len() - told,
            open: sentences.len() <= OPEN,
            parts: sentences
                .chunk_by(|a, b| root(a) == root(b))
                .map(|chunk| {
                    let heading = document.sections[root(chunk[0])].heading_text();
                    ChapterPart {
                        heading: typographic(heading, None),
                        sentences: chunk.iter().map(|one| sentence(document, one)).collect(),
                    }
                })
                .collect(),
        }
    }
}

fn sentence(document: &Document, one: &ActorSentence) -> SentencePart {
    let section = section(document, one);
    let marks = [(one.subject.clone(), "b"), (one.verb.clone(), "mark")];
    SentencePart {
        mode: mode(one.mode),
        context: Context::new(section, one.part, &one.sentence, &marks),
    }
}

fn section<'a>(document: &'a Document, one: &ActorSentence) -> &'a Section {
    &document.sections[one.section.section]
}

fn mode(mode: Mode) -> &'static str {
    match mode {
        Mode::Told => "told",
        Mode::Undertakes => "undertakes",
    }
}

/// The data of all actors.
#[derive(Serialize)]
pub struct ActorsData<'a> {
    rules: RulesData<'a>,
    actors: Vec<ActorData<'a>>,
}

#[derive(Serialize)]
struct RulesData<'a> {
    told: &'a [String],
    undertakes: &'a [String],
    adverbs: &'a [String],
    not_after: &'a [String],
    pronouns: &'a [String],
}

#[derive(Serialize)]
struct ActorData<'a> {
    slug: &'a str,
    label: &'a str,
    forms: &'a [String],
    sentences: Vec<SentenceData<'a>>,
}

/// Places are characters of the sentence: where something begins, and where it ends.
#[derive(Serialize)]
struct SentenceData<'a> {
    r#ref: String,
    mode: &'static str,
    sentence: &'a str,
    subject: [usize; 2],
    verb: [usize; 2],
}

impl<'a> ActorsData<'a> {
    /// All actors of the library.
    pub fn new(edition: Edition<'a>) -> Self {
        let rules = &edition.library.actors;
        Self {
            rules: RulesData {
                told: &rules.told,
                undertakes: &rules.undertakes,
                adverbs: &rules.adverbs,
                not_after: &rules.not_after,
                pronouns: &rules.pronouns,
            },
            actors: rules
                .actors
                .iter()
                .enumerate()
                .map(|(at, actor)| ActorData {
                    slug: actor.slug.as_str(),
                    label: &actor.label,
                    forms: &actor.forms,
                    sentences: edition
                        .study
                        .sentences_of(at)
                        .filter_map(|one| data(edition, one))
                        .collect(),
                })
                .collect(),
        }
    }
}

fn data<'a>(edition: Edition<'a>, one: &ActorSentence) -> Option<SentenceData<'a>> {
    let section = section(&edition.library.documents[one.section.document], one);
    let text = &section.part(one.part)?.text;
    let start = one.sentence.start;
    let characters = |to: usize| text[start..to].chars().count();
    Some(SentenceData {
        r#ref: section.reference_of(one.part).to_string(),
        mode: mode(one.mode),
        sentence: &text[one.sentence.clone()],
        subject: [one.subject.start, one.subject.end].map(characters),
        verb: [one.verb.start, one.verb.end].map(characters),
    })
}
