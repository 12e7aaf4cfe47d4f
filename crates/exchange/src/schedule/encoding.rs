//! From bytes to characters: UTF-8 and UTF-16 with or without a mark, and whatever else an XML declaration names.
//!
//! A text that is not what it claims to be is read all the same, and said; only NUL bytes, which no editor writes, are
//! refused. Costs nothing for valid UTF-8, which is borrowed.

use std::borrow::Cow;
use std::sync::Arc;

use encoding_rs::{Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE};
use festoon_domain::programme::Spot;

use super::ScheduleTrouble;
use super::notes::Notes;
use crate::{Reason, Refusal};

/// The characters of a file, and what had to be assumed to get them.
pub(crate) struct Decoded<'a> {
    pub(crate) text: Cow<'a, str>,
    /// An encoding that was guessed because the file names none, or names one that does not fit.
    pub(crate) assumed: Option<&'static str>,
    /// Bytes that fit no character, each replaced by U+FFFD: how many, and the line of the first.
    pub(crate) replaced: Option<(u32, u32)>,
}

impl<'a> Decoded<'a> {
    /// The characters, with a note of what was assumed; NUL is no character of any text, and a file of it a broken copy.
    pub(super) fn text(self, file: &Arc<str>, notes: &mut Notes) -> Result<Cow<'a, str>, Refusal> {
        if let Some(name) = self.assumed {
            notes.say(1, "", ScheduleTrouble::EncodingAssumed(name));
        }
        if let Some((count, line)) = self.replaced {
            notes.say(line, "", ScheduleTrouble::BytesReplaced(count));
        }
        let Some(at) = self.text.find('\0') else { return Ok(self.text) };
        let line = self.text[..at].matches('\n').count() + 1;
        let spot = Spot::Line(u32::try_from(line).unwrap_or(u32::MAX));
        Err(Refusal { file: Arc::clone(file), spot, reason: Reason::Broken("NUL".into()) })
    }
}

/// Reads the characters of an XML file.
pub(super) fn decode(bytes: &[u8]) -> Decoded<'_> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return strict_or_replaced(encoding, &bytes[mark..], None);
    }
    match bytes {
        [b'<', 0, ..] => return strict_or_replaced(UTF_16LE, bytes, None),
        [0, b'<', ..] => return strict_or_replaced(UTF_16BE, bytes, None),
        _ => {}
    }

    match declared(bytes) {
        Some(encoding) if encoding != UTF_8 && encoding != UTF_16LE && encoding != UTF_16BE => {
            strict_or_replaced(encoding, bytes, None)
        }
        // An editor that saves in its own encoding leaves the declaration as it was.
        Some(_) => mostly_utf8(bytes),
        None => undeclared(bytes),
    }
}

/// Reads the characters of a JSON file, which is UTF-8 by its standard, and UTF-16 or a Chinese system's encoding where an
/// editor saved it so.
pub(crate) fn decode_json(bytes: &[u8]) -> Decoded<'_> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return strict_or_replaced(encoding, &bytes[mark..], None);
    }
    match bytes {
        [b'{' | b'[', 0, ..] => return strict_or_replaced(UTF_16LE, bytes, None),
        [0, b'{' | b'[', ..] => return strict_or_replaced(UTF_16BE, bytes, None),
        _ => {}
    }

    mostly_utf8(bytes)
}

/// UTF-8, unless it hardly is.
fn mostly_utf8(bytes: &[u8]) -> Decoded<'_> {
    let decoded = strict_or_replaced(UTF_8, bytes, None);
    let Some((broken, _)) = decoded.replaced else { return decoded };
    // A few broken characters among sound ones are damage; hardly any sound ones mean another encoding.
    let foreign = decoded.text.chars().filter(|c| !c.is_ascii() && *c != '\u{fffd}').count();
    if usize::try_from(broken).unwrap_or(usize::MAX) > foreign { undeclared(bytes) } else { decoded }
}

/// Text that names no encoding: UTF-8, else what Chinese systems write, else UTF-8 with replacements.
pub(crate) fn undeclared(bytes: &[u8]) -> Decoded<'_> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if std::str::from_utf8(bytes).is_err()
        && let Some(text) = GB18030.decode_without_bom_handling_and_without_replacement(bytes)
    {
        return Decoded { text, assumed: Some("GB18030"), replaced: None };
    }
    strict_or_replaced(UTF_8, bytes, None)
}

fn strict_or_replaced<'a>(
    encoding: &'static Encoding,
    bytes: &'a [u8],
    assumed: Option<&'static str>,
) -> Decoded<'a> {
    let (text, broken) = encoding.decode_without_bom_handling(bytes);
    let replaced = broken.then(|| count_replaced(&text));
    Decoded { text, assumed, replaced }
}

fn count_replaced(text: &str) -> (u32, u32) {
    let count = text.matches('\u{fffd}').count();
    let first = text.find('\u{fffd}').unwrap_or(0);
    let line = text[..first].matches('\n').count() + 1;
    (u32::try_from(count).unwrap_or(u32::MAX), u32::try_from(line).unwrap_or(u32::MAX))
}

/// The encoding the XML declaration names, if it names one that is known.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    const DECLARATION_AT_MOST: usize = 256;
    let head = &bytes[..bytes.len().min(DECLARATION_AT_MOST)];
    let head = &head[..head.windows(2).position(|pair| pair == b"?>")?];
    let at = head.windows(8).position(|word| word == b"encoding")? + 8;
    let rest = head[at..].trim_ascii_start().strip_prefix(b"=")?.trim_ascii_start();
    let (quote, rest) = rest.split_first()?;
    let end = rest.iter().position(|byte| byte == quote)?;
    Encoding::for_label(&rest[..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_declared_encoding_is_believed() {
        let bytes = b"<?xml version='1.0' encoding='GBK'?><a>\xb3\xa1</a>";
        assert!(decode(bytes).text.ends_with("<a>场</a>"));
        let bytes = b"<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a>\xe9</a>";
        assert!(decode(bytes).text.ends_with("<a>é</a>"));
    }

    #[test]
    fn sixteen_bits_are_recognised_with_and_without_a_mark() {
        let with: Vec<u8> = "\u{feff}<a/>".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let without: Vec<u8> = "<a/>".encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(decode(&with).text, "<a/>");
        assert_eq!(decode(&without).text, "<a/>");
    }

    #[test]
    fn undeclared_bytes_that_are_no_utf8_are_read_as_chinese_and_said() {
        let decoded = decode(b"<a>\xb3\xa1</a>");
        assert_eq!((decoded.text.as_ref(), decoded.assumed), ("<a>场</a>", Some("GB18030")));
    }

    #[test]
    fn bytes_that_fit_nothing_are_replaced_and_counted() {
        let decoded = decode(b"<?xml version='1.0' encoding='UTF-8'?>\n<a>\xff\xfe</a>");
        assert_eq!(decoded.replaced, Some((2, 2)));
    }

    #[test]
    fn json_is_utf8_unless_hardly_a_character_is() {
        let with: Vec<u8> = "\u{feff}{}".encode_utf16().flat_map(u16::to_be_bytes).collect();
        let without: Vec<u8> = "{}".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(decode_json(&with).text, "{}");
        assert_eq!(decode_json(&without).text, "{}");
        assert_eq!(decode_json(b"\xEF\xBB\xBF{}").text, "{}");
        let damaged = decode_json("{\"会场\":\"\u{1}\"}".as_bytes());
        assert_eq!(damaged.replaced, None);
        let mut bytes = "{\"会场\":\n\"x\"}".as_bytes().to_vec();
        let at = bytes.len() - 3;
        bytes[at] = 0xff;
        assert_eq!(decode_json(&bytes).replaced, Some((1, 2)));
        assert_eq!(decode_json(b"{\"\xb3\xa1\":1}").assumed, Some("GB18030"));
    }
}
