//! Reads a query as the name of a place: "II.2", "strategy II.2", "Fang task 5", a pasted address.

mod figures;
mod lookup;
mod names;
mod pasted;
mod reading;

pub use lookup::places;
pub use names::Names;
