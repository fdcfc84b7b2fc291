//! The images of the content folder.

use sha2::{Digest, Sha256};

use crate::content::diagnostics::{Diagnostics, Problem};
use crate::content::source::{File, IMAGES};
use crate::library::{Id, Image, ImageFormat, ImageId};

/// How many bytes of its hash tell versions of an image apart.
const FINGERPRINT: usize = 8;

/// Reads all images, in the order of their names; one that is none is reported.
pub fn read_images(files: &[File], diagnostics: &Diagnostics) -> Vec<Image> {
    let mut images: Vec<Image> = Vec::new();
    for (number, file) in files.iter().enumerate() {
        let sink = diagnostics.of_file(number);
        let (Some(name), Ok(bytes)) = (file.name.strip_prefix(IMAGES), &file.contents) else {
            continue;
        };
        let (Some(format), Ok(size)) = (format_of(bytes), imagesize::blob_size(bytes)) else {
            sink.report_file(Problem::NoImageFile);
            continue;
        };
        let hash = Sha256::digest(bytes);
        let fingerprint = hash.iter().take(FINGERPRINT);
        images.push(Image {
            id: ImageId::new(images.len()),
            name: name.to_owned(),
            format,
            width: size.width,
            height: size.height,
            bytes: bytes.as_slice().into(),
            fingerprint: fingerprint.map(|byte| format!("{byte:02x}")).collect(),
        });
    }
    images
}

/// What the bytes are, whatever the file is called.
fn format_of(bytes: &[u8]) -> Option<ImageFormat> {
    match imagesize::image_type(bytes).ok()? {
        imagesize::ImageType::Png => Some(ImageFormat::Png),
        imagesize::ImageType::Jpeg => Some(ImageFormat::Jpeg),
        imagesize::ImageType::Gif => Some(ImageFormat::Gif),
        imagesize::ImageType::Webp => Some(ImageFormat::Webp),
        _ => None,
    }
}
