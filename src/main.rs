fn main() {
    let files = lectern::content::read(&lectern::content::Source::Embedded);
    let loaded = lectern::content::load(&files);
    eprintln!("{}", lectern::content::report(&files, &loaded.diagnostics));
    println!(
        "{}",
        loaded.library.map(|l| l.summary()).unwrap_or_default()
    );
}
