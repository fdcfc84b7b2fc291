//! From SVG to pixels.

use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};
use std::error::Error;
use std::fs;
use std::path::Path;

use askama::Template;
use png::{BitDepth, ColorType, Compression, Encoder, Filter};
use resvg::render;
use resvg::tiny_skia::{Pixmap, PremultipliedColorU8, Transform};
use resvg::usvg::{Options, Tree};

/// The space between words, in parts of the size: a little more than in either face.
const SPACE: f32 = 0.25;

/// Text by itself, to be measured.
#[derive(Template)]
#[template(path = "line.svg")]
struct Measured<'a> {
    text: &'a str,
    size: u16,
    weight: u16,
}

/// Draws with the faces that it was given, and no other: the same picture on every machine.
pub struct Artist {
    options: Options<'static>,
    /// The widths of words in a weight.
    words: RefCell<HashMap<(String, u16), f32>>,
}

impl Artist {
    /// With the faces of a folder.
    pub fn new(fonts: &Path) -> Result<Self, Box<dyn Error>> {
        let mut options = Options::default();
        for weight in ["regular", "semibold"] {
            let face = fs::read(fonts.join(format!("serif-{weight}.ttf")))?;
            options.fontdb_mut().load_font_data(face);
        }
        Ok(Self {
            options,
            words: RefCell::default(),
        })
    }

    /// A drawing as PNG, so many pixels wide.
    pub fn draw(&self, drawing: &impl Template, width: u16) -> Result<Vec<u8>, Box<dyn Error>> {
        self.picture(&drawing.render()?, width)
    }

    /// The same, of an SVG.
    pub fn picture(&self, svg: &str, width: u16) -> Result<Vec<u8>, Box<dyn Error>> {
        let tree = Tree::from_str(svg, &self.options)?;
        let scale = f32::from(width) / tree.size().width();
        let size = tree.size().to_int_size().scale_by(scale);
        let size = size.ok_or("a picture without size")?;
        let mut pixels = Pixmap::new(size.width(), size.height()).ok_or("too large a picture")?;
        render(
            &tree,
            Transform::from_scale(scale, scale),
            &mut pixels.as_mut(),
        );
        png_of(&pixels)
    }

    /// How wide a line is: its words and the spaces between them, each word measured once.
    pub fn width(&self, text: &str, size: u16, weight: u16) -> Result<f32, Box<dyn Error>> {
        let mut width = 0.0;
        for (place, word) in text.split(' ').enumerate() {
            if place > 0 {
                width += SPACE;
            }
            width += self.word(word, weight)?;
        }
        Ok(width * f32::from(size))
    }

    /// The width of a word that is set in size 1.
    fn word(&self, word: &str, weight: u16) -> Result<f32, Box<dyn Error>> {
        let key = (word.to_owned(), weight);
        if let Some(&width) = self.words.borrow().get(&key) {
            return Ok(width);
        }
        let size = 100;
        let line = Measured {
            text: word,
            size,
            weight,
        };
        let tree = Tree::from_str(&line.render()?, &self.options)?;
        let width = tree.root().abs_bounding_box().width() / f32::from(size);
        self.words.borrow_mut().insert(key, width);
        Ok(width)
    }
}

/// A picture as PNG: by numbers of a palette where that has room for all colours, since our cards
/// are then less than half as large.
fn png_of(picture: &Pixmap) -> Result<Vec<u8>, Box<dyn Error>> {
    let opaque = |pixel: &PremultipliedColorU8| pixel.alpha() == u8::MAX;
    let colour = |pixel: &PremultipliedColorU8| [pixel.red(), pixel.green(), pixel.blue()];
    let pixels = picture.pixels();
    let colours: BTreeSet<[u8; 3]> = pixels.iter().map(colour).collect();
    if colours.len() > 256 || !pixels.iter().all(opaque) {
        return Ok(picture.encode_png()?);
    }
    let palette: Vec<[u8; 3]> = colours.into_iter().collect();
    let number = |pixel| palette.binary_search(&colour(pixel)).ok();
    let numbers = pixels.iter().filter_map(number);
    let numbers: Vec<u8> = numbers.filter_map(|at| u8::try_from(at).ok()).collect();
    let mut file = Vec::new();
    let mut encoder = Encoder::new(&mut file, picture.width(), picture.height());
    encoder.set_color(ColorType::Indexed);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_palette(palette.concat());
    encoder.set_compression(Compression::High);
    // Neighbouring numbers say nothing of each other, so there is nothing to filter.
    encoder.set_filter(Filter::NoFilter);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&numbers)?;
    writer.finish()?;
    Ok(file)
}

/// A PNG of 32 pixels square as an ICO file, which is a directory of one picture and the picture.
pub fn icon_file(png: &[u8]) -> Vec<u8> {
    let length = u32::try_from(png.len()).unwrap_or_default();
    let mut file = vec![0, 0, 1, 0, 1, 0];
    // Width, height, no palette, reserved, one plane, 32 bits a pixel.
    file.extend([32, 32, 0, 0, 1, 0, 32, 0]);
    file.extend(length.to_le_bytes());
    // Where the picture starts.
    file.extend(22_u32.to_le_bytes());
    file.extend(png);
    file
}
