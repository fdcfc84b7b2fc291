//! What a person is told of an adopted text: what to decide, and all that was done to its words.

use super::adopted::Adopted;
use super::taken::{Fate, Taken};
use crate::library::{list, pluralize};

impl Adopted {
    /// What there is to decide and how much was done, in a few lines.
    #[must_use]
    pub fn summary(&self) -> String {
        let counts = Fate::ALL.into_iter().filter_map(|fate| {
            let count = self.taken.iter().filter(|one| one.fate == fate).count();
            (count > 0).then(|| format!("{} {}", pluralize(count, "place"), fate.done()))
        });
        let counts: Vec<String> = counts.collect();
        let counts: Vec<&str> = counts.iter().map(String::as_str).collect();
        let mut lines = Vec::new();
        if !counts.is_empty() {
            lines.push(format!("  {}", list(&counts)));
        }
        if !self.kinds.is_empty() {
            let kinds: Vec<&str> = self.kinds.iter().map(|kind| kind.class.as_str()).collect();
            lines.push(format!(
                "  kinds declared in site.toml: {}",
                kinds.join(", ")
            ));
        }
        lines.extend(self.decisions.iter().map(|one| format!("  look at: {one}")));
        lines.iter().map(|line| format!("{line}\n")).collect()
    }

    /// All of it, as Markdown, to be kept beside the document.
    #[must_use]
    pub fn report(&self, source_name: &str) -> String {
        let mut report = format!(
            "# What became of {source_name}\n\nIt is the document `{}`.\n",
            self.id
        );
        if !self.decisions.is_empty() {
            report.push_str("\n## To look at\n\n");
            report.extend(self.decisions.iter().map(|one| format!("- {one}\n")));
        }
        for fate in Fate::ALL {
            let taken: Vec<&Taken> = self.taken.iter().filter(|one| one.fate == fate).collect();
            if !taken.is_empty() {
                report.push_str(&format!("\n## {} ({})\n", fate.heading(), taken.len()));
                report.extend(taken.into_iter().map(entry));
            }
        }
        report
    }
}

/// One entry, with the source as it stands.
fn entry(taken: &Taken) -> String {
    let (first, last) = taken.lines;
    let lines = if first == last {
        format!("Line {first}")
    } else {
        format!("Lines {first}–{last}")
    };
    // A fence is longer than any inside it.
    let ticks = taken
        .text
        .split(|c| c != '`')
        .map(str::len)
        .max()
        .unwrap_or_default();
    let fence = "`".repeat(ticks.max(2) + 1);
    format!(
        "\n{lines}: {}\n\n{fence}text\n{}\n{fence}\n",
        taken.reason, taken.text
    )
}
