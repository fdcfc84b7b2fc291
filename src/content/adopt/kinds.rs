//! The kinds of a text in `site.toml`, whose comments and order stay.

use toml_edit::{ArrayOfTables, DocumentMut, Item, Table, value};

use crate::content::naming::KindName;

/// `site.toml` with kinds declared behind those that it has.
///
/// # Errors
/// Why it cannot be changed.
pub fn with_kinds(site: &str, kinds: &[KindName]) -> Result<String, String> {
    if kinds.is_empty() {
        return Ok(site.to_owned());
    }
    let mut document: DocumentMut = site.parse().map_err(|error| format!("{error}"))?;
    let declared = document
        .entry("kinds")
        .or_insert_with(|| Item::ArrayOfTables(ArrayOfTables::new()));
    match declared {
        Item::ArrayOfTables(declared) => kinds.iter().for_each(|kind| declared.push(table(kind))),
        Item::Value(toml_edit::Value::Array(declared)) => {
            for kind in kinds {
                declared.push(table(kind).into_inline_table());
            }
        }
        _ => return Err("`kinds` is no list".to_owned()),
    }
    Ok(document.to_string())
}

fn table(kind: &KindName) -> Table {
    let mut table = Table::new();
    table.insert("id", value(&kind.class));
    table.insert("singular", value(&kind.singular));
    table.insert("plural", value(&kind.plural));
    table.decor_mut().set_prefix("\n");
    table
}

#[cfg(test)]
mod tests {
    use super::with_kinds;
    use crate::content::naming::kind_name;

    #[test]
    fn kinds_come_last_and_comments_stay() {
        let site = "# Ours.\ntitle = \"A\" # the name\n\n[[kinds]]\nid = \"part\"\nsingular = \"Part\"\nplural = \"Parts\"\n";
        let changed = with_kinds(site, &[kind_name("article")]).unwrap();
        let added =
            "\n[[kinds]]\nid = \"article\"\nsingular = \"Article\"\nplural = \"Articles\"\n";
        assert_eq!(changed, format!("{site}{added}"));
        assert_eq!(with_kinds(site, &[]).unwrap(), site);
        assert!(with_kinds("kinds = 3\n", &[kind_name("article")]).is_err());
    }
}
