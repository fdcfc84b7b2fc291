//! Files that look like content and that nobody reads, and what their names were meant to be.

use crate::library::near::nearest;

/// A file that looks like content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unread {
    /// The name under which it would be read, if one can be told.
    pub meant: Option<String>,
}

/// The files of TOML that a site has, without their ending.
const TOML: [&str; 5] = ["actors", "concordance", "site", "terms", "words"];

/// The folders of a site, with the ends of the names of their files.
const FOLDERS: [(&str, &str); 3] = [("captures", "txt"), ("editions", "md"), ("pages", "md")];

/// The folder in which adopting a text leaves word of what it did.
pub const ADOPTED: &str = "adopted";

/// What a file of this name, below the content folder, was meant to be; `None` if it is read, or does
/// not look like content.
pub fn unread(name: &str) -> Option<Unread> {
    let (folder, file) = name.rsplit_once('/').unwrap_or(("", name));
    let (stem, end) = file.rsplit_once('.')?;
    let end = match end.to_lowercase().as_str() {
        "md" | "markdown" | "mdown" | "mkd" => "md",
        "toml" => "toml",
        _ => return None,
    };
    if stem.is_empty() || folder == ADOPTED || name.split('/').any(|part| part.starts_with('.')) {
        return None;
    }
    let own = FOLDERS
        .iter()
        .find(|(own, _)| folder.eq_ignore_ascii_case(own));
    let meant = match own {
        Some((own, own_end)) if *own_end == end || *own == "captures" => {
            Some(format!("{own}/{stem}.{own_end}"))
        }
        _ if end == "toml" => nearest(stem, TOML).map(|own| format!("{own}.toml")),
        _ if folder.is_empty() => Some(format!("{stem}.md")),
        _ => {
            let near = nearest(folder, FOLDERS.map(|(own, _)| own));
            let near = near.filter(|near| *near != "captures");
            Some(near.map_or(format!("{stem}.md"), |near| format!("{near}/{stem}.md")))
        }
    };
    (meant.as_deref() != Some(name)).then_some(Unread { meant })
}

#[cfg(test)]
mod tests {
    use super::unread;

    #[test]
    fn what_looks_like_content_is_told_by_what_was_meant() {
        for (name, meant) in [
            ("b.MD", Some("b.md")),
            ("c.markdown", Some("c.md")),
            ("texts/e.md", Some("e.md")),
            ("termsx.toml", Some("terms.toml")),
            ("Concordance.toml", Some("concordance.toml")),
            ("Cargo.toml", None),
            ("page/about.md", Some("pages/about.md")),
            ("Pages/about.md", Some("pages/about.md")),
            ("pages/about.markdown", Some("pages/about.md")),
            ("captures/a.md", Some("captures/a.txt")),
        ] {
            let found = unread(name).unwrap_or_else(|| panic!("{name} is passed over"));
            assert_eq!(found.meant.as_deref(), meant, "{name}");
        }
        for name in [
            "a.md",
            "site.toml",
            "pages/about.md",
            "captures/a.txt",
            "picture.png",
            ".git/a.md",
            "adopted/a.md",
            ".md",
        ] {
            assert_eq!(unread(name), None, "{name}");
        }
    }
}
