//! From an English word to what all of its forms have in common.

use std::borrow::Cow;

use frostem::{Algorithm, Stemmer};

use super::word_lists::WordLists;

/// What all forms and spellings of a folded word share. It is no word for people to read.
///
/// British and American spellings are made one, then the Snowball stemmer takes the endings off,
/// except where a list says that it would bring together words of different meaning or miss a form.
pub fn english_stem(folded: &str, lists: &WordLists) -> String {
    let spelled = american(folded, lists);
    if let Some(first) = lists.apart.get(&*spelled) {
        // No stem has such a sign, so this is nobody else's.
        return format!("={first}");
    }
    let word = lists.same.get(&*spelled).map_or(&*spelled, String::as_str);
    Stemmer::new(Algorithm::English).stem(word).into_owned()
}

/// A word in American spelling. What comes of a word that was American before need not be a word:
/// "exercize" does as well, since all its forms become the like.
fn american<'a>(word: &'a str, lists: &WordLists) -> Cow<'a, str> {
    let mut spellings = lists.spellings.iter();
    if let Some((british, american)) = spellings.find(|(british, _)| word.starts_with(*british)) {
        return format!("{american}{}", &word[british.len()..]).into();
    }
    let ended = lists.endings.iter().find_map(|(british, american)| {
        let rest = word.strip_suffix(british.as_str())?;
        (rest.len() > 2).then(|| format!("{rest}{american}"))
    });
    ended.map_or(word.into(), Cow::from)
}
