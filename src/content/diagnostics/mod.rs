//! What is wrong with the content, where, and what would help: the facts, their wording, and where
//! they are gathered.

mod diagnostic;
mod fault;
mod github;
mod guard;
mod heading_fault;
mod problem;
mod references;
mod region;
mod report;
mod sarif;
mod severity;
mod sink;
mod suggestion;
mod typed;
mod visible;

pub use diagnostic::Diagnostic;
pub use fault::{Fault, NearQuote};
pub use github::github;
pub use guard::{caught, guarded};
pub use heading_fault::{HeadingFault, HeadingFaults};
pub use problem::Problem;
pub use references::{references, suggest_reference};
pub use report::{in_one_line, report};
pub use sarif::sarif;
pub use severity::Severity;
pub use sink::{Diagnostics, MOST_SUGGESTIONS, Sink};
pub use suggestion::suggest;
pub use typed::Typed;
pub use visible::visible;
