//! All headings of a document, read before its text.

use std::collections::{BTreeMap, BTreeSet};

use comrak::nodes::AstNode;

use super::heading::{Draft, Reader, TOP};
use super::heading_names::{Names, is_reserved};
use super::prose::Positions;
use crate::content::diagnostics::Sink;
use crate::content::toml::SiteFile;
use crate::library::{Kind, Number, Slug};

/// The headings of one document, with what each has for names.
pub struct Headings<'a> {
    names: std::vec::IntoIter<Option<Names>>,
    kinds: &'a [Kind],
    /// The ids and numbers that headings have, in lower case.
    taken: BTreeSet<String>,
}

impl<'a> Headings<'a> {
    /// Reads the headings below the root, and reports what is wrong with each, all at once.
    pub fn read<'b>(
        root: &'b AstNode<'b>,
        site: &'a SiteFile,
        positions: &Positions<'_>,
        sink: Sink<'_>,
    ) -> Self {
        let mut reader = Reader {
            kinds: &site.kinds,
            damaged_kinds: &site.damaged_kinds,
            positions,
            level: TOP - 1,
            slugs: BTreeMap::new(),
            numbers: BTreeMap::new(),
            undeclared: BTreeMap::new(),
        };
        let mut drafts: Vec<Draft> = root
            .children()
            .filter_map(|node| reader.draft(node))
            .collect();
        // The only heading of level 1 is the title, which needs no names where it goes.
        let titles = drafts.iter().filter(|one| one.heading.level < TOP).count();
        if let Some(title) = drafts
            .first_mut()
            .filter(|one| one.heading.level < TOP && titles == 1)
        {
            title.faults.retain(|(fault, _)| !fault.is_of_names());
        }
        reader.report_undeclared(sink);
        reader.report(&drafts, sink);
        let names: Vec<Option<Names>> = drafts.into_iter().map(Draft::names).collect();
        Self {
            names: names.into_iter(),
            kinds: &site.kinds,
            taken: reader
                .slugs
                .into_keys()
                .chain(reader.numbers.into_keys())
                .collect(),
        }
    }

    /// The names of the next heading; `None` where one is missing or wrong, which is reported.
    pub fn next_names(&mut self) -> Option<Names> {
        self.names.next().flatten()
    }

    /// The names of a section without a heading: its id and reference are `name`, its kind is
    /// `section` where there is such, or else that of the first heading. `None` where the site has no
    /// kinds or another use of the name.
    pub fn opening<'b>(&self, name: &str, root: &'b AstNode<'b>) -> Option<Names> {
        let mut headings = root.children().filter_map(|node| {
            let attributes = node.data().attrs.clone()?;
            attributes.classes.first().cloned()
        });
        let kinds = [Some("section".to_owned()), headings.next()];
        let mut kinds = kinds.iter().flatten();
        let declared = |name: &String| self.kinds.iter().find(|kind| kind.class.as_str() == name);
        let is_taken = self.taken.contains(name) || is_reserved(self.kinds, name);
        Some(Names {
            slug: Slug::parse(name)?,
            kind: kinds.find_map(declared).or(self.kinds.first())?.id,
            number: Number::parse(name).filter(|_| !is_taken)?,
            first_line: None,
        })
    }
}
