//! A TOML file as text: its table, and where in it anything stands.

use std::sync::Arc;

use festoon_domain::programme::Spot;
use toml::Spanned;
use toml::de::DeTable;

use super::syntax;
use crate::{NamedFile, Reason, Refusal, Right};

/// The most bytes of a TOML file that people write; whatever is larger was not meant.
const MOST_BYTES: u64 = 4 * 1024 * 1024;

/// The text of a TOML file.
#[derive(Debug)]
pub struct TomlText<'a> {
    file: Arc<str>,
    text: &'a str,
    /// Where each line begins.
    lines: Vec<usize>,
}

impl<'a> TomlText<'a> {
    /// The text of a file, without its byte order mark.
    ///
    /// # Errors
    /// A file that is too large, or no UTF-8: with the character at which it is none.
    pub fn of(file: &'a NamedFile) -> Result<Self, Refusal> {
        let size = file.bytes.len() as u64;
        let whole = |reason| Refusal { file: Arc::clone(&file.name), spot: Spot::Whole, reason };
        if size > MOST_BYTES {
            return Err(whole(Reason::TooLarge(size, MOST_BYTES)));
        }
        Self::of_any_size(file)
    }

    /// The same of a file that programs write, and that may be large.
    ///
    /// # Errors
    /// No UTF-8, with the character at which it is none.
    pub(crate) fn of_any_size(file: &'a NamedFile) -> Result<Self, Refusal> {
        let bytes = file.bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&file.bytes);
        match std::str::from_utf8(bytes) {
            Ok(text) => Ok(Self::in_file(Arc::clone(&file.name), text)),
            Err(error) => {
                let sound = bytes.get(..error.valid_up_to()).unwrap_or_default();
                let sound = Self::in_file(Arc::clone(&file.name), std::str::from_utf8(sound).unwrap_or(""));
                let right = Right::new(
                    "从这里起不是 UTF-8 文字。请用编辑器另存为 UTF-8。",
                    "from here on it is no UTF-8. Save it as UTF-8.",
                );
                Err(sound.refusal(sound.text.len(), right))
            }
        }
    }

    /// A text that stands in a file.
    #[must_use]
    pub fn in_file(file: Arc<str>, text: &'a str) -> Self {
        let ends = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at + 1);
        Self { file, text, lines: [0].into_iter().chain(ends).collect() }
    }

    /// Its table, with where everything stands.
    ///
    /// # Errors
    /// What is not written as TOML is, with its place and what would be right.
    pub fn table(&self) -> Result<Spanned<DeTable<'a>>, Refusal> {
        DeTable::parse(self.text).map_err(|error| {
            let (offset, right) = self.not_toml(&error);
            self.refusal(offset, right)
        })
    }

    /// At which byte a text is no TOML, and what would be right there.
    #[must_use]
    pub fn not_toml(&self, error: &toml::de::Error) -> (usize, Right) {
        let offset = error.span().map_or(0, |span| span.start);
        let stands = self.text.get(offset..).and_then(|rest| rest.lines().next()).unwrap_or_default();
        (offset, syntax::right(error.message(), stands))
    }

    /// The character at a byte of the text.
    #[must_use]
    pub fn spot(&self, offset: usize) -> Spot {
        let offset = self.text.floor_char_boundary(offset);
        let line = self.lines.partition_point(|begins| *begins <= offset);
        let begins = self.lines.get(line.saturating_sub(1)).copied().unwrap_or(0);
        let before = self.text.get(begins..offset).unwrap_or_default().chars().count();
        let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        Spot::Character(number(line), number(before + 1))
    }

    /// The line of a byte, counted from 1.
    pub(crate) fn line(&self, offset: usize) -> u32 {
        let line = self.lines.partition_point(|begins| *begins <= offset);
        u32::try_from(line).unwrap_or(u32::MAX)
    }

    /// What is wrong at a byte, and what would be right.
    #[must_use]
    pub fn refusal(&self, offset: usize, right: Right) -> Refusal {
        Refusal { file: Arc::clone(&self.file), spot: self.spot(offset), reason: Reason::Malformed(right) }
    }

    /// Whether nothing is said in it.
    pub(crate) fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }
}

#[cfg(test)]
mod tests {
    use festoon_domain::text::Lang;

    use super::*;

    #[test]
    fn places_are_counted_in_characters_and_end_with_the_text() {
        let text = TomlText::in_file("a.toml".into(), "一 = 1\n名 = 「\n");
        assert_eq!(text.spot(0), Spot::Character(1, 1));
        assert_eq!(text.spot("一 = 1\n名 = ".len()), Spot::Character(2, 5));
        assert_eq!(text.spot("一".len() - 1), Spot::Character(1, 1));
        assert_eq!(text.spot(999), Spot::Character(3, 1));
    }

    #[test]
    fn bytes_that_are_no_utf8_are_told_with_their_place() {
        let file =
            NamedFile { name: "a.toml".into(), bytes: b"\xef\xbb\xbfa = 1\nb = \"\xd6\xd0\"\n".to_vec() };
        let refusal = TomlText::of(&file).expect_err("it is in another encoding");
        assert_eq!(refusal.spot, Spot::Character(2, 6));
        assert!(refusal.reason.sentence(Lang::Zh).contains("UTF-8"));
    }
}
