//! Lines that are held for a moment and written together.

use std::io::{self, ErrorKind, Write};
use std::mem::swap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

/// Short enough that nobody who follows the log notices; long enough that a busy server makes fifty writes a
/// second in place of fifty thousand.
const HELD_FOR: Duration = Duration::from_millis(20);

/// How many bytes are held at most, while nobody takes them.
const MOST: usize = 4 << 20;

/// How long shutdown waits for the last lines to be written.
const LAST_WAIT: Duration = Duration::from_secs(1);

/// Where lines are put. Never waits: a reader of the log who stalls must not stall the server.
#[derive(Default)]
pub(super) struct HeldLines {
    held: Mutex<Held>,
    /// Notified of the first line, and at the end.
    changed: Condvar,
    lost: AtomicUsize,
}

#[derive(Default)]
struct Held {
    bytes: Vec<u8>,
    is_ended: bool,
}

/// The thread that writes; when this is dropped, the lines that are held are written.
pub(super) struct Writing {
    lines: Arc<HeldLines>,
    /// Closed when the thread has ended.
    ended: Receiver<()>,
}

impl Writing {
    /// Starts a thread that writes the lines.
    pub(super) fn start(
        lines: &Arc<HeldLines>,
        writer: impl Write + Send + 'static,
    ) -> io::Result<Self> {
        let (open, ended) = channel();
        let written = Arc::clone(lines);
        let thread = thread::Builder::new().name("log".to_owned());
        thread.spawn(move || {
            written.write_all_to(writer);
            drop(open);
        })?;
        Ok(Self {
            lines: Arc::clone(lines),
            ended,
        })
    }
}

impl Drop for Writing {
    fn drop(&mut self) {
        self.lines.held().is_ended = true;
        self.lines.changed.notify_one();
        // Nothing is ever sent: this returns when the thread has ended, or has had its time.
        let _: Result<(), _> = self.ended.recv_timeout(LAST_WAIT);
    }
}

impl HeldLines {
    /// How many lines were lost: those that nobody took in time, and those that could not be written.
    pub(super) fn lost(&self) -> usize {
        self.lost.load(Ordering::Relaxed)
    }

    /// Nothing panics while it holds the lock, and a panic elsewhere is to be logged all the same.
    fn held(&self) -> MutexGuard<'_, Held> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes a line, or loses it.
    pub(super) fn put(&self, line: &[u8]) {
        let mut held = self.held();
        let before = held.bytes.len();
        if before + line.len() > MOST {
            self.lost.fetch_add(1, Ordering::Relaxed);
            return;
        }
        held.bytes.extend_from_slice(line);
        drop(held);
        if before == 0 {
            self.changed.notify_one();
        }
    }

    /// Waits for lines and takes them in exchange for an empty buffer; there are none at the end.
    fn take(&self, taken: &mut Vec<u8>) {
        taken.clear();
        let is_idle = |held: &mut Held| held.bytes.is_empty() && !held.is_ended;
        let held = self.changed.wait_while(self.held(), is_idle);
        let held = held.unwrap_or_else(PoisonError::into_inner);
        let goes_on = |held: &mut Held| !held.is_ended;
        let held = self.changed.wait_timeout_while(held, HELD_FOR, goes_on);
        let (mut held, _) = held.unwrap_or_else(PoisonError::into_inner);
        swap(taken, &mut held.bytes);
    }

    /// What cannot be written is counted and left: the next may be written.
    fn write_all_to(&self, mut writer: impl Write) {
        let (mut taken, mut is_torn) = (Vec::new(), false);
        loop {
            self.take(&mut taken);
            if taken.is_empty() {
                return;
            }
            let mut written = 0;
            if !is_torn || write(&mut writer, b"\n") == 1 {
                written = write(&mut writer, &taken);
                is_torn = written > 0 && taken[written - 1] != b'\n';
            }
            let unwritten = taken[written..].split_inclusive(|byte| *byte == b'\n');
            self.lost.fetch_add(unwritten.count(), Ordering::Relaxed);
        }
    }
}

/// Writes as much as can be written, and says how many bytes that is.
fn write(writer: &mut impl Write, bytes: &[u8]) -> usize {
    let mut written = 0;
    while written < bytes.len() {
        match writer.write(&bytes[written..]) {
            Ok(0) => break,
            Ok(count) => written += count,
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(_) => break,
        }
    }
    written
}

impl Write for &HeldLines {
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        self.put(line);
        Ok(line.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::io::{self, Write};
    use std::sync::Arc;
    use std::sync::mpsc::{Receiver, Sender, channel};
    use std::thread::yield_now;
    use std::time::{Duration, Instant};

    use super::{HELD_FOR, HeldLines, MOST, Writing};

    /// A writer that accepts so many bytes when the test lets it, and reports what it got.
    struct Taker {
        may_take: Receiver<io::Result<usize>>,
        taken: Sender<String>,
    }

    impl Write for Taker {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            let most = self.may_take.recv().unwrap_or(Ok(usize::MAX))?;
            let bytes = &bytes[..most.min(bytes.len())];
            let _ = self.taken.send(String::from_utf8_lossy(bytes).into_owned());
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    struct Log {
        lines: Arc<HeldLines>,
        writing: Writing,
        let_take: Sender<io::Result<usize>>,
        taken: Receiver<String>,
    }

    impl Log {
        fn start() -> io::Result<Self> {
            let (let_take, may_take) = channel();
            let (told, taken) = channel();
            let lines = Arc::default();
            let writer = Taker {
                may_take,
                taken: told,
            };
            Ok(Self {
                writing: Writing::start(&lines, writer)?,
                lines,
                let_take,
                taken,
            })
        }

        fn put(&self, line: &str) -> io::Result<()> {
            (&*self.lines).write_all(line.as_bytes())
        }

        /// Puts a line, which the writer has then taken and is stuck with.
        fn put_alone(&self, line: &str) -> io::Result<()> {
            self.put(line)?;
            while !self.lines.held().bytes.is_empty() {
                yield_now();
            }
            Ok(())
        }
    }

    #[test]
    fn lines_are_written_together_in_order_and_the_last_before_the_end() -> io::Result<()> {
        let Log {
            lines,
            writing,
            let_take,
            taken,
        } = Log::start()?;
        drop(let_take);
        let begun = Instant::now();
        (&*lines).write_all(b"first\n")?;
        assert_eq!(taken.recv().as_deref(), Ok("first\n"));
        assert!(begun.elapsed() >= HELD_FOR);
        (&*lines).write_all(b"second\n")?;
        (&*lines).write_all(b"third\n")?;
        drop(writing);
        assert_eq!(taken.try_iter().collect::<String>(), "second\nthird\n");
        assert_eq!(lines.lost(), 0);
        Ok(())
    }

    #[test]
    fn lines_that_nobody_takes_are_lost_and_counted() -> io::Result<()> {
        let log = Log::start()?;
        log.put_alone("stuck\n")?;
        let quarter = format!("{}\n", "a".repeat(MOST / 4 - 1));
        for _ in 0..7 {
            log.put(&quarter)?;
        }
        assert_eq!(log.lines.lost(), 3);
        Ok(())
    }

    #[test]
    fn lines_that_cannot_be_written_are_counted_and_tear_no_other() -> io::Result<()> {
        let log = Log::start()?;
        let full = || Err(io::ErrorKind::StorageFull.into());
        log.put_alone("lost\n")?;
        log.put("written\ntorn\nlost\n")?;
        for accepted in [full(), Ok(11), full()] {
            let _ = log.let_take.send(accepted);
        }
        while log.lines.lost() < 3 {
            yield_now();
        }
        log.put("whole\n")?;
        let Log {
            lines,
            writing,
            let_take,
            taken,
        } = log;
        drop(let_take);
        drop(writing);
        let written: String = taken.try_iter().collect();
        assert_eq!(written, "written\ntor\nwhole\n");
        assert_eq!(lines.lost(), 3);
        Ok(())
    }

    #[test]
    fn a_writer_that_is_stuck_does_not_hold_up_the_end() -> io::Result<()> {
        let log = Log::start()?;
        log.put_alone("stuck\n")?;
        let begun = Instant::now();
        drop(log.writing);
        assert!(begun.elapsed() < Duration::from_secs(30));
        Ok(())
    }
}
