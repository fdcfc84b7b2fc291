//! Where the words of a handout come from: each work once, and the address of each passage.

use super::gathered::Handout;
use crate::cite::Run;
use crate::library::DocumentId;
use crate::site::citing::bibliography_entry;
use crate::site::context::RenderContext;
use crate::site::href::Href;
use crate::site::routes::HandoutFormat;

/// What stands at the end of a handout.
pub struct Sources<'a> {
    /// Each work as a bibliography has it, in the order in which it is first quoted.
    pub works: Vec<Vec<Run>>,
    /// The passages, each once, in order.
    pub addresses: Vec<PassageAddress<'a>>,
    /// Where the handout itself is made again.
    pub own: String,
}

/// Where a passage is read.
pub struct PassageAddress<'a> {
    /// `Strategy II.2.p1`.
    pub name: String,
    pub href: Href<'a>,
    /// The same, to be written down: with the base, where that is known.
    pub shown: String,
}

impl<'a> Sources<'a> {
    /// Those of a handout.
    pub fn of(ctx: RenderContext<'a>, handout: &Handout) -> Self {
        let library = ctx.library;
        let passages = handout.entries.iter().flat_map(|entry| entry.passages());
        let mut works: Vec<DocumentId> = Vec::new();
        let mut addresses: Vec<PassageAddress<'a>> = Vec::new();
        for passage in passages {
            let work = passage.document(library);
            if !works.contains(&work) {
                works.push(work);
            }
            let href = passage.href(ctx);
            let shown = ctx.whole_address(&href.to_string()).into_owned();
            if addresses.iter().all(|known| known.shown != shown) {
                let name = passage.name(ctx);
                addresses.push(PassageAddress { name, href, shown });
            }
        }
        let own = handout.href(library, HandoutFormat::Html).to_string();
        Self {
            works: works
                .into_iter()
                .map(|id| bibliography_entry(ctx, id))
                .collect(),
            addresses,
            own: ctx.whole_address(&own).into_owned(),
        }
    }
}
