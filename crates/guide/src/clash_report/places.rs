//! Places in files, in the words of the program their owner has them open in: once, for terminal and page.

use festoon_domain::programme::{Citation, Spot};
use festoon_domain::text::Lang;

/// A place with its file: `hosts.xlsx › 论坛 › row 12`.
#[must_use]
pub fn place(citation: &Citation, lang: Lang) -> String {
    let inside = spot(&citation.spot, lang);
    if inside.is_empty() { citation.file.to_string() } else { format!("{} › {inside}", citation.file) }
}

/// A place inside its file; empty for the file as a whole.
#[must_use]
pub fn spot(spot: &Spot, lang: Lang) -> String {
    match (spot, lang) {
        (Spot::Whole, _) => String::new(),
        (Spot::Row(sheet, row), Lang::Zh) => within(sheet, &format!("第{row}行")),
        (Spot::Row(sheet, row), Lang::En) => within(sheet, &format!("row {row}")),
        (Spot::Cell(sheet, row, column), Lang::Zh) => {
            within(sheet, &format!("第{row}行{}列", column_letters(*column)))
        }
        (Spot::Cell(sheet, row, column), Lang::En) => {
            within(sheet, &format!("row {row}, column {}", column_letters(*column)))
        }
        (Spot::Line(line), Lang::Zh) => format!("第{line}行"),
        (Spot::Line(line), Lang::En) => format!("line {line}"),
        (Spot::Character(line, column), Lang::Zh) => format!("第{line}行第{column}个字符"),
        (Spot::Character(line, column), Lang::En) => format!("line {line}, column {column}"),
        (Spot::TableRow(table, row), Lang::Zh) => format!("第{table}个表格 › 第{row}行"),
        (Spot::TableRow(table, row), Lang::En) => format!("table {table} › row {row}"),
        (Spot::TableCell(table, row, column), Lang::Zh) => {
            format!("第{table}个表格 › 第{row}行第{column}列")
        }
        (Spot::TableCell(table, row, column), Lang::En) => {
            format!("table {table} › row {row}, column {column}")
        }
    }
}

/// The letters a spreadsheet program gives a column counted from 1: 1 is `A`, 27 is `AA`.
#[must_use]
pub fn column_letters(column: u32) -> String {
    let mut rest = column;
    let mut letters: Vec<char> = Vec::new();
    while rest > 0 {
        rest -= 1;
        letters.extend(('A'..='Z').nth((rest % 26) as usize));
        rest /= 26;
    }
    letters.into_iter().rev().collect()
}

fn within(sheet: &str, row: &str) -> String {
    if sheet.is_empty() { row.to_owned() } else { format!("{sheet} › {row}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_lettered_as_a_spreadsheet_letters_them() {
        let letters: Vec<String> = [1, 26, 27, 52, 703, 16384].map(column_letters).into();
        assert_eq!(letters, ["A", "Z", "AA", "AZ", "AAA", "XFD"]);
    }

    #[test]
    fn a_place_is_said_in_the_words_of_its_program() {
        let at = |spot| Citation { file: "hosts.xlsx".into(), spot };
        let row = at(Spot::Row("论坛".into(), 12));
        assert_eq!(place(&row, Lang::En), "hosts.xlsx › 论坛 › row 12");
        assert_eq!(place(&row, Lang::Zh), "hosts.xlsx › 论坛 › 第12行");
        assert_eq!(place(&at(Spot::Cell("".into(), 3, 4)), Lang::En), "hosts.xlsx › row 3, column D");
        assert_eq!(place(&at(Spot::Cell("".into(), 3, 4)), Lang::Zh), "hosts.xlsx › 第3行D列");
        assert_eq!(place(&at(Spot::TableRow(2, 3)), Lang::Zh), "hosts.xlsx › 第2个表格 › 第3行");
        assert_eq!(place(&at(Spot::Whole), Lang::En), "hosts.xlsx");
    }
}
