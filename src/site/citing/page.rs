//! The page on which anything is cited with the day on which it was read.

use askama::Template;

use super::panel::CitePanel;
use crate::cite::Cited;
use crate::library::Date;
use crate::site::context::RenderContext;
use crate::site::cut::shortened;
use crate::site::filters;
use crate::site::href::{Href, Link};
use crate::site::html::Html;
use crate::site::routes::Route;
use crate::site::shell::{Head, Shell};

const TITLE: &str = "Cite a passage";
const LEAD: &str = "Any text, section, paragraph or match in six styles, and for programs that keep references; with the day on which you read it, if your style asks for one.";

/// How much of a faulty answer is repeated to the reader.
const MOST_SHOWN: usize = 60;

/// The page. Search engines are asked to leave out what it answers.
#[derive(Template)]
#[template(path = "citing/page.html")]
pub struct CitingPage<'a> {
    shell: Shell<'a>,
    title: String,
    lead: &'static str,
    /// What is wrong with an answer, if this is about one.
    fault: Option<String>,
    action: Href<'a>,
    /// What the fields hold.
    of: String,
    accessed: String,
    example: Option<String>,
    found: Option<Found<'a>>,
}

struct Found<'a> {
    panel: Html<CitePanel<'a>>,
    /// The page of what is cited.
    back: Link<'a>,
}

/// What a reader asks for: the name of a thing, and a day.
#[derive(Debug, Clone, Copy)]
pub struct CitedAs<'q> {
    /// As it was typed.
    pub of: &'q str,
    /// The same; empty for none.
    pub accessed: &'q str,
}

impl<'a> CitingPage<'a> {
    /// The page before anything is asked.
    pub fn new(ctx: RenderContext<'a>) -> Self {
        let asked = CitedAs {
            of: "",
            accessed: "",
        };
        let head = Head::new(Route::Citing, TITLE, LEAD);
        Self::with(ctx, Shell::new(ctx, head), asked)
    }

    /// A thing, with the day on which it was read, if there is one.
    pub fn answer(
        ctx: RenderContext<'a>,
        asked: CitedAs<'_>,
        cited: Cited,
        accessed: Option<Date>,
    ) -> Self {
        let name = name(ctx, cited);
        let title = format!("Cite {name}");
        let shell = answering(ctx, title.clone());
        let back = ctx.href(Route::of_cited(cited));
        Self {
            title,
            found: Some(Found {
                panel: Html(CitePanel::accessed(ctx, cited, accessed)),
                back: Link::new(back, name),
            }),
            ..Self::with(ctx, shell, asked)
        }
    }

    /// The page that says what is wrong with what was asked.
    pub fn faulty(ctx: RenderContext<'a>, asked: CitedAs<'_>, fault: CiteFault) -> Self {
        let fault = match fault {
            CiteFault::Unknown => format!(
                "There is nothing here by the name “{}”.",
                shortened(asked.of, MOST_SHOWN)
            ),
            CiteFault::Day => format!(
                "“{}” is no day: write it as 2026-11-28.",
                shortened(asked.accessed, MOST_SHOWN)
            ),
        };
        Self {
            fault: Some(fault),
            ..Self::with(ctx, answering(ctx, TITLE.to_owned()), asked)
        }
    }

    fn with(ctx: RenderContext<'a>, shell: Shell<'a>, asked: CitedAs<'_>) -> Self {
        let library = ctx.library;
        let first = library.paragraphs().first();
        Self {
            shell,
            title: TITLE.to_owned(),
            lead: LEAD,
            fault: None,
            action: ctx.href(Route::Citing),
            of: asked.of.to_owned(),
            accessed: asked.accessed.to_owned(),
            example: first.map(|paragraph| paragraph.reference.to_string()),
            found: None,
        }
    }
}

/// What can be wrong with what was asked.
#[derive(Debug, Clone, Copy)]
pub enum CiteFault {
    /// Nothing has this name.
    Unknown,
    /// The day is none.
    Day,
}

fn answering(ctx: RenderContext<'_>, title: String) -> Shell<'_> {
    let head = Head::new(Route::Citing, title, LEAD).without_address();
    Shell::new(ctx, head).not_indexed("")
}

fn name(ctx: RenderContext<'_>, cited: Cited) -> String {
    let library = ctx.library;
    match (cited, cited.place()) {
        (_, Some(place)) => ctx.place_name(place),
        (Cited::Document(document), _) => library[document].metadata.short_title.clone(),
        _ => format!("match {}", cited.name(library)),
    }
}
