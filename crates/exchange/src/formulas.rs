//! Texts that a spreadsheet program would run: how they are written, and how they are read back.
//!
//! Excel, LibreOffice and WPS take a cell of a CSV that begins with `=`, `+`, `-`, `@` or their full-width forms for a
//! formula, some after leading blanks too; a cell of a workbook becomes one when somebody edits it or saves the sheet as
//! CSV. Such a text gets an apostrophe in front, which survives all of that. So that it comes back as it was, a text that
//! begins with apostrophes of its own before such a character gets one more, and reading takes exactly one off.
//! Costs a look at the first characters of a text.

use std::borrow::Cow;

/// A text as it may stand in a cell; borrowed where it may stand as it is.
#[must_use]
pub fn guarded(text: &str) -> Cow<'_, str> {
    if would_run(text) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

/// The text that a guarded cell holds; any other cell is what it says.
pub(crate) fn unguarded(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|_| would_run(cell)).unwrap_or(cell)
}

/// Whether a spreadsheet program would, or would once the apostrophes in front are gone.
pub(crate) fn would_run(text: &str) -> bool {
    let behind = text.trim_start_matches('\'');
    behind.starts_with(['\t', '\r', '\n'])
        || behind.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_run_gets_an_apostrophe_and_loses_it_again() {
        for (text, cell) in [
            ("=1+1", "'=1+1"),
            ("-5 °C", "'-5 °C"),
            ("  @Ada", "'  @Ada"),
            ("\u{3000}＝HYPERLINK()", "'\u{3000}＝HYPERLINK()"),
            ("\tLin", "'\tLin"),
            ("'=1+1", "''=1+1"),
            ("'' +1", "''' +1"),
        ] {
            assert_eq!((guarded(text).as_ref(), unguarded(cell)), (cell, text), "{text}");
        }
    }

    #[test]
    fn any_other_text_stands_as_it_is() {
        for text in ["", "Lin", "5-3", "'quoted'", "'", "'90s", "a = b", "—"] {
            assert_eq!((guarded(text).as_ref(), unguarded(text)), (text, text), "{text}");
        }
    }
}
