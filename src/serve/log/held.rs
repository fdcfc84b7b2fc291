//! Lines that are held for a moment and written together.

use std::io::{self, Write};
use std::mem::take;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use tracing_subscriber::fmt::MakeWriter;

/// How long lines are held: no one who reads along notices, and a busy server writes fifty times a second
/// in place of fifty thousand times.
const HELD_FOR: Duration = Duration::from_millis(20);

/// How many bytes are enough not to wait for more.
const ENOUGH: usize = 64 << 10;

/// How many bytes are held at most, while nobody takes them.
const MOST: usize = 4 << 20;

/// How long the end of the program waits until the last lines are taken.
const LAST_WAIT: Duration = Duration::from_secs(1);

/// Where lines are put. Never waits: a reader of the log who stalls must not stall the server.
#[derive(Clone)]
pub(super) struct HeldLines(Arc<Shared>);

struct Shared {
    held: Mutex<Held>,
    /// Told of the first line, of enough of them, and of the end.
    changed: Condvar,
    lost: AtomicUsize,
}

#[derive(Default)]
struct Held {
    bytes: Vec<u8>,
    lines: usize,
    is_ended: bool,
}

/// The thread that writes; when this is dropped, the lines that are held are written.
pub(super) struct Writing {
    lines: HeldLines,
    /// Closed when the thread has ended.
    ended: Receiver<()>,
}

impl HeldLines {
    /// Lines that a thread of its own writes here.
    pub(super) fn written_to(writer: impl Write + Send + 'static) -> io::Result<(Self, Writing)> {
        let lines = Self(Arc::new(Shared {
            held: Mutex::default(),
            changed: Condvar::new(),
            lost: AtomicUsize::new(0),
        }));
        let (open, ended) = channel();
        let written = lines.clone();
        thread::Builder::new()
            .name("log".to_owned())
            .spawn(move || written.write_all_to(writer, open))?;
        let writing = Writing {
            lines: lines.clone(),
            ended,
        };
        Ok((lines, writing))
    }

    /// How many lines were lost: those that nobody took in time, and those that could not be written.
    pub(super) fn lost(&self) -> usize {
        self.0.lost.load(Ordering::Relaxed)
    }

    /// Nothing panics while it has the lines, and what panics elsewhere is to be told.
    fn held(&self) -> MutexGuard<'_, Held> {
        self.0.held.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn put(&self, line: &[u8]) {
        let mut held = self.held();
        if held.bytes.len() + line.len() > MOST {
            self.0.lost.fetch_add(1, Ordering::Relaxed);
            return;
        }
        let before = held.bytes.len();
        held.bytes.extend_from_slice(line);
        held.lines += 1;
        let is_enough = before < ENOUGH && held.bytes.len() >= ENOUGH;
        drop(held);
        if before == 0 || is_enough {
            self.0.changed.notify_one();
        }
    }

    /// Waits for lines and takes them; `None` at the end.
    fn take(&self) -> Option<Held> {
        let changed = &self.0.changed;
        let held = changed.wait_while(self.held(), |held| held.bytes.is_empty() && !held.is_ended);
        let held = held.unwrap_or_else(PoisonError::into_inner);
        let is_short = |held: &mut Held| held.bytes.len() < ENOUGH && !held.is_ended;
        let waited = changed.wait_timeout_while(held, HELD_FOR, is_short);
        let (mut held, _) = waited.unwrap_or_else(PoisonError::into_inner);
        let is_ended = held.is_ended;
        let taken = take(&mut *held);
        held.is_ended = is_ended;
        (!taken.bytes.is_empty()).then_some(taken)
    }

    /// Lines that cannot be written are no failure: the next may be.
    fn write_all_to(&self, mut writer: impl Write, open: Sender<()>) {
        while let Some(taken) = self.take() {
            let written = writer.write_all(&taken.bytes);
            if written.and_then(|()| writer.flush()).is_err() {
                self.0.lost.fetch_add(taken.lines, Ordering::Relaxed);
            }
        }
        drop(open);
    }
}

impl Drop for Writing {
    fn drop(&mut self) {
        self.lines.held().is_ended = true;
        self.lines.0.changed.notify_one();
        // Nothing is ever sent: it resolves when the thread has ended.
        let _ = self.ended.recv_timeout(LAST_WAIT);
    }
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

impl<'a> MakeWriter<'a> for HeldLines {
    type Writer = &'a Self;

    fn make_writer(&'a self) -> &'a Self {
        self
    }
}

#[cfg(test)]
mod tests {
    use std::io::{self, Write};
    use std::sync::mpsc::{Receiver, Sender, channel};

    use super::{HeldLines, MOST};

    /// A reader of the log who takes something when he is told to, and tells what.
    struct Taker {
        may_take: Receiver<io::Result<()>>,
        taken: Sender<String>,
    }

    impl Write for Taker {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.may_take.recv().unwrap_or(Ok(()))?;
            let _ = self.taken.send(String::from_utf8_lossy(bytes).into_owned());
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn lines_come_in_order_and_the_last_before_the_end() -> io::Result<()> {
        let (let_take, may_take) = channel();
        let (taken, all_taken) = channel();
        let (lines, writing) = HeldLines::written_to(Taker { may_take, taken })?;
        drop(let_take);
        (&lines).write_all(b"first\n")?;
        let first = all_taken.recv();
        assert_eq!(first.as_deref(), Ok("first\n"));
        (&lines).write_all(b"second\n")?;
        (&lines).write_all(b"third\n")?;
        drop(writing);
        let others: String = all_taken.try_iter().collect();
        assert_eq!(others, "second\nthird\n");
        assert_eq!(lines.lost(), 0);
        Ok(())
    }

    #[test]
    fn what_nobody_takes_and_what_cannot_be_written_is_counted() -> io::Result<()> {
        let (let_take, may_take) = channel();
        let (taken, all_taken) = channel();
        let (lines, writing) = HeldLines::written_to(Taker { may_take, taken })?;
        // The writer is stuck with this one.
        (&lines).write_all(b"stuck\n")?;
        while !lines.held().bytes.is_empty() {
            std::thread::yield_now();
        }
        let long = vec![b'a'; MOST / 4];
        for _ in 0..7 {
            (&lines).write_all(&long)?;
        }
        assert_eq!(lines.lost(), 3);
        let _ = let_take.send(Ok(()));
        let _ = let_take.send(Err(io::ErrorKind::StorageFull.into()));
        drop(writing);
        assert_eq!(lines.lost(), 7);
        assert_eq!(all_taken.try_iter().count(), 1);
        Ok(())
    }
}
