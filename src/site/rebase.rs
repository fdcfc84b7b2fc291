//! The links of a page when the site stands below a path.

use super::base_url::BaseUrl;

/// The attributes that hold paths. In a page a quotation mark stands for itself at the ends of
/// attributes only, since the templates escape every other: so these match nothing else.
const LINKS: [&str; 3] = [" href=\"", " src=\"", " action=\""];

/// The page with the base's path before each path in it.
///
/// Templates and addresses know nothing of a base: all that they write starts at `/`, and is moved
/// here, in one place, with whatever page is added later.
pub fn rebased(page: String, base: Option<&BaseUrl>) -> String {
    match base.map_or("", BaseUrl::path) {
        "" => page,
        path => LINKS.into_iter().fold(page, |page, link| {
            page.replace(&format!("{link}/"), &format!("{link}{path}/"))
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::{BaseUrl, rebased};

    #[test]
    fn paths_move_and_nothing_else() {
        let base: BaseUrl = "https://example.org/texts".parse().unwrap_or_else(|error| {
            panic!("{error}");
        });
        let page = r#"<a class="x" href="/a"><img src="/b"><form action="/">"#;
        let moved = r#"<a class="x" href="/texts/a"><img src="/texts/b"><form action="/texts/">"#;
        assert_eq!(rebased(page.to_owned(), Some(&base)), moved);
        assert_eq!(rebased(page.to_owned(), None), page);
        let other = r##"<a href="#a"><a href="https://example.org/a"><input value="/a"> href=&#34;/a&#34;"##;
        assert_eq!(rebased(other.to_owned(), Some(&base)), other);
    }
}
