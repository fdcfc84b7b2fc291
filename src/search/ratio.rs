//! Counts in parts of each other.

/// One count in parts of another. Texts are far shorter than the numbers that a float holds exactly.
#[allow(clippy::cast_precision_loss)]
pub fn ratio(count: usize, of: usize) -> f32 {
    count as f32 / of as f32
}
