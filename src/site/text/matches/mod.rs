//! What the concordance says of a passage: beside the text, below it and on pages of their own.

mod beside;
mod compact;
mod ends;
mod inside;
mod line;
mod partners;
mod passages;

pub use beside::Beside;
pub use compact::compact_matches;
pub use ends::{across, inside};
pub use inside::{CARRIED_OUT, RELATED};
pub use line::match_line;
pub use partners::Partners;
pub use passages::{LegendEntry, Passages};
