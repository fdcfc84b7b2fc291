//! The words of texts and queries: how they are told apart, what forms share, and which there are.

mod family;
mod stems;
mod tokens;
mod vocabulary;

pub use tokens::{Token, tokens};
pub use vocabulary::{Vocabulary, narrow};
