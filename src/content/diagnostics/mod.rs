//! What is wrong with the content, where, and what would help: the facts, their wording, and where
//! they are gathered.

mod diagnostic;
mod fault;
mod guard;
mod problem;
mod severity;
mod sink;
mod suggestion;
mod typed;

pub use diagnostic::{Diagnostic, report};
pub use fault::{Fault, NearQuote};
pub use guard::{caught, guarded};
pub use problem::Problem;
pub use severity::Severity;
pub use sink::{Diagnostics, Sink};
pub use suggestion::{suggest, suggest_reference};
pub use typed::Typed;
