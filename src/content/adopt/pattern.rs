//! Paragraphs that begin like sections: `第一条　…`, `Art 1 …`, `§ 5. …`.

use std::ops::Range;

use regex::Regex;

use super::blocks::Block;
use crate::content::naming::read_heading;

/// Where a paragraph has a section in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Start {
    /// The bytes of what becomes the heading.
    pub heading: Range<usize>,
    /// The bytes of the space between it and the text of the section.
    pub space: Range<usize>,
    /// Whether it stands at the beginning of a paragraph, not of another of its lines.
    pub is_first: bool,
}

/// The sections that begin in a paragraph, by what its lines begin with.
pub fn starts(source: &str, paragraph: &Range<usize>, pattern: &Regex) -> Vec<Start> {
    let text = &source[paragraph.clone()];
    let mut at = paragraph.start;
    let lines = text.split_inclusive('\n').filter_map(|line| {
        let start = at;
        at += line.len();
        let line = line.trim_end();
        let indent = line.len() - line.trim_start().len();
        let line = &line[indent..];
        let end = heading_end(line, pattern)?;
        let rest = &line[end..];
        let space = rest.len() - rest.trim_start().len();
        let from = start + indent;
        Some(Start {
            heading: from..from + end,
            space: from + end..from + end + space,
            is_first: start == paragraph.start,
        })
    });
    lines.collect()
}

/// How much of a line is the heading: the shortest beginning that fits the pattern and ends with a
/// word, so that `^第.+条` does not reach to the last 条 of the line.
fn heading_end(line: &str, pattern: &Regex) -> Option<usize> {
    let fits = |end: usize| {
        pattern
            .find(&line[..end])
            .is_some_and(|found| found.start() == 0 && found.end() == end)
    };
    let longest = pattern.find(line).filter(|found| found.start() == 0)?.end();
    let is_border = |at: usize| {
        let next = line[at..].chars().next();
        next.is_none_or(|c| c.is_whitespace() || matches!(c, '.' | ':' | '：' | ')' | '、'))
    };
    // Without a space the heading ends where no word is cut.
    let cuts_word = |at: usize| {
        let before = line[..at].chars().next_back();
        let after = line[at..].chars().next();
        [before, after]
            .iter()
            .all(|sign| sign.is_some_and(|c| c.is_ascii_alphanumeric()))
    };
    let ends = || line.char_indices().map(|(at, _)| at).chain([line.len()]);
    let mut fitting = ends().filter(|&end| end > 0 && end <= longest && fits(end));
    let border = fitting
        .clone()
        .find(|&end| end < line.len() && is_border(end));
    let border = border.or_else(|| fitting.find(|&end| !cuts_word(end)));
    // Signs that close a number belong to it.
    let end = border.unwrap_or(longest);
    let closed = line[end..].trim_start_matches(['.', ':', '：', ')', '、']);
    Some(line.len() - closed.len()).filter(|end| *end > 0)
}

/// How many paragraphs must begin alike to be offered as sections.
const ALIKE: usize = 3;

/// A pattern for paragraphs that begin like numbered sections, with how many there are and how the
/// first one begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    pub pattern: &'static str,
    pub count: usize,
    pub example: String,
}

/// The ways in which paragraphs begin like sections.
const PATTERNS: [&str; 6] = [
    r"^第.+[条條]",
    r"^(Article|ARTICLE|Art\b\.?) *\w+",
    r"^(Artikel|Artículo|Articolo|Artigo|Статья) *\w+",
    r"^(المادة|مادة) +\(?\w+\)?",
    r"^(Section|SECTION|Sec\b\.?) *\w+",
    r"^§+ *\w+",
];

/// What could be made sections of the paragraphs, if many begin alike.
pub fn offer(source: &str, blocks: &[Block]) -> Option<Offer> {
    let offers = PATTERNS.into_iter().filter_map(|pattern| {
        let regex = Regex::new(pattern).ok()?;
        let mut starts = blocks.iter().flat_map(|block| match block {
            Block::Paragraph(range) => starts(source, range, &regex),
            _ => Vec::new(),
        });
        let mut found = starts.by_ref().filter_map(|start| {
            Some((
                read_heading(&source[start.heading.clone()], &[]).number?,
                start,
            ))
        });
        // Paragraphs that only speak of articles do not begin with the first.
        let (number, first) = found.next()?;
        let is_first = matches!(number.text.to_lowercase().as_str(), "1" | "i" | "a");
        let count = found.count() + 1;
        let example = source[first.heading].to_owned();
        (is_first && count >= ALIKE).then_some(Offer {
            pattern,
            count,
            example,
        })
    });
    offers.max_by_key(|offer| offer.count)
}

#[cfg(test)]
mod tests {
    use regex::Regex;

    use super::{PATTERNS, starts};

    #[test]
    fn a_heading_ends_with_its_word() {
        for (pattern, line, heading) in [
            ("^第.+条", "第一条 依照本法第三条处理", Some("第一条")),
            ("^第.+条", "第十二条　国家", Some("第十二条")),
            ("^第.+条", "第三条国家依照第五条", Some("第三条")),
            ("^Art ?\\d+", "Art 12 Text of it", Some("Art 12")),
            ("^Art\\. ?\\d+", "Art. 12. Text of it", Some("Art. 12.")),
            ("^Art ?\\d+", "The Art 12", None),
        ] {
            let regex = Regex::new(pattern).unwrap();
            let found = starts(line, &(0..line.len()), &regex);
            let found = found.first().map(|start| &line[start.heading.clone()]);
            assert_eq!(found, heading, "{line}");
        }
    }

    #[test]
    fn what_is_offered_takes_the_number_with_the_word() {
        for (line, heading) in [
            ("Article 1. The gate", "Article 1."),
            ("Art. 1 The gate", "Art. 1"),
            ("Art 1. The gate", "Art 1."),
            ("Section 2: The gate", "Section 2:"),
            ("Sec. II The gate", "Sec. II"),
            ("§ 7 The gate", "§ 7"),
            ("第二条　大门", "第二条"),
        ] {
            let found = PATTERNS.iter().find_map(|pattern| {
                let regex = Regex::new(pattern).unwrap();
                starts(line, &(0..line.len()), &regex).pop()
            });
            let found = found.map(|start| &line[start.heading]);
            assert_eq!(found, Some(heading), "{line}");
        }
    }

    #[test]
    fn every_line_may_begin_a_section() {
        let text = "第一条 甲\n第二条 乙\n丙";
        let found = starts(text, &(0..text.len()), &Regex::new("^第.+条").unwrap());
        let first: Vec<bool> = found.iter().map(|start| start.is_first).collect();
        assert_eq!(first, [true, false]);
    }
}
