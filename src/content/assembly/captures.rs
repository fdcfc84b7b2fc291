//! The raw files of documents, and whether what is said of their lines can be true.

use crate::content::diagnostics::{Problem, Sink, suggest};
use crate::content::text_files::TextFiles;
use crate::content::toml::{CaptureDraft, Located};
use crate::library::{Capture, Metadata, Repair, RepairKind};

/// Puts a document's capture and repairs with its metadata; what is wrong with them is reported.
pub fn add_capture(
    metadata: &mut Metadata,
    draft: CaptureDraft,
    files: &TextFiles<'_>,
    sink: Sink<'_>,
) {
    let capture = draft.file.and_then(|file| capture(file, files, sink));
    if let Some(capture) = &capture {
        report_missing_lines(capture, &draft.repairs, sink);
    }
    report_clashes(&draft.repairs, sink);
    let repairs = draft.repairs.into_iter();
    metadata.repairs = repairs.map(|repair| repair.value).collect();
    metadata.capture = capture;
}

fn capture(file: Located<String>, files: &TextFiles<'_>, sink: Sink<'_>) -> Option<Capture> {
    let mut captures = files.captures();
    if let Some(found) = captures.find(|one| one.name == file.value) {
        return Some(Capture {
            file: file.value,
            text: found.text.to_owned(),
        });
    }
    let near = suggest(&file.value, files.captures().map(|one| one.name));
    let file_name = file.value;
    sink.report_at(
        file.span,
        Problem::NoCapture {
            file: file_name,
            near,
        },
    );
    None
}

/// Reports lines that the capture does not have, and lines inside a join of which nobody says what
/// became of them.
fn report_missing_lines(capture: &Capture, repairs: &[Located<Repair>], sink: Sink<'_>) {
    let lines = capture.lines().count();
    for Located { value, span } in repairs {
        if value.last > lines {
            let problem = Problem::BeyondCapture {
                file: capture.file.clone(),
                lines,
                line: value.last,
            };
            sink.report_at(span.clone(), problem);
        } else if value.kind == RepairKind::Join {
            let mut between = capture
                .lines()
                .filter(|(line, _)| (value.first + 1..value.last).contains(line));
            let left = between.find(|(line, text)| {
                let taken = repairs.iter().any(|other| takes(&other.value, *line));
                !text.trim().is_empty() && !taken
            });
            if let Some((line, _)) = left {
                sink.report_at(span.clone(), Problem::LineBetween(line));
            }
        }
    }
}

/// Whether a repair takes a line out of the text.
fn takes(repair: &Repair, line: usize) -> bool {
    matches!(repair.kind, RepairKind::Drop | RepairKind::Move) && repair.names(line)
}

/// Reports each repair that names a line which another takes out of the text.
fn report_clashes(repairs: &[Located<Repair>], sink: Sink<'_>) {
    for (place, Located { value, span }) in repairs.iter().enumerate() {
        let others = repairs.iter().enumerate();
        let others = others.filter(|(other, _)| *other != place);
        let clash = others.map(|(other, one)| (other, &one.value)).find_map(
            |(other, one)| -> Option<(usize, &Repair)> {
                let line = match value.kind {
                    RepairKind::Join | RepairKind::Label => {
                        let mut ends = [value.first, value.last].into_iter();
                        ends.find(|&end| takes(one, end))
                    }
                    // Of two that take the same line, the later one is reported.
                    RepairKind::Drop | RepairKind::Move if other < place => {
                        let line = value.first.max(one.first);
                        (takes(one, line) && value.names(line)).then_some(line)
                    }
                    RepairKind::Drop | RepairKind::Move | RepairKind::Mark => None,
                };
                Some((line?, one))
            },
        );
        if let Some((line, other)) = clash {
            let problem = Problem::ClashingRepairs {
                first: other.kind.name(),
                second: value.kind.name(),
                line,
            };
            sink.report_at(span.clone(), problem);
        }
    }
}
