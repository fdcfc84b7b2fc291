//! Entries with their words, and the index that finds them.

use std::ops::Range;

use tantivy::directory::RamDirectory;
use tantivy::query::{BooleanQuery, BoostQuery, DisjunctionMaxQuery, EnableScoring};
use tantivy::query::{PhraseQuery, Query, TermQuery};
use tantivy::schema::{Field, IndexRecordOption, Schema, TextFieldIndexing, TextOptions};
use tantivy::tokenizer::{PreTokenizedString, Token as IndexToken};
use tantivy::{Index, IndexBuilder, ReloadPolicy, Searcher, TantivyDocument, Term};

use super::source::{PassageDraft, Source, Zone};
use crate::library::{Id, IdMap, PageSectionId};
use crate::search::words::{Vocabulary, narrow, tokens};

/// Entries of one sort, ranked against each other. They are indexed in the order of their ids, so
/// that the index's number for an entry is the place of its id.
#[derive(Debug)]
pub struct EntryIndex<I> {
    /// The passages of each entry.
    entries: IdMap<I, Range<u32>>,
    passages: Vec<IndexedPassage>,
    /// The words of all passages, by number.
    words: Vec<u32>,
    searcher: Searcher,
    fields: [Field; Zone::ALL.len()],
}

/// A stretch of words in an entry; no phrase crosses its end.
#[derive(Debug)]
pub struct IndexedPassage {
    /// What sort of words they are.
    pub zone: Zone,
    /// Where they are.
    pub source: Source,
    words: Range<u32>,
}

impl IndexedPassage {
    /// The headed stretch of a page that it stands in.
    pub fn page_section(&self) -> Option<PageSectionId> {
        match self.source {
            Source::Page(section) => section,
            Source::Text(_) | Source::Unlocated => None,
        }
    }
}

/// What is looked for in the index: stems in a row, or one alone.
pub struct SoughtStems<'a> {
    /// The letters of the stems.
    pub stems: Vec<&'a str>,
    /// How much it counts, 1 for what was typed.
    pub weight: f32,
}

/// How much a hit in each zone counts, in the order of the zones. A label stands in its paragraph
/// as well.
const BOOSTS: [f32; Zone::ALL.len()] = [1.6, 0.8, 1.0, 0.35];

/// How many bytes the index's table of words begins with; it grows.
const TABLE: usize = 1 << 20;

impl<I: Id> EntryIndex<I> {
    /// An index of these entries, in the order of their ids.
    ///
    /// # Errors
    /// What the index finds fault with. It is in memory, so that would be a fault of its own.
    pub fn of<'a>(
        drafts: impl Iterator<Item = Vec<PassageDraft<'a>>>,
        vocabulary: &mut Vocabulary,
    ) -> tantivy::Result<Self> {
        let (schema, fields) = schema();
        let builder = IndexBuilder::new().schema(schema);
        let mut writer = builder.single_segment_index_writer(RamDirectory::create(), TABLE)?;
        let (mut entries, mut passages, mut words) = (IdMap::default(), Vec::new(), Vec::new());
        for drafts in drafts {
            let first = narrow(passages.len());
            let mut document = TantivyDocument::new();
            for draft in drafts {
                let from = words.len();
                let found = tokens(&draft.text).into_iter();
                words.extend(found.map(|token| vocabulary.add(&token.folded)));
                let row = index_row(&words[from..], vocabulary);
                document.add_pre_tokenized_text(fields[draft.zone as usize], row);
                passages.push(IndexedPassage {
                    zone: draft.zone,
                    source: draft.source,
                    words: narrow(from)..narrow(words.len()),
                });
            }
            entries.push(first..narrow(passages.len()));
            writer.add_document(document)?;
        }
        let index: Index = writer.finalize()?;
        let reader = index
            .reader_builder()
            .reload_policy(ReloadPolicy::Manual)
            .try_into()?;
        Ok(Self {
            entries,
            passages,
            words,
            searcher: reader.searcher(),
            fields,
        })
    }

    /// How many entries there are.
    pub fn count(&self) -> usize {
        self.entries.values().len()
    }

    /// The passages of an entry.
    pub fn passages(&self, entry: I) -> &[IndexedPassage] {
        let passages = &self.entries[entry];
        &self.passages[passages.start as usize..passages.end as usize]
    }

    /// The words of a passage, by number.
    pub fn words(&self, passage: &IndexedPassage) -> &[u32] {
        &self.words[passage.words.start as usize..passage.words.end as usize]
    }

    /// Every entry that has any of what is sought, with its score by BM25: that of the best.
    pub fn find(&self, sought: &[SoughtStems<'_>]) -> Vec<(I, f32)> {
        let queries: Vec<Box<dyn Query>> = sought.iter().map(|one| self.query(one)).collect();
        let query = DisjunctionMaxQuery::new(queries);
        let mut found = Vec::new();
        let Some(segment) = self.searcher.segment_readers().first() else {
            return found;
        };
        // An index in memory is read without fail; a fault of its library would find nothing.
        if let Ok(weight) = query.weight(EnableScoring::enabled_from_searcher(&self.searcher)) {
            let mut add = |entry: u32, score: f32| found.push((I::new(entry as usize), score));
            let _ = weight.for_each(segment, &mut add);
        }
        found
    }

    /// Whether any entry has these stems in a row.
    pub fn has(&self, stems: Vec<&str>) -> bool {
        let weight = 1.0;
        !self.find(&[SoughtStems { stems, weight }]).is_empty()
    }

    fn query(&self, sought: &SoughtStems<'_>) -> Box<dyn Query> {
        let in_fields = self.fields.iter().zip(BOOSTS).map(|(&field, boost)| {
            let mut terms: Vec<Term> = sought
                .stems
                .iter()
                .map(|stem| Term::from_field_text(field, stem))
                .collect();
            let query: Box<dyn Query> = match terms.len() {
                1 => Box::new(TermQuery::new(
                    terms.remove(0),
                    IndexRecordOption::WithFreqs,
                )),
                _ => Box::new(PhraseQuery::new(terms)),
            };
            Box::new(BoostQuery::new(query, boost * sought.weight)) as Box<dyn Query>
        });
        Box::new(BooleanQuery::union(in_fields.collect()))
    }
}

fn schema() -> (Schema, [Field; Zone::ALL.len()]) {
    let mut schema = Schema::builder();
    let indexing = TextFieldIndexing::default()
        .set_tokenizer("raw")
        .set_index_option(IndexRecordOption::WithFreqsAndPositions);
    let options = TextOptions::default().set_indexing_options(indexing);
    let names = ["heading", "label", "text", "note"];
    let fields = names.map(|name| schema.add_text_field(name, options.clone()));
    (schema.build(), fields)
}

/// The stems of words, as the index takes them.
fn index_row(words: &[u32], vocabulary: &Vocabulary) -> PreTokenizedString {
    let tokens = words
        .iter()
        .enumerate()
        .map(|(position, &word)| IndexToken {
            position,
            text: vocabulary.stem_letters(vocabulary.stem_of(word)).to_owned(),
            ..IndexToken::default()
        });
    PreTokenizedString {
        text: String::new(),
        tokens: tokens.collect(),
    }
}
