//! A citation in a style, rendered by hayagriva.

use std::sync::LazyLock;

use hayagriva::archive::locales;
use hayagriva::citationberg::json::Item as ProcessorItem;
use hayagriva::citationberg::taxonomy::Locator;
use hayagriva::citationberg::{FontStyle, IndependentStyle, Locale, LocaleCode, Style};
use hayagriva::{
    BibliographyDriver, BibliographyRequest, CitationItem, CitationRequest, ElemChild,
    ElemChildren, LocatorPayload, SpecificLocator,
};

use super::csl::CslItem;
use super::item::Item;
use super::style::CitationStyle;

/// The language of the words that a style adds: "and", "vol.".
const LANGUAGE: &str = "en-US";

/// The styles and the words of their language, decoded when a citation is first asked for.
struct Rules {
    styles: Vec<(CitationStyle, IndependentStyle)>,
    locales: Vec<Locale>,
}

static RULES: LazyLock<Rules> = LazyLock::new(|| {
    let styles = CitationStyle::ALL.into_iter();
    let styles = styles.filter_map(|style| match style.archived().get() {
        Style::Independent(rules) => Some((style, rules)),
        Style::Dependent(_) => None,
    });
    let mut locales = locales();
    locales.retain(|locale| locale.lang.as_ref().is_some_and(|lang| lang.0 == LANGUAGE));
    Rules {
        styles: styles.collect(),
        locales,
    }
});

/// A citation in a style.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Styled {
    /// In which style.
    pub style: CitationStyle,
    /// What stands in a footnote or in the running text, with the place in the work.
    pub mention: Vec<Run>,
    /// What stands in the list of works.
    pub entry: Vec<Run>,
}

/// Some words in one type.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// The words.
    pub text: String,
    /// Whether they are set in italics.
    pub is_italic: bool,
}

impl Styled {
    /// An item in every style, with its texts as they are to be shown.
    #[must_use]
    pub fn all(item: &Item, shown: &impl Fn(&str) -> String) -> Vec<Self> {
        let rules = &*RULES;
        let styles = rules.styles.iter();
        styles
            .filter_map(|(style, _)| Self::new(item, *style, shown))
            .collect()
    }

    /// An item in one style; `None` where the processor does not know the style, which a test rules
    /// out.
    #[must_use]
    pub fn new(item: &Item, style: CitationStyle, shown: &impl Fn(&str) -> String) -> Option<Self> {
        let Rules { styles, locales } = &*RULES;
        let (_, rules) = styles.iter().find(|(known, _)| *known == style)?;
        let mut data = CslItem::new(item, shown);
        // A processor puts the place where the style wants it, and takes no note for it.
        let place = data.note.take();
        let entry: ProcessorItem = serde_json::from_value(serde_json::to_value(data).ok()?).ok()?;
        let place = place
            .as_deref()
            .map(|place| SpecificLocator(Locator::Custom, LocatorPayload::Str(place)));
        let language = || Some(LocaleCode(LANGUAGE.to_owned()));
        let mut driver = BibliographyDriver::new();
        let cited = CitationItem::with_locator(&entry, place);
        driver.citation(CitationRequest::new(
            vec![cited],
            rules,
            language(),
            locales,
            Some(1),
        ));
        let rendered = driver.finish(BibliographyRequest::new(rules, language(), locales));
        let mention = rendered.citations.into_iter().next()?;
        let mention = runs(&mention.citation);
        let entry = rendered.bibliography?.items.into_iter().next()?;
        let mut entry = runs(&entry.content);
        // Some styles have no entry for a work without maker and date; what they say of it elsewhere serves.
        if text_of(&entry).trim().is_empty() {
            entry.clone_from(&mention);
        }
        Some(Self {
            style,
            mention,
            entry,
        })
    }

    /// What a reader who cites the place takes: the whole footnote, or else the entry.
    #[must_use]
    pub fn main(&self) -> &[Run] {
        if self.style.has_notes() {
            &self.mention
        } else {
            &self.entry
        }
    }
}

/// The words of some runs.
#[must_use]
pub fn text_of(runs: &[Run]) -> String {
    runs.iter().map(|run| run.text.as_str()).collect()
}

fn runs(children: &ElemChildren) -> Vec<Run> {
    let mut runs = Vec::new();
    collect(children, &mut runs);
    runs
}

fn collect(children: &ElemChildren, runs: &mut Vec<Run>) {
    for child in &children.0 {
        let (text, is_italic) = match child {
            ElemChild::Text(text) | ElemChild::Link { text, .. } => {
                let is_italic = text.formatting.font_style == FontStyle::Italic;
                (text.text.as_str(), is_italic)
            }
            ElemChild::Markup(text) => (text.as_str(), false),
            ElemChild::Elem(elem) => {
                collect(&elem.children, runs);
                continue;
            }
            ElemChild::Transparent { .. } => continue,
        };
        match runs.last_mut() {
            Some(last) if last.is_italic == is_italic => last.text.push_str(text),
            _ => runs.push(Run {
                text: text.to_owned(),
                is_italic,
            }),
        }
    }
}
