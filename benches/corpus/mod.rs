//! Libraries of any size, for benchmarks.
//!
//! Each document is one of the two real ones with a third of its words replaced: most by others of
//! the same texts, so that phrases of any length are shared and formulas are frequent, and one word
//! in sixty by a rare name. Terms and actors are the real ones; there are no links, no acts and no pages.

use lectern::check::load_valid;
use lectern::content::{File, Source, read};
use lectern::library::{Document, DocumentText, Library, Prose, Reference, Slug};

/// The library of the real content.
pub fn real() -> Library {
    library_of(&read(&Source::Embedded))
}

fn library_of(files: &[File]) -> Library {
    load_valid(files).unwrap_or_else(|faults| panic!("{} faults in the content", faults.len()))
}

/// A generator of the same numbers at each run (xorshift).
pub struct Numbers(u64);

impl Numbers {
    /// From the beginning.
    pub fn new() -> Self {
        Self(0x2545_F491_4F6C_DD1D)
    }

    /// A number below a limit.
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap() % limit
    }
}

/// A library of so many documents.
pub fn corpus_of(size: usize) -> Library {
    let real = real();
    let models = ["strategy", "research"].map(alone);
    let settings = models[0].settings.clone();
    let mut library = Library::new(settings, real.kinds().to_vec());
    library.set_terms(real.terms().to_vec());
    library.actors.actors.clone_from(&real.actors.actors);
    let words = words_of(&real);
    let mut numbers = Numbers::new();
    for place in 0..size {
        let model = &models[place % models.len()];
        let slug = Slug::parse(&format!("d{place}")).unwrap();
        let text = varied(model, &slug, &words, &mut numbers);
        let Document { metadata, .. } = &model.documents()[0];
        library.add_document(slug, metadata.clone(), text);
    }
    library
}

/// A real document in a library of its own, in which its ids count from its own start.
fn alone(slug: &str) -> Library {
    let mut files = read(&Source::Embedded);
    let own = [format!("{slug}.md"), format!("captures/{slug}.txt")];
    files.retain(|file| own.contains(&file.name) || file.name == "site.toml");
    for file in &mut files {
        if file.name == "site.toml" {
            let settings = file.lossy().into_owned();
            let lines = settings.lines().map(|line| match line.split(' ').next() {
                Some("documents") => format!("documents = [\"{slug}\"]"),
                Some("nav") => "nav = []".to_owned(),
                Some("compared") => "compared = []".to_owned(),
                _ => line.to_owned(),
            });
            *file = File::new("site.toml", lines.collect::<Vec<_>>().join("\n"));
        }
    }
    library_of(&files)
}

/// Every word of a library, as often as it stands there.
fn words_of(library: &Library) -> Vec<String> {
    let sections = library.sections().iter();
    let texts = sections.flat_map(|section| library.proses(section));
    let words = texts.flat_map(|prose| prose.text.split_whitespace());
    words.map(str::to_owned).collect()
}

/// The text of a library's only document with other words and without links.
fn varied(model: &Library, slug: &Slug, words: &[String], numbers: &mut Numbers) -> DocumentText {
    let renamed = |reference: &Reference| Reference {
        document: slug.clone(),
        ..reference.clone()
    };
    let mut text = DocumentText {
        sections: model.sections().to_vec(),
        paragraphs: model.paragraphs().to_vec(),
        epigraphs: model.epigraphs().to_vec(),
        quotation_lines: model.quotation_lines().to_vec(),
        targets: 0,
    };
    for section in &mut text.sections {
        section.reference = renamed(&section.reference);
        section.heading = Prose::plain(section.heading.text.as_str());
    }
    for epigraph in &mut text.epigraphs {
        epigraph.reference = renamed(&epigraph.reference);
    }
    for line in &mut text.quotation_lines {
        line.prose = Prose::plain(line.prose.text.as_str());
    }
    for paragraph in &mut text.paragraphs {
        paragraph.reference = renamed(&paragraph.reference);
        let varied: Vec<String> = paragraph
            .prose
            .text
            .split_whitespace()
            .map(|word| match numbers.below(60) {
                0 => format!("name{}", numbers.below(100_000)),
                1..20 => words[numbers.below(words.len())].clone(),
                _ => word.to_owned(),
            })
            .collect();
        paragraph.prose = Prose::plain(varied.join(" "));
    }
    text
}
