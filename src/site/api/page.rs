//! The page that tells people what their programs can ask for.

use askama::Template;

use super::examples::{Described, described};
use crate::library::License;
use crate::site::context::RenderContext;
use crate::site::data::Problem;
use crate::site::filters;
use crate::site::href::Href;
use crate::site::routes::{Export, OperationGroup, Route};
use crate::site::shell::{Head, Shell};

const TITLE: &str = "API: data for programs";
const LEAD: &str = "Everything on this site has an address for programs too. No key is needed.";
const LEAD_OF_COPY: &str = "Everything on this site has an address for programs too. No key is needed. This copy of the site is files: searches, other letter cases and errors for programs need Lectern’s own server.";

/// Every address for programs, and what holds for all of them.
#[derive(Template)]
#[template(path = "api/page.html")]
pub struct ApiPage<'a> {
    shell: Shell<'a>,
    title: &'static str,
    lead: &'static str,
    groups: Vec<GroupPart>,
    open_api: Option<Href<'a>>,
    schema: Href<'a>,
    editions: Option<Href<'a>>,
    problems: [Problem; 7],
    license: Option<&'a License>,
}

struct GroupPart {
    name: &'static str,
    /// Of its heading: `operations-texts`.
    id: String,
    operations: Vec<Described>,
}

impl<'a> ApiPage<'a> {
    /// All that this site offers to programs.
    pub fn new(ctx: RenderContext<'a>) -> Self {
        let library = ctx.library;
        let mut groups: Vec<GroupPart> = OperationGroup::ALL.map(group).into();
        for one in described(ctx) {
            let name = one.facts.group.name();
            if let Some(group) = groups.iter_mut().find(|group| group.name == name) {
                group.operations.push(one);
            }
        }
        groups.retain(|group| !group.operations.is_empty());
        Self {
            shell: Shell::new(ctx, Head::new(Route::Api, TITLE, LEAD)),
            title: TITLE,
            lead: LEAD,
            groups,
            open_api: Some(ctx.href(Route::OpenApi)),
            schema: ctx.href(Route::Export(Export::LibrarySchema)),
            editions: (!library.editions.is_empty()).then(|| ctx.href(Route::Editions)),
            problems: Problem::ALL,
            license: library.settings.license.as_ref(),
        }
    }

    /// The same in a copy, which has some routes only.
    pub fn of_copy(ctx: RenderContext<'a>, is_copied: impl Fn(&Route) -> bool) -> Self {
        let mut page = Self::new(ctx);
        for group in &mut page.groups {
            group.operations.retain(|one| is_copied(&one.route));
        }
        page.groups.retain(|group| !group.operations.is_empty());
        Self {
            lead: LEAD_OF_COPY,
            open_api: None,
            ..page
        }
    }
}

fn group(group: OperationGroup) -> GroupPart {
    let name = group.name();
    GroupPart {
        name,
        id: format!("operations-{}", name.to_lowercase().replace(' ', "-")),
        operations: Vec::new(),
    }
}
