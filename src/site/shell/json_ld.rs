//! What a page says of its work in the vocabulary of schema.org, as JSON-LD.

use askama::Template;
use serde_json::{Value, json};

use crate::cite::{Cited, Item, ItemDate, Maker};
use crate::library::{Document, Section};
use crate::site::context::RenderContext;
use crate::site::html::Html;
use crate::site::routes::{Route, TextFormat};

/// A graph of things, each with the address that names it.
#[derive(Template)]
#[template(path = "shell/json_ld.html", escape = "none")]
pub struct JsonLd {
    json: String,
}

impl JsonLd {
    /// Of a page at this route; `None` where there is nothing to say.
    ///
    /// The page of a section has no room for it.
    pub fn of(ctx: RenderContext<'_>, route: Route) -> Option<Html<Self>> {
        let library = ctx.library;
        let graph = match route {
            Route::Term(id, _) => vec![json!({
                "@type": "DefinedTerm",
                "@id": address(ctx, route),
                "name": library[id].label,
                "inDefinedTermSet": address(ctx, Route::Terms),
            })],
            _ => match route.cited()? {
                Cited::Document(id) => {
                    let document = &library[id];
                    vec![work(ctx, document), crumbs(ctx, document, None, None)]
                }
                cited @ (Cited::Epigraph(_) | Cited::Paragraph(_)) => {
                    let place = cited.place()?;
                    let section = &library[library.section_of(place)];
                    let document = &library[section.document];
                    let name = ctx.place_name(place);
                    let own = json!({
                        "@type": "CreativeWork",
                        "@id": address(ctx, route),
                        "name": name,
                        "inLanguage": document.metadata.language.tag(),
                        "isPartOf": work(ctx, document),
                    });
                    vec![
                        own,
                        crumbs(ctx, document, Some(section), Some((name, route))),
                    ]
                }
                Cited::Section(_) | Cited::Link(_) => return None,
            },
        };
        let data = json!({"@context": "https://schema.org", "@graph": graph});
        // Inside the element no text may look like its end.
        let json = data.to_string().replace('<', "\\u003c");
        Some(Html(Self { json }))
    }
}

fn address(ctx: RenderContext<'_>, route: Route) -> String {
    let path = ctx.href(route).to_string();
    ctx.whole_address(&path).into_owned()
}

fn document_route(document: &Document) -> Route {
    Route::Document(document.id, TextFormat::Html)
}

/// A document as a work of its type.
fn work(ctx: RenderContext<'_>, document: &Document) -> Value {
    let item = ctx.item(Cited::Document(document.id));
    let makers = item.makers.iter().map(|maker| match maker {
        Maker::Person { family, given, .. } => json!({
            "@type": "Person", "name": format!("{given} {family}"), "givenName": given, "familyName": family,
        }),
        Maker::Body(name) => json!({"@type": "Organization", "name": name}),
    });
    let date = item.date.map(|date| match date {
        ItemDate::Year(year) => year.to_string(),
        ItemDate::Day(day) => day.to_string(),
    });
    let mut work = json!({
        "@type": document.metadata.schema_type,
        "@id": address(ctx, document_route(document)),
        "name": item.title,
        "author": makers.collect::<Vec<Value>>(),
        "inLanguage": item.language,
    });
    let more = [
        ("datePublished", date.map(Value::from)),
        ("pagination", item.pages.clone().map(Value::from)),
        ("isPartOf", issue(&item)),
        (
            "sameAs",
            item.doi.map(|doi| format!("https://doi.org/{doi}").into()),
        ),
    ];
    for (key, value) in more {
        if let Some(value) = value {
            work[key] = value;
        }
    }
    work
}

/// The issue of the volume of the journal that a work stands in.
fn issue(item: &Item) -> Option<Value> {
    let journal = json!({"@type": "Periodical", "name": item.container.as_ref()?});
    let volume = json!({
        "@type": "PublicationVolume", "volumeNumber": item.volume.as_ref()?, "isPartOf": journal,
    });
    Some(json!({
        "@type": "PublicationIssue", "issueNumber": item.issue.as_ref()?, "isPartOf": volume,
    }))
}

/// The way to a page from its document.
fn crumbs(
    ctx: RenderContext<'_>,
    document: &Document,
    section: Option<&Section>,
    own: Option<(String, Route)>,
) -> Value {
    let mut steps = vec![(
        document.metadata.short_title.clone(),
        document_route(document),
    )];
    if let Some(section) = section {
        let above = ctx.library.ancestors(section).into_iter();
        steps.extend(above.chain([section]).map(|one| {
            let route = Route::Section(one.id, TextFormat::Html);
            (one.heading_text().to_owned(), route)
        }));
    }
    steps.extend(own);
    let steps = (1..).zip(steps).map(|(position, (name, route)): (usize, _)| {
        json!({
            "@type": "ListItem", "position": position, "name": name, "item": address(ctx, route),
        })
    });
    json!({"@type": "BreadcrumbList", "itemListElement": steps.collect::<Vec<Value>>()})
}
