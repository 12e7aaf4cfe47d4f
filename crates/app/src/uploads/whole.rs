//! Whether a picture is all there, where its decoder would not say.
//!
//! Decoders are made to show what they can: they fill what is missing with grey. What is cut off is found here. A JPEG whose pixels
//! end early but which is properly closed after them is still taken, if it is not absurdly short: it shows a grey part,
//! and does no harm.

use zune_core::bytestream::ZCursor;
use zune_core::options::DecoderOptions;

use super::UploadRefusal;

/// A block of a JPEG is eight by eight pixels.
const BLOCK_PIXELS: u64 = 64;

/// Decodes a JPEG strictly.
pub(super) fn jpeg(bytes: &[u8], width: u32, height: u32) -> Result<(), UploadRefusal> {
    // Each block takes at least a bit.
    let blocks = u64::from(width) * u64::from(height) / BLOCK_PIXELS;
    if bytes.len() as u64 * 8 < blocks || !is_closed(bytes) {
        return Err(shorter());
    }

    // The decoder that `image` uses, asked itself, because only so it can be told to be strict.
    let options = DecoderOptions::default()
        .set_strict_mode(true)
        .set_max_width(usize::from(u16::MAX))
        .set_max_height(usize::from(u16::MAX));
    let mut decoder = zune_jpeg::JpegDecoder::new_with_options(ZCursor::new(bytes), options);
    decoder.decode().map(drop).map_err(|error| UploadRefusal::DamagedPicture(format!("{error:?}")))
}

/// A WebP says at its start how long it is.
pub(super) fn webp(bytes: &[u8]) -> Result<(), UploadRefusal> {
    let stated = bytes.get(4..8).and_then(|size| size.try_into().ok()).map(u32::from_le_bytes);
    match stated {
        Some(size) if u64::from(size) + 8 <= bytes.len() as u64 => Ok(()),
        _ => Err(shorter()),
    }
}

/// Whether the segments of a JPEG (ITU-T T.81, annex B) lead to its end mark. Previews inside segments have end marks of their own.
fn is_closed(bytes: &[u8]) -> bool {
    let mut at = 2;
    loop {
        // Between segments, and in what was coded, an 0xFF begins a mark unless 0 or a restart follows; it may be repeated.
        let Some(found) = bytes.get(at..).and_then(|rest| rest.windows(2).position(is_mark)) else {
            return false;
        };
        at += found + 2;
        if bytes[at - 1] == 0xd9 {
            return true;
        }
        let Some(length) = bytes.get(at..at + 2) else { return false };
        at += usize::from(u16::from_be_bytes([length[0], length[1]])).max(2);
    }
}

const fn is_mark(pair: &[u8]) -> bool {
    matches!(pair, [0xff, mark] if !matches!(mark, 0x00 | 0x01 | 0xd0..=0xd8 | 0xff))
}

fn shorter() -> UploadRefusal {
    UploadRefusal::DamagedPicture("shorter than it says".into())
}
