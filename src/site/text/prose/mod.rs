//! Prose as pages and data show it: words with marks and notes.

mod annotated;
mod frame;
mod html;
mod inlines;
mod item_numbers;
mod markdown;
mod note_parts;
mod notes;
mod quotation_ids;
mod set_words;

pub use annotated::{Annotated, Annotation, AnnotationStyle};
pub use frame::{FramePiece, Row};
pub use html::ProseHtml;
pub use inlines::{Inline, Quotes, inlines};
pub use item_numbers::{ItemNumber, ListNumbers};
pub use markdown::prose_markdown;
pub use note_parts::NotePart;
pub use notes::note_letter;
pub use quotation_ids::QuotationIds;
pub use set_words::SetWords;

#[cfg(test)]
mod tests {
    use std::iter::once;

    use super::{Annotated, AnnotationStyle, ProseHtml, note_letter, prose_markdown};
    use crate::library::{
        Date, Id, KindId, Library, Mark, Note, Prose, Settings, SitePath, Style, Target, TargetId,
    };
    use crate::site::href::Href;

    /// A library of which nothing but the target of the sample's link is looked up.
    fn library() -> Library {
        let settings = Settings {
            title: String::new(),
            tagline: String::new(),
            description: String::new(),
            edition: String::new(),
            edition_date: Date {
                year: 2000,
                month: 1,
                day: 1,
            },
            editors: String::new(),
            license: None,
            contact: None,
            security: None,
            wording_note: None,
            compare_kind: KindId::new(0),
            nav: Vec::new(),
            searches: Vec::new(),
        };
        let mut library = Library::new(settings, Vec::new());
        let path = SitePath::parse("/x?a&b").unwrap();
        library.set_targets(vec![Target::Site(path)]);
        library
    }

    fn sample() -> Prose {
        let mark = |range, style| Mark { range, style };
        Prose {
            text: "Head: a \"quoted *word*\" & link".to_owned(),
            marks: vec![
                mark(0..5, Style::Label),
                mark(6..23, Style::Emphasis),
                mark(8..23, Style::Strong),
                mark(26..30, Style::Link(TargetId::new(0))),
            ],
            notes: vec![Note {
                at: 7,
                body: Prose::plain("[sic] so"),
            }],
            ..Prose::default()
        }
    }

    fn html(words: &Annotated<'_>) -> String {
        let place = |_| Href::here("a place");
        ProseHtml::new(&library(), words, "II.p1", &place).to_string()
    }

    #[test]
    fn marks_nest_in_html_and_text_is_escaped() {
        insta::assert_snapshot!(html(&(&sample()).into()));
    }

    #[test]
    fn marks_are_written_back_as_markdown() {
        let href = |target: &Target| match target {
            Target::Site(path) => path.to_string(),
            Target::Place(_) | Target::Elsewhere(_) | Target::Nowhere => "elsewhere".to_owned(),
        };
        insta::assert_snapshot!(prose_markdown(&library(), &sample(), &href, &note_letter));
    }

    #[test]
    fn marks_that_cross_are_split() {
        let sample = sample();
        let shared =
            Annotated::from(&sample).with([3..11, 20..25, 24..28], AnnotationStyle::Shared);
        insta::assert_snapshot!(html(&shared));
    }

    #[test]
    fn a_quoted_passage_has_its_number_once_where_it_ends() {
        let sample = sample();
        let words = Annotated::from(&sample)
            .with(once(0..14), AnnotationStyle::Quoted(3))
            .with(once(6..23), AnnotationStyle::Quoted(1))
            .with(once(15..23), AnnotationStyle::Quoted(2));
        insta::assert_snapshot!(html(&words));
    }

    #[test]
    fn the_text_of_a_prose_is_its_words() {
        let sample = sample();
        let words = Annotated::from(&sample).with(once(0..14), AnnotationStyle::Quoted(1));
        let html = scraper::Html::parse_fragment(&html(&words));
        let text: String = html.root_element().text().collect();
        assert_eq!(text, "Head: a “quoted *word*” & link");
    }

    #[test]
    fn a_slice_keeps_the_marks_that_reach_into_it() {
        let slice = sample().slice(&(3..12));
        insta::assert_snapshot!(html(&(&slice).into()));
    }

    #[test]
    fn note_letters_go_on_after_z() {
        assert_eq!([0, 25, 26, 52].map(note_letter), ["a", "z", "aa", "ba"]);
    }
}
