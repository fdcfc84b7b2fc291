//! Finished names for headings: what they have of their own stays, the rest follows from their words.

use std::collections::{HashMap, HashSet};
use std::fmt;

use super::heading::{HeadingReading, read_heading};
use super::kind_word::PLAIN;
use super::numeral::{Form, roman};
use super::references::{Numbered, references};
use super::slug::slug_of;
use crate::library::{Kind, Number, Slug};

/// A heading that lacks some of its names.
#[derive(Debug, Clone)]
pub struct UnnamedHeading {
    /// Its level, of which a lower one is further out.
    pub level: u8,
    /// Its words, without markup and attributes.
    pub text: String,
    /// The names that it has.
    pub own: OwnNames,
}

/// The names that a heading has of its own, each sound.
#[derive(Debug, Clone, Default)]
pub struct OwnNames {
    /// `#sovereignty`
    pub slug: Option<Slug>,
    /// `.principle`, which need not be declared.
    pub kind: Option<String>,
    /// `ref=II.2`
    pub number: Option<Number>,
}

/// All names of a heading, shown as its attributes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeadingNames {
    pub slug: String,
    pub kind: String,
    pub number: String,
}

impl fmt::Display for HeadingNames {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{{#{} .{} ref={}}}", self.slug, self.kind, self.number)
    }
}

/// Names for the headings of one document, in its order: no two have the same id or reference, and
/// none meets a name that the site keeps for itself.
pub fn propose(headings: &[UnnamedHeading], declared: &[Kind]) -> Vec<HeadingNames> {
    let readings = headings.iter().map(|one| read_heading(&one.text, declared));
    let mut readings: Vec<HeadingReading<'_>> = readings.collect();
    in_one_form(&mut readings);
    let usual = usual_kinds(headings);
    let kinds = headings.iter().zip(&readings).map(|(heading, reading)| {
        let own = heading.own.kind.clone().or_else(|| reading.kind.clone());
        let usual = || usual.get(&heading.level).map(|kind| (*kind).to_owned());
        own.or_else(usual).unwrap_or_else(|| PLAIN.to_owned())
    });
    let kinds: Vec<String> = kinds.collect();
    let parents = parents(headings);
    let numbered = headings.iter().zip(&readings).enumerate();
    let numbered = numbered.map(|(at, (heading, reading))| Numbered {
        level: heading.level,
        kind: &kinds[at],
        is_plain: reading.kind.is_none(),
        number: reading.number.as_ref().map(|one| one.text.as_str()),
        title: if reading.title.is_empty() {
            &heading.text
        } else {
            reading.title
        },
        parent: parents[at],
        own: heading.own.number.as_ref(),
    });
    let numbers = references(&numbered.collect::<Vec<_>>(), declared);
    let mut slugs = Slugs::of(headings);
    let all = readings.iter().zip(kinds).zip(numbers).zip(headings);
    all.map(|(((reading, kind), number), heading)| HeadingNames {
        slug: match &heading.own.slug {
            Some(own) => own.to_string(),
            None => slugs.free(reading, &kind, &number),
        },
        kind,
        number,
    })
    .collect()
}

/// Writes numbers in words as the others of their kind are printed: `TITRE PREMIER` comes before
/// `TITRE II`.
fn in_one_form(readings: &mut [HeadingReading<'_>]) {
    let form = |one: &HeadingReading<'_>| one.number.as_ref().map(|number| number.form);
    let roman_kinds: HashSet<String> = readings
        .iter()
        .filter(|one| form(one) == Some(Form::Roman))
        .filter_map(|one| one.kind.clone())
        .collect();
    for reading in readings {
        let is_roman = reading
            .kind
            .as_ref()
            .is_some_and(|kind| roman_kinds.contains(kind));
        if let Some(number) = reading
            .number
            .as_mut()
            .filter(|one| is_roman && one.form == Form::Words)
            && let Ok(value) = number.text.parse()
        {
            number.text = roman(value);
        }
    }
}

/// The kind that most headings of a level have that have one.
fn usual_kinds(headings: &[UnnamedHeading]) -> HashMap<u8, &str> {
    let mut counts: HashMap<(u8, &str), usize> = HashMap::new();
    for heading in headings {
        if let Some(kind) = &heading.own.kind {
            *counts.entry((heading.level, kind)).or_default() += 1;
        }
    }
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by_key(|&((level, kind), count)| (level, count, std::cmp::Reverse(kind)));
    counts
        .into_iter()
        .map(|((level, kind), _)| (level, kind))
        .collect()
}

/// The heading that each stands under.
fn parents(headings: &[UnnamedHeading]) -> Vec<Option<usize>> {
    let mut open: Vec<usize> = Vec::new();
    let parents = headings.iter().enumerate().map(|(at, heading)| {
        while open
            .pop_if(|above| headings[*above].level >= heading.level)
            .is_some()
        {}
        let parent = open.last().copied();
        open.push(at);
        parent
    });
    parents.collect()
}

/// The ids of a document, as they are given out.
struct Slugs {
    taken: HashSet<String>,
    /// How often a slug was wanted that was taken.
    again: HashMap<String, usize>,
}

impl Slugs {
    fn of(headings: &[UnnamedHeading]) -> Self {
        let own = headings.iter().filter_map(|one| one.own.slug.as_ref());
        Self {
            taken: own.map(Slug::to_string).collect(),
            again: HashMap::new(),
        }
    }

    fn free(&mut self, reading: &HeadingReading<'_>, kind: &str, number: &str) -> String {
        let number = number.to_lowercase().replace('.', "-");
        let title = slug_of(reading.title).or_else(|| {
            let number = reading
                .number
                .as_ref()?
                .text
                .to_lowercase()
                .replace('.', "-");
            Some(format!("{kind}-{number}"))
        });
        let wanted = title.unwrap_or_else(|| kind.to_owned());
        if self.taken.insert(wanted.clone()) {
            return wanted;
        }
        let named = format!("{wanted}-{number}");
        if self.taken.insert(named.clone()) {
            return named;
        }
        loop {
            let again = self.again.entry(wanted.clone()).or_insert(1);
            *again += 1;
            let counted = format!("{wanted}-{again}");
            if self.taken.insert(counted.clone()) {
                return counted;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{OwnNames, UnnamedHeading, propose};
    use crate::library::Number;

    /// The attributes that headings are offered, each `level text`.
    fn offered(headings: &[(u8, &str)]) -> Vec<String> {
        let headings = headings.iter().map(|&(level, text)| UnnamedHeading {
            level,
            text: text.to_owned(),
            own: OwnNames::default(),
        });
        let names = propose(&headings.collect::<Vec<_>>(), &[]);
        names.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn numbers_that_begin_anew_take_that_of_their_parent() {
        let offered = offered(&[
            (2, "Article. I."),
            (3, "Section. 1."),
            (3, "Section. 2."),
            (2, "Article. II."),
            (3, "Section. 1."),
            (4, "SubSection. 1."),
        ]);
        assert_eq!(
            offered,
            [
                "{#article-i .article ref=I}",
                "{#section-1 .section ref=I.1}",
                "{#section-2 .section ref=I.2}",
                "{#article-ii .article ref=II}",
                "{#section-1-ii-1 .section ref=II.1}",
                "{#subsection-1 .subsection ref=II.1.1}",
            ]
        );
    }

    #[test]
    fn numbers_that_run_through_stand_alone() {
        let offered = offered(&[
            (2, "Präambel"),
            (2, "I. - Die Grundrechte"),
            (3, "Art 1"),
            (3, "Art 12a"),
            (2, "II. - Der Bund"),
            (3, "Art 20"),
        ]);
        assert_eq!(
            offered,
            [
                "{#praambel .section ref=praambel}",
                "{#die-grundrechte .section ref=I}",
                "{#article-1 .article ref=1}",
                "{#article-12a .article ref=12a}",
                "{#der-bund .section ref=II}",
                "{#article-20 .article ref=20}",
            ]
        );
    }

    #[test]
    fn of_two_kinds_with_the_same_numbers_the_larger_one_stands_alone() {
        let offered = offered(&[
            (2, "第一章 总则"),
            (4, "第一条"),
            (4, "第二条"),
            (2, "第二章 附则"),
            (3, "第一节"),
            (4, "第三条"),
            (3, "第二节"),
        ]);
        assert_eq!(
            offered,
            [
                "{#zong-ze .chapter ref=chapter.1}",
                "{#article-1 .article ref=1}",
                "{#article-2 .article ref=2}",
                "{#fu-ze .chapter ref=chapter.2}",
                "{#section-1 .section ref=chapter.2.1}",
                "{#article-3 .article ref=3}",
                "{#section-2 .section ref=chapter.2.2}",
            ]
        );
    }

    #[test]
    fn a_number_in_words_is_written_as_the_others_are() {
        let offered = offered(&[
            (2, "TITRE PREMIER"),
            (3, "Article 1"),
            (2, "TITRE II"),
            (3, "Article 2"),
        ]);
        assert_eq!(
            offered,
            [
                "{#title-i .title ref=I}",
                "{#article-1 .article ref=1}",
                "{#title-ii .title ref=II}",
                "{#article-2 .article ref=2}",
            ]
        );
    }

    #[test]
    fn what_is_taken_is_never_offered() {
        let offered = offered(&[
            (2, "Full"),
            (2, "Notes"),
            (2, "Notes"),
            (2, "Notes"),
            (2, "1. Scope"),
            (2, "1. Terms"),
            (2, "…"),
        ]);
        assert_eq!(
            offered,
            [
                "{#full .section ref=full2}",
                "{#notes .section ref=notes}",
                "{#notes-notes2 .section ref=notes2}",
                "{#notes-notes3 .section ref=notes3}",
                "{#scope .section ref=section.1}",
                "{#terms .section ref=section.1b}",
                "{#section .section ref=section}",
            ]
        );
    }

    #[test]
    fn a_heading_is_offered_the_reference_that_continues_its_neighbours() {
        for (headings, at, offered) in [
            (
                &[
                    (2, "Chapter II. Principles", Some("II")),
                    (3, "1. Peace", Some("II.1")),
                    (3, "2. Sovereignty", Some("II.2")),
                    (3, "3. Governance", None),
                ][..],
                3,
                "II.3",
            ),
            (
                &[
                    (2, "Chapter III. Goals", Some("III")),
                    (3, "1. Security", None),
                    (3, "2. Order", Some("goal.2")),
                ],
                1,
                "goal.1",
            ),
            (
                &[
                    (2, "1. Seas", Some("A.1")),
                    (2, "2. Rivers", Some("A.2")),
                    (2, "1. Hills", Some("B.1")),
                    (2, "2. Plains", None),
                ],
                3,
                "B.2",
            ),
            // 11 does not go on with 12 where 1 is printed.
            (
                &[(2, "1. Seas", Some("11")), (2, "2. Rivers", None)],
                1,
                "2",
            ),
        ] {
            let headings = headings.iter().map(|&(level, text, own)| UnnamedHeading {
                level,
                text: text.to_owned(),
                own: OwnNames {
                    number: own.and_then(Number::parse),
                    ..OwnNames::default()
                },
            });
            let names = propose(&headings.collect::<Vec<_>>(), &[]);
            assert_eq!(names[at].number, offered);
        }
    }
}
