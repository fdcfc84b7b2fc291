//! What became of each line of the raw file that a document was made from.
//!
//! The words of a document are those of its capture in the same order, whatever was done to their
//! form. So the letters and digits of its parts are one stream, from which each line that was kept
//! takes its own: the parts that it takes them from are what it became.

use crate::library::{
    Capture, Document, Library, Part, Repair, RepairKind, RepairScope, Section, Style,
};

/// One line of a capture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CapturedLine<'a> {
    /// Its number, from 1.
    pub number: usize,
    /// The line as it is.
    pub text: &'a str,
    /// What became of it.
    pub fate: Fate,
    /// Everything that was done to it.
    pub repairs: Vec<&'a Repair>,
    /// What its words became, in reading order; empty where they are not in the text.
    pub parts: Vec<Part>,
}

/// What became of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// It has nothing on it.
    Blank,
    /// It is in the text as it was.
    Kept,
    /// It is in the text, and this was done to it.
    Repaired(RepairKind),
}

/// Every line of a document's capture.
#[must_use]
pub fn captured_lines<'a>(
    library: &'a Library,
    document: &'a Document,
    capture: &'a Capture,
) -> Vec<CapturedLine<'a>> {
    let mut stream = Stream::of(library, document);
    let lines = capture.lines().map(|(number, text)| {
        let repairs = document.metadata.repairs.iter();
        let repairs: Vec<&Repair> = repairs.filter(|repair| repair.names(number)).collect();
        let is_gone = repairs.iter().any(|repair| takes(repair.kind));
        let taken = if is_gone {
            Vec::new()
        } else {
            stream.take(&letters(text))
        };
        let is_touched = |repair: &&Repair| match repair.only {
            None => true,
            Some(scope) => taken.iter().any(|taken| taken.is_within(scope)),
        };
        let repairs: Vec<&Repair> = repairs.into_iter().filter(is_touched).collect();
        CapturedLine {
            number,
            text,
            fate: fate(text, &repairs),
            repairs,
            parts: taken.iter().map(|taken| taken.part).collect(),
        }
    });
    lines.collect()
}

fn takes(kind: RepairKind) -> bool {
    matches!(kind, RepairKind::Drop | RepairKind::Move)
}

/// What is said of a line in one word: of several repairs, the one that does most.
fn fate(text: &str, repairs: &[&Repair]) -> Fate {
    if text.trim().is_empty() {
        return Fate::Blank;
    }
    let most = [
        RepairKind::Drop,
        RepairKind::Move,
        RepairKind::Join,
        RepairKind::Label,
        RepairKind::Mark,
    ];
    let mut most = most.into_iter();
    let done = most.find(|kind| repairs.iter().any(|repair| repair.kind == *kind));
    done.map_or(Fate::Kept, Fate::Repaired)
}

/// The letters and digits of a text.
fn letters(text: &str) -> String {
    text.chars().filter(|one| one.is_alphanumeric()).collect()
}

/// What a line takes from a part.
struct Taken {
    part: Part,
    /// Whether it takes letters of the part's run-in label.
    has_label: bool,
}

impl Taken {
    fn is_within(&self, scope: RepairScope) -> bool {
        match scope {
            RepairScope::Headings => matches!(self.part, Part::Heading(_)),
            RepairScope::Labels => self.has_label,
        }
    }
}

/// The letters of a document, part by part, with the place up to which they are taken.
struct Stream {
    parts: Vec<StreamPart>,
    /// The part that the next letters are taken from, and how many bytes of it are gone.
    at: (usize, usize),
}

struct StreamPart {
    part: Part,
    letters: String,
    /// How many bytes of its letters are its label.
    label: usize,
}

impl Stream {
    fn of(library: &Library, document: &Document) -> Self {
        let sections = library[document.sections].iter();
        let parts = sections.flat_map(Section::parts).map(|part| {
            let prose = library.prose(part);
            let mut marks = prose.marks.iter();
            let label = marks.find(|mark| mark.style == Style::Label);
            let label = label.map_or(0, |mark| letters(&prose.text[mark.range.clone()]).len());
            StreamPart {
                part,
                letters: letters(&prose.text),
                label,
            }
        });
        Self {
            parts: parts.collect(),
            at: (0, 0),
        }
    }

    /// Takes the letters of a line from where the last line ended or, where they do not stand
    /// there, from the next part that begins with them.
    fn take(&mut self, line: &str) -> Vec<Taken> {
        if line.is_empty() {
            return Vec::new();
        }
        let starts = (self.at.0 + 1..self.parts.len()).map(|part| (part, 0));
        let mut starts = std::iter::once(self.at).chain(starts);
        let found = starts.find_map(|start| self.taken_from(start, line));
        let Some((taken, at)) = found else {
            return Vec::new();
        };
        self.at = at;
        taken
    }

    /// What a line takes from here, and where it ends; `None` where its letters do not stand here.
    fn taken_from(
        &self,
        (mut place, mut from): (usize, usize),
        mut line: &str,
    ) -> Option<(Vec<Taken>, (usize, usize))> {
        let mut taken = Vec::new();
        while !line.is_empty() {
            let part = self.parts.get(place)?;
            let left = &part.letters[from..];
            let length = left.len().min(line.len());
            if length > 0 {
                let own = line.get(..length).filter(|own| left.starts_with(own))?;
                taken.push(Taken {
                    part: part.part,
                    has_label: from < part.label,
                });
                line = &line[own.len()..];
                from += length;
            }
            if from == part.letters.len() {
                (place, from) = (place + 1, 0);
            }
        }
        Some((taken, (place, from)))
    }
}
