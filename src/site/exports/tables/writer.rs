//! How rows are written so that a spreadsheet shows them as they are.

use csv::{Terminator, WriterBuilder};

/// By which a spreadsheet knows the file for UTF-8; else it shows Chinese as the letters of some
/// Western code.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// What a spreadsheet takes for the beginning of a formula, wherever the text comes from.
const FORMULA: [char; 4] = ['=', '+', '-', '@'];

/// A table with these heads and rows (RFC 4180).
///
/// A cell that a spreadsheet would take for a formula begins with an apostrophe: what a text says is
/// never reckoned with. Nothing else of a cell is changed.
pub fn table<const COLUMNS: usize>(
    heads: [&str; COLUMNS],
    rows: impl IntoIterator<Item = [String; COLUMNS]>,
) -> Result<Vec<u8>, csv::Error> {
    let mut writer = WriterBuilder::new()
        .terminator(Terminator::CRLF)
        .from_writer(BYTE_ORDER_MARK.as_bytes().to_vec());
    writer.write_record(heads)?;
    for row in rows {
        writer.write_record(row.map(without_formula))?;
    }
    writer
        .into_inner()
        .map_err(|error| error.into_error().into())
}

fn without_formula(cell: String) -> String {
    if cell.starts_with(FORMULA) {
        format!("'{cell}")
    } else {
        cell
    }
}

/// Several values in one cell.
pub fn joined<'a>(values: impl IntoIterator<Item = &'a String>) -> String {
    let values: Vec<&str> = values.into_iter().map(String::as_str).collect();
    values.join("; ")
}

#[cfg(test)]
mod tests {
    use super::table;

    #[test]
    fn cells_are_quoted_and_no_formula_is_left() {
        let rows = [
            ["a, b", "=1+1", "网络空间"],
            ["a \"quoted\" word\nand a line", "-2", "a=b"],
        ];
        let rows = rows.map(|row| row.map(str::to_owned));
        let written = table(["one", "two", "three"], rows).unwrap();
        assert_eq!(
            String::from_utf8(written).unwrap(),
            "\u{feff}one,two,three\r\n\
             \"a, b\",'=1+1,网络空间\r\n\
             \"a \"\"quoted\"\" word\nand a line\",'-2,a=b\r\n"
        );
    }
}
