//! The model: documents, sections, paragraphs, their references, and what the editors say of them.
//! No I/O, no pages, no addresses.
//!
//! Everything has an id, and `library[id]` is the thing: an id of the same library cannot miss.

mod add_document;
mod capture;
mod collection;
mod date;
mod id;
mod kind;
mod language;
mod lookup;
mod metadata;
mod names;
pub mod near;
mod outline;
mod plural;
mod reference;
mod reserved;
mod scholarship;
mod settings;
mod text;

pub use capture::{Capture, Printed, Repair, RepairKind, RepairScope};
pub use collection::Library;
pub use date::Date;
pub use id::{
    ActorId, DocumentId, EpigraphId, FormulaId, Id, IdMap, IdRange, ImageId, KindId, LinkId,
    PageId, PageSectionId, ParagraphId, QuotationLineId, SectionId, SilenceId, TargetId, TermId,
};
pub use kind::{Kind, path_of};
pub use language::{Collation, Language, Length, QuotationMarks, is_han};
pub use metadata::{
    Affiliation, Author, Colour, Corresponding, Event, JointIssuer, Metadata, Venue,
};
pub use plural::{list, pluralize, thousands};
pub use reference::{Number, Reference, ReferencePart, Slug};
pub use reserved::{CAPTURE, FULL, OWN_PARTS, RESERVED};
pub use scholarship::actor::{Act, ActKind, Actor, Actors};
pub use scholarship::code::{Code, LinkCode, SilenceCode};
pub use scholarship::compared::Compared;
pub use scholarship::concordance::{
    Concordance, End, Link, Passage, Relation, Silence, SilenceKind,
};
pub use scholarship::formula::{Formula, stand_in};
pub use scholarship::matcher::TermMatcher;
pub use scholarship::mention::Mention;
pub use scholarship::strength::Strength;
pub use scholarship::term::{Case, Expansion, ExpansionBy, Term, TermKind};
pub use settings::{License, Security, Settings};
pub use text::block::{Block, Definition, Item, List, Quotation};
pub use text::document::{Document, DocumentText};
pub use text::edition::Edition;
pub use text::form::{Alignment, CELL_BREAK, Form, LINE_BREAK};
pub use text::image::{Image, ImageFormat};
pub use text::item_mark::{ItemMark, Numerals};
pub use text::page::{Page, PageBlock, PageSection};
pub use text::paragraph_range::{ParagraphRange, split_at_dashes};
pub use text::part::{Citable, Part, Place, TextSpan};
pub use text::prose::{Mark, Note, Prose, Style};
pub use text::quotation::QuotationLine;
pub use text::quote::find_quote;
pub use text::section::{Epigraph, Paragraph, PrintedNumber, Section};
pub use text::target::{SitePath, Target};
