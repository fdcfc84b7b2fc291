//! Reads a page of the editors': front matter, then Markdown that refers to the texts.

use comrak::nodes::{
    AstNode, ListType, NodeCodeBlock, NodeList, NodeTable, NodeValue, TableAlignment,
};
use comrak::{Arena, parse_document};

use super::blocks::is_comment;
use super::markdown;
use super::prose::{FOOTNOTE_ON_PAGE, InlineContext, Inlines, PendingLink, Positions};
use super::reading::{READING, read_reading};
use crate::content::diagnostics::{Problem, Sink, suggest};
use crate::content::toml::{Fields, FileParts, split_front_matter};
use crate::library::{Date, IdMap, PageBlock, PageSection, PageSectionId, Prose};

/// The level of the headings of a page; level 1 is its title.
const LEVEL: u8 = 2;

/// How deep blocks may nest: far deeper than anyone reads.
const DEEPEST: usize = 12;

/// A page without its name.
pub struct PageDraft {
    pub title: String,
    pub description: String,
    pub task: Option<String>,
    pub sections: IdMap<PageSectionId, PageSection>,
    /// The links that it holds, in the order of their targets.
    pub links: Vec<PendingLink>,
}

/// What an edition changed, without its number.
pub struct EditionDraft {
    pub title: String,
    pub description: String,
    pub date: Date,
    pub sections: IdMap<PageSectionId, PageSection>,
    /// The links that it holds, in the order of their targets.
    pub links: Vec<PendingLink>,
}

/// Reads a page whose targets count from `first_target`, and reports all that is wrong with it to
/// `sink`; `None` where its front matter cannot be read.
pub fn read_page(text: &str, first_target: usize, sink: Sink<'_>) -> Option<PageDraft> {
    let ((title, description, task), (sections, links)) =
        read_with(text, first_target, sink, |fields| {
            let title = fields.words("title");
            let description = fields.words("description");
            Some((title, description, fields.optional_words("task")))
        })?;
    Some(PageDraft {
        title,
        description,
        task,
        sections,
        links,
    })
}

/// The same for what an edition changed.
pub fn read_edition(text: &str, first_target: usize, sink: Sink<'_>) -> Option<EditionDraft> {
    let ((title, description, date), (sections, links)) =
        read_with(text, first_target, sink, |fields| {
            let title = fields.words("title");
            let description = fields.words("description");
            Some((title, description, fields.date("date")?))
        })?;
    Some(EditionDraft {
        title,
        description,
        date,
        sections,
        links,
    })
}

/// The sections of a body, and its links.
type BodyParts = (IdMap<PageSectionId, PageSection>, Vec<PendingLink>);

/// Reads a file whose front matter has keys of its own.
fn read_with<T>(
    text: &str,
    first_target: usize,
    sink: Sink<'_>,
    front: impl FnOnce(&mut Fields<'_>) -> Option<T>,
) -> Option<(T, BodyParts)> {
    let parts = split_front_matter(text, sink)?;
    let front = front_matter(text, &parts, sink, front);
    let positions = Positions::new(text, parts.body.start);
    let arena = Arena::new();
    let root = parse_document(&arena, &text[parts.body], &markdown::options());
    let mut body = Body {
        positions: &positions,
        sink,
        inlines: Inlines::of_page(first_target, &positions, sink),
        depth: 0,
    };
    let sections = body.sections(root);
    Some((front?, (sections, body.inlines.links)))
}

fn front_matter<T>(
    text: &str,
    parts: &FileParts,
    sink: Sink<'_>,
    read: impl FnOnce(&mut Fields<'_>) -> Option<T>,
) -> Option<T> {
    let table = parts.table(text, sink)?;
    let mut fields = parts.fields(&table, sink);
    let front = read(&mut fields);
    fields.finish();
    front
}

/// The body of a page, as it is read.
struct Body<'a> {
    positions: &'a Positions<'a>,
    sink: Sink<'a>,
    inlines: Inlines<'a>,
    /// How many blocks are open that hold others.
    depth: usize,
}

impl Body<'_> {
    fn sections<'b>(&mut self, root: &'b AstNode<'b>) -> IdMap<PageSectionId, PageSection> {
        let mut sections = IdMap::default();
        let mut section = PageSection::default();
        for node in root.children() {
            if let NodeValue::Heading(heading) = &node.data().value {
                if heading.level != LEVEL {
                    let what = "a heading of a level other than 2 on a page";
                    self.report(node, Problem::Unsupported(what));
                }
                let next = PageSection {
                    heading: Some(self.prose(node)),
                    blocks: Vec::new(),
                };
                let done = std::mem::replace(&mut section, next);
                if done != PageSection::default() {
                    sections.push(done);
                }
            } else {
                section.blocks.extend(self.block(node));
            }
        }
        if section != PageSection::default() {
            sections.push(section);
        }
        sections
    }

    fn prose<'b>(&mut self, node: &'b AstNode<'b>) -> Prose {
        self.inlines.prose(node, InlineContext::Page)
    }

    /// Reports a problem at the first line of a block.
    fn report<'b>(&self, node: &'b AstNode<'b>, problem: Problem) {
        let line = self.positions.first_line(node.data().sourcepos);
        self.sink.report_at(line, problem);
    }

    fn block<'b>(&mut self, node: &'b AstNode<'b>) -> Option<PageBlock> {
        let problem = match &node.data().value {
            NodeValue::Paragraph => return Some(PageBlock::Paragraph(self.prose(node))),
            NodeValue::List(_) | NodeValue::BlockQuote | NodeValue::FootnoteDefinition(_)
                if self.depth == DEEPEST =>
            {
                Problem::TooDeep(DEEPEST)
            }
            NodeValue::List(list) => return Some(self.list(node, list)),
            NodeValue::BlockQuote => return Some(PageBlock::Quotation(self.blocks(node))),
            NodeValue::CodeBlock(code) => return Some(self.code(node, code)),
            NodeValue::Table(table) => return Some(self.table(node, table)),
            NodeValue::ThematicBreak => return Some(PageBlock::Rule),
            NodeValue::HtmlBlock(html) if is_comment(&html.literal) => Problem::Comment,
            NodeValue::HtmlBlock(_) => Problem::RawHtml,
            NodeValue::FootnoteDefinition(_) => {
                self.report(node, Problem::Unsupported(FOOTNOTE_ON_PAGE));
                // What is wrong in it would be wrong elsewhere too.
                self.blocks(node);
                return None;
            }
            NodeValue::Heading(_) => Problem::Unsupported("a heading inside another block"),
            _ => Problem::Unsupported("this block"),
        };
        self.report(node, problem);
        None
    }

    fn blocks<'b>(&mut self, parent: &'b AstNode<'b>) -> Vec<PageBlock> {
        self.depth += 1;
        let blocks = parent.children().filter_map(|node| self.block(node));
        let blocks = blocks.collect();
        self.depth -= 1;
        blocks
    }

    fn list<'b>(&mut self, node: &'b AstNode<'b>, list: &NodeList) -> PageBlock {
        let items = node.children().map(|item| {
            if let NodeValue::TaskItem(_) = item.data().value {
                self.report(item, Problem::Unsupported("a task in a list"));
            }
            self.blocks(item)
        });
        let numbered = list.list_type == ListType::Ordered;
        PageBlock::List {
            start: numbered.then_some(list.start),
            tight: list.tight,
            items: items.collect(),
        }
    }

    fn code<'b>(&mut self, node: &'b AstNode<'b>, code: &NodeCodeBlock) -> PageBlock {
        let pos = node.data().sourcepos;
        let name = code.info.trim();
        if name == READING {
            let reading = read_reading(&code.literal, pos, self.positions, &mut self.inlines);
            if code.literal.trim().is_empty() {
                self.report(node, Problem::EmptyReading);
            }
            return PageBlock::Reading(reading);
        }
        if let Some(near) = suggest(name, [READING]) {
            let problem = Problem::BadValue {
                value: name.to_owned(),
                expected: "a block that pages know",
                near: Some(near),
            };
            self.report(node, problem);
        }
        PageBlock::Code(code.literal.clone())
    }

    fn table<'b>(&mut self, node: &'b AstNode<'b>, table: &NodeTable) -> PageBlock {
        let is_plain = |alignment: &TableAlignment| *alignment == TableAlignment::None;
        if !table.alignments.iter().all(is_plain) {
            self.report(node, Problem::Unsupported("the alignment of a column"));
        }
        let mut head = Vec::new();
        let mut rows = Vec::new();
        for row in node.children() {
            let cells = row.children().map(|cell| self.prose(cell)).collect();
            if let NodeValue::TableRow(true) = row.data().value {
                head = cells;
            } else {
                rows.push(cells);
            }
        }
        PageBlock::Table { head, rows }
    }
}

#[cfg(test)]
mod tests {
    use super::read_page;
    use crate::content::diagnostics::Diagnostics;
    use crate::library::{Id, PageBlock, Prose, TargetId};

    const FRONT: &str = "+++\ntitle = \"A\"\ndescription = \"b\"\n+++\n\n";

    #[test]
    fn blocks_stand_under_the_heading_above_them() {
        let body = "Above.\n\n## On *lists*\n\n3. One\n4. > Two\n\n---\n\n| a |\n|---|\n| b |\n";
        let diagnostics = Diagnostics::default();
        let page = read_page(&format!("{FRONT}{body}"), 0, diagnostics.of_file(0)).unwrap();
        assert_eq!(diagnostics.count(), 0);
        let words = |text: &str| PageBlock::Paragraph(Prose::plain(text));
        let [above, lists] = page.sections.values() else {
            panic!("{:?}", page.sections);
        };
        assert_eq!(above.heading, None);
        assert_eq!(above.blocks, [words("Above.")]);
        let heading = lists.heading.as_ref().map(|heading| heading.text.as_str());
        assert_eq!(heading, Some("On lists"));
        let blocks = [
            PageBlock::List {
                start: Some(3),
                tight: true,
                items: vec![
                    vec![words("One")],
                    vec![PageBlock::Quotation(vec![words("Two")])],
                ],
            },
            PageBlock::Rule,
            PageBlock::Table {
                head: vec![Prose::plain("a")],
                rows: vec![vec![Prose::plain("b")]],
            },
        ];
        assert_eq!(lists.blocks, blocks);
    }

    #[test]
    fn targets_count_from_the_given_one() {
        let body = "[a](/a) and [[b/1]]\n";
        let diagnostics = Diagnostics::default();
        let page = read_page(&format!("{FRONT}{body}"), 7, diagnostics.of_file(0)).unwrap();
        let PageBlock::Paragraph(words) = &page.sections.values()[0].blocks[0] else {
            panic!("{:?}", page.sections);
        };
        assert_eq!(words.text, "a and b/1");
        assert!(words.targets().eq([7, 8].map(TargetId::new)));
        assert_eq!(page.links.len(), 2);
    }

    #[test]
    fn what_a_page_cannot_have_is_refused() {
        for body in [
            "~~struck~~",
            "a[^b]",
            "a[^b]\n\n[^b]: c",
            "- [ ] task",
            "| a |\n|:-:|\n| b |",
            "# A",
            "- ## A",
            "![a](/b)",
            "<div>",
        ] {
            let diagnostics = Diagnostics::default();
            read_page(&format!("{FRONT}{body}\n"), 0, diagnostics.of_file(0));
            assert_eq!(diagnostics.count(), 1, "{body}");
        }
    }
}
