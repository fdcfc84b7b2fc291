//! What answers a paragraph in the other documents: its verdict, and the cards of its links.

use std::cmp::Reverse;

use askama::Template;

use super::card::Card;
use super::edition::Edition;
use crate::library::concordance::{End, Link, Strength};
use crate::library::part::Part;
use crate::library::prose::{Prose, Style};
use crate::library::reference::Reference;
use crate::library::section::Paragraph;
use crate::study::verdicts::Verdict;

/// How many cards stand open beside a paragraph; the others fold away.
const OPEN: usize = 2;

/// The cards of a paragraph, the strongest first.
#[derive(Template)]
#[template(path = "parts/answers.html")]
pub struct Answers {
    reference: String,
    /// What is said where no card of strength 2 or 3 is there.
    verdict: Option<&'static str>,
    open: Vec<Card>,
    folded: Vec<Card>,
    weak: Vec<Card>,
}

/// A link with its place in the concordance, and the end that is here.
type Met<'a> = (usize, &'a Link, End);

impl Answers {
    /// Of this paragraph; `None` where no other document is linked to anything.
    pub fn new(edition: Edition<'_>, paragraph: &Paragraph) -> Option<Self> {
        let library = edition.library;
        if !library.concordance.links.iter().any(Link::crosses) {
            return None;
        }
        let reference = &paragraph.reference;
        let card = |(place, link, end): &Met<'_>| Card::new(library, *place, link, *end);
        let cards: Vec<Card> = met(edition, reference).iter().map(card).collect();
        let (weak, mut clear): (Vec<Card>, Vec<Card>) = cards.into_iter().partition(Card::is_weak);
        let folded = clear.split_off(clear.len().min(OPEN));
        let verdict = edition.study.verdict(reference);
        let verdict = verdict.filter(|verdict| *verdict != Verdict::Counterpart);
        Some(Self {
            reference: reference.to_string(),
            verdict: verdict.map(Verdict::label),
            open: clear,
            folded,
            weak,
        })
    }
}

/// The links to other documents that quote a paragraph, the strongest first.
fn met<'a>(edition: Edition<'a>, paragraph: &Reference) -> Vec<Met<'a>> {
    let links = edition.library.concordance.links.iter().enumerate();
    let mut met: Vec<Met<'a>> = links
        .filter(|(_, link)| link.crosses())
        .filter_map(|(place, link)| {
            let ends = [End::From, End::To].into_iter();
            let end = ends
                .into_iter()
                .find(|&end| &link.passage(end).reference == paragraph)?;
            Some((place, link, end))
        })
        .collect();
    met.sort_by_key(|(_, link, _)| Reverse(link.strength));
    met
}

/// The paragraph's prose with every quoted passage marked, for its card to point at.
pub fn quoted(edition: Edition<'_>, paragraph: &Paragraph, prose: &Prose) -> Prose {
    let mut marked = prose.clone();
    for (at, (place, link, end)) in met(edition, &paragraph.reference).into_iter().enumerate() {
        let spot = &link.passage(end).spot;
        if link.strength == Strength::Weak || !matches!(spot.part, Part::Paragraph(_)) {
            continue;
        }
        let style = Style::Quoted {
            card: at + 1,
            link: super::card::id(place),
        };
        marked = marked.marked([spot.range.clone()], &style);
    }
    marked
}
