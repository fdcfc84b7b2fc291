//! The tests of the whole program, in one binary.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

mod outline;
mod support;
mod words;
