//! How a list shows the numbers that its source prints.

use crate::library::{ItemMark, List, Numerals};

/// The numbers of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ListNumbers {
    /// It has none.
    None,
    /// Digits and full stops, as a browser counts by itself, from this one.
    Counted(usize),
    /// Others, such as `(a)`, which are shown as they are printed. Where that is not possible they
    /// are counted in the sort that HTML calls so.
    Printed(&'static str),
}

/// The number of an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ItemNumber {
    /// It needs none, or the browser counts right.
    Own,
    /// This one is next, whatever was before.
    Set(usize),
    /// As it is printed, and its place in its series.
    Printed(String, usize),
}

impl ListNumbers {
    /// Those of a list.
    pub fn of<P>(list: &List<P>) -> Self {
        let mut marks = list.items.iter().filter_map(|item| item.mark.as_ref());
        let Some(first) = marks.next() else {
            return Self::None;
        };
        if first.is_plain() && marks.all(ItemMark::is_plain) {
            return Self::Counted(first.value());
        }
        Self::Printed(match first.numerals() {
            Numerals::Digits => "1",
            Numerals::Letters => "a",
            Numerals::Capitals => "A",
            Numerals::Roman => "i",
            Numerals::CapitalRoman => "I",
        })
    }

    /// That of an item of the list, counted from 0.
    pub fn of_item<P>(self, list: &List<P>, nth: usize) -> ItemNumber {
        let mark = list.items.get(nth).and_then(|item| item.mark.as_ref());
        match (self, mark) {
            (Self::None, _) | (_, None) => ItemNumber::Own,
            // The list says with which it starts.
            (Self::Counted(_), Some(_)) if nth == 0 || list.counts_on(nth) => ItemNumber::Own,
            (Self::Counted(_), Some(mark)) => ItemNumber::Set(mark.value()),
            (Self::Printed(_), Some(mark)) => {
                ItemNumber::Printed(mark.printed().to_owned(), mark.value())
            }
        }
    }
}
