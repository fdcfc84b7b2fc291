//! Reads what the front matter says of a document's capture: the file, and what was done to its lines.

use super::fields::{Fields, Located};
use super::typed::each;
use crate::library::{Printed, Repair, RepairKind, RepairScope};

/// What the front matter says of a capture. The file is not looked for yet.
#[derive(Default)]
pub struct CaptureDraft {
    /// Its name below the content folder.
    pub file: Option<Located<String>>,
    /// What was done to it, each with the place of its line numbers.
    pub repairs: Vec<Located<Repair>>,
}

/// Reads `capture` and `repairs`.
pub fn read_capture(fields: &mut Fields<'_>) -> CaptureDraft {
    CaptureDraft {
        file: fields.optional_text("capture"),
        repairs: each(fields, "repairs", repair),
    }
}

fn repair(table: &mut Fields<'_>) -> Option<Located<Repair>> {
    let kind = table.choice(
        "kind",
        "a kind of repair: `drop`, `join`, `move`, `label` or `mark`",
        &RepairKind::ALL,
        RepairKind::name,
    );
    let span = table.place_of("lines");
    let lines = table.line_range("lines");
    let only = table.optional_choice(
        "only",
        "a choice of the lines: `headings` or `labels`",
        &RepairScope::ALL,
        RepairScope::name,
    );
    let hyphen = table.flag("hyphen");
    let reason = table.words("reason");
    let (first, last) = lines?;
    let value = Repair {
        kind: kind?,
        first,
        last,
        only,
        hyphen,
        reason,
    };
    Some(Located { value, span })
}

/// The lines that have no place in the text.
pub(super) fn printed(fields: &mut Fields<'_>) -> Vec<Printed> {
    each(fields, "printed", |table| {
        let line = table.count("line");
        let text = table.words("text");
        Some(Printed { line: line?, text })
    })
}
