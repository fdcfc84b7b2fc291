//! What two sections are both about, by the words that their titles share.

use std::collections::BTreeSet;

use crate::analysis::{Word, is_unspaced, words};
use crate::library::{Library, Section};

/// A word that more titles than this have tells no pair of sections from others.
const MOST_TITLES: usize = 5;

/// The longest stretch of the first title whose words the second has too, with a capital:
/// `Sovereignty`; `None` where they share none that tells them from other sections.
pub fn shared_subject(library: &Library, first: &Section, second: &Section) -> Option<String> {
    // A heading may have no title beside its number.
    if first.number.as_ref() == Some(&first.title) {
        return None;
    }
    let theirs: BTreeSet<String> = folded(&second.title).collect();
    let is_shared =
        |word: &Word| theirs.contains(&word.folded) && library.words.is_content(&word.folded);
    let own = words(&first.title);
    let tells: Vec<bool> = own
        .iter()
        .map(|word| is_shared(word) && is_telling(library, &word.folded))
        .collect();
    let (start, end) = longest_stretch(library, &own, &tells)?;
    // A sign of a script without spaces is no word alone.
    if start == end && own[start].folded.starts_with(is_unspaced) {
        return None;
    }
    let range = own[start].range.start..own[end].range.end;
    let subject = &first.title[range];
    let mut letters = subject.chars();
    let capital = letters.next()?.to_uppercase();
    Some(capital.chain(letters).collect())
}

/// The first and the last word of the stretch with the most telling words, each counted once, and
/// with no words between them but those of grammar; of equals, the first.
fn longest_stretch(library: &Library, own: &[Word], tells: &[bool]) -> Option<(usize, usize)> {
    let mut best: Option<(usize, usize)> = None;
    let mut most = 0;
    let mut start = 0;
    let mut met: BTreeSet<&str> = BTreeSet::new();
    for (at, word) in own.iter().enumerate() {
        if tells[at] {
            if met.is_empty() {
                start = at;
            }
            met.insert(&word.folded);
            if met.len() > most {
                most = met.len();
                best = Some((start, at));
            }
        } else if library.words.is_content(&word.folded) {
            met.clear();
        }
    }
    best
}

/// Whether few titles have a word, no kind of section is called by it, and it is not what titles bid.
fn is_telling(library: &Library, word: &str) -> bool {
    let is_kind = library.kinds().iter().any(|kind| {
        let names = [kind.noun(1), kind.noun(2)];
        names.iter().any(|name| name == word)
    });
    let has = |section: &&Section| folded(&section.title).any(|own| own == word);
    let titles = library.sections().iter().filter(has);
    !is_kind
        && !library.words.biddings.contains(word)
        && titles.take(MOST_TITLES + 1).count() <= MOST_TITLES
}

fn folded(title: &str) -> impl Iterator<Item = String> {
    words(title).into_iter().map(|word| word.folded)
}
