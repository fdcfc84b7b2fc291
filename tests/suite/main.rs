//! The tests of the whole program, in one binary: they share what they need and link once.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

mod support;
mod wire;

mod caching;
mod command_line;
mod crawl;
mod diagnostics;
mod encodings;
mod http;
mod mutations;
mod outline;
mod pages;
mod slow_clients;
mod stopping;
mod words;
