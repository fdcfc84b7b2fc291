//! The headers that say what a browser may do with what it gets: named policies, each with its
//! reason. They are the same from Lectern's server and from the web server of an export.

/// What browsers may load and run, with more sources of scripts, if any.
macro_rules! policy {
    ($scripts:literal) => {
        concat!(
            "default-src 'none'; script-src 'self'",
            $scripts,
            "; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; \
             form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
        )
    };
}

/// The name of the header with the policy.
pub const POLICY: &str = "content-security-policy";

/// The policy of a copy that is searched in the browser: Pagefind is WebAssembly, which a browser
/// compiles only where the policy says so. Scripts are still files of the site alone.
pub const POLICY_WITH_WASM: &str = policy!(" 'wasm-unsafe-eval'");

/// What every answer carries, errors too: they are pages like others.
pub const PROTECTION: [(&str, &str); 6] = [
    // The pages need style, scripts, pictures, fonts, a search form and, for its suggestions, data,
    // all from this site, and nothing else. Scripts are files of the site and never stand in a page: so even a flaw in the
    // escaping of content runs none, loads nothing from elsewhere, sends no form away, and moves
    // no link by a `base`; and no other site can put a page in a frame to have it clicked.
    (POLICY, policy!("")),
    // A text is what its media type says, and never guessed to be a script.
    ("x-content-type-options", "nosniff"),
    // Which passage a reader came from is no other site's business; links within this one may
    // say so.
    ("referrer-policy", "same-origin"),
    // Reading needs none of these; whatever gets into a page cannot ask for them.
    (
        "permissions-policy",
        "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
    ),
    // A page opened from elsewhere shares no window with its opener, so neither can drive the
    // other.
    ("cross-origin-opener-policy", "same-origin"),
    // Other sites may link here but not embed: nothing of this site lies in their processes.
    ("cross-origin-resource-policy", "same-origin"),
];

/// The address stays when the content changes, so a reader asks again each time; the entity tag
/// makes the answer a short one.
pub const REVALIDATE: &str = "no-cache";

/// The address holds a hash of the content: what it names never changes.
pub const IMMUTABLE: &str = "public, max-age=31536000, immutable";

/// An error is true of the moment only.
pub const NEVER_KEPT: &str = "no-store";
