//! Images that texts show.

use std::sync::Arc;

use crate::library::id::ImageId;

/// An image of the content folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Image {
    /// Its place in the library.
    pub id: ImageId,
    /// Its name in the folder of images: `plan.png`.
    pub name: String,
    /// What it is.
    pub format: ImageFormat,
    /// How many pixels it is wide.
    pub width: usize,
    /// How many it is high.
    pub height: usize,
    /// The file.
    pub bytes: Arc<[u8]>,
    /// By which versions of the file are told apart, in lower-case hexadecimal.
    pub fingerprint: String,
}

/// What an image is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ImageFormat {
    /// PNG.
    Png,
    /// JPEG.
    Jpeg,
    /// GIF.
    Gif,
    /// WebP.
    Webp,
}

impl ImageFormat {
    /// Its media type.
    #[must_use]
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
            Self::Gif => "image/gif",
            Self::Webp => "image/webp",
        }
    }

    /// What the names of such files end in.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Jpeg => "jpg",
            Self::Gif => "gif",
            Self::Webp => "webp",
        }
    }
}

impl Image {
    /// Its name with the fingerprint, which changes with every change of the file:
    /// `plan.0123456789abcdef.png`.
    #[must_use]
    pub fn served_name(&self) -> String {
        let stem = self.name.rsplit_once('.').map_or("", |(stem, _)| stem);
        format!("{stem}.{}.{}", self.fingerprint, self.format.ending())
    }
}
