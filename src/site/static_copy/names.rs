//! The names of everything that a reader of a copy may go to at once.

use serde::Serialize;

use super::languages::IndexLanguages;
use crate::library::{Document, Epigraph, Kind, Language, Section, Term};
use crate::search::SectionNames;
use crate::site::context::RenderContext;
use crate::site::routes::{Route, TextFormat};

/// Documents, kinds, places and terms with their names, for the scripts of a copy. Letter case and marks make
/// no difference there.
#[derive(Serialize)]
pub struct NamesData<'a> {
    /// The languages of Pagefind's indexes, the main one first.
    languages: Vec<String>,
    /// Words that are typed with others and not looked for.
    unsought: Vec<&'a str>,
    documents: Vec<DocumentNames<'a>>,
    kinds: Vec<KindNames<'a>>,
    places: Vec<PlaceNames>,
    terms: Vec<TermNames<'a>>,
}

#[derive(Serialize)]
struct DocumentNames<'a> {
    id: &'a str,
    label: &'a str,
    short: &'a str,
    colour: &'static str,
    /// That of its words, where it is not English.
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    direction: Option<&'static str>,
    url: String,
    names: Vec<&'a str>,
}

#[derive(Serialize)]
struct KindNames<'a> {
    id: &'a str,
    one: &'a str,
    many: &'a str,
}

/// A section or an epigraph. A paragraph is one of a section that has so many.
#[derive(Serialize)]
struct PlaceNames {
    #[serde(rename = "ref")]
    reference: String,
    label: String,
    url: String,
    /// The section above.
    #[serde(skip_serializing_if = "Option::is_none")]
    above: Option<String>,
    paragraphs: usize,
    names: Vec<String>,
    /// Names that count where no place is called so.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    also: Vec<String>,
}

#[derive(Serialize)]
struct TermNames<'a> {
    label: &'a str,
    url: String,
    names: Vec<&'a str>,
}

impl<'a> NamesData<'a> {
    /// Those of a site.
    pub fn new(ctx: RenderContext<'a>) -> Self {
        let library = ctx.library;
        let languages = IndexLanguages::of(library);
        let languages = languages.all(library).into_iter();
        let documents = library.documents().iter();
        let places = library.sections().iter().flat_map(|section| {
            let epigraph = section.epigraph.map(|id| &library[id]);
            let epigraph = epigraph.map(|one| PlaceNames::of_epigraph(ctx, section, one));
            [Some(PlaceNames::of_section(ctx, section)), epigraph]
        });
        let terms = library.terms().iter();
        let words = &library.words;
        let unsought = words.grammar.union(&words.questions);
        Self {
            languages: languages.map(str::to_owned).collect(),
            unsought: unsought.map(String::as_str).collect(),
            documents: documents.map(|one| DocumentNames::new(ctx, one)).collect(),
            kinds: library.kinds().iter().map(KindNames::new).collect(),
            places: places.flatten().collect(),
            terms: terms.map(|term| TermNames::new(ctx, term)).collect(),
        }
    }
}

impl<'a> DocumentNames<'a> {
    fn new(ctx: RenderContext<'a>, document: &'a Document) -> Self {
        let metadata = &document.metadata;
        let language = Some(&metadata.language).filter(|language| !language.is_english());
        let is_right_to_left = language.is_some_and(Language::is_right_to_left);
        let families = metadata.authors.iter().map(|author| author.family.as_str());
        let own = [
            document.slug.as_str(),
            &metadata.short_title,
            &metadata.title,
        ];
        let zh = metadata.title_zh.as_deref();
        Self {
            id: document.slug.as_str(),
            label: &metadata.title,
            short: &metadata.short_title,
            colour: metadata.colour.name(),
            language: language.map(Language::tag),
            direction: is_right_to_left.then_some("rtl"),
            url: ctx.below_base(&ctx.href(Route::Document(document.id, TextFormat::Html))),
            names: own.into_iter().chain(zh).chain(families).collect(),
        }
    }
}

impl<'a> KindNames<'a> {
    fn new(kind: &'a Kind) -> Self {
        Self {
            id: kind.class.as_str(),
            one: &kind.singular,
            many: &kind.plural,
        }
    }
}

impl PlaceNames {
    fn of_section(ctx: RenderContext<'_>, section: &Section) -> Self {
        let SectionNames {
            printed,
            in_figures,
        } = SectionNames::of(ctx.library, section);
        let above = section.parent.map(|id| &ctx.library[id].reference);
        Self {
            reference: section.reference.to_string(),
            label: ctx.heading_link(section).words().to_string(),
            url: ctx.below_base(&ctx.section(section.id)),
            above: above.map(ToString::to_string),
            paragraphs: section.paragraphs.places().len(),
            names: printed,
            also: in_figures,
        }
    }

    fn of_epigraph(ctx: RenderContext<'_>, section: &Section, epigraph: &Epigraph) -> Self {
        Self {
            reference: epigraph.reference.to_string(),
            label: ctx.heading_link(section).words().to_string(),
            url: ctx.below_base(&ctx.place(epigraph.id.into())),
            above: Some(section.reference.to_string()),
            paragraphs: 0,
            names: vec![epigraph.reference.fragment()],
            also: Vec::new(),
        }
    }
}

impl<'a> TermNames<'a> {
    fn new(ctx: RenderContext<'a>, term: &'a Term) -> Self {
        let mut names: Vec<&str> = Vec::new();
        for name in term.names() {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        Self {
            label: &term.label,
            url: ctx.below_base(&ctx.term(term.id)),
            names,
        }
    }
}
