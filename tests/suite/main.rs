//! The tests of the whole program, in one binary: they share what they need and link once.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

mod support;
mod wire;

mod actor_rule;
mod adopt;
mod all_comparisons;
mod api;
mod auth;
mod base_url;
mod caching;
mod citations;
mod command_line;
mod compare;
mod concordance_pages;
mod constructs;
mod control_characters;
mod crawl;
mod diagnostics;
mod diagnostics_beside;
mod diagnostics_scholarship;
mod discovery;
mod embedded;
mod encodings;
mod european;
mod evidence;
mod export;
#[cfg(unix)]
mod export_search;
mod exports;
mod fixity;
mod growth;
mod handout;
mod house;
mod http;
mod languages;
mod listening;
mod metrics;
mod mutations;
mod outline;
mod page_cache;
mod pages;
mod permanent_ids;
mod pictures;
mod places;
mod programs;
mod protocol;
mod provenance;
mod proxies;
mod readings;
#[cfg(unix)]
mod reloading;
mod round_trip;
mod search;
mod search_http;
mod shared_wording;
mod slow_clients;
mod stopping;
mod study;
mod styles;
mod terms_pages;
mod tls;
mod unreadable;
mod warnings;
mod word_lists;
mod words;
