//! Whom to tell of a hole in the site's security (RFC 9116).

use crate::site::context::RenderContext;
use crate::site::routes::{Discovery, Route};

/// What `site.toml` says of it; only a site where it says so has such a file.
pub fn security_txt(ctx: RenderContext<'_>) -> String {
    let Some(security) = &ctx.library.settings.security else {
        return String::new();
    };
    let contacts = security.contacts.iter();
    let mut lines: Vec<String> = contacts
        .map(|contact| format!("Contact: {contact}"))
        .collect();
    lines.push(format!("Expires: {}T00:00:00Z", security.expires));
    if let Some(base) = ctx.base {
        let path = ctx.href(Route::Discovery(Discovery::SecurityTxt));
        lines.push(format!("Canonical: {}", base.whole(&path.to_string())));
    }
    lines.join("\n") + "\n"
}
