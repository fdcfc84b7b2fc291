//! What can be served and is probably not meant, and reports of very much that is wrong.

use lectern::check::load_sound;
use lectern::content::{File, Severity, report};
use lectern::site::Site;

use crate::support::{change, library_of, scholarly_files, sound_files, told};

#[test]
fn links_into_parts_that_a_site_does_without_show_their_words_alone() {
    let mut files = sound_files();
    let links =
        "[terms](/terms), [one](/terms/icann), [all](/concordance/links/m17) and [who](/actors)";
    change(
        &mut files,
        "pages/about.md",
        "+++\n\n",
        &format!("+++\n\nSee {links}.\n\n"),
    );
    let sound = load_sound(&files).unwrap_or_else(|found| panic!("{}", report(&files, &found)));
    assert!(
        sound
            .warnings
            .iter()
            .all(|one| one.severity() == Severity::Warning)
    );
    insta::assert_snapshot!("absent_parts", report(&files, &sound.warnings));

    let site = Site::new(sound.library, None);
    let about = site
        .routes()
        .into_iter()
        .find(|&route| site.path(route) == "/about")
        .unwrap();
    let page = String::from_utf8(site.render(about).unwrap().body.to_vec()).unwrap();
    assert!(
        page.contains("<p>See terms, one, all and who.</p>"),
        "{page}"
    );
}

#[test]
fn a_site_does_without_scholarship_and_pages() {
    let mut files = scholarly_files();
    files.retain(|file| {
        file.name == "site.toml" || file.name == "house.md" || file.name == "guests.md"
    });
    library_of(&files);
}

#[test]
fn files_that_nobody_reads_are_named_with_what_was_meant() {
    let mut files = sound_files();
    for name in [
        "b.MD",
        "c.markdown",
        "texts/e.md",
        "termsx.toml",
        "Concordance.toml",
    ] {
        files.push(File::new(name, ""));
    }
    let sound = load_sound(&files).unwrap_or_else(|found| panic!("{}", report(&files, &found)));
    insta::assert_snapshot!("unread_files", report(&files, &sound.warnings));
}

/// A document with this text.
fn document(text: &str) -> Vec<File> {
    let front =
        "+++\nid = \"a\"\ntitle = \"A\"\nrights = \"None.\"\nprovenance = \"A test.\"\n+++\n\n";
    vec![
        File::new("a.md", format!("{front}{text}")),
        File::new(
            "site.toml",
            include_str!("../../starter/site.toml").replace("nav =", "# nav ="),
        ),
    ]
}

#[test]
fn a_hundred_errors_are_shown_and_the_rest_is_counted() {
    let text = "## Article\n\nText.\n\n".repeat(2000);
    let told = told(&document(&text));
    assert_eq!(told.matches("error: the heading has no id").count(), 100);
    assert!(
        told.ends_with("\n… and 1,900 more errors\n\n2,000 errors in 1 file\n"),
        "{told}"
    );
}

#[test]
fn of_a_long_line_only_the_place_is_shown() {
    let links: Vec<String> = (0..5000).map(|n| format!("[w](/a/9.p{n})")).collect();
    let told = told(&document(&format!(
        "## One {{#one .section ref=1}}\n\n{}\n",
        links.join(" ")
    )));
    assert!(told.len() < 100_000, "{} bytes", told.len());
    let second = "error: link to an unknown reference `a/9.p1`\n  --> a.md:10:14\n";
    assert!(told.contains(second), "{}", &told[..2000]);
}

#[test]
fn headings_without_attributes_are_offered_what_loads() {
    let text = "## Chapter 1. Scope\n\nText.\n\n### Art. 1\n\nText.\n\n### Art. 2\n\nText.\n\n## Annex\n\nText.\n";
    let files = document(text);
    let told = told(&files);
    insta::assert_snapshot!("offered", told);
    // Whoever does what is said is done.
    let mut text = text.to_owned();
    for line in told.lines() {
        if let Some((_, offer)) = line.split_once("help: write `") {
            let (attributes, _) = offer.split_once('`').unwrap();
            let bare = text
                .lines()
                .find(|line| line.starts_with('#') && !line.ends_with('}'));
            let bare = format!("{}\n", bare.unwrap());
            text = text.replacen(&bare, &format!("{} {attributes}\n", bare.trim_end()), 1);
        }
    }
    let mut files = document(&text);
    let kinds = told.lines().map(str::trim);
    let kinds = kinds.filter(|line| {
        line.starts_with("[[kinds]]") || line.contains(" = \"") && !line.contains("help")
    });
    let kinds: Vec<&str> = kinds.collect();
    change(
        &mut files,
        "site.toml",
        "[[kinds]]",
        &format!("{}\n[[kinds]]", kinds.join("\n")),
    );
    library_of(&files);
}
