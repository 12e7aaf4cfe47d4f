//! The addresses at which programs read weeks as JSON. They always name their week: what was read page by page stays in it when
//! another week becomes the current one.

use super::{API, segment};

/// Something of a week that programs read as JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Api<'a> {
    /// The week itself.
    Week,
    /// One of its tables, by its word: `sessions`.
    Table(&'a str),
    /// One record of a table, by the table's word and its own key.
    Record(&'a str, &'a str),
    /// What matches some words.
    Search,
}

/// The address of something of a week, by the week's slug.
#[must_use]
pub fn api(week: &str, asked: Api<'_>) -> String {
    let week = format!("{API}/weeks/{}", segment(week));
    match asked {
        Api::Week => week,
        Api::Table(table) => format!("{week}/{}", segment(table)),
        Api::Record(table, key) => format!("{week}/{}/{}", segment(table), segment(key)),
        Api::Search => format!("{week}/search"),
    }
}

/// One parameter of an address, as it stands behind `?` or `&`.
#[must_use]
pub fn parameter(name: &str, value: &str) -> String {
    format!("{}={}", segment(name), segment(value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_is_read_below_its_table_in_its_week() {
        assert_eq!(api("a-2021", Api::Record("people", "a/b")), "/api/v1/weeks/a-2021/people/a%2Fb");
        assert_eq!(parameter("after", "a&b"), "after=a%26b");
    }
}
