//! Reads the permanent ids of links and silences: each has one, well formed and its own.

use std::collections::BTreeSet;

use crate::content::diagnostics::{Fault, Problem, Sink};
use crate::content::toml::{Fields, Located};
use crate::library::{Code, LinkCode, SilenceCode};

/// The ids of findings that were taken back; none of them is used again.
#[derive(Default)]
pub struct Retired {
    pub links: BTreeSet<LinkCode>,
    pub silences: BTreeSet<SilenceCode>,
}

impl Retired {
    /// Reads `retired`, which a file without such findings leaves out.
    pub fn read(file: &mut Fields<'_>, sink: Sink<'_>) -> Self {
        let mut retired = Self::default();
        for text in file.texts("retired") {
            if let Some(code) = LinkCode::parse(&text.value) {
                retired.links.insert(code);
            } else if let Some(code) = SilenceCode::parse(&text.value) {
                retired.silences.insert(code);
            } else {
                let problem = Problem::BadValue {
                    value: text.value,
                    expected: "the id of a link or a silence, such as `m17` or `s3`",
                    near: None,
                };
                sink.report_at(text.span, problem);
            }
        }
        retired
    }
}

/// The ids of these tables, in order; `None`, which is reported, for a table that has none of its
/// own. Each report offers another id that is still free.
pub fn read_codes<const LETTER: char>(
    tables: &mut [Fields<'_>],
    retired: BTreeSet<Code<LETTER>>,
    sink: Sink<'_>,
) -> Vec<Option<Code<LETTER>>> {
    let written = tables.iter_mut().map(|table| table.optional_text("id"));
    let written: Vec<Option<Located<String>>> = written.collect();
    let known = written.iter().flatten();
    let known = known.filter_map(|text| Code::parse(&text.value));
    let last = known.chain(retired.iter().copied()).max();
    let mut free = last.map_or(Code::FIRST, Code::next);
    let mut taken = retired;
    let codes = tables.iter().zip(written).map(|(table, text)| {
        let id = text.map(|text| text.value);
        let code = id.as_deref().and_then(Code::parse);
        if let Some(code) = code.filter(|&code| taken.insert(code)) {
            return Some(code);
        }
        let next = free.next();
        let free = std::mem::replace(&mut free, next).to_string();
        let fault = match (id, code) {
            (Some(id), Some(_)) => Fault::TakenCode { id, free },
            (Some(id), None) => Fault::MalformedCode { id, free },
            (None, _) if !table.has("id") => Fault::NoCode { free },
            // It is no string, which is reported already.
            (None, _) => return None,
        };
        sink.report_at(table.place_of("id"), fault);
        None
    });
    codes.collect()
}
