//! Work that nobody waits for.

use std::io;
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::thread;

/// Starts a thread that works through the items, until there is none left or the work breaks off.
/// A panic, which the log tells, ends the work on one item only.
///
/// # Errors
/// If the system has no thread for it.
pub(super) fn work_through<T>(
    name: &str,
    items: impl IntoIterator<Item = T> + Send + 'static,
    work: impl Fn(T) -> ControlFlow<()> + Send + 'static,
) -> io::Result<()> {
    let run = move || {
        for item in items {
            // What is half done of an item is dropped with it.
            let done = catch_unwind(AssertUnwindSafe(|| work(item)));
            if let Ok(ControlFlow::Break(())) = done {
                break;
            }
        }
    };
    thread::Builder::new().name(name.to_owned()).spawn(run)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::ops::ControlFlow;
    use std::sync::mpsc::channel;

    use super::work_through;

    #[test]
    fn panic_ends_the_work_on_one_item_only() -> std::io::Result<()> {
        let (done, results) = channel();
        work_through("test", 1..=6, move |item| {
            assert_ne!(item % 2, 0, "no work on even numbers");
            let _ = done.send(item);
            ControlFlow::Continue(())
        })?;
        assert_eq!(results.iter().collect::<Vec<_>>(), [1, 3, 5]);
        Ok(())
    }

    #[test]
    fn work_that_breaks_off_leaves_the_rest() -> std::io::Result<()> {
        let (done, results) = channel();
        work_through("test", 1.., move |item| {
            let _ = done.send(item);
            if item < 3 {
                ControlFlow::Continue(())
            } else {
                ControlFlow::Break(())
            }
        })?;
        assert_eq!(results.iter().collect::<Vec<_>>(), [1, 2, 3]);
        Ok(())
    }
}
