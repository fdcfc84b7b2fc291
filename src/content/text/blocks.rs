//! From the parser's block nodes to the blocks of a section or a quotation.

use comrak::nodes::{AstNode, ListType, NodeCodeBlock, NodeTable, NodeValue, TableAlignment};

use super::list_lines::{LineItem, Lines, list_lines};
use super::prose::InlineContext;
use super::sections::Sections;
use crate::content::diagnostics::{Problem, suggest};
use crate::content::source::IMAGES;
use crate::library::{
    Alignment, Block, Definition, Form, Id, Item, ItemMark, LINE_BREAK, List, Numerals,
    ParagraphId, Prose, Quotation, QuotationLine, QuotationLineId,
};

/// How deep blocks may nest: far deeper than anyone reads.
const DEEPEST: usize = 12;

/// What holds the words of blocks: paragraphs in the text, lines in a quotation.
pub trait Leaf: Copy {
    /// How the words are read.
    fn context(sections: &Sections<'_>) -> InlineContext;

    /// Keeps the words; `None` where no section is open.
    fn add(sections: &mut Sections<'_>, prose: Prose) -> Option<Self>;
}

impl Leaf for ParagraphId {
    fn context(sections: &Sections<'_>) -> InlineContext {
        if sections.next_line.is_some() {
            InlineContext::Verse
        } else {
            InlineContext::Paragraph
        }
    }

    fn add(sections: &mut Sections<'_>, mut prose: Prose) -> Option<Self> {
        if let (Form::Running, Some(first_line)) = (&prose.form, sections.next_line) {
            sections.next_line = Some(first_line + prose.text.split(LINE_BREAK).count());
            prose.form = Form::Verse { first_line };
        }
        sections.add_paragraph(prose)
    }
}

impl Leaf for QuotationLineId {
    fn context(_: &Sections<'_>) -> InlineContext {
        InlineContext::Elsewhere
    }

    fn add(sections: &mut Sections<'_>, prose: Prose) -> Option<Self> {
        let section = sections.open_section()?.id;
        let id = Self::new(sections.text.quotation_lines.len());
        let line = QuotationLine { id, section, prose };
        sections.text.quotation_lines.push(line);
        Some(id)
    }
}

impl Sections<'_> {
    /// Reads a block of the open section into `blocks`. Where there is none, since its heading is
    /// broken, blocks are read all the same, for what is wrong in them.
    pub fn block<'b, L: Leaf>(&mut self, node: &'b AstNode<'b>, blocks: &mut Vec<Block<L>>) {
        let problem = match &node.data().value {
            NodeValue::Paragraph => return self.paragraph(node, blocks),
            NodeValue::CodeBlock(code) => return self.code(node, code, blocks),
            NodeValue::Table(table) => return self.table(node, table, blocks),
            NodeValue::ThematicBreak => return blocks.push(Block::Rule),
            NodeValue::BlockQuote | NodeValue::List(_) | NodeValue::DescriptionList
                if self.depth == DEEPEST =>
            {
                Problem::TooDeep(DEEPEST)
            }
            NodeValue::BlockQuote => {
                blocks.extend(self.quotation(node).map(Block::Quotation));
                return;
            }
            NodeValue::List(_) => return blocks.push(Block::List(self.list(node))),
            NodeValue::DescriptionList => {
                return blocks.push(Block::Definitions(self.definitions(node)));
            }
            NodeValue::FootnoteDefinition(_) => return,
            NodeValue::HtmlBlock(html) if is_comment(&html.literal) => Problem::Comment,
            NodeValue::HtmlBlock(_) => Problem::RawHtml,
            NodeValue::Heading(_) => Problem::Unsupported("a heading inside another block"),
            _ => Problem::Unsupported("this block"),
        };
        self.report(node, problem);
    }

    fn blocks<'b, L: Leaf>(
        &mut self,
        nodes: impl Iterator<Item = &'b AstNode<'b>>,
    ) -> Vec<Block<L>> {
        self.depth += 1;
        let mut blocks = Vec::new();
        for node in nodes {
            self.block(node, &mut blocks);
        }
        self.depth -= 1;
        blocks
    }

    fn paragraph<'b, L: Leaf>(&mut self, node: &'b AstNode<'b>, blocks: &mut Vec<Block<L>>) {
        if let Some(image) = only_image(node) {
            let prose = self.image(image);
            blocks.extend(
                prose
                    .and_then(|prose| L::add(self, prose))
                    .map(Block::Paragraph),
            );
            return;
        }
        let context = L::context(self);
        let in_lines = (context != InlineContext::Verse)
            .then(|| list_lines(node))
            .flatten();
        let Some(list) = in_lines else {
            let prose = self.inlines.prose(node, context);
            blocks.extend(L::add(self, prose).map(Block::Paragraph));
            return;
        };
        blocks.extend(list.before.and_then(|lines| self.lines(lines)));
        blocks.push(Block::List(self.line_items(list.items)));
    }

    /// What stands for an image: the words that say what it shows.
    fn image<'b>(&mut self, node: &'b AstNode<'b>) -> Option<Prose> {
        let words = self.inlines.prose(node, InlineContext::Elsewhere).text;
        let NodeValue::Image(link) = &node.data().value else {
            return None;
        };
        if words.trim().is_empty() {
            self.report(node, Problem::NoAltText);
        }
        if !link.title.is_empty() {
            self.report(node, Problem::Unsupported("the title of an image"));
        }
        let name = link.url.strip_prefix("./").unwrap_or(&link.url);
        let known = self.images.iter();
        let image = known
            .clone()
            .find(|one| name.strip_prefix(IMAGES) == Some(&one.name));
        let Some(image) = image else {
            let names: Vec<String> = known.map(|one| format!("{IMAGES}{}", one.name)).collect();
            let near = suggest(name, names.iter().map(String::as_str));
            let file = name.to_owned();
            self.report(node, Problem::NoImage { file, near });
            return None;
        };
        Some(Prose {
            form: Form::Image(image.id),
            ..Prose::plain(words)
        })
    }

    fn lines<L: Leaf>(&mut self, lines: Lines<'_>) -> Option<Block<L>> {
        let context = L::context(self);
        let prose = self.inlines.prose_of(lines.nodes, lines.skip, context);
        L::add(self, prose).map(Block::Paragraph)
    }

    fn line_items<L: Leaf>(&mut self, items: Vec<LineItem<'_>>) -> List<L> {
        let items = items.into_iter().map(|item| {
            self.open_item(Some(&item.mark));
            let mut blocks: Vec<Block<L>> = self.lines(item.words).into_iter().collect();
            if !item.items.is_empty() {
                blocks.push(Block::List(self.line_items(item.items)));
            }
            self.close_item(Some(&item.mark));
            Item {
                mark: Some(item.mark),
                blocks,
            }
        });
        List {
            items: items.collect(),
        }
    }

    fn list<'b, L: Leaf>(&mut self, node: &'b AstNode<'b>) -> List<L> {
        let items = node.children().map(|item| {
            let mark = match &item.data().value {
                NodeValue::Item(list) if list.list_type == ListType::Ordered => self.mark(item),
                NodeValue::TaskItem(_) => {
                    self.report(item, Problem::Unsupported("a task in a list"));
                    None
                }
                _ => None,
            };
            self.open_item(mark.as_ref());
            let blocks = self.blocks(item.children());
            self.close_item(mark.as_ref());
            Item { mark, blocks }
        });
        List {
            items: items.collect(),
        }
    }

    /// The number of an item as the source prints it: the parser counts on from the first.
    fn mark<'b>(&self, item: &'b AstNode<'b>) -> Option<ItemMark> {
        let source = self.positions.source(item.data().sourcepos).trim_start();
        let digits = source.bytes().take_while(u8::is_ascii_digit).count();
        ItemMark::parse(source.get(..=digits)?, Numerals::Digits)
    }

    fn code<'b, L: Leaf>(
        &mut self,
        node: &'b AstNode<'b>,
        code: &NodeCodeBlock,
        blocks: &mut Vec<Block<L>>,
    ) {
        if !code.fenced {
            // Text is indented by mistake more often than there is code in a document.
            return self.report(node, Problem::IndentedCode);
        }
        let prose = Prose {
            form: Form::Code,
            ..Prose::plain(code.literal.trim_end_matches(LINE_BREAK))
        };
        blocks.extend(L::add(self, prose).map(Block::Paragraph));
    }

    fn table<'b, L: Leaf>(
        &mut self,
        node: &'b AstNode<'b>,
        table: &NodeTable,
        blocks: &mut Vec<Block<L>>,
    ) {
        let columns = table.alignments.iter().map(|alignment| match alignment {
            TableAlignment::None | TableAlignment::Left => Alignment::Start,
            TableAlignment::Center => Alignment::Center,
            TableAlignment::Right => Alignment::End,
        });
        let form = Form::Table {
            columns: columns.collect(),
        };
        let prose = self.inlines.table(node, form);
        blocks.extend(L::add(self, prose).map(Block::Paragraph));
    }

    fn definitions<'b, L: Leaf>(&mut self, node: &'b AstNode<'b>) -> Vec<Definition<L>> {
        let mut definitions: Vec<Definition<L>> = Vec::new();
        for part in node.children().flat_map(AstNode::children) {
            if let NodeValue::DescriptionTerm = part.data().value {
                let terms = part.children().filter_map(|term| {
                    let prose = self.inlines.prose(term, InlineContext::Elsewhere);
                    L::add(self, prose)
                });
                definitions.extend(terms.map(|term| Definition {
                    term,
                    meanings: Vec::new(),
                }));
            } else {
                let meaning = self.blocks(part.children());
                if let Some(definition) = definitions.last_mut() {
                    definition.meanings.push(meaning);
                }
            }
        }
        definitions
    }

    fn quotation<'b>(&mut self, node: &'b AstNode<'b>) -> Option<Quotation> {
        let opens_section = self.depth == 0;
        let first = self.text.quotation_lines.len();
        let mut blocks: Vec<Block<QuotationLineId>> = self.blocks(node.children());
        let opens_section = opens_section && self.open_section()?.blocks.is_empty();
        let end = self.text.quotation_lines.len();
        let mut quotation = Quotation {
            lines: super::sections::run(first, end),
            attribution: None,
            blocks: Vec::new(),
        };
        if let [_, .., Block::Paragraph(last)] = blocks.as_slice() {
            let line = &self.text.quotation_lines[last.index()];
            if line.prose.text.starts_with('—') {
                quotation.attribution = Some(*last);
                quotation.lines = super::sections::run(first, end - 1);
                blocks.pop();
            }
        }
        quotation.blocks = blocks;
        if opens_section && first < end {
            self.add_epigraph(quotation.clone());
        }
        Some(quotation)
    }
}

/// Whether a block of HTML is one comment and nothing behind it.
pub fn is_comment(html: &str) -> bool {
    let inside = html
        .trim()
        .strip_prefix("<!--")
        .and_then(|html| html.strip_suffix("-->"));
    inside.is_some_and(|inside| !inside.contains("-->"))
}

/// The image that is all of a paragraph.
fn only_image<'b>(paragraph: &'b AstNode<'b>) -> Option<&'b AstNode<'b>> {
    let only = paragraph.first_child()?;
    let is_image = matches!(only.data().value, NodeValue::Image(_));
    (is_image && only.next_sibling().is_none()).then_some(only)
}
