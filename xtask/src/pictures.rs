//! Draws the icons and the preview cards into `static/pictures/`.
//!
//! A card shows facts of the content. What it shows stands beside it in a text file of the same
//! name: the program takes a card only for a document or a site of which all that is true.

use std::error::Error;
use std::fs;
use std::path::Path;

use lectern::check::load_valid;
use lectern::content::{Source, read, report};
use lectern::site::Site;

use crate::draw::{Artist, icon_file};
use crate::layout::{Card, Plain, Touch};
use crate::sums::{SUMS, sums};

/// Draws everything anew; where anything fails, the pictures stay as they were.
pub fn make(root: &Path) -> Result<(), Box<dyn Error>> {
    let files = read(&Source::Folder(root.join("content")));
    let library = load_valid(&files).map_err(|diagnostics| report(&files, &diagnostics))?;

    let icon = fs::read_to_string(root.join("static/icon.svg"))?;
    let artist = Artist::new(&root.join("xtask/fonts"))?;
    let mut pictures = vec![
        (
            "favicon.ico".to_owned(),
            icon_file(&artist.picture(&icon, 32)?),
        ),
        (
            "touch.png".to_owned(),
            artist.draw(&Touch { icon: &icon }, 180)?,
        ),
        (
            "card.png".to_owned(),
            artist.draw(&Plain { icon: &icon }, 1200)?,
        ),
    ];
    for (name, shown) in Site::new(library, None).card_facts() {
        let card = Card::new(&shown, &icon, &artist)?;
        pictures.push((format!("card-{name}.png"), artist.draw(&card, 1200)?));
        pictures.push((format!("card-{name}.txt"), shown.join("\n").into_bytes()));
    }

    let folder = root.join("static/pictures");
    // A card of a document that is gone must not stay.
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    for (name, bytes) in pictures {
        fs::write(folder.join(name), bytes)?;
    }
    fs::write(root.join(SUMS), sums(root)?)?;
    Ok(())
}
