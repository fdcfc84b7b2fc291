//! Diagnostics as SARIF 2.1.0, which editors and code hosts read.

use std::collections::BTreeSet;

use serde::Serialize;

use super::diagnostic::Diagnostic;
use super::region::{Lines, Region};
use crate::content::source::File;

#[derive(Serialize)]
struct Log<'a> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run<'a> {
    tool: Tool,
    column_kind: &'static str,
    results: Vec<Finding<'a>>,
}

#[derive(Serialize)]
struct Tool {
    driver: Driver,
}

#[derive(Serialize)]
struct Driver {
    name: &'static str,
    version: &'static str,
    rules: Vec<Rule>,
}

#[derive(Serialize, PartialEq, Eq, PartialOrd, Ord)]
struct Rule {
    id: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Finding<'a> {
    rule_id: String,
    level: &'static str,
    message: Message,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    locations: Vec<Location<'a>>,
}

#[derive(Serialize)]
struct Message {
    text: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location<'a> {
    physical_location: PhysicalLocation<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PhysicalLocation<'a> {
    artifact_location: Artifact<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<SarifRegion>,
}

#[derive(Serialize)]
struct Artifact<'a> {
    uri: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct SarifRegion {
    start_line: usize,
    start_column: usize,
    end_line: usize,
    end_column: usize,
}

impl From<Region> for SarifRegion {
    fn from(region: Region) -> Self {
        Self {
            start_line: region.start.line,
            start_column: region.start.column,
            end_line: region.end.line,
            end_column: region.end.column,
        }
    }
}

/// All diagnostics as one log with one run.
#[must_use]
pub fn sarif(files: &[File], diagnostics: &[Diagnostic]) -> String {
    let mut lines: Option<(usize, Lines<'_>)> = None;
    let results = diagnostics.iter().map(|diagnostic| {
        let Diagnostic {
            file: number,
            span,
            problem,
        } = diagnostic;
        let location = files.get(*number).map(|file| {
            if lines.as_ref().is_none_or(|(of, _)| of != number) {
                lines = Some((*number, Lines::of(file)));
            }
            let region = span.as_ref().zip(lines.as_mut());
            let region = region.map(|(span, (_, lines))| lines.region(span).into());
            let artifact_location = Artifact { uri: &file.shown };
            Location {
                physical_location: PhysicalLocation {
                    artifact_location,
                    region,
                },
            }
        });
        Finding {
            rule_id: problem.code(),
            level: diagnostic.severity().name(),
            message: Message {
                text: format!("{problem}: {}", problem.help()),
            },
            locations: location.into_iter().collect(),
        }
    });
    let results: Vec<Finding<'_>> = results.collect();
    let rules: BTreeSet<Rule> = results
        .iter()
        .map(|one| Rule {
            id: one.rule_id.clone(),
        })
        .collect();
    let log = Log {
        schema: "https://json.schemastore.org/sarif-2.1.0.json",
        version: "2.1.0",
        runs: [Run {
            tool: Tool {
                driver: Driver {
                    name: "lectern",
                    version: env!("CARGO_PKG_VERSION"),
                    rules: rules.into_iter().collect(),
                },
            },
            column_kind: "unicodeCodePoints",
            results,
        }],
    };
    // Strings and numbers are always JSON.
    serde_json::to_string_pretty(&log).unwrap_or_default() + "\n"
}
