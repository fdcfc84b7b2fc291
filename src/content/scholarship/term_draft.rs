//! Reads one term.

use crate::content::diagnostics::{Problem, Sink};
use crate::content::toml::{Fields, Located};
use crate::library::{Case, Expansion, ExpansionBy, Slug, Term, TermId, TermKind};

/// A term, with the places in the file of what can only be checked when all terms are known.
pub struct TermDraft {
    /// The term, which sees no other yet.
    pub term: Term,
    pub slug: Located<String>,
    pub forms: Vec<Located<String>>,
    pub aliases: Vec<Located<String>>,
    pub keywords: Vec<Located<String>>,
    pub see_also: Vec<Located<String>>,
}

/// Reads a term; `None` where it lacks what nothing can stand in for, which is reported.
pub fn read_term(mut table: Fields<'_>, id: TermId, sink: Sink<'_>) -> Option<TermDraft> {
    let name = table.text("slug");
    let slug = name.as_ref().and_then(|name| Slug::parse(&name.value));
    if let (Some(name), None) = (&name, &slug) {
        sink.report_at(name.span.clone(), Problem::MalformedId(name.value.clone()));
    }
    let label = table.words("label");
    let kind = table.choice(
        "kind",
        "a kind of term: `institution`, `instrument`, `event`, `abbreviation`, `person`, `place`, \
         `offence`, `concept` or `technology`",
        &TermKind::ALL,
        TermKind::name,
    );
    let expansion = expansion(&mut table);
    let definition = table.words("definition");
    let forms = table.texts("forms");
    table.require_some("forms", forms.is_empty());
    let aliases = table.texts("aliases");
    let keywords = table.texts("keywords");
    let case = table.choice(
        "case",
        "`sensitive` or `insensitive`",
        &Case::ALL,
        Case::name,
    );
    let zh = table.optional_words("zh");
    let see_also = table.texts("see_also");
    table.finish();
    let term = Term {
        id,
        slug: slug?,
        label,
        kind: kind?,
        expansion,
        definition,
        forms: values(&forms),
        aliases: values(&aliases),
        keywords: values(&keywords),
        case: case?,
        zh,
        see_also: Vec::new(),
    };
    Some(TermDraft {
        term,
        slug: name?,
        forms,
        aliases,
        keywords,
        see_also,
    })
}

fn values(texts: &[Located<String>]) -> Vec<String> {
    texts.iter().map(|text| text.value.clone()).collect()
}

/// The expansion and whose it is: both keys or neither.
fn expansion(table: &mut Fields<'_>) -> Option<Expansion> {
    let text = table.optional_words("expansion");
    let by = |table: &mut Fields<'_>| {
        table.choice(
            "expansion_by",
            "`text` (printed in one of the texts) or `editors`",
            &ExpansionBy::ALL,
            ExpansionBy::name,
        )
    };
    if let Some(text) = text {
        return by(table).map(|by| Expansion { text, by });
    }
    if table.optional_text("expansion_by").is_some() {
        table.words("expansion");
    }
    None
}
