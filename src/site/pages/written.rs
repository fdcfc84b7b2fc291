//! A page of the editors' own.

use askama::Template;
use comrak::Anchorizer;

use super::page_blocks::{PageBlocks, prose};
use crate::library::{Id, Page, PageSectionId};
use crate::site::context::RenderContext;
use crate::site::filters;
use crate::site::html::Html;
use crate::site::routes::Route;
use crate::site::shell::{Head, Shell};
use crate::site::text::ProseHtml;

/// About, method…
#[derive(Template)]
#[template(path = "pages/written.html")]
pub struct WrittenPage<'a> {
    shell: Shell<'a>,
    title: &'a str,
    description: &'a str,
    sections: Vec<PageSectionPart<'a>>,
}

struct PageSectionPart<'a> {
    heading: Option<PageHeading<'a>>,
    blocks: Html<PageBlocks<'a>>,
}

struct PageHeading<'a> {
    id: String,
    /// Its words without marks, for the contents.
    text: &'a str,
    prose: Html<ProseHtml>,
}

impl<'a> WrittenPage<'a> {
    /// The page with its headings for contents.
    pub fn new(ctx: RenderContext<'a>, page: &'a Page) -> Self {
        let head = Head::new(Route::Page(page.id), &page.title, &page.description);
        let ids = heading_ids(page);
        let sections = page.sections.values().iter().zip(ids);
        Self {
            shell: Shell::new(ctx, head),
            title: &page.title,
            description: &page.description,
            sections: sections
                .map(|(section, id)| PageSectionPart {
                    heading: section
                        .heading
                        .as_ref()
                        .zip(id)
                        .map(|(heading, id)| PageHeading {
                            id,
                            text: &heading.text,
                            prose: prose(ctx, heading),
                        }),
                    blocks: Html(PageBlocks::new(
                        ctx,
                        section.heading.as_ref(),
                        &section.blocks,
                    )),
                })
                .collect(),
        }
    }

    fn headings(&self) -> impl Iterator<Item = &PageHeading<'a>> {
        self.sections
            .iter()
            .filter_map(|section| section.heading.as_ref())
    }
}

/// The id of a heading's element: `on-data`. `None` for what stands above the first heading.
pub fn heading_id(page: &Page, section: PageSectionId) -> Option<String> {
    heading_ids(page).nth(section.index()).flatten()
}

/// The ids of the headings of a page's sections, in order. They hold a hyphen, so that no reference
/// can meet them; of headings that read the same, the later ones are numbered.
fn heading_ids(page: &Page) -> impl Iterator<Item = Option<String>> {
    let mut anchorizer = Anchorizer::new();
    let sections = page.sections.values().iter();
    sections.map(move |section| {
        let heading = section.heading.as_ref()?;
        Some(format!("on-{}", anchorizer.anchorize(&heading.text)))
    })
}

#[cfg(test)]
mod tests {
    use super::heading_id;
    use crate::library::{Id, Page, PageId, PageSection, PageSectionId, Prose, Slug};

    #[test]
    fn headings_that_read_the_same_have_ids_of_their_own() {
        let headings = [
            None,
            Some("On “Data”, in §2"),
            Some("Rights"),
            Some("Rights"),
        ];
        let sections = headings.map(|heading| PageSection {
            heading: heading.map(Prose::plain),
            blocks: Vec::new(),
        });
        let page = Page {
            id: PageId::new(0),
            slug: Slug::parse("about").unwrap(),
            title: String::new(),
            description: String::new(),
            task: None,
            sections: sections.into_iter().collect(),
        };
        let ids = [0, 1, 2, 3].map(|section| heading_id(&page, PageSectionId::new(section)));
        let ids = ids.each_ref().map(Option::as_deref);
        let expected = [
            None,
            Some("on-on-data-in-2"),
            Some("on-rights"),
            Some("on-rights-1"),
        ];
        assert_eq!(ids, expected);
    }
}
