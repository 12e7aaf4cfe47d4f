//! From bytes to text: UTF-8, UTF-16, or GB18030 (which contains GBK), whichever the bytes are.
//!
//! A file that is valid UTF-8 is UTF-8. Otherwise the likeliest of UTF-8, GB18030 and Western (windows-1252) is taken;
//! each place that is wrong in it is replaced and named. Big5 is not guessed: nearly all of its byte pairs are also GB18030, so the guess would
//! sometimes turn a good mainland file into nonsense.

use std::borrow::Cow;

use encoding_rs::{DecoderResult, Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use festoon_domain::programme::Spot;

use super::limits::MOST_HELD_TWICE;
use super::{GridTrouble, Harvest};
use crate::Reason;

/// The text of a file, without byte order mark and NUL characters.
pub(super) fn decode<'a>(bytes: &'a [u8], harvest: &mut Harvest) -> Result<Cow<'a, str>, Reason> {
    // Words of UTF-16 in the Latin script are valid UTF-8 full of zeros, so its signs come first.
    let is_utf16 = marked_utf16(bytes).is_some() || unmarked_utf16(bytes).is_some();
    let text = if let (false, Ok(text)) = (is_utf16, std::str::from_utf8(bytes)) {
        Cow::Borrowed(text.strip_prefix('\u{feff}').unwrap_or(text))
    } else {
        Cow::Owned(decode_other(bytes, harvest)?)
    };
    without_nul(text, harvest)
}

/// Whether bytes are more likely words than a picture or a program; looks at the beginning only.
pub(crate) fn looks_like_text(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(8192)];
    if marked_utf16(bytes).is_some() || unmarked_utf16(bytes).is_some() {
        return true;
    }
    // NUL is judged where it is dropped.
    let odd = head.iter().filter(|byte| matches!(**byte, 1..=8 | 11..=25 | 28..=31 | 127) && **byte != 13);
    odd.count() * 33 <= head.len()
}

fn decode_other(bytes: &[u8], harvest: &mut Harvest) -> Result<String, Reason> {
    let size = bytes.len() as u64;
    if size > MOST_HELD_TWICE {
        return Err(Reason::TooLarge(size, MOST_HELD_TWICE));
    }
    let decoded = if let Some(encoding) = marked_utf16(bytes) {
        Decoded::new(encoding, &bytes[2..])
    } else if let Some(encoding) = unmarked_utf16(bytes) {
        Decoded::new(encoding, bytes)
    } else {
        Decoded::new(likeliest(bytes), bytes)
    };

    let characters = decoded.text.chars().count() as u64;
    let private = decoded.text.chars().filter(|c| matches!(c, '\u{e000}'..='\u{f8ff}')).count() as u64;
    if (decoded.mistakes + private) * 4 > characters {
        return Err(Reason::Encoding);
    }
    let (name, more) = (decoded.encoding.name(), decoded.mistakes);
    for line in &decoded.lines {
        harvest.say(Spot::Line(*line), GridTrouble::BadBytes(name));
    }
    if more > decoded.lines.len() as u64 {
        let rest = more - decoded.lines.len() as u64;
        harvest.say(Spot::Whole, GridTrouble::AndMore(GridTrouble::BadBytes(name).word(), rest));
    }
    Ok(decoded.text)
}

struct Decoded {
    encoding: &'static Encoding,
    text: String,
    mistakes: u64,
    lines: Vec<u32>,
}

impl Decoded {
    /// The most places that are named one by one.
    const MOST_LINES: usize = 50;

    fn new(encoding: &'static Encoding, bytes: &[u8]) -> Self {
        let mut all = Self { encoding, text: String::new(), mistakes: 0, lines: Vec::new() };
        let mut decoder = encoding.new_decoder_without_bom_handling();
        let (mut at, mut counted, mut line) = (0, 0, 1);
        loop {
            // Room for the longest output of one stretch, so that the decoder always comes forward.
            all.text.reserve((bytes.len() - at).min(1 << 16) * 3 / 2 + 16);
            let (result, read) =
                decoder.decode_to_string_without_replacement(&bytes[at..], &mut all.text, true);
            at += read;
            match result {
                DecoderResult::InputEmpty => return all,
                DecoderResult::OutputFull => (),
                DecoderResult::Malformed(..) => {
                    all.mistakes += 1;
                    if all.lines.len() < Self::MOST_LINES {
                        line += line_breaks(&all.text[counted..]);
                        counted = all.text.len();
                        all.lines.push(line);
                    }
                    all.text.push('\u{fffd}');
                }
            }
        }
    }
}

fn likeliest(bytes: &[u8]) -> &'static Encoding {
    // In Chinese every character has two bytes or more; in Western text a byte beyond ASCII stands alone.
    let is_high = |at: usize| bytes.get(at).is_some_and(|byte| *byte >= 0x80);
    let high = (0..bytes.len()).filter(|at| is_high(*at)).count();
    let alone = |at: usize| is_high(at) && !is_high(at + 1) && (at == 0 || !is_high(at - 1));
    if (0..bytes.len()).filter(|at| alone(*at)).count() * 2 > high {
        return WINDOWS_1252;
    }
    // The pattern of UTF-8 does not come about by chance, while its bytes nearly always pass for GB18030.
    let (utf8, beyond_ascii) = mistakes(UTF_8, bytes);
    if utf8 * 3 < beyond_ascii || utf8 < mistakes(GB18030, bytes).0 { UTF_8 } else { GB18030 }
}

/// How many places are no text in an encoding, and how many characters beyond ASCII are, without keeping the text.
fn mistakes(encoding: &'static Encoding, bytes: &[u8]) -> (u64, u64) {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut scratch = String::with_capacity(1 << 16);
    let (mut at, mut count, mut beyond_ascii) = (0, 0, 0);
    loop {
        let (result, read) = decoder.decode_to_string_without_replacement(&bytes[at..], &mut scratch, true);
        at += read;
        beyond_ascii += scratch.chars().filter(|character| !character.is_ascii()).count() as u64;
        scratch.clear();
        match result {
            DecoderResult::InputEmpty => return (count, beyond_ascii),
            DecoderResult::OutputFull => (),
            DecoderResult::Malformed(..) => count += 1,
        }
    }
}

fn line_breaks(text: &str) -> u32 {
    let bytes = text.as_bytes();
    let lone = |at: usize| bytes[at] == b'\r' && bytes.get(at + 1) != Some(&b'\n');
    let count = (0..bytes.len()).filter(|at| bytes[*at] == b'\n' || lone(*at)).count();
    u32::try_from(count).unwrap_or(u32::MAX)
}

fn marked_utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    match bytes {
        [0xff, 0xfe, ..] => Some(UTF_16LE),
        [0xfe, 0xff, ..] => Some(UTF_16BE),
        _ => None,
    }
}

/// UTF-16 without its mark shows by the zero in every other byte of its digits, commas and line breaks.
fn unmarked_utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(4096) & !1];
    let zeros = |offset: usize| head.iter().skip(offset).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let many = (head.len() / 2 / 5).max(2);
    if odd >= many && even == 0 {
        Some(UTF_16LE)
    } else if even >= many && odd == 0 {
        Some(UTF_16BE)
    } else {
        chinese_utf16(bytes, head)
    }
}

/// How two bytes make a unit.
type Order = fn([u8; 2]) -> u16;

/// Chinese in UTF-16 has hardly a zero: its units are characters and their marks, in one order of bytes and not in the other.
///
/// Neither other encoding has such units: in GB18030 there are no bytes below 10 and none of 255, which the marks are made of.
fn chinese_utf16(bytes: &[u8], head: &[u8]) -> Option<&'static Encoding> {
    if head.is_empty() || !bytes.len().is_multiple_of(2) || std::str::from_utf8(bytes).is_ok() {
        return None;
    }
    let orders: [(&'static Encoding, Order); 2] =
        [(UTF_16LE, u16::from_le_bytes), (UTF_16BE, u16::from_be_bytes)];
    let is_chinese = |read: Order| {
        let (mut known, mut marks, mut all) = (0, 0, 0);
        for pair in head.chunks_exact(2) {
            let unit = read([pair[0], pair[1]]);
            all += 1;
            let mark = matches!(unit, 0x0a | 0x0d | 0x20..=0x7e | 0x3000..=0x3011 | 0xff01..=0xff1f);
            marks += usize::from(mark);
            known += usize::from(mark || matches!(unit, 0x4e00..=0x9fff | 0x2014..=0x201d));
        }
        marks > 0 && known * 100 >= all * 95
    };
    orders.into_iter().find(|(_, read)| is_chinese(*read)).map(|(encoding, _)| encoding)
}

fn without_nul<'a>(text: Cow<'a, str>, harvest: &mut Harvest) -> Result<Cow<'a, str>, Reason> {
    let nuls = text.bytes().filter(|byte| *byte == 0).count();
    if nuls == 0 {
        return Ok(text);
    }
    if nuls * 4 > text.len() {
        return Err(Reason::Encoding);
    }
    if text.len() as u64 > MOST_HELD_TWICE * 3 / 2 {
        return Err(Reason::TooLarge(text.len() as u64, MOST_HELD_TWICE));
    }
    harvest.say(Spot::Whole, GridTrouble::Nul(nuls as u64));
    let mut text = text.into_owned();
    text.retain(|c| c != '\0');
    Ok(Cow::Owned(text))
}
