//! Lists that Markdown does not know: lines that begin with `a)`, `(i)`, `(1)`.
//!
//! To Markdown they are one paragraph, whose line ends are spaces.

use comrak::nodes::{AstNode, NodeValue};

use super::numbering::{Numbering, readings};
use crate::library::ItemMark;

/// A line of a paragraph, or several that belong together.
pub struct Lines<'b> {
    /// Its nodes.
    pub nodes: Vec<&'b AstNode<'b>>,
    /// How many bytes of the first, a text, are the mark before it.
    pub skip: usize,
}

/// An item, and what stands in it.
pub struct LineItem<'b> {
    pub mark: ItemMark,
    pub words: Lines<'b>,
    pub items: Vec<LineItem<'b>>,
}

/// A paragraph that ends in a list.
pub struct ListLines<'b> {
    /// What stands before the list.
    pub before: Option<Lines<'b>>,
    pub items: Vec<LineItem<'b>>,
}

/// A paragraph as a list, if two of its lines or more begin with numbers that follow each other.
pub fn list_lines<'b>(paragraph: &'b AstNode<'b>) -> Option<ListLines<'b>> {
    let lines = lines(paragraph);
    let starts: Vec<Option<(Vec<ItemMark>, usize)>> =
        lines.iter().map(|nodes| mark_of(nodes)).collect();
    let (first, mut numbering) = beginning(&starts)?;
    let mut list = ListLines {
        before: None,
        items: Vec::new(),
    };
    for (at, (nodes, start)) in lines.into_iter().zip(starts).enumerate() {
        let marked = start.and_then(|(readings, skip)| match at.cmp(&first) {
            std::cmp::Ordering::Less => None,
            std::cmp::Ordering::Equal => Some((numbering.last()?, 1, skip)),
            std::cmp::Ordering::Greater => {
                let mark = numbering.add(&readings)?;
                Some((mark, numbering.depth(), skip))
            }
        });
        match marked {
            Some((mark, depth, skip)) => add_item(
                &mut list.items,
                depth,
                LineItem {
                    mark,
                    words: Lines { nodes, skip },
                    items: Vec::new(),
                },
            ),
            None => match last_item(&mut list.items) {
                Some(item) => item.words.nodes.extend(nodes),
                None => match &mut list.before {
                    Some(before) => before.nodes.extend(nodes),
                    None => list.before = Some(Lines { nodes, skip: 0 }),
                },
            },
        }
    }
    if let Some(before) = &mut list.before {
        drop_line_end(&mut before.nodes);
    }
    drop_line_ends(&mut list.items);
    Some(list)
}

/// The first line that begins a list, and its series: a number whose next one begins another line.
fn beginning(starts: &[Option<(Vec<ItemMark>, usize)>]) -> Option<(usize, Numbering)> {
    let readings =
        |start: &Option<(Vec<ItemMark>, usize)>| start.as_ref().map(|(all, _)| all.clone());
    let marked: Vec<(usize, Vec<ItemMark>)> = starts
        .iter()
        .enumerate()
        .filter_map(|(at, start)| Some((at, readings(start)?)))
        .collect();
    for (nth, (at, own)) in marked.iter().enumerate() {
        for reading in own {
            let goes_on = |(_, later): &(usize, Vec<ItemMark>)| {
                let mut numbering = Numbering::default();
                numbering.begin(reading.clone());
                let next = later
                    .iter()
                    .filter(|one| one.value() == reading.value() + 1)
                    .cloned();
                let next: Vec<ItemMark> = next.collect();
                !next.is_empty() && numbering.add(&next).is_some() && numbering.depth() == 1
            };
            if marked[nth + 1..].iter().any(goes_on) {
                let mut numbering = Numbering::default();
                numbering.begin(reading.clone());
                return Some((*at, numbering));
            }
        }
    }
    None
}

/// The lines of a paragraph, each with the line end after it.
fn lines<'b>(paragraph: &'b AstNode<'b>) -> Vec<Vec<&'b AstNode<'b>>> {
    let mut lines = vec![Vec::new()];
    for node in paragraph.children() {
        if let Some(line) = lines.last_mut() {
            line.push(node);
        }
        if is_line_end(node) {
            lines.push(Vec::new());
        }
    }
    lines
}

fn is_line_end<'b>(node: &'b AstNode<'b>) -> bool {
    matches!(
        node.data().value,
        NodeValue::SoftBreak | NodeValue::LineBreak
    )
}

/// The number that a line begins with, and how much of its first text it takes.
fn mark_of<'b>(nodes: &[&'b AstNode<'b>]) -> Option<(Vec<ItemMark>, usize)> {
    let NodeValue::Text(text) = &nodes.first()?.data().value else {
        return None;
    };
    if let Some(found) = readings(text) {
        return Some(found);
    }
    // The words may be marked up, and then stand in the next node.
    let alone = text.trim_end();
    let is_alone = alone.len() < text.len() && nodes.get(1).is_some_and(|node| !is_line_end(node));
    let (readings, _) = is_alone
        .then(|| readings(&format!("{alone} x")))
        .flatten()?;
    Some((readings, text.len()))
}

fn add_item<'b>(items: &mut Vec<LineItem<'b>>, depth: usize, item: LineItem<'b>) {
    match items.last_mut() {
        Some(last) if depth > 1 => add_item(&mut last.items, depth - 1, item),
        _ => items.push(item),
    }
}

fn last_item<'i, 'b>(items: &'i mut [LineItem<'b>]) -> Option<&'i mut LineItem<'b>> {
    let last = items.last_mut()?;
    if last.items.is_empty() {
        Some(last)
    } else {
        last_item(&mut last.items)
    }
}

fn drop_line_ends(items: &mut [LineItem<'_>]) {
    for item in items {
        drop_line_end(&mut item.words.nodes);
        drop_line_ends(&mut item.items);
    }
}

/// Between two items the line end is no part of either.
fn drop_line_end<'b>(nodes: &mut Vec<&'b AstNode<'b>>) {
    if nodes.last().is_some_and(|node| is_line_end(node)) {
        nodes.pop();
    }
}
