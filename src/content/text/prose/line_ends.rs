//! What an end of a line in the source is in the text.

/// Whether an end of a line between these characters is a space: not in scripts that are written
/// without spaces.
pub fn is_space(before: Option<char>, after: Option<char>) -> bool {
    let (Some(before), Some(after)) = (before, after) else {
        return true;
    };
    let joins = |sign: char| is_unspaced(sign) || is_unspaced_beside(sign);
    let one_is = is_unspaced(before) || is_unspaced(after);
    !(one_is && joins(before) && joins(after))
}

/// Whether a character is of a script without spaces between words: Chinese and Japanese, with their
/// punctuation. Korean has spaces.
fn is_unspaced(sign: char) -> bool {
    matches!(sign,
        '\u{2E80}'..='\u{312F}'
        | '\u{31A0}'..='\u{4DBF}'
        | '\u{4E00}'..='\u{9FFF}'
        | '\u{F900}'..='\u{FAFF}'
        | '\u{FE30}'..='\u{FE4F}'
        | '\u{FF01}'..='\u{FF60}'
        | '\u{FFE0}'..='\u{FFE6}'
        | '\u{20000}'..='\u{3FFFF}')
}

/// Whether a character that other scripts have too is set without a space beside one of these.
fn is_unspaced_beside(sign: char) -> bool {
    matches!(sign, '“' | '”' | '‘' | '’' | '…' | '—' | '·')
}

#[cfg(test)]
mod tests {
    use super::is_space;

    #[test]
    fn ends_of_lines_are_spaces_but_in_chinese_and_japanese() {
        for (before, after, space) in [
            ('a', 'b', true),
            ('重', '彼', false),
            ('。', '“', false),
            ('”', '的', false),
            ('”', '“', true),
            ('の', 'カ', false),
            ('，', 'A', true),
            ('年', '5', true),
            ('한', '국', true),
            ('𠀀', '、', false),
        ] {
            assert_eq!(
                is_space(Some(before), Some(after)),
                space,
                "{before}{after}"
            );
        }
        assert!(is_space(None, Some('重')) && is_space(Some('重'), None));
    }
}
