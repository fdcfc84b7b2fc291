//! Link definitions that nothing uses, which the parser drops without a word.

use std::collections::BTreeSet;

use comrak::nodes::{AstNode, NodeValue};

use super::prose::Positions;
use crate::content::diagnostics::{Problem, Sink};

/// Reports the definitions in a text, which begins at this byte of its file.
pub fn report_unused<'b>(
    text: &str,
    start: usize,
    root: &'b AstNode<'b>,
    positions: &Positions<'_>,
    sink: Sink<'_>,
) {
    let mut definitions = definitions(text).peekable();
    if definitions.peek().is_none() {
        return;
    }
    let (printed, used) = printed_and_used(root, positions);
    for (line, at, name) in definitions {
        let is_used = used.iter().any(|link| link.contains(&sign(name)));
        if !printed.contains(&line) && !is_used {
            let problem = Problem::UnusedLinkDefinition(name.to_owned());
            sink.report_at(start + at..start + at + sign(name).len(), problem);
        }
    }
}

fn sign(name: &str) -> String {
    format!("[{name}]").to_lowercase()
}

/// What may be a definition, `[name]: address`: its line, from 1, the byte of its bracket, its name.
fn definitions(text: &str) -> impl Iterator<Item = (usize, usize, &str)> {
    let mut at = 0;
    let lines = text
        .split_inclusive('\n')
        .enumerate()
        .map(move |(place, line)| {
            let start = at;
            at += line.len();
            (place + 1, start, line)
        });
    lines.filter_map(|(number, start, line)| {
        let bare = line.trim_start_matches(' ');
        let (name, rest) = bare.strip_prefix('[')?.split_once("]:")?;
        let is_named = !name.trim().is_empty() && !name.contains(['[', ']']);
        let is_own = is_named && !name.starts_with('^') && !rest.trim().is_empty();
        is_own.then_some((number, start + line.len() - bare.len(), name))
    })
}

/// The lines that are printed, and the source of each link.
fn printed_and_used<'b>(
    root: &'b AstNode<'b>,
    positions: &Positions<'_>,
) -> (BTreeSet<usize>, Vec<String>) {
    let mut printed = BTreeSet::new();
    let mut used = Vec::new();
    for node in root.descendants() {
        let ast = node.data();
        let lines = ast.sourcepos.start.line..=ast.sourcepos.end.line;
        match &ast.value {
            NodeValue::CodeBlock(_) | NodeValue::HtmlBlock(_) | NodeValue::Text(_) => {
                printed.extend(lines);
            }
            NodeValue::Link(_) | NodeValue::Image(_) => {
                used.push(positions.source(ast.sourcepos).to_lowercase());
            }
            _ => {}
        }
    }
    (printed, used)
}
