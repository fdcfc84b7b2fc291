//! Reads a query as the name of a place: "II.2", "strategy II.2", "Fang task 5", a pasted address;
//! or of several: "II.2.p1–p3", "II.2 vs 2.2.1".

mod clean;
mod epigraph;
mod figures;
mod lookup;
mod missing;
mod named;
mod names;
mod pair;
mod paragraph_name;
mod pasted;
mod range;
mod reading;
mod section_names;
mod text;

pub use missing::{Missing, is_number};
pub use named::Named;
pub use names::Names;
pub use section_names::SectionNames;
pub use text::named;
