//! Scripts and style sheets as they are sent: without the comments and the indentation that they are written with.

/// A script or style sheet without comments that have lines of their own, blank lines and indentation. Only where no
/// string goes over several lines does it stay the same program, which a test holds for ours.
pub fn without_comments(script: &str) -> String {
    let mut sent = String::with_capacity(script.len());
    let mut in_comment = false;
    for line in script.lines().map(str::trim) {
        in_comment = in_comment || line.starts_with("/*");
        let is_code = !in_comment && !line.is_empty() && !line.starts_with("//");
        in_comment = in_comment && !line.ends_with("*/");
        if is_code {
            sent.push_str(line);
            sent.push('\n');
        }
    }
    sent
}

#[cfg(test)]
mod tests {
    use super::without_comments;

    #[test]
    fn code_stays_and_comments_go() {
        let written = "\
// What it does.
{
  /** Says so. */
  const a = 'https://a.example/';

  /* In
     two lines. */
  call(a); // Here it stays.
}
";
        let sent = "{\nconst a = 'https://a.example/';\ncall(a); // Here it stays.\n}\n";
        assert_eq!(without_comments(written), sent);
    }

    #[test]
    fn strings_of_our_scripts_stand_on_one_line() {
        for script in [
            include_str!("../../../static/citing.js"),
            include_str!("../../../static/copy/names.js"),
            include_str!("../../../static/copy/page.js"),
            include_str!("../../../static/display.js"),
            include_str!("../../../static/js/copying.js"),
            include_str!("../../../static/js/handout.js"),
            include_str!("../../../static/js/lectern.js"),
            include_str!("../../../static/reading.js"),
            include_str!("../../../static/search.js"),
        ] {
            for line in script.lines() {
                assert!(line.matches('`').count().is_multiple_of(2), "{line}");
            }
        }
    }
}
