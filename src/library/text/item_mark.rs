//! The numbers that lists print.

/// What is printed before an item: `4.`, `a)`, `(ii)`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemMark {
    printed: String,
    numerals: Numerals,
    value: usize,
}

/// With what an item is numbered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Numerals {
    /// `1`, `2`
    Digits,
    /// `a`, `b`
    Letters,
    /// `A`, `B`
    Capitals,
    /// `i`, `ii`
    Roman,
    /// `I`, `II`
    CapitalRoman,
}

impl ItemMark {
    /// Reads a mark: digits, a letter or a Roman numeral, in brackets or before a full stop or a
    /// bracket.
    #[must_use]
    pub fn parse(printed: &str, numerals: Numerals) -> Option<Self> {
        let value = value(bare(printed), numerals)?;
        Some(Self {
            printed: printed.to_owned(),
            numerals,
            value,
        })
    }

    /// As it is printed: `(a)`.
    #[must_use]
    pub fn printed(&self) -> &str {
        &self.printed
    }

    /// The number alone, in lower case, as readers cite it: `a`.
    #[must_use]
    pub fn key(&self) -> String {
        bare(&self.printed).to_lowercase()
    }

    /// With what it is numbered.
    #[must_use]
    pub fn numerals(&self) -> Numerals {
        self.numerals
    }

    /// Which of its series it is, from 1; what is put in between, as `2a`, counts as the one before.
    #[must_use]
    pub fn value(&self) -> usize {
        self.value
    }

    /// Whether it is digits and a full stop, as a page numbers lists by itself.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        self.printed == format!("{}.", self.value)
    }
}

impl Numerals {
    /// All sorts, in the order in which a mark that may be of several is read.
    pub const ALL: [Self; 5] = [
        Self::Digits,
        Self::Roman,
        Self::CapitalRoman,
        Self::Letters,
        Self::Capitals,
    ];
}

/// A mark without its brackets and full stop.
fn bare(printed: &str) -> &str {
    printed.trim_start_matches('(').trim_end_matches(['.', ')'])
}

fn value(bare: &str, numerals: Numerals) -> Option<usize> {
    match numerals {
        Numerals::Digits => {
            let end = bare.bytes().take_while(u8::is_ascii_digit).count();
            let (digits, letter) = bare.split_at(end);
            let is_between = letter.len() <= 1 && letter.bytes().all(|b| b.is_ascii_lowercase());
            is_between.then(|| digits.parse().ok()).flatten()
        }
        Numerals::Letters => letter(bare, b'a'),
        Numerals::Capitals => letter(bare, b'A'),
        Numerals::Roman => roman(bare),
        Numerals::CapitalRoman => {
            let is_capital = bare.bytes().all(|byte| byte.is_ascii_uppercase());
            roman(&bare.to_lowercase()).filter(|_| is_capital)
        }
    }
}

fn letter(bare: &str, first: u8) -> Option<usize> {
    let [only] = bare.as_bytes() else { return None };
    let place = only.checked_sub(first).filter(|place| *place < 26)?;
    Some(usize::from(place) + 1)
}

/// The value of a Roman numeral in lower case, up to 39.
fn roman(text: &str) -> Option<usize> {
    const UNITS: [&str; 10] = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"];
    let tens = text.bytes().take_while(|byte| *byte == b'x').count();
    let units = UNITS.iter().position(|unit| *unit == &text[tens..])?;
    let value = 10 * tens + units;
    (tens < 4 && value > 0).then_some(value)
}

#[cfg(test)]
mod tests {
    use super::{ItemMark, Numerals};

    #[test]
    fn marks_are_read_as_they_are_printed() {
        for (printed, numerals, key, value) in [
            ("4.", Numerals::Digits, "4", 4),
            ("(2a)", Numerals::Digits, "2a", 2),
            ("c)", Numerals::Letters, "c", 3),
            ("(iv)", Numerals::Roman, "iv", 4),
            ("XII.", Numerals::CapitalRoman, "xii", 12),
            ("(B)", Numerals::Capitals, "b", 2),
        ] {
            let mark = ItemMark::parse(printed, numerals).unwrap();
            assert_eq!((mark.key().as_str(), mark.value()), (key, value));
        }
        for (printed, numerals) in [
            ("a", Numerals::Digits),
            ("ab)", Numerals::Letters),
            ("(iiii)", Numerals::Roman),
            ("()", Numerals::Roman),
            ("(ii)", Numerals::CapitalRoman),
        ] {
            assert_eq!(ItemMark::parse(printed, numerals), None, "{printed}");
        }
    }
}
