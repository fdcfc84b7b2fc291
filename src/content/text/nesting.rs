//! What stands under what, by the levels of headings.

/// The place of one heading in the outline.
#[derive(Debug, PartialEq, Eq)]
pub struct Nesting {
    /// The heading that it stands under.
    pub parent: Option<usize>,
    /// The first heading after it that does not stand under it.
    pub end: usize,
}

/// The outline of headings with these levels: each stands under the last one before it that is
/// higher.
pub fn nesting(levels: &[u8]) -> Vec<Nesting> {
    let mut outline: Vec<Nesting> = Vec::new();
    // Each heading under which the next may stand, with its level.
    let mut open: Vec<(usize, u8)> = Vec::new();
    for (at, &level) in levels.iter().enumerate() {
        while let Some((closed, _)) = open.pop_if(|(_, above)| *above >= level) {
            if let Some(closed) = outline.get_mut(closed) {
                closed.end = at;
            }
        }
        outline.push(Nesting {
            parent: open.last().map(|(above, _)| *above),
            end: levels.len(),
        });
        open.push((at, level));
    }
    outline
}

#[cfg(test)]
mod tests {
    use super::nesting;

    #[test]
    fn a_heading_stands_under_the_last_higher_one() {
        let outline = nesting(&[2, 3, 4, 3, 2, 4]);
        let parents: Vec<_> = outline.iter().map(|one| one.parent).collect();
        let ends: Vec<_> = outline.iter().map(|one| one.end).collect();
        assert_eq!(parents, [None, Some(0), Some(1), Some(0), None, Some(4)]);
        assert_eq!(ends, [4, 3, 3, 4, 6, 6]);
    }
}
