//! Finds the forms of many terms in a text, in one pass over it.

use std::ops::Range;

use aho_corasick::{AhoCorasick, BuildError};

use super::abbreviated::join_abbreviations;
use super::mention::Mention;
use super::term::{Case, Term};
use super::web_address::web_addresses;
use crate::analysis::{FoldedText, Folding};
use crate::library::id::TermId;

/// Looks for all forms of the terms of a library at once.
///
/// A form counts where it stands as whole words, as [`FoldedText::is_whole`] has it, however text and
/// form are encoded; capitals count where the term says so. Within one term the longest form that
/// begins at a place counts and nothing inside it does; two terms do not hinder each other, so
/// "cyberspace sovereignty" is a mention of sovereignty as well. Straight and curly apostrophes are
/// the same. A name with its own abbreviation in brackets is one mention, and what stands in a web
/// address is none.
#[derive(Debug, Clone)]
pub struct TermMatcher {
    automaton: AhoCorasick,
    /// What each pattern of the automaton is.
    patterns: Vec<Pattern>,
}

#[derive(Debug, Clone)]
struct Pattern {
    term: TermId,
    form: usize,
    /// The letters as they have to stand, for a term where capitals matter.
    exact: Option<String>,
}

impl TermMatcher {
    /// For these terms.
    ///
    /// # Errors
    /// Only where the forms are too many for the automaton: billions of bytes.
    pub fn new(terms: &[Term]) -> Result<Self, BuildError> {
        let mut patterns = Vec::new();
        let mut folded = Vec::new();
        for term in terms {
            for (form, text) in term.forms.iter().enumerate() {
                folded.push(FoldedText::of(text, Folding::Case).text);
                patterns.push(Pattern {
                    term: term.id,
                    form,
                    exact: (term.case == Case::Sensitive).then(|| with_capitals(text)),
                });
            }
        }
        Ok(Self {
            automaton: AhoCorasick::new(&folded)?,
            patterns,
        })
    }

    /// Every mention in a text, by term, then by place.
    #[must_use]
    pub fn find(&self, text: &str) -> Vec<Mention> {
        let addresses = web_addresses(text);
        let in_address = |range: &Range<usize>| {
            let mut addresses = addresses.iter();
            addresses.any(|address| range.start < address.end && address.start < range.end)
        };
        let folded = FoldedText::of(text, Folding::Case);
        let mut found: Vec<Mention> = self
            .automaton
            .find_overlapping_iter(&folded.text)
            .filter_map(|hit| {
                let pattern = &self.patterns[hit.pattern().as_usize()];
                let range = folded.unfolded(&hit.range())?;
                let stretch = &text[range.clone()];
                let exact = pattern.exact.as_ref();
                let right_case = exact.is_none_or(|exact| *exact == with_capitals(stretch));
                let counts = right_case && folded.is_whole(&hit.range()) && !in_address(&range);
                counts.then_some(Mention {
                    term: pattern.term,
                    range,
                    form: pattern.form,
                    in_brackets: None,
                })
            })
            .collect();
        found.sort_by_key(|m| (m.term, m.range.start, std::cmp::Reverse(m.range.end)));
        let mut last: Option<(TermId, usize)> = None;
        found.retain(|mention| {
            let inside =
                last.is_some_and(|(term, end)| term == mention.term && mention.range.start < end);
            if !inside {
                last = Some((mention.term, mention.range.end));
            }
            !inside
        });
        join_abbreviations(text, found)
    }
}

/// The letters of a form as they are compared where capitals matter.
fn with_capitals(form: &str) -> String {
    FoldedText::of(form, Folding::Encoding)
        .text
        .replace('’', "'")
}

#[cfg(test)]
mod tests {
    use super::TermMatcher;
    use crate::library::{Case, Id, Slug, Term, TermId, TermKind};

    fn term(id: usize, forms: &[&str], case: Case) -> Term {
        Term {
            id: TermId::new(id),
            slug: Slug::parse("x").unwrap(),
            label: String::new(),
            kind: TermKind::Concept,
            expansion: None,
            definition: String::new(),
            forms: forms.iter().map(|&form| form.to_owned()).collect(),
            aliases: Vec::new(),
            keywords: Vec::new(),
            case,
            zh: None,
            see_also: Vec::new(),
        }
    }

    #[test]
    fn whole_words_longest_first_once_in_a_term() {
        let terms = [
            term(0, &["sovereignty"], Case::Insensitive),
            term(1, &["UN", "UN Charter"], Case::Sensitive),
            term(2, &["cyber sovereignty", "cyber"], Case::Insensitive),
            term(3, &["countries' rights"], Case::Insensitive),
        ];
        let text =
            "Cyber sovereignty; the UN Charter, un, UNGGE, UN-led; countries’ rights, SOVEREIGNTY.";
        let found: Vec<(usize, &str)> = TermMatcher::new(&terms)
            .unwrap()
            .find(text)
            .into_iter()
            .map(|mention| (mention.term.index(), &text[mention.range]))
            .collect();
        assert_eq!(
            found,
            [
                (0, "sovereignty"),
                (0, "SOVEREIGNTY"),
                (1, "UN Charter"),
                (1, "UN"),
                (2, "Cyber sovereignty"),
                (3, "countries’ rights"),
            ]
        );
    }

    #[test]
    fn forms_are_found_however_they_are_encoded() {
        let terms = [
            term(0, &["école"], Case::Insensitive),
            term(1, &["cyberspace"], Case::Insensitive),
            term(2, &["网络主权"], Case::Insensitive),
            term(3, &["البيانات"], Case::Insensitive),
            term(4, &["Pāli"], Case::Sensitive),
        ];
        for text in [
            "L’*École*, *ÉCOLE*, *e\u{301}cole*; ecole, écoles",
            "*cyber\u{ad}space*, *Cyber\u{200b}space*",
            "国家*网络主权*原则，网络",
            "حماية *الْبَيَانَات*",
            "*Pāli*, *Pa\u{304}li*, pāli, Pali",
        ] {
            assert_eq!(marked(&terms, &text.replace('*', "")), text);
        }
    }

    /// What is found in a text, marked.
    fn marked(terms: &[Term], text: &str) -> String {
        let mut marked = String::new();
        let mut end = 0;
        for mention in TermMatcher::new(terms).unwrap().find(text) {
            marked += &text[end..mention.range.start];
            marked += &format!("*{}*", &text[mention.range.clone()]);
            end = mention.range.end;
        }
        marked + &text[end..]
    }

    #[test]
    fn name_with_its_abbreviation_in_brackets_is_one_mention() {
        let un = ["United Nations", "UN", "UNs"];
        let terms = [term(0, &un, Case::Sensitive)];
        for text in [
            "the *United Nations (UN)* of the *UN*",
            "*United Nations [UN]*",
            "*United Nations (“UN”)*",
            "*United Nations (\"UN\")*",
            "*United Nations (the “UN”)*",
            "*United Nations (or ‘UN’ )*",
            "“*United Nations” (UN)*",
            "*UN (United Nations)*",
            "*United Nations (UNs)* and *United Nations*",
            // What has more in its brackets is a remark, and a mention of its own.
            "*United Nations* (a *UN* body)",
            "*United Nations* (*UN*, 1945)",
            "*United Nations* (*UN*-led)",
            "*United Nations*, *UN*",
            "*United Nations* (*United Nations*)",
            "*United Nations (UN)* (*UN*)",
        ] {
            assert_eq!(marked(&terms, &text.replace('*', "")), text);
        }
        let concept = [term(
            0,
            &["spying", "cyber surveillance"],
            Case::Insensitive,
        )];
        let text = "*spying* (*cyber surveillance*)";
        assert_eq!(marked(&concept, &text.replace('*', "")), text);
    }

    #[test]
    fn what_stands_in_a_web_address_is_no_mention() {
        let terms = [term(0, &["icann"], Case::Insensitive)];
        for text in [
            "*ICANN* at https://www.icann.org/icann?icann=icann and *ICANN*",
            "<http://icann.org> *icann*",
            "www.icann.org/en, *icann*",
            "“https://icann.org” “*icann*”",
        ] {
            assert_eq!(marked(&terms, &text.replace('*', "")), text);
        }
    }
}
