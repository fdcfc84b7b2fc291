//! All pages of the editors', in the order of their names.

use crate::content::diagnostics::{Problem, Sink, guarded, suggest};
use crate::content::text::{PendingLink, read_page};
use crate::content::text_files::TextFiles;
use crate::content::toml::Located;
use crate::library::{Id, Library, Page, PageId, RESERVED, Slug};

/// The editors' pages, each with the id of its place.
#[derive(Default)]
pub struct Pages<'a> {
    pub in_order: Vec<Page>,
    /// Their links, in the order of their targets.
    pub links: Vec<PendingLink>,
    /// For each, what takes what is wrong in it.
    sinks: Vec<Sink<'a>>,
}

/// Reads all pages, whose targets count from `first_target`.
pub fn read_pages<'a>(files: &TextFiles<'a>, first_target: usize) -> Pages<'a> {
    let mut named: Vec<_> = files
        .pages()
        .map(|(name, file)| (Slug::parse(name), file))
        .collect();
    named.sort_by(|(a, _), (b, _)| a.cmp(b));
    let mut read = Pages::default();
    for (slug, file) in named {
        if slug.is_none() {
            let problem = Problem::MalformedId(file.name.to_owned());
            file.sink.report_file(problem);
        }
        let first = first_target + read.links.len();
        let draft = guarded(file.sink, || read_page(file.text, first, file.sink));
        let (Some(slug), Some(draft)) = (slug, draft) else {
            continue;
        };
        read.in_order.push(Page {
            id: PageId::new(read.in_order.len()),
            slug,
            title: draft.title,
            description: draft.description,
            task: draft.task,
            sections: draft.sections,
        });
        read.links.extend(draft.links);
        read.sinks.push(file.sink);
    }
    read
}

impl Pages<'_> {
    /// Reports pages with names that the site or a document has.
    pub fn check_names(&self, library: &Library) {
        for (page, sink) in self.in_order.iter().zip(&self.sinks) {
            let name = page.slug.as_str();
            let taken = RESERVED.contains(&name)
                || library.document(name).is_some()
                || library.kind_by_path(name).is_some();
            if taken {
                sink.report_file(Problem::Reserved(name.to_owned()));
            }
        }
    }

    /// The pages that the header leads to; names that no page has are reported.
    pub fn nav(&self, names: &[Located<String>], site_sink: Sink<'_>) -> Vec<PageId> {
        let pages = names.iter().filter_map(|name| {
            let page = self
                .in_order
                .iter()
                .find(|page| page.slug.as_str() == name.value);
            if page.is_none() {
                let problem = if self.in_order.is_empty() {
                    Problem::AbsentPart {
                        path: name.value.clone(),
                        part: "there are no pages",
                        file: "a folder `pages`",
                    }
                } else {
                    Problem::BadValue {
                        value: name.value.clone(),
                        expected: "the name of a page in `pages`",
                        near: suggest(
                            &name.value,
                            self.in_order.iter().map(|page| page.slug.as_str()),
                        ),
                    }
                };
                site_sink.report_at(name.span.clone(), problem);
            }
            Some(page?.id)
        });
        pages.collect()
    }
}
