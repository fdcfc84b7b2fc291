//! Why a program gets no data (RFC 9457).

use schemars::JsonSchema;
use serde::Serialize;

use crate::site::context::RenderContext;
use crate::site::pages::NotFound;
use crate::site::routes::{Route, TextFormat};

/// The sorts of error that programs are told of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Problem {
    /// The request is not understood.
    BadRequest,
    /// Nothing has this address.
    NotFound,
    /// The method is none of those that read.
    MethodNotAllowed,
    /// What the request depends on is not so.
    PreconditionFailed,
    /// The server is at fault.
    Internal,
    /// The method is none that is known.
    NotImplemented,
    /// The server has too much to do.
    Unavailable,
}

/// `{"type": "/api#error-not-found", "title": "Not found", "status": 404, "detail": "II.2 has 3
/// paragraphs.", "instance": "/strategy/II.2.p9.json", "suggestions": […]}`.
#[derive(Serialize, JsonSchema)]
pub struct ProblemData<'a> {
    /// Where the sort of error is explained.
    r#type: String,
    title: &'static str,
    /// The HTTP status.
    status: u16,
    /// What is wrong with this request.
    detail: String,
    /// The path that was asked for.
    instance: &'a str,
    /// What may have been meant, the likest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    suggestions: Vec<SuggestedData>,
}

/// `{"title": "…", "url": "/strategy/II.2.p3.json"}`: its data in JSON, where it has any, else its
/// page.
#[derive(Serialize, JsonSchema)]
struct SuggestedData {
    title: String,
    url: String,
}

impl Problem {
    /// Every sort.
    pub const ALL: [Self; 7] = [
        Self::BadRequest,
        Self::NotFound,
        Self::MethodNotAllowed,
        Self::PreconditionFailed,
        Self::Internal,
        Self::NotImplemented,
        Self::Unavailable,
    ];

    /// The sort for an HTTP status.
    #[must_use]
    pub fn of_status(status: u16) -> Self {
        let mut all = Self::ALL.into_iter();
        let found = all.find(|problem| problem.status() == status);
        found.unwrap_or(match status {
            400..500 => Self::BadRequest,
            _ => Self::Internal,
        })
    }

    /// Its HTTP status.
    #[must_use]
    pub fn status(self) -> u16 {
        match self {
            Self::BadRequest => 400,
            Self::NotFound => 404,
            Self::MethodNotAllowed => 405,
            Self::PreconditionFailed => 412,
            Self::Internal => 500,
            Self::NotImplemented => 501,
            Self::Unavailable => 503,
        }
    }

    /// Its name.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::BadRequest => "Bad request",
            Self::NotFound => "Not found",
            Self::MethodNotAllowed => "Method not allowed",
            Self::PreconditionFailed => "Precondition failed",
            Self::Internal => "Internal error",
            Self::NotImplemented => "Not implemented",
            Self::Unavailable => "Service unavailable",
        }
    }

    /// What it means, in a sentence or two.
    #[must_use]
    pub fn description(self) -> &'static str {
        match self {
            Self::BadRequest => "The request could not be understood.",
            Self::NotFound => "There is nothing at this address.",
            Self::MethodNotAllowed => "This site is read-only: it answers GET and HEAD.",
            Self::PreconditionFailed => {
                "It has changed: none of the entity tags in If-Match is its own."
            }
            Self::Internal => "Something went wrong on the server. Please try again.",
            Self::NotImplemented => "The method is not known here. This site answers GET and HEAD.",
            Self::Unavailable => "The server has too much to do. Please try again in a moment.",
        }
    }

    /// The id of the element that explains it.
    #[must_use]
    pub fn anchor(self) -> &'static str {
        match self {
            Self::BadRequest => "error-bad-request",
            Self::NotFound => "error-not-found",
            Self::MethodNotAllowed => "error-method-not-allowed",
            Self::PreconditionFailed => "error-precondition-failed",
            Self::Internal => "error-internal",
            Self::NotImplemented => "error-not-implemented",
            Self::Unavailable => "error-unavailable",
        }
    }
}

impl<'a> ProblemData<'a> {
    /// An error of a sort, in the answer to a request for this path.
    pub fn new(ctx: RenderContext<'_>, problem: Problem, path: &'a str) -> Self {
        let explained = ctx.href(Route::Api).at(problem.anchor()).to_string();
        Self {
            r#type: ctx.whole_address(&explained).into_owned(),
            title: problem.title(),
            status: problem.status(),
            detail: problem.description().to_owned(),
            instance: path,
            suggestions: Vec::new(),
        }
    }

    /// The same, with what is wrong with this very request.
    #[must_use]
    pub fn because(self, detail: String) -> Self {
        Self { detail, ..self }
    }

    /// Nothing has this path.
    pub fn not_found(ctx: RenderContext<'_>, path: &'a str, found: &NotFound<'_>) -> Self {
        let suggestions = found.near.iter().map(|near| {
            let mut data = near.route.data().into_iter();
            let json = data.find(|(format, _)| *format == TextFormat::Json);
            let route = json.map_or(near.route, |(_, route)| route);
            SuggestedData {
                title: near.link.label.to_string(),
                url: ctx.below_base(&ctx.href(route)),
            }
        });
        Self {
            suggestions: suggestions.collect(),
            ..Self::new(ctx, Problem::NotFound, path).because(found.message.clone())
        }
    }
}
