//! The words that only one text uses, in a column for each text.

use super::columns::listed_documents;
use crate::library::Document;
use crate::site::context::RenderContext;
use crate::site::shell::thousands;
use crate::study::exclusive_words::ExclusiveWord;

/// How many words a column has.
const MOST_WORDS: usize = 40;

/// The columns of the first few texts.
pub struct ExclusiveWords<'a> {
    pub columns: Vec<ExclusiveColumn<'a>>,
    /// How many texts there are, where some have no column.
    pub texts: Option<usize>,
}

/// The words that no other text uses, the most frequent first.
pub struct ExclusiveColumn<'a> {
    pub document: &'a Document,
    /// `1,204 words, used 2,310 times`.
    pub total: String,
    pub words: &'a [ExclusiveWord],
}

impl<'a> ExclusiveWords<'a> {
    /// `None` where there is no other text.
    pub fn new(ctx: RenderContext<'a>) -> Option<Self> {
        let texts = ctx.library.documents().len();
        if texts < 2 {
            return None;
        }
        let listed = listed_documents(ctx.library);
        let columns = listed.into_iter();
        let columns: Vec<_> = columns
            .map(|document| ExclusiveColumn::new(ctx, document))
            .collect();
        Some(Self {
            texts: (texts > columns.len()).then_some(texts),
            columns,
        })
    }
}

impl<'a> ExclusiveColumn<'a> {
    fn new(ctx: RenderContext<'a>, document: &'a Document) -> Self {
        let words = ctx.study.exclusive_words(ctx.library, document.id);
        Self {
            document,
            total: format!(
                "{} words, used {} times",
                thousands(words.len()),
                thousands(words.iter().map(|word| word.count).sum())
            ),
            words: &words[..words.len().min(MOST_WORDS)],
        }
    }
}
