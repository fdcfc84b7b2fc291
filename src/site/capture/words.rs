//! What was done to a line, in words.

use crate::library::RepairKind;
use crate::study::captured::Fate;

/// What a repair did: `Left out`.
pub fn repair_words(kind: RepairKind) -> &'static str {
    match kind {
        RepairKind::Drop => "Left out",
        RepairKind::Join => "Rejoined",
        RepairKind::Move => "Moved",
        RepairKind::Label => "Made a heading",
        RepairKind::Mark => "Reformatted",
    }
}

/// What became of a line, in data.
pub fn fate_name(fate: Fate) -> &'static str {
    match fate {
        Fate::Blank => "blank",
        Fate::Kept => "kept",
        Fate::Repaired(kind) => match kind {
            RepairKind::Drop => "dropped",
            RepairKind::Join => "joined",
            RepairKind::Move => "moved",
            RepairKind::Label => "labelled",
            RepairKind::Mark => "marked",
        },
    }
}

/// The id of the element of a line. It has a hyphen, so that no reference meets it.
pub fn line_id(line: usize) -> String {
    format!("line-{line}")
}
