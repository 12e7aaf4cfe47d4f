//! How much a file may hold, so that no input makes the process grow past half a gibibyte.
//!
//! The worst case adds up: the file itself (128 MiB), cells (120 MB), texts (128 MiB), shared strings (64 MiB and an
//! index of 20 MB), one text being read (16 MiB). What is streamed costs time but no memory.

use crate::Reason;

const MIB: u64 = 1024 * 1024;

/// The most cells, counting the empty ones before a used one, each row and each merged region as one more.
pub(super) const MOST_CELLS: u64 = 5_000_000;

/// The most bytes of text in all cells, each text counted with the 32 bytes its allocation takes at least.
pub(super) const MOST_TEXT: u64 = 128 * MIB;

/// The most bytes unpacked from one archive, all its parts together, counted while they are unpacked.
pub(super) const MOST_UNPACKED: u64 = 512 * MIB;

/// The most bytes between two tags, or inside one.
pub(super) const LONGEST_TEXT: u64 = 16 * MIB;

/// The most bytes of the texts that cells of a workbook share.
pub(super) const MOST_SHARED: u64 = 64 * MIB;

/// The most bytes of a workbook of the old format, which is held twice, and of text that is not UTF-8, for the same.
pub(super) const MOST_HELD_TWICE: u64 = 64 * MIB;

/// The most cells and records that are walked over, empty ones too: what bounds the time.
const MOST_VISITS: u64 = 20_000_000;

/// The deepest that elements may nest.
pub(super) const DEEPEST: u32 = 256;

/// The most entries of an archive; a workbook of a thousand sheets has some four thousand.
pub(super) const MOST_ENTRIES: usize = 20_000;

/// Rows and columns of the largest sheet there is.
pub(super) const MOST_ROWS: u32 = 1_048_576;
/// Columns of the largest sheet there is.
pub(super) const MOST_COLUMNS: u32 = 16_384;

/// What a file has used of what it may hold.
#[derive(Debug, Default)]
pub(super) struct Budget {
    cells: u64,
    text: u64,
    visits: u64,
}

impl Budget {
    pub(super) fn cells(&mut self, count: usize) -> Result<(), Reason> {
        self.cells += count as u64;
        if self.cells > MOST_CELLS { Err(Reason::TooManyCells(MOST_CELLS)) } else { Ok(()) }
    }

    /// A cell or record that is walked over, whatever it holds: several sheets may claim the same bytes.
    pub(super) fn visit(&mut self) -> Result<(), Reason> {
        self.visits += 1;
        if self.visits > MOST_VISITS { Err(Reason::TooManyCells(MOST_VISITS)) } else { Ok(()) }
    }

    /// A piece of a text that is counted again as a whole when it is done.
    pub(super) fn piece(&mut self, bytes: usize) -> Result<(), Reason> {
        self.text += bytes as u64;
        if self.text > MOST_TEXT { Err(Reason::Bomb(MOST_TEXT)) } else { Ok(()) }
    }

    pub(super) fn text(&mut self, bytes: usize) -> Result<(), Reason> {
        self.text += (bytes as u64 + 8).max(32);
        if self.text > MOST_TEXT { Err(Reason::Bomb(MOST_TEXT)) } else { Ok(()) }
    }
}

/// Grows a text that is put together from pieces, up to the longest there may be.
pub(super) fn append(text: &mut String, piece: &str) -> Result<(), Reason> {
    if (text.len() + piece.len()) as u64 > LONGEST_TEXT {
        return Err(Reason::Bomb(LONGEST_TEXT));
    }
    text.push_str(piece);
    Ok(())
}
