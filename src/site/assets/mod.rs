//! Static files: embedded, and named by a hash of their content so that browsers may keep them.

mod compact;

use std::collections::HashMap;
use std::sync::LazyLock;

use bytes::Bytes;
use include_dir::{Dir, include_dir};

use super::hash::short_hash;
use super::resource::{CachePolicy, Resource};
pub use compact::without_comments;

static STATIC: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/static");

/// The icons and cards that `cargo xtask pictures` drew.
const PICTURES: &str = "pictures";

/// The style sheet: a file a layer, for the parts of pages a folder, in the order of the layers.
const STYLE: &str = concat!(
    include_str!("../../../static/css/layers.css"),
    include_str!("../../../static/css/fonts.css"),
    include_str!("../../../static/css/tokens.css"),
    include_str!("../../../static/css/base.css"),
    include_str!("../../../static/css/layout.css"),
    include_str!("../../../static/css/parts/text.css"),
    include_str!("../../../static/css/parts/forms.css"),
    include_str!("../../../static/css/parts/reading.css"),
    include_str!("../../../static/css/parts/pages.css"),
    include_str!("../../../static/css/parts/terms.css"),
    include_str!("../../../static/css/parts/answers.css"),
    include_str!("../../../static/css/parts/paper.css"),
    include_str!("../../../static/css/parts/search.css"),
    include_str!("../../../static/css/choices.css"),
    include_str!("../../../static/css/print.css"),
);

/// What pages that show a text have no use for: results, the index, the concordance, comparisons,
/// captures and handouts.
const COMPARING_STYLE: &str = concat!(
    include_str!("../../../static/css/parts/index.css"),
    include_str!("../../../static/css/parts/results.css"),
    include_str!("../../../static/css/parts/concordance.css"),
    include_str!("../../../static/css/parts/compare.css"),
    include_str!("../../../static/css/parts/capture.css"),
    include_str!("../../../static/css/parts/handout.css"),
);

/// What only pages with a text in another language than English need.
const LANGUAGES_STYLE: &str = include_str!("../../../static/css/languages.css");

/// The script of every page.
const SCRIPT: &str = concat!(
    include_str!("../../../static/js/copying.js"),
    include_str!("../../../static/js/handout.js"),
    include_str!("../../../static/js/lectern.js"),
);

/// Browsers ask for it unasked, by this name.
const FAVICON: &str = "favicon.ico";

/// A static file that a browser loads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Asset(u16);

struct AssetFile {
    name: &'static str,
    /// `/static/site.0123456789abcdef.css`
    path: String,
    media_type: &'static str,
    contents: Bytes,
}

/// Every file in order of name: hashed once, since every page names some.
static FILES: LazyLock<Vec<AssetFile>> = LazyLock::new(|| {
    let pictures = STATIC.get_dir(PICTURES).into_iter().flat_map(Dir::files);
    let files = STATIC.files().chain(pictures);
    let mut files: Vec<AssetFile> = files
        .filter_map(|file| {
            let name = file.path().file_name()?.to_str()?;
            let contents = match file.contents_utf8() {
                Some(script) if file.path().extension() == Some("js".as_ref()) => {
                    without_comments(script).into()
                }
                _ => Bytes::from_static(file.contents()),
            };
            Some((name, contents))
        })
        .chain([
            ("site.css", with_paths(&without_comments(STYLE)).into()),
            ("comparing.css", without_comments(COMPARING_STYLE).into()),
            ("languages.css", without_comments(LANGUAGES_STYLE).into()),
            ("lectern.js", without_comments(SCRIPT).into()),
        ])
        .filter_map(|(name, contents)| {
            Some(AssetFile {
                name,
                path: fingerprinted(name, &contents),
                media_type: media_type(name)?,
                contents,
            })
        })
        .collect();
    files.sort_by_key(|file| file.name);
    files
});

static BY_PATH: LazyLock<HashMap<&'static str, Asset>> =
    LazyLock::new(|| Asset::all().map(|asset| (asset.path(), asset)).collect());

impl Asset {
    /// Every file, in order of name.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..).zip(FILES.iter()).map(|(place, _)| Self(place))
    }

    /// The file of this name: `site.css`.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::all().find(|asset| asset.file().name == name)
    }

    /// The file that is sent under this path.
    #[must_use]
    pub fn at(path: &str) -> Option<Self> {
        BY_PATH.get(path).copied()
    }

    /// The path under which it is sent.
    #[must_use]
    pub fn path(self) -> &'static str {
        &self.file().path
    }

    /// What is sent for it; but for the favicon, whose name has no hash, browsers may keep it for ever.
    #[must_use]
    pub fn resource(self) -> Resource {
        let file = self.file();
        Resource {
            media_type: file.media_type,
            cache_policy: if file.name == FAVICON {
                CachePolicy::Revalidate
            } else {
                CachePolicy::Immutable
            },
            body: file.contents.clone(),
        }
    }

    fn file(self) -> &'static AssetFile {
        &FILES[usize::from(self.0)]
    }
}

/// A text that goes with the pictures.
pub fn text(name: &str) -> Option<&'static str> {
    let file = STATIC.get_file(format!("{PICTURES}/{name}"))?;
    file.contents_utf8()
}

/// A style sheet as it is sent: the names of fonts and pictures in it are their paths. They stand
/// beside it, so the names alone lead to them, wherever the site stands.
fn with_paths(css: &str) -> String {
    STATIC.files().fold(css.to_owned(), |css, file| {
        let Some(name) = file.path().to_str() else {
            return css;
        };
        let path = fingerprinted(name, file.contents());
        let beside = path
            .rsplit_once('/')
            .map_or(path.as_str(), |(_, name)| name);
        css.replace(&format!("url(\"{name}\")"), &format!("url(\"{beside}\")"))
    })
}

fn fingerprinted(name: &str, contents: &[u8]) -> String {
    if name == FAVICON {
        return format!("/{name}");
    }
    let hash = short_hash(contents);
    match name.rsplit_once('.') {
        Some((stem, extension)) => format!("/static/{stem}.{hash}.{extension}"),
        None => format!("/static/{name}.{hash}"),
    }
}

/// The type of a file that a browser loads; other files, such as licences, are not sent.
fn media_type(name: &str) -> Option<&'static str> {
    match name.rsplit_once('.')?.1 {
        "css" => Some("text/css; charset=utf-8"),
        "js" => Some("text/javascript; charset=utf-8"),
        "ico" => Some("image/vnd.microsoft.icon"),
        "png" => Some("image/png"),
        "svg" => Some("image/svg+xml"),
        "woff2" => Some("font/woff2"),
        _ => None,
    }
}
