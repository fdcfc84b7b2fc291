//! The words, numbers and line breaks of a document are the same on its page, in its Markdown, in its
//! data and in its book, whatever it is made of.

use comrak::nodes::{AstNode, NodeValue};
use comrak::{Arena, Options, parse_document};
use lectern::check::load_valid;
use lectern::content::{File, report};
use lectern::library::Library;
use lectern::site::Site;
use proptest::prelude::*;
use proptest::sample::select;
use scraper::{ElementRef, Html, Node};
use serde_json::Value;

use crate::support::{law_files, text_of, verse_files};

/// A line as a reader sees it, with the number before it, and whether it is quoted.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Line {
    text: String,
    is_quoted: bool,
}

/// Lines in order, as they are gathered.
#[derive(Default)]
struct Lines {
    found: Vec<Line>,
    /// What is printed before the next line.
    number: String,
    is_quoted: bool,
}

impl Lines {
    /// Lines that stand together, of which the first has the number.
    fn add(&mut self, text: &str) {
        for line in text.split('\n') {
            let number = std::mem::take(&mut self.number);
            let words = format!("{number} {line}").replace(['‘', '’'], "'");
            let words = words.replace(['“', '”'], "\"");
            self.found.push(Line {
                text: words.split_whitespace().collect::<Vec<_>>().join(" "),
                is_quoted: self.is_quoted,
            });
        }
    }

    fn quoted(&mut self, write: impl FnOnce(&mut Self)) {
        let was = std::mem::replace(&mut self.is_quoted, true);
        write(self);
        self.is_quoted = was;
    }
}

// What is generated.

#[derive(Debug, Clone)]
enum Piece {
    Words(Vec<String>),
    Numbered(Vec<(usize, Vec<Piece>)>),
    Lettered(Vec<String>),
    Bullets(Vec<Vec<Piece>>),
    Quotation(Vec<Piece>),
    Table(Vec<[String; 2]>),
    Definition(String, Vec<Piece>),
    Code(Vec<String>),
}

/// Words with every sign that Markdown might read as markup.
fn words() -> impl Strategy<Value = String> {
    let word = select(vec![
        "peace", "so", "Straße", "重要", "a*b", "**", "_u_", "#", "1.", "2)", "(so)", "<b>",
        "&amp;", "[x]", "`", "|", "~~", "\\", "-", "+", ">", ":", "!", "[[y]]", "{#z}", "=", "—",
    ]);
    proptest::collection::vec(word, 1..6).prop_map(|words| format!("W{}", words.join(" ")))
}

fn piece() -> impl Strategy<Value = Piece> {
    let leaf = prop_oneof![
        4 => proptest::collection::vec(words(), 1..4).prop_map(Piece::Words),
        1 => proptest::collection::vec(words(), 2..5).prop_map(Piece::Lettered),
        1 => proptest::collection::vec([words(), words()], 2..4).prop_map(Piece::Table),
        1 => proptest::collection::vec("[ a-z<*|]{1,8}", 1..4).prop_map(Piece::Code),
    ];
    leaf.prop_recursive(3, 24, 4, |inner| {
        let some = proptest::collection::vec(inner, 1..3);
        prop_oneof![
            proptest::collection::vec((1_usize..3, some.clone()), 1..4).prop_map(|items| {
                let mut number = 0;
                let items = items.into_iter().map(|(step, pieces)| {
                    number += step;
                    (number, pieces)
                });
                Piece::Numbered(items.collect())
            }),
            proptest::collection::vec(some.clone(), 1..4).prop_map(Piece::Bullets),
            some.clone().prop_map(Piece::Quotation),
            (words(), some).prop_map(|(term, pieces)| Piece::Definition(term, pieces)),
        ]
    })
}

fn escaped(words: &str) -> String {
    let escape = |sign: char| match sign {
        sign if sign.is_ascii_punctuation() => format!("\\{sign}"),
        sign => sign.to_string(),
    };
    words.chars().map(escape).collect()
}

impl Piece {
    /// As Markdown, and what a reader is to see of it.
    fn write(&self, lines: &mut Lines) -> String {
        let within = |first: &str, next: &str, text: &str| -> String {
            let inside = text.trim_end().lines().enumerate().map(|(nth, line)| {
                let before = if nth == 0 { first } else { next };
                format!("{before}{line}\n")
            });
            inside.collect()
        };
        match self {
            Self::Words(own) => {
                lines.add(&own.join("\n"));
                let own: Vec<String> = own.iter().map(|line| escaped(line)).collect();
                own.join("\\\n")
            }
            Self::Lettered(items) => {
                let items = items.iter().zip('a'..).map(|(words, letter)| {
                    lines.number = format!("({letter})");
                    lines.add(words);
                    format!("({letter}) {}\n", escaped(words))
                });
                items.collect()
            }
            Self::Numbered(items) => {
                let items = items.iter().map(|(number, pieces)| {
                    lines.number = format!("{} {number}.", lines.number);
                    // Data tell the number of an item with its first paragraph.
                    lines.add("item");
                    let inside = format!("item\n\n{}", write_all(pieces, lines));
                    within(
                        &format!("{number}. "),
                        &" ".repeat(number.to_string().len() + 2),
                        &inside,
                    )
                });
                items.collect::<Vec<String>>().join("\n")
            }
            Self::Bullets(items) => {
                let items = items
                    .iter()
                    .map(|pieces| within("- ", "  ", &write_all(pieces, lines)));
                items.collect::<Vec<String>>().join("\n")
            }
            Self::Quotation(pieces) => {
                let mut inside = String::new();
                lines.quoted(|lines| inside = write_all(pieces, lines));
                within("> ", "> ", &inside)
            }
            Self::Table(rows) => {
                let mut text = String::new();
                for (nth, row) in rows.iter().enumerate() {
                    lines.add(&row.join(" "));
                    let cells = row.each_ref().map(|cell| escaped(cell));
                    text.push_str(&format!("| {} |\n", cells.join(" | ")));
                    if nth == 0 {
                        text.push_str("|---|---|\n");
                    }
                }
                text
            }
            Self::Definition(term, pieces) => {
                lines.add(term);
                let inside = write_all(pieces, lines);
                format!("{}\n\n{}", escaped(term), within(":   ", "    ", &inside))
            }
            Self::Code(code) => {
                let code: Vec<String> = code.iter().map(|line| format!("c{line}")).collect();
                lines.add(&code.join("\n"));
                format!("````\n{}\n````\n", code.join("\n"))
            }
        }
    }
}

/// Pieces one after the other. Between two lists stands a word, since Markdown would make them one.
fn write_all(pieces: &[Piece], lines: &mut Lines) -> String {
    let mut text = String::new();
    for (nth, piece) in pieces.iter().enumerate() {
        if nth > 0 {
            lines.add("between");
            text.push_str("\nbetween\n\n");
        }
        text.push_str(&piece.write(lines));
        text.push('\n');
    }
    text
}

// What is read.

fn lines_of_html(root: ElementRef<'_>) -> Vec<Line> {
    let mut lines = Lines::default();
    read_html(root, &mut lines);
    lines.found
}

fn read_html(element: ElementRef<'_>, lines: &mut Lines) {
    let value = element.value();
    let has = |class: &str| value.classes().any(|own| own == class);
    if ["ref", "notes", "sign", "supplied"].into_iter().any(has) || value.name() == "aside" {
        return;
    }
    match value.name() {
        "p" if has("image") => element
            .child_elements()
            .for_each(|child| read_html(child, lines)),
        "p" | "figcaption" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "pre" => {
            lines.add(shown(element).trim_end_matches('\n'));
        }
        "span" if has("number") => lines.number = format!("{} {}", lines.number, shown(element)),
        "tr" => {
            let cells: Vec<String> = element.child_elements().map(shown).collect();
            lines.add(&cells.join(" "));
        }
        "img" => lines.add(value.attr("alt").unwrap()),
        "blockquote" => lines.quoted(|lines| {
            element
                .child_elements()
                .for_each(|child| read_html(child, lines));
        }),
        "figure" if has("quotation") => lines.quoted(|lines| {
            element
                .child_elements()
                .for_each(|child| read_html(child, lines));
        }),
        "ol" => {
            let mut next: usize = value
                .attr("start")
                .map_or(1, |start| start.parse().unwrap());
            for item in element.child_elements() {
                let own = item.value().attr("value");
                next = own.map_or(next, |own| own.parse().unwrap());
                let printed = item.value().attr("data-number");
                let printed = printed.map_or(format!("{next}."), str::to_owned);
                lines.number = format!("{} {printed}", lines.number);
                next += 1;
                item.child_elements()
                    .for_each(|child| read_html(child, lines));
                // An item without words has no line to stand before.
                lines.number.clear();
            }
        }
        _ => element
            .child_elements()
            .for_each(|child| read_html(child, lines)),
    }
}

/// The text of an element with its line breaks, without the signs of notes.
fn shown(element: ElementRef<'_>) -> String {
    let mut text = String::new();
    for child in element.children() {
        match child.value() {
            Node::Text(words) => text.push_str(words),
            Node::Element(inner) if inner.name() == "br" => text.push('\n'),
            Node::Element(inner) if inner.classes().any(|class| class == "sign") => {}
            Node::Element(_) => text.push_str(&shown(ElementRef::wrap(child).unwrap())),
            _ => {}
        }
    }
    text
}

/// The lines of a document's Markdown without its title and what is said of it at its end.
fn lines_of_markdown(markdown: &str) -> Vec<Line> {
    let mut options = Options::default();
    options.extension.table = true;
    options.extension.footnotes = true;
    options.extension.description_lists = true;
    let arena = Arena::new();
    let root = parse_document(&arena, markdown, &options);
    let blocks: Vec<_> = root.children().collect();
    let source: Vec<&str> = markdown.lines().collect();
    let mut lines = Lines::default();
    for &block in &blocks[1..blocks.len() - 2] {
        read_markdown(block, &source, &mut lines);
    }
    lines.found
}

fn read_markdown<'a>(node: &'a AstNode<'a>, source: &[&str], lines: &mut Lines) {
    let ast = node.data();
    match &ast.value {
        NodeValue::Paragraph if is_reference(node) => {}
        NodeValue::Paragraph | NodeValue::Heading(_) => lines.add(&inline_text(node)),
        NodeValue::CodeBlock(code) => lines.add(code.literal.trim_end_matches('\n')),
        NodeValue::TableRow(_) => {
            let cells: Vec<String> = node.children().map(|cell| inline_text(cell)).collect();
            lines.add(&cells.join(" "));
        }
        NodeValue::BlockQuote => lines.quoted(|lines| {
            node.children()
                .for_each(|child| read_markdown(child, source, lines));
        }),
        NodeValue::FootnoteDefinition(_) | NodeValue::ThematicBreak => {}
        NodeValue::Item(_) => {
            let start = ast.sourcepos.start;
            let rest = &source[start.line - 1][start.column - 1..];
            let mark = rest.split_whitespace().next().unwrap();
            if mark.starts_with(|sign: char| sign.is_ascii_digit()) {
                lines.number = format!("{} {mark}", lines.number);
            }
            node.children()
                .for_each(|child| read_markdown(child, source, lines));
            lines.number.clear();
        }
        _ => node
            .children()
            .for_each(|child| read_markdown(child, source, lines)),
    }
}

/// The name of a section below its heading.
fn is_reference<'a>(node: &'a AstNode<'a>) -> bool {
    let only = node
        .first_child()
        .filter(|child| child.next_sibling().is_none());
    let parent = node.parent().unwrap().data();
    matches!(parent.value, NodeValue::Document)
        && only.is_some_and(|only| {
            matches!(&only.data().value, NodeValue::Code(code) if code.literal.starts_with("doc/")
                || code.literal.starts_with("harbour/") || code.literal.starts_with("ferry/"))
        })
}

fn inline_text<'a>(node: &'a AstNode<'a>) -> String {
    let text = node
        .descendants()
        .skip(1)
        .map(|node| match &node.data().value {
            NodeValue::Text(text) => text.to_string(),
            NodeValue::Code(code) => code.literal.clone(),
            NodeValue::LineBreak => "\n".to_owned(),
            NodeValue::SoftBreak => " ".to_owned(),
            _ => String::new(),
        });
    text.collect()
}

/// The lines of a document's data: headings and paragraphs, and apart from these the quotations.
fn lines_of_data(data: &Value) -> (Vec<Line>, Vec<Line>) {
    let (mut own, mut quoted) = (Lines::default(), Lines::default());
    quoted.is_quoted = true;
    let list = |value: &Value, key: &str| value[key].as_array().unwrap().clone();
    for section in list(data, "sections") {
        let heading = [section["number"].as_str(), section["title"].as_str()];
        if section["title"] != "[Opening]" {
            own.add(&heading.into_iter().flatten().collect::<Vec<_>>().join(" "));
        }
        for paragraph in list(&section, "paragraphs") {
            let text = paragraph["text"].as_str().unwrap();
            let number = paragraph["number"].as_str().unwrap_or_default();
            if !text.starts_with(number) {
                number.clone_into(&mut own.number);
            }
            own.add(&text.replace('\t', " "));
        }
        for quotation in list(&section, "quotations") {
            for (nth, text) in list(&quotation, "text").iter().enumerate() {
                let number = quotation["numbers"][nth.to_string()].as_str();
                number.unwrap_or_default().clone_into(&mut quoted.number);
                quoted.add(&text.as_str().unwrap().replace('\t', " "));
            }
            if let Some(attribution) = quotation["attribution"].as_str() {
                quoted.add(attribution);
            }
        }
    }
    (own.found, quoted.found)
}

/// The lines of the only document of a site, in each form; all are found to be the same.
fn lines_of_site(library: Library) -> Result<Vec<Line>, TestCaseError> {
    let site = Site::new(library, None);
    let document = &site.library().documents()[0];
    let slug = document.slug.to_string();
    let sent = |path: &str| {
        let route = site
            .routes()
            .into_iter()
            .find(|&route| site.path(route) == path);
        site.render(route.unwrap()).unwrap().body
    };
    let text = |path: &str| String::from_utf8(sent(path).to_vec()).unwrap();

    let page = Html::parse_document(&text(&format!("/{slug}/full")));
    let selector = scraper::Selector::parse("main .text").unwrap();
    let shown = lines_of_html(page.select(&selector).next().unwrap());

    let markdown = text(&format!("/{slug}.md"));
    prop_assert_eq!(&lines_of_markdown(&markdown), &shown, "in {}", markdown);

    let data: Value = serde_json::from_str(&text(&format!("/{slug}.json"))).unwrap();
    let (quoted, own): (Vec<Line>, Vec<Line>) =
        shown.iter().cloned().partition(|line| line.is_quoted);
    let (own_data, quoted_data) = lines_of_data(&data);
    let bare = |lines: Vec<Line>| -> Vec<String> {
        // The number of a heading and its title are apart in data, without what stands between.
        let words = |line: &Line| line.text.replace(['.', '–', ':'], " ");
        let lines = lines.iter().map(words);
        lines
            .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "))
            .collect()
    };
    prop_assert_eq!(bare(own_data), bare(own));
    prop_assert_eq!(quoted_data, quoted);

    let mut book =
        zip::ZipArchive::new(std::io::Cursor::new(sent(&format!("/{slug}.epub")))).unwrap();
    let names = book.file_names().map(|name| name.unwrap().into_owned());
    let names: Vec<String> = names.collect();
    let mut in_book = Vec::new();
    for name in names.iter().filter(|name| name.contains("text-")) {
        let mut chapter = String::new();
        std::io::Read::read_to_string(&mut book.by_name(name).unwrap(), &mut chapter).unwrap();
        let chapter = Html::parse_document(&chapter);
        let body = scraper::Selector::parse("body").unwrap();
        in_book.extend(lines_of_html(chapter.select(&body).next().unwrap()));
    }
    prop_assert_eq!(&in_book, &shown);
    Ok(shown)
}

const FRONT: &str = "+++\nid = \"doc\"\ntitle = \"Doc\"\nshort_title = \"Doc\"\ncolour = \"moss\"\n\
    language = \"en\"\nschema_type = \"CreativeWork\"\ngenre = \"Text\"\nsummary = \"S.\"\n\
    rights = \"R.\"\nprovenance = \"P.\"\n+++\n\n";

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn words_numbers_and_line_breaks_are_kept_everywhere(
        opening in proptest::collection::vec(piece(), 0..2),
        pieces in proptest::collection::vec(piece(), 1..5),
    ) {
        let mut lines = Lines::default();
        let mut text = write_all(&opening, &mut lines);
        lines.add("Article 1. All");
        text.push_str("\n## Article 1. All {#all .article ref=\"1\"}\n\n");
        text.push_str(&write_all(&pieces, &mut lines));
        let mut files = law_files();
        files.retain(|file| file.name == "site.toml");
        files.push(File::new("doc.md", format!("{FRONT}{text}")));
        let library = load_valid(&files).map_err(|found| {
            TestCaseError::fail(report(&files, &found))
        })?;
        let shown = lines_of_site(library)?;
        prop_assert_eq!(shown, lines.found, "in {}", text);
    }

    #[test]
    fn texts_that_are_changed_anywhere_load_whole_or_not_at_all(
        is_law in any::<bool>(),
        changes in proptest::collection::vec((any::<prop::sample::Index>(), 0_usize..4, select(vec![
            "", "> ", "- ", "1. ", "   ", "(b) ", "\\", "|", "**", ":   ", "```", "#", "  ",
        ])), 1..4),
    ) {
        let (mut files, name) = if is_law { (law_files(), "harbour.md") } else { (verse_files(), "poems.md") };
        let text = text_of(&files, name);
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        let body = lines.iter().rposition(|line| line == "+++").unwrap() + 1;
        for (place, change, added) in changes {
            let at = body + place.index(lines.len() - body);
            match change {
                0 => lines[at].insert_str(0, added),
                1 => lines[at].push_str(added),
                2 => drop(lines.remove(at)),
                _ => lines.insert(at, added.to_owned()),
            }
        }
        let changed = lines.join("\n");
        let file = files.iter_mut().find(|file| file.name == name).unwrap();
        *file = File::new(name, changed);
        if let Ok(library) = load_valid(&files) {
            lines_of_site(library)?;
        }
    }
}

#[test]
fn emphasis_goes_on_over_an_empty_line() {
    let mut files = verse_files();
    let text = text_of(&files, "poems.md");
    let changed = text.replacen("*keeps its\n", "*keeps its\n\\\n", 1);
    assert_ne!(changed, text);
    let file = files.iter_mut().find(|file| file.name == "poems.md");
    *file.unwrap() = File::new("poems.md", changed);
    let library = load_valid(&files).unwrap_or_else(|found| panic!("{}", report(&files, &found)));
    lines_of_site(library).unwrap();
}
