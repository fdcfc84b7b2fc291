//! Builds again when a file is added to what is compiled in, not only when one changes.

fn main() {
    for folder in ["content", "static", "templates"] {
        println!("cargo::rerun-if-changed={folder}");
    }
}
