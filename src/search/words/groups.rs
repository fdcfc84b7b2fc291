//! Numbers that turn out to be the same.

/// Groups of numbers; each is in one.
#[derive(Debug, Clone, Default)]
pub struct Groups(Vec<u32>);

impl Groups {
    /// Each number below this in a group of its own.
    pub fn apart(count: u32) -> Self {
        Self((0..count).collect())
    }

    /// The number that stands for the group of another: its least.
    pub fn of(&self, mut number: u32) -> u32 {
        while self.0[number as usize] != number {
            number = self.0[number as usize];
        }
        number
    }

    /// Makes the groups of two numbers one.
    pub fn join(&mut self, one: u32, other: u32) {
        let (one, other) = (self.of(one), self.of(other));
        let (least, rest) = (one.min(other), one.max(other));
        self.0[rest as usize] = least;
    }
}

#[cfg(test)]
mod tests {
    use super::Groups;

    #[test]
    fn groups_are_joined_as_a_whole() {
        let mut groups = Groups::apart(6);
        groups.join(1, 2);
        groups.join(4, 5);
        groups.join(5, 2);
        let all: Vec<u32> = (0..6).map(|number| groups.of(number)).collect();
        assert_eq!(all, [0, 1, 1, 3, 1, 1]);
    }
}
