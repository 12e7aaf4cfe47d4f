//! The records of a workbook stream: a kind, a length, the data, and continuations where data is long.

use crate::Reason;

const CONTINUE: u16 = 0x003c;

pub(super) struct Record<'b> {
    pub(super) kind: u16,
    pub(super) data: &'b [u8],
    /// The CONTINUE records that follow; a break between two of them can be inside a text.
    pub(super) more: Continuations<'b>,
}

pub(super) struct Records<'b> {
    rest: &'b [u8],
}

impl<'b> Records<'b> {
    pub(super) fn from(stream: &'b [u8], at: usize) -> Result<Self, Reason> {
        let rest = stream.get(at..).unwrap_or_default();
        // Every stream begins with a BOF record; something else is no workbook.
        if Fields(rest).u16(0) != Some(0x0809) {
            return Err(Reason::Broken("BIFF: no BOF".into()));
        }
        Ok(Self { rest })
    }

    fn one(&mut self) -> Option<(u16, &'b [u8])> {
        let fields = Fields(self.rest);
        let (kind, length) = (fields.u16(0)?, usize::from(fields.u16(2)?));
        let end = (4 + length).min(self.rest.len());
        let data = &self.rest[4..end];
        self.rest = &self.rest[end..];
        Some((kind, data))
    }
}

impl<'b> Iterator for Records<'b> {
    type Item = Record<'b>;

    fn next(&mut self) -> Option<Record<'b>> {
        let (kind, data) = self.one()?;
        // Kept as one stretch: a list of them would outgrow the file.
        let more = Continuations(self.rest);
        while Fields(self.rest).u16(0) == Some(CONTINUE) {
            if self.one().is_none() {
                break;
            }
        }
        Some(Record { kind, data, more })
    }
}

/// The data of one CONTINUE record after the other.
#[derive(Clone)]
pub(super) struct Continuations<'b>(&'b [u8]);

impl<'b> Iterator for Continuations<'b> {
    type Item = &'b [u8];

    fn next(&mut self) -> Option<&'b [u8]> {
        let mut records = Records { rest: self.0 };
        let (_, data) = records.one().filter(|(kind, _)| *kind == CONTINUE)?;
        self.0 = records.rest;
        Some(data)
    }
}

/// Little-endian fields at fixed places, each only if it is there.
#[derive(Clone, Copy)]
pub(super) struct Fields<'b>(pub(super) &'b [u8]);

impl Fields<'_> {
    pub(super) fn u8(self, at: usize) -> Option<u8> {
        self.0.get(at).copied()
    }

    pub(super) fn u16(self, at: usize) -> Option<u16> {
        self.bytes(at).map(u16::from_le_bytes)
    }

    pub(super) fn u32(self, at: usize) -> Option<u32> {
        self.bytes(at).map(u32::from_le_bytes)
    }

    pub(super) fn f64(self, at: usize) -> Option<f64> {
        self.bytes(at).map(f64::from_le_bytes)
    }

    fn bytes<const N: usize>(self, at: usize) -> Option<[u8; N]> {
        self.0.get(at..at + N)?.try_into().ok()
    }
}
