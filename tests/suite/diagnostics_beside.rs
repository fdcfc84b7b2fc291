//! Diagnostics of what stands beside the documents: captures, editions, and whom to tell of holes.

use crate::diagnostics::table;

#[test]
fn faulty_captures_are_reported() {
    let told = table(
        "charter.md",
        &[
            ("no such file, near another", "charter.txt", "chartre.txt"),
            ("no such file", "captures/charter.txt", "zebra.md"),
            ("line beyond the file", "lines = [9, 9]", "lines = [9, 27]"),
            ("line dropped and moved", "lines = [3, 3]", "lines = [1, 3]"),
            (
                "line joined and dropped",
                "lines = [9, 9]",
                "lines = [9, 11]",
            ),
            (
                "line left between joined ones",
                "kind = \"drop\"\nlines = [9, 9]",
                "kind = \"mark\"\nlines = [9, 9]",
            ),
            ("unknown scope", "\"headings\"", "\"heading\""),
        ],
    );
    insta::assert_snapshot!("captures", told);
}

#[test]
fn faulty_editions_are_reported() {
    let told = table(
        "editions/1.md",
        &[
            ("no date", "date = 2026-11-22\n", ""),
            ("other date than the site's", "2026-11-22", "2026-11-21"),
            ("link to nothing", "[[charter/1.p2]]", "[[charter/1.p9]]"),
        ],
    );
    insta::assert_snapshot!("editions", told);
}

#[test]
fn faulty_security_is_reported() {
    let told = table(
        "site.toml",
        &[
            (
                "no contact",
                "contact = [\"mailto:security@example.org\", \"https://example.org/security\"], ",
                "",
            ),
            (
                "no contact in the list",
                "[\"mailto:security@example.org\", \"https://example.org/security\"]",
                "[]",
            ),
            (
                "no address",
                "mailto:security@example.org",
                "security@example.org",
            ),
            (
                "two lines",
                "mailto:security@example.org",
                "mailto:a@b.example\\nX: y",
            ),
            ("no day", ", expires = 2027-11-21", ""),
            ("day as text", "2027-11-21", "\"2027-11-21\""),
            ("day of the edition", "2027-11-21", "2026-11-22"),
            ("unknown key", "expires =", "policy = \"x\", expires ="),
        ],
    );
    insta::assert_snapshot!("security", told);
}
