//! Reads whom to tell of a hole in the site's security.

use super::fields::{Fields, Located};
use crate::content::diagnostics::Problem;
use crate::library::{Date, Security};

/// What a contact may begin with, by RFC 9116.
const STARTS: [&str; 3] = ["https://", "mailto:", "tel:"];

/// The table `security`, if it is there and whole. `edition_date` is that of the site's edition,
/// where it could be read.
pub(super) fn security(fields: &mut Fields<'_>, edition_date: Option<Date>) -> Option<Security> {
    let mut table = fields.table("security")?;
    table.require("contact");
    let contacts: Vec<Option<String>> = table
        .texts("contact")
        .into_iter()
        .map(|text| contact(&table, text))
        .collect();
    if contacts.is_empty() && table.has("contact") {
        let key = "contact".to_owned();
        table.report_at(table.place_of("contact"), Problem::EmptyValue { key });
    }
    let expires = table.date("expires");
    if let (Some(expires), Some(edition)) = (expires, edition_date)
        && expires <= edition
    {
        let problem = Problem::BadValue {
            value: expires.to_string(),
            expected: "a day after that of the edition",
            near: None,
        };
        table.report_at(table.place_of("expires"), problem);
    }
    table.finish();
    Some(Security {
        contacts: contacts.into_iter().collect::<Option<Vec<String>>>()?,
        expires: expires?,
    })
}

/// A contact that stands on a line of its own and is an address.
fn contact(table: &Fields<'_>, text: Located<String>) -> Option<String> {
    let is_plain = text.value.bytes().all(|byte| byte.is_ascii_graphic());
    let is_known = |start: &&str| text.value.len() > start.len() && text.value.starts_with(*start);
    if is_plain && STARTS.iter().any(is_known) {
        return Some(text.value);
    }
    let problem = Problem::BadValue {
        value: text.value,
        expected: "an address that begins with `https://`, `mailto:` or `tel:`",
        near: None,
    };
    table.report_at(text.span, problem);
    None
}
