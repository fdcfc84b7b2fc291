//! The sentences of an actor in one text, chapter by chapter.

use super::in_context::ContextLine;
use crate::library::{Actor, Document, Section, pluralize};
use crate::site::context::RenderContext;
use crate::study::actors::{ActorSentence, Mode};

/// How many sentences of one text stand open; more fold away.
const MOST_OPEN: usize = 8;

/// The sentences of one text in which an actor acts.
pub struct ActorText<'a> {
    pub document: &'a Document,
    /// How many there are.
    pub count: usize,
    /// `44 recommendations, 2 commitments`.
    pub tally: String,
    pub is_open: bool,
    pub chapters: Vec<Chapter<'a>>,
}

/// The sentences of one section of the highest level, with everything below it.
pub struct Chapter<'a> {
    pub section: &'a Section,
    pub sentences: Vec<MarkedSentence<'a>>,
}

/// A sentence with its subject and its verb marked.
pub struct MarkedSentence<'a> {
    /// What it is, where most sentences of the text are of the other sort.
    pub mode: Option<&'static str>,
    pub line: ContextLine<'a>,
}

/// The sentences in which an actor acts, by text, in the order of the library.
pub fn by_document<'a>(
    ctx: RenderContext<'a>,
    actor: &Actor,
) -> Vec<(&'a Document, &'a [ActorSentence])> {
    let document = |one: &ActorSentence| section(ctx, one).document;
    let sentences = ctx.study.sentences_of(ctx.library, actor.id);
    let chunks = sentences.chunk_by(|a, b| document(a) == document(b));
    chunks
        .map(|chunk| (&ctx.library[document(&chunk[0])], chunk))
        .collect()
}

impl<'a> ActorText<'a> {
    /// These sentences of a text, in reading order.
    pub fn new(
        ctx: RenderContext<'a>,
        document: &'a Document,
        sentences: &'a [ActorSentence],
    ) -> Self {
        let told = sentences.iter().filter(|one| one.mode == Mode::Told);
        let told = told.count();
        let tally = Tally {
            told,
            undertaken: sentences.len() - told,
        };
        let root = |one: &ActorSentence| ctx.library.root(section(ctx, one));
        let chapters = sentences.chunk_by(|a, b| root(a).id == root(b).id);
        Self {
            document,
            count: sentences.len(),
            tally: tally.in_words(),
            is_open: sentences.len() <= MOST_OPEN,
            chapters: chapters
                .map(|chunk| Chapter {
                    section: root(&chunk[0]),
                    sentences: chunk.iter().map(|one| marked(ctx, one, &tally)).collect(),
                })
                .collect(),
        }
    }
}

fn section<'a>(ctx: RenderContext<'a>, one: &ActorSentence) -> &'a Section {
    &ctx.library[ctx.library.section_of_part(one.part)]
}

fn marked<'a>(ctx: RenderContext<'a>, one: &ActorSentence, tally: &Tally) -> MarkedSentence<'a> {
    let marks = [(one.subject.clone(), "b"), (one.verb.clone(), "mark")];
    MarkedSentence {
        mode: tally.is_exception(one.mode).then(|| noun(one.mode)),
        line: ContextLine::new(ctx, one.part, &one.sentence, &marks),
    }
}

/// How many sentences say what an actor should do, and how many what it will do.
struct Tally {
    told: usize,
    undertaken: usize,
}

impl Tally {
    /// Whether there are more sentences of the other mode, or as many.
    fn is_exception(&self, mode: Mode) -> bool {
        match mode {
            Mode::Told => self.told <= self.undertaken,
            Mode::Undertakes => self.undertaken <= self.told,
        }
    }

    /// `44 recommendations, 2 commitments`, without what there is none of.
    fn in_words(&self) -> String {
        let counts = [
            (self.told, noun(Mode::Told)),
            (self.undertaken, noun(Mode::Undertakes)),
        ];
        let counts = counts.into_iter().filter(|(count, _)| *count > 0);
        let counts: Vec<String> = counts.map(|(count, noun)| pluralize(count, noun)).collect();
        counts.join(", ")
    }
}

/// What a sentence of a mode is called on pages.
fn noun(mode: Mode) -> &'static str {
    match mode {
        Mode::Told => "recommendation",
        Mode::Undertakes => "commitment",
    }
}

/// The name of a mode in data.
pub fn mode_name(mode: Mode) -> &'static str {
    match mode {
        Mode::Told => "told",
        Mode::Undertakes => "undertakes",
    }
}
