//! Draws the icons and the preview cards: pictures that the program sends and cannot draw itself.
//!
//! A card shows facts of the content, so it is drawn from the content. What it shows stands beside
//! it in a text file of the same name: the program takes a card only for a document of which all
//! that is true. Nothing of this can fail on bad content, which is for `lectern check` to report.

mod draw;
mod facts;
mod layout;

use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

use draw::{Artist, icon_file};
use facts::{Facts, cards};
use layout::{Card, Plain, Touch};

fn main() -> Result<(), Box<dyn Error>> {
    // Whole folders, so that the program is built again when a file is added to what is compiled
    // in, and not only when one changes.
    for place in ["build", "content", "previews", "static", "templates"] {
        println!("cargo::rerun-if-changed={place}");
    }
    // Shared with the program.
    println!("cargo::rerun-if-changed=src/site/quotes.rs");
    let folder = PathBuf::from(env::var("OUT_DIR")?).join("pictures");
    // A card of a document that is gone must not stay.
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;

    let icon = fs::read_to_string("static/icon.svg")?;
    let artist = Artist::new(Path::new("previews"))?;
    let save = |name: &str, bytes: &[u8]| fs::write(folder.join(name), bytes);
    save("favicon.ico", &icon_file(&artist.picture(&icon, 32)?))?;
    save("touch.png", &artist.draw(&Touch { icon: &icon }, 180)?)?;
    save("card.png", &artist.draw(&Plain { icon: &icon }, 1200)?)?;
    for facts in cards(Path::new("content")) {
        let card = Card::new(&facts, &icon, &artist)?;
        let name = format!("card-{}", facts.name);
        save(&format!("{name}.png"), &artist.draw(&card, 1200)?)?;
        save(&format!("{name}.txt"), facts.text().as_bytes())?;
    }
    Ok(())
}
