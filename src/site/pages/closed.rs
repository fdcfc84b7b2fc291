//! What is shown to who may not come in: it has nothing of the site in it, and loads nothing.

use askama::Template;
use serde::Serialize;

use crate::site::resource::Resource;

/// Why a request to a closed site is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Template, Serialize)]
#[template(path = "pages/closed.html")]
pub struct Refusal {
    /// The sort of problem is told by the status alone (RFC 9457, section 4.2.1).
    r#type: &'static str,
    title: &'static str,
    /// The HTTP status.
    status: u16,
    detail: &'static str,
    /// Whether it helps to ask again.
    #[serde(skip)]
    leads_on: bool,
}

impl Refusal {
    /// With a status, whose name is `title`.
    #[must_use]
    pub fn of_status(status: u16, title: &'static str) -> Self {
        let detail = match status {
            401 => "This site is for a closed group. A name and a password lead to it.",
            414 | 431 => "The request is too long.",
            503 => "Too many passwords are being checked. Please try again in a moment.",
            _ => "The request could not be understood.",
        };
        Self {
            r#type: "about:blank",
            title,
            status,
            detail,
            leads_on: matches!(status, 401 | 503),
        }
    }

    /// For a person.
    ///
    /// # Errors
    /// If the template fails, which is a fault of the program.
    pub fn page(self) -> Result<Resource, askama::Error> {
        Ok(Resource::text("text/html; charset=utf-8", self.render()?))
    }

    /// For a program (RFC 9457).
    ///
    /// # Errors
    /// If it cannot be written as JSON, which is a fault of the program.
    pub fn problem(self) -> Result<Resource, serde_json::Error> {
        let body = serde_json::to_string_pretty(&self)? + "\n";
        Ok(Resource::text("application/problem+json", body))
    }
}
