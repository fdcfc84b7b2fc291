//! The words for kinds of section, in the languages of laws and books.

/// A kind of section as `site.toml` declares it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KindName {
    /// `article`
    pub class: String,
    /// `Article`
    pub singular: String,
    /// `Articles`
    pub plural: String,
}

/// A kind with the words that headings have for it.
struct Entry {
    class: &'static str,
    singular: &'static str,
    plural: &'static str,
    words: &'static [&'static str],
    /// The signs that close its number in Chinese and Japanese: `第三条`.
    signs: &'static [&'static str],
}

/// The kind of a section of which nothing else is known.
pub const PLAIN: &str = "section";

/// From the outermost to the innermost, as they usually stand in each other.
const KINDS: [Entry; 22] = [
    entry(
        "volume",
        "Volume",
        "Volumes",
        &["volume", "vol", "band", "tome", "tomo", "том"],
        &["卷"],
    ),
    entry(
        "book",
        "Book",
        "Books",
        &["book", "buch", "livre", "libro", "livro", "книга", "الكتاب"],
        &["篇"],
    ),
    entry(
        "part",
        "Part",
        "Parts",
        &[
            "part",
            "teil",
            "partie",
            "parte",
            "часть",
            "deel",
            "część",
            "الجزء",
            "kısım",
            "بخش",
            "μέρος",
        ],
        &["编", "編", "部分", "部", "편"],
    ),
    entry(
        "title",
        "Title",
        "Titles",
        &[
            "title",
            "titel",
            "titre",
            "título",
            "titulo",
            "titolo",
            "титул",
            "الباب",
            "باب",
        ],
        &[],
    ),
    entry(
        "chapter",
        "Chapter",
        "Chapters",
        &[
            "chapter",
            "chap",
            "ch",
            "kapitel",
            "chapitre",
            "capítulo",
            "capitulo",
            "capitolo",
            "capo",
            "глава",
            "hoofdstuk",
            "rozdział",
            "الفصل",
            "فصل",
            "bölüm",
            "κεφάλαιο",
        ],
        &["章", "장"],
    ),
    entry("division", "Division", "Divisions", &["division"], &[]),
    entry(
        "section",
        "Section",
        "Sections",
        &[
            "section",
            "sec",
            "sect",
            "abschnitt",
            "sección",
            "seccion",
            "sezione",
            "seção",
            "secção",
            "раздел",
            "afdeling",
            "القسم",
            "§",
            "§§",
            "¶",
            "розділ",
        ],
        &["节", "節", "절"],
    ),
    entry(
        "subsection",
        "Subsection",
        "Subsections",
        &["subsection", "unterabschnitt", "subsección", "sous-section"],
        &["款", "目"],
    ),
    entry("amendment", "Amendment", "Amendments", &["amendment"], &[]),
    entry(
        "article",
        "Article",
        "Articles",
        &[
            "article",
            "art",
            "artikel",
            "artículo",
            "articulo",
            "articolo",
            "artigo",
            "статья",
            "artykuł",
            "madde",
            "المادة",
            "مادة",
            "стаття",
            "άρθρο",
            "ماده",
            "اصل",
        ],
        &["条", "條", "조"],
    ),
    entry(
        "principle",
        "Principle",
        "Principles",
        &["principle", "grundsatz", "principe", "principio"],
        &[],
    ),
    entry(
        "rule",
        "Rule",
        "Rules",
        &["rule", "regel", "règle", "regla"],
        &[],
    ),
    entry(
        "clause",
        "Clause",
        "Clauses",
        &["clause", "cl", "cláusula"],
        &[],
    ),
    entry(
        "number",
        "Number",
        "Numbers",
        &["no", "nr", "num", "number", "n°", "nº", "№"],
        &["号"],
    ),
    entry(
        "letter",
        "Letter",
        "Letters",
        &["letter", "brief", "lettre", "carta"],
        &[],
    ),
    entry(
        "canto",
        "Canto",
        "Cantos",
        &["canto", "gesang", "chant"],
        &[],
    ),
    entry(
        "act",
        "Act",
        "Acts",
        &["act", "akt", "acte", "acto", "aufzug"],
        &[],
    ),
    entry(
        "scene",
        "Scene",
        "Scenes",
        &["scene", "szene", "scène", "escena", "auftritt"],
        &[],
    ),
    entry(
        "poem",
        "Poem",
        "Poems",
        &[
            "poem", "sonnet", "hymn", "psalm", "ode", "stanza", "gedicht",
        ],
        &["首"],
    ),
    entry("schedule", "Schedule", "Schedules", &["schedule"], &[]),
    entry(
        "annex",
        "Annex",
        "Annexes",
        &[
            "annex",
            "annexe",
            "anhang",
            "anexo",
            "allegato",
            "приложение",
            "ملحق",
        ],
        &[],
    ),
    entry(
        "appendix",
        "Appendix",
        "Appendices",
        &["appendix", "anlage", "appendice"],
        &[],
    ),
];

/// The kinds that stand beside the outermost ones, wherever they come.
const OUTSIDE: [&str; 3] = ["schedule", "annex", "appendix"];

const fn entry(
    class: &'static str,
    singular: &'static str,
    plural: &'static str,
    words: &'static [&'static str],
    signs: &'static [&'static str],
) -> Entry {
    Entry {
        class,
        singular,
        plural,
        words,
        signs,
    }
}

/// The class of the kind that a word of a heading names.
pub fn class_of_word(word: &str) -> Option<&'static str> {
    let word = word.to_lowercase();
    let found = KINDS
        .iter()
        .find(|kind| kind.words.contains(&word.as_str()))?;
    Some(found.class)
}

/// The class of the kind that the first signs of a text name, and the rest of the text: what stands
/// after the number in `第三条`.
pub fn class_of_sign(text: &str) -> Option<(&'static str, &str)> {
    KINDS.iter().find_map(|kind| {
        let rest = kind.signs.iter().find_map(|sign| text.strip_prefix(sign))?;
        Some((kind.class, rest))
    })
}

/// How far inside others a kind usually stands, from 1; 0 for one that stands beside the outermost of
/// them, and `None` if that cannot be said.
pub fn depth(class: &str) -> Option<usize> {
    if OUTSIDE.contains(&class) {
        return Some(0);
    }
    let place = KINDS.iter().position(|kind| kind.class == class)?;
    Some(place + 1)
}

/// A kind by its class, which need not be one of those known here.
pub fn kind_name(class: &str) -> KindName {
    if let Some(known) = KINDS.iter().find(|kind| kind.class == class) {
        return KindName {
            class: known.class.to_owned(),
            singular: known.singular.to_owned(),
            plural: known.plural.to_owned(),
        };
    }
    let words = class.replace('-', " ");
    let mut signs = words.chars();
    let singular: String = signs
        .next()
        .into_iter()
        .flat_map(char::to_uppercase)
        .chain(signs)
        .collect();
    let plural = match singular.strip_suffix('y') {
        Some(stem) if !stem.ends_with(['a', 'e', 'o', 'u']) => format!("{stem}ies"),
        _ if singular.ends_with(['s', 'x']) || singular.ends_with("ch") => format!("{singular}es"),
        _ => format!("{singular}s"),
    };
    KindName {
        class: class.to_owned(),
        singular,
        plural,
    }
}

impl KindName {
    /// The lines of `site.toml` that declare it.
    pub fn declaration(&self) -> String {
        let Self {
            class,
            singular,
            plural,
        } = self;
        format!("[[kinds]]\nid = \"{class}\"\nsingular = \"{singular}\"\nplural = \"{plural}\"")
    }
}
