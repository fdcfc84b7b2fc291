//! Names that the site keeps for its own pages.

/// Names that no document, kind or page may have, since the site's own addresses begin with them.
/// A test of the routes holds this list against them.
pub const RESERVED: [&str; 15] = [
    "actors",
    "api",
    "cite",
    "compare",
    "concordance",
    "data",
    "editions",
    "handout",
    "healthz",
    "library",
    "openapi",
    "search",
    "static",
    "terms",
    "texts",
];

/// What stands for the whole text where a section's number could stand.
pub const FULL: &str = "full";

/// What stands there for the raw file that a text was made from.
pub const CAPTURE: &str = "capture";

/// What stands where a section's number could stand, so that no section may have it for its number,
/// and no kind for its path.
pub const OWN_PARTS: [&str; 2] = [CAPTURE, FULL];
