//! Reads what a page asks its readers to read: a fenced block with a reference on each line.

use comrak::nodes::Sourcepos;

use super::prose::{Inlines, Positions};
use crate::library::TargetId;

/// What stands after the opening fence of such a block.
pub const READING: &str = "reading";

/// The targets of its references, in order; a line that is no reference is reported.
pub fn read_reading(
    literal: &str,
    pos: Sourcepos,
    positions: &Positions<'_>,
    inlines: &mut Inlines<'_>,
) -> Vec<TargetId> {
    // In a list or a quotation, a line of the file has more before the reference than its own line.
    let in_file = positions.lines(pos).skip(1);
    let lines = literal.lines().map(str::trim).zip(in_file);
    let named = lines.filter(|(reference, _)| !reference.is_empty());
    let targets = named.filter_map(|(reference, (start, line))| {
        let start = start + line.find(reference).unwrap_or(0);
        inlines.passage(reference, start..start + reference.len())
    });
    targets.collect()
}
