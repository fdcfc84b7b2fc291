//! What a section is called, for a search that has nothing but a list of names.

use super::figures::in_figures;
use super::missing::is_number;
use crate::library::{Library, Section};

/// The names of a section within its document.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SectionNames {
    /// In lower case, as they are printed: its number, its kind with that, its title.
    pub printed: Vec<String>,
    /// Those in Arabic figures that differ; they count where nothing is printed so.
    pub in_figures: Vec<String>,
}

impl SectionNames {
    /// Those of this section.
    #[must_use]
    pub fn of(library: &Library, section: &Section) -> Self {
        let number = section.reference.section.as_str();
        let last = section.reference.section.last_part();
        let kind = &library[section.kind];
        let mut names = Self::default();
        names.add(number.to_owned(), in_figures(number));
        for kind in [kind.singular.as_str(), kind.class.as_str()] {
            for number in [last, number] {
                if is_number(number) {
                    let with_kind = |number: &str| format!("{kind} {number}");
                    names.add(with_kind(number), with_kind(&in_figures(number)));
                }
            }
        }
        // "2." alone is the number of many.
        let says_more = |number: &&str| number.contains(char::is_whitespace) || !number.is_ascii();
        let printed = section.number.as_deref().filter(says_more);
        let titles = [section.heading_text(), &section.title];
        for name in printed.into_iter().chain(titles) {
            names.add(name.to_owned(), name.to_owned());
        }
        names
    }

    fn add(&mut self, printed: String, in_figures: String) {
        for (name, names) in [
            (printed, &mut self.printed),
            (in_figures, &mut self.in_figures),
        ] {
            let name = name.to_lowercase();
            if !names.contains(&name) {
                names.push(name);
            }
        }
        let Self {
            printed,
            in_figures,
        } = self;
        in_figures.retain(|name| !printed.contains(name));
    }
}
