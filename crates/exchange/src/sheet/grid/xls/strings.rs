//! Texts of the old format: one or two bytes a character, and the table of shared ones.

use encoding_rs::{Encoding, UTF_16LE};

use super::super::Harvest;
use super::super::limits::{MOST_CELLS, MOST_SHARED};
use super::records::{Continuations, Fields, Record};
use crate::Reason;

/// How texts are written in a workbook.
pub(super) struct Wording {
    /// BIFF8: a flag says whether a character has two bytes. Before, one byte or two in the country's page.
    pub(super) is_wide: bool,
    pub(super) page: &'static Encoding,
}

impl Wording {
    /// A text with its length in two bytes.
    pub(super) fn long(&self, data: &[u8]) -> Option<String> {
        Some(self.words(data.get(2..)?, usize::from(Fields(data).u16(0)?)))
    }

    /// A text with its length in one byte.
    pub(super) fn short(&self, data: &[u8]) -> String {
        let length = usize::from(Fields(data).u8(0).unwrap_or(0));
        self.words(data.get(1..).unwrap_or_default(), length)
    }

    /// The code of a FORMAT record.
    pub(super) fn format(&self, data: &[u8]) -> Option<String> {
        let code = data.get(2..)?;
        if self.is_wide { self.long(code) } else { Some(self.short(code)) }
    }

    fn words(&self, data: &[u8], length: usize) -> String {
        if !self.is_wide {
            let bytes = &data[..length.min(data.len())];
            return self.page.decode_without_bom_handling(bytes).0.into_owned();
        }
        let Some((flags, bytes)) = data.split_first() else { return String::new() };
        let mut text = String::new();
        let size = if flags & 1 == 0 { 1 } else { 2 };
        push(&mut text, &bytes[..(length * size).min(bytes.len())], size);
        text
    }
}

/// The table of shared texts (SST).
pub(super) fn shared(record: &Record<'_>, harvest: &mut Harvest) -> Result<Vec<Box<str>>, Reason> {
    let mut walk = Walk { now: record.data, later: record.more.clone() };
    let mut texts = Vec::new();
    let mut bytes = 0_u64;
    if walk.take(8).is_none() {
        return Ok(texts);
    }
    while let Some(text) = walk.text() {
        bytes += text.len() as u64 + 32;
        if bytes > MOST_SHARED {
            return Err(Reason::Bomb(MOST_SHARED));
        }
        if texts.len() as u64 >= MOST_CELLS {
            return Err(Reason::TooManyCells(MOST_CELLS));
        }
        harvest.budget.visit()?;
        texts.push(text.into_boxed_str());
    }
    Ok(texts)
}

/// A walk over the data of a record and its continuations.
struct Walk<'b> {
    now: &'b [u8],
    later: Continuations<'b>,
}

impl<'b> Walk<'b> {
    /// The next text, without its fonts and its pinyin; `None` at the end.
    fn text(&mut self) -> Option<String> {
        let length = usize::from(Fields(self.take(2)?).u16(0)?);
        let mut flags = self.take(1)?[0];
        let fonts = if flags & 8 != 0 { usize::from(Fields(self.take(2)?).u16(0)?) } else { 0 };
        let phonetic = if flags & 4 != 0 { Fields(self.take(4)?).u32(0)? as usize } else { 0 };

        let mut text = String::new();
        let mut left = length;
        while left > 0 {
            let size = if flags & 1 == 0 { 1 } else { 2 };
            let here = (self.now.len() / size).min(left);
            let (bytes, rest) = self.now.split_at(here * size);
            push(&mut text, bytes, size);
            self.now = rest;
            left -= here;
            if left > 0 {
                // The text goes on in the next record, which says anew how wide its characters are.
                self.now = self.later.next()?;
                flags = self.take(1)?[0];
            }
        }
        self.pass(fonts * 4 + phonetic);
        Some(text)
    }

    /// Bytes that lie together: a break between two records is only ever inside a text's characters or after it.
    fn take(&mut self, count: usize) -> Option<&'b [u8]> {
        while self.now.is_empty() {
            self.now = self.later.next()?;
        }
        let (taken, rest) = self.now.split_at_checked(count)?;
        self.now = rest;
        Some(taken)
    }

    fn pass(&mut self, mut count: usize) {
        while count > 0 {
            if self.now.is_empty() {
                let Some(next) = self.later.next() else { return };
                self.now = next;
            }
            let here = count.min(self.now.len());
            self.now = &self.now[here..];
            count -= here;
        }
    }
}

fn push(text: &mut String, bytes: &[u8], size: usize) {
    if size == 1 {
        text.extend(bytes.iter().map(|byte| char::from(*byte)));
    } else {
        text.push_str(&UTF_16LE.decode_without_bom_handling(bytes).0);
    }
}
