//! Reads what a reader typed. Every text is a query: what makes no sense is passed over, and said.

use super::lexemes::{Lexeme, is_control, lexemes};
use super::notice::Notice;
use crate::analysis::{Word, is_unspaced, parts};

/// The most characters that are read.
pub const LONGEST: usize = 500;

/// The most words that are looked for.
pub const MOST_WORDS: usize = 24;

/// The fewest letters before a `*`.
const SHORTEST_PREFIX: usize = 2;

/// A query in parts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query {
    /// What is looked for: of each group any.
    pub groups: Vec<Vec<Atom>>,
    /// What must not be there.
    pub without: Vec<Atom>,
    /// The documents that are asked for, as typed after `doc:`.
    pub documents: Vec<String>,
    /// The kinds that are asked for, as typed after `kind:`.
    pub kinds: Vec<String>,
    /// What was passed over.
    pub notices: Vec<Notice>,
}

/// One thing to look for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Atom {
    /// A word, in any of its forms.
    Word(Word),
    /// All words that begin so.
    Prefix(Word),
    /// These words in a row, as they stand.
    Phrase(Vec<Word>),
    /// These words in a row, in any of their forms.
    Row(Vec<Word>),
    /// These signs in a row, which a script does not part into words.
    Run(Vec<Word>),
}

impl Atom {
    /// Its words, in order.
    #[must_use]
    pub fn words(&self) -> &[Word] {
        match self {
            Self::Word(word) | Self::Prefix(word) => std::slice::from_ref(word),
            Self::Phrase(words) | Self::Row(words) | Self::Run(words) => words,
        }
    }

    /// How many words it has.
    #[must_use]
    pub fn word_count(&self) -> usize {
        self.words().len()
    }
}

impl Query {
    /// Reads a query.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        let mut query = Self::default();
        if text.chars().any(is_control) {
            query.notice(Notice::ControlCharacters);
        }
        let mut words_left = MOST_WORDS;
        let mut join_next = false;
        let mut negate_next = false;
        for lexeme in lexemes(text) {
            let typed = &text[lexeme.range.clone()];
            if !lexeme.quoted && !lexeme.negated {
                match typed {
                    "OR" | "|" => {
                        join_next = !query.groups.is_empty();
                        continue;
                    }
                    "AND" | "&" => continue,
                    "NOT" => {
                        (negate_next, join_next) = (true, false);
                        continue;
                    }
                    _ => {}
                }
            }
            if !lexeme.quoted
                && let Some((filter, name)) = filter(typed)
            {
                join_next = false;
                if lexeme.negated || std::mem::take(&mut negate_next) {
                    query.notice(Notice::NegatedFilter);
                } else if !name.is_empty() {
                    match filter {
                        Filter::Document => query.documents.push(name.to_owned()),
                        Filter::Kind => query.kinds.push(name.to_owned()),
                    }
                }
                continue;
            }
            let negated = lexeme.negated || std::mem::take(&mut negate_next);
            let atoms = query.atoms(text, &lexeme, negated || join_next, &mut words_left);
            if negated {
                query.without.extend(atoms);
            } else if !atoms.is_empty() {
                let joined = std::mem::take(&mut join_next);
                match query.groups.last_mut().filter(|_| joined) {
                    Some(group) => group.extend(atoms),
                    None => query
                        .groups
                        .extend(atoms.into_iter().map(|atom| vec![atom])),
                }
            }
        }
        query
    }

    fn notice(&mut self, notice: Notice) {
        if !self.notices.contains(&notice) {
            self.notices.push(notice);
        }
    }

    /// What a lexeme asks for. Where `as_one`, its words are one thing.
    fn atoms(
        &mut self,
        text: &str,
        lexeme: &Lexeme,
        as_one: bool,
        words_left: &mut usize,
    ) -> Vec<Atom> {
        let typed = &text[lexeme.range.clone()];
        let mut runs = runs(parts(typed));
        let cut = runs.len() > *words_left;
        if cut {
            self.notice(Notice::TooManyWords);
            runs.truncate(*words_left);
        }
        *words_left -= runs.len();
        for word in runs.iter_mut().flatten() {
            let start = lexeme.range.start;
            word.range = start + word.range.start..start + word.range.end;
        }
        if lexeme.quoted {
            let words = runs.concat();
            return if words.is_empty() {
                Vec::new()
            } else {
                vec![Atom::Phrase(words)]
            };
        }
        let open = typed.ends_with('*') && !cut;
        let is_last = |run: &mut Vec<Word>| matches!(run.as_slice(), [word] if open && text[word.range.end..].starts_with('*'));
        let last = runs.pop_if(is_last).and_then(|mut run| run.pop());
        let long = |word: &Word| word.folded.chars().count() >= SHORTEST_PREFIX;
        let prefix = last.filter(long).map(Atom::Prefix);
        if open && prefix.is_none() {
            self.notice(Notice::ShortPrefix);
        }
        let words: Vec<Atom> = match runs.len() {
            2.. if as_one => vec![Atom::Row(runs.concat())],
            _ => runs.into_iter().filter_map(atom).collect(),
        };
        words.into_iter().chain(prefix).collect()
    }
}

/// One word alone, or several that touch.
fn atom(mut run: Vec<Word>) -> Option<Atom> {
    match run.len() {
        0 | 1 => run.pop().map(Atom::Word),
        _ => Some(Atom::Run(run)),
    }
}

/// Words in stretches: those that touch belong together where a script does not part its words.
fn runs(words: Vec<Word>) -> Vec<Vec<Word>> {
    let mut runs: Vec<Vec<Word>> = Vec::new();
    for word in words {
        let is_sign = |word: &Word| word.folded.starts_with(is_unspaced);
        match runs.last_mut() {
            Some(run)
                if run.last().is_some_and(|last| {
                    last.range.end == word.range.start && (is_sign(last) || is_sign(&word))
                }) =>
            {
                run.push(word);
            }
            _ => runs.push(vec![word]),
        }
    }
    runs
}

/// What a query can be narrowed to.
enum Filter {
    Document,
    Kind,
}

/// What stands after `doc:` or `kind:`, in any letter case.
fn filter(typed: &str) -> Option<(Filter, &str)> {
    let (name, value) = typed.split_once(':')?;
    let filter = match name.to_ascii_lowercase().as_str() {
        "doc" => Filter::Document,
        "kind" => Filter::Kind,
        _ => return None,
    };
    let value = value.trim_matches(|sign: char| !sign.is_alphanumeric());
    Some((filter, value))
}

#[cfg(test)]
mod tests {
    use super::{Atom, Query};

    /// A query in a form that shows how it was read.
    fn read(text: &str) -> String {
        let query = Query::parse(text);
        let row = |words: &[super::Word]| {
            let words: Vec<&str> = words.iter().map(|word| word.folded.as_str()).collect();
            words.join(" ")
        };
        let atom = |atom: &Atom| match atom {
            Atom::Word(word) => word.folded.clone(),
            Atom::Prefix(word) => format!("{}*", word.folded),
            Atom::Phrase(words) => format!("\"{}\"", row(words)),
            Atom::Row(words) | Atom::Run(words) => format!("({})", row(words)),
        };
        let any = |group: &Vec<Atom>| group.iter().map(atom).collect::<Vec<_>>().join("|");
        let mut parts: Vec<String> = query.groups.iter().map(any).collect();
        parts.extend(query.without.iter().map(|one| format!("-{}", atom(one))));
        parts.extend(query.documents.iter().map(|name| format!("doc:{name}")));
        parts.extend(query.kinds.iter().map(|name| format!("kind:{name}")));
        parts.extend(query.notices.iter().map(|notice| format!("{notice:?}")));
        parts.join(" ")
    }

    #[test]
    fn how_queries_are_read() {
        let cases = [
            ("Root servers?", "root servers"),
            ("“zero-sum game” -Cold", "\"zero sum game\" -cold"),
            ("\"not closed", "\"not closed\""),
            ("-\"cold war\" peace", "peace -\"cold war\""),
            ("privacy OR zero-sum | law", "privacy|(zero sum)|law"),
            ("OR a OR", "a"),
            ("a AND b NOT c", "a b -c"),
            ("zero-sum", "zero sum"),
            ("-zero-sum", "-(zero sum)"),
            ("cyber-secur* *", "cyber secur* ShortPrefix"),
            ("a*", "ShortPrefix"),
            (
                "doc:strategy KIND:Principle x",
                "x doc:strategy kind:Principle",
            ),
            ("- — a - b", "a b"),
            ("\u{0}nul\u{7f}", "nul ControlCharacters"),
            ("\"\" '' ()", ""),
            ("doc: -kind:goal a", "a NegatedFilter"),
            ("a OR NOT b c", "a c -b"),
            ("网络安全 第3条 law", "(网 络 安 全) (第 3 条) law"),
            ("网 -“网络”", "网 -\"网 络\""),
            ("l’État", "l état"),
        ];
        for (text, expected) in cases {
            assert_eq!(read(text), expected, "{text}");
        }
    }
}
