//! What is made by hand and committed: `cargo xtask pictures` draws the icons and the preview cards.

mod draw;
mod layout;
mod pictures;
mod sums;

use std::env;
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."));
    let outcome = match arguments[..] {
        ["pictures"] => pictures::make(root),
        _ => Err("usage: cargo xtask pictures".into()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
