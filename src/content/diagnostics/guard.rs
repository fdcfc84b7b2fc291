//! Panics while a file is read, as diagnostics.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};

use super::problem::Problem;
use super::sink::Sink;

/// What `read` makes of a file; where it panics, nothing, and a diagnostic that names the file. Such
/// a panic is a fault of the program, and one file must not keep the others from being checked.
pub fn guarded<T>(sink: Sink<'_>, read: impl FnOnce() -> Option<T>) -> Option<T> {
    caught(read).unwrap_or_else(|message| {
        sink.report_file(Problem::ReaderPanicked(message));
        None
    })
}

/// What `work` comes to. What it leaves half done where it panics must be dropped with it.
///
/// # Errors
/// What a panic said.
pub fn caught<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    catch_unwind(AssertUnwindSafe(work)).map_err(|panic| message(&*panic).to_owned())
}

fn message(panic: &(dyn Any + Send)) -> &str {
    let text = panic.downcast_ref::<&str>().copied();
    text.or_else(|| panic.downcast_ref::<String>().map(String::as_str))
        .unwrap_or("no message")
}

#[cfg(test)]
mod tests {
    use super::guarded;
    use crate::content::diagnostics::{Diagnostics, Problem};

    #[test]
    fn panic_of_a_reader_is_a_diagnostic_of_its_file() {
        let diagnostics = Diagnostics::default();
        let read: Option<()> = guarded(diagnostics.of_file(3), || panic!("no such sign"));
        assert_eq!(read, None);
        let found = diagnostics.into_vec();
        assert_eq!(found[0].file, 3);
        let expected = Problem::ReaderPanicked("no such sign".to_owned());
        assert_eq!(found[0].problem, expected);
    }
}
