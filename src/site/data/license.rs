//! The licence of the editors' work, as it stands in data.

use schemars::JsonSchema;
use serde::Serialize;

use crate::site::context::RenderContext;

/// `{"name": "CC BY 4.0", "url": "https://…", "covers": "the work of the editors, not the texts"}`.
#[derive(Serialize, JsonSchema)]
pub struct LicenseData<'a> {
    name: &'a str,
    url: &'a str,
    covers: &'static str,
}

impl<'a> LicenseData<'a> {
    /// The site's; `None` where the editors name none.
    pub fn of(ctx: RenderContext<'a>) -> Option<Self> {
        let license = ctx.library.settings.license.as_ref()?;
        Some(Self {
            name: &license.name,
            url: &license.url,
            covers: "the work of the editors, not the texts",
        })
    }
}
