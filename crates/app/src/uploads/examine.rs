//! Whether bytes are what is wanted: format, size, and a picture decoded to its last pixel.
//!
//! Pure: no disk, no clock. A picture of 60 million pixels takes up to three quarters of a gigabyte of memory while it is decoded;
//! whoever calls this from many threads bounds how many do ([`super::UploadFolder`] lets one at a time).

use std::io::Cursor;

use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits};

use super::forms::{Form, form};
use super::{MediaType, UploadRefusal, Wanted, whole};

/// The most bytes of a picture: 20 MiB.
pub const PICTURE_BYTES: u64 = 20 * 1024 * 1024;
/// The most pixels of a picture: 60 million.
pub const PICTURE_PIXELS: u64 = 60_000_000;
/// The most bytes of a paper: 50 MiB.
pub const PAPER_BYTES: u64 = 50 * 1024 * 1024;

/// What a decoder may take: 60 million pixels of four 16-bit channels fit.
const DECODER_BYTES: u64 = 512 * 1024 * 1024;
/// Where readers of PDF look for its end.
const PAPER_TAIL: usize = 1024;

/// What bytes were found to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Examined {
    /// Their format.
    pub media_type: MediaType,
    /// Width and height of a picture as it is shown, in pixels.
    pub pixels: Option<(u32, u32)>,
}

/// Says what bytes are, if they are what is wanted.
///
/// # Errors
/// Everything that makes them something else, too much, or damaged.
pub fn examine(bytes: &[u8], wanted: Wanted) -> Result<Examined, UploadRefusal> {
    let most = match wanted {
        Wanted::Picture => PICTURE_BYTES,
        Wanted::Paper => PAPER_BYTES,
    };
    if bytes.is_empty() {
        return Err(UploadRefusal::Empty);
    }
    if bytes.len() as u64 > most {
        return Err(UploadRefusal::TooLarge(bytes.len() as u64, most));
    }

    match (wanted, form(bytes)) {
        (Wanted::Picture, Form::Taken(media_type)) if media_type.wanted() == Wanted::Picture => {
            picture(bytes, media_type)
        }
        (Wanted::Picture, Form::Svg) => Err(UploadRefusal::Svg),
        (Wanted::Picture, Form::OtherPicture(name)) => Err(UploadRefusal::OtherPicture(name)),
        (Wanted::Picture, _) => Err(UploadRefusal::NoPicture),
        (Wanted::Paper, Form::Taken(MediaType::Pdf)) => paper(bytes),
        (Wanted::Paper, _) => Err(UploadRefusal::NoPaper),
    }
}

fn picture(bytes: &[u8], media_type: MediaType) -> Result<Examined, UploadRefusal> {
    let mut decoder = decoder(bytes, media_type)?;
    let (width, height) = decoder.dimensions();
    let turned = is_turned(orientation(&mut decoder));

    match media_type {
        MediaType::Jpeg => whole::jpeg(bytes, width, height)?,
        MediaType::Webp => whole::webp(bytes)?,
        MediaType::Png | MediaType::Pdf => {}
    }
    // `image` would fill what is missing of a JPEG with grey and say nothing.
    if media_type != MediaType::Jpeg {
        DynamicImage::from_decoder(decoder).map_err(|error| damaged(&error))?;
    }
    let pixels = if turned { (height, width) } else { (width, height) };
    Ok(Examined { media_type, pixels: Some(pixels) })
}

/// A decoder of a picture whose size is within bounds; no pixel is decoded yet.
pub(super) fn decoder(bytes: &[u8], media_type: MediaType) -> Result<impl ImageDecoder + '_, UploadRefusal> {
    let format = match media_type {
        MediaType::Png => ImageFormat::Png,
        MediaType::Jpeg => ImageFormat::Jpeg,
        MediaType::Webp => ImageFormat::WebP,
        MediaType::Pdf => return Err(UploadRefusal::NoPicture),
    };
    // A decoder of PNG reserves a row when it is made, which may be too much already.
    if let Some((width, height)) = stated_png(bytes, media_type) {
        within_bounds(width, height)?;
    }

    let mut limits = Limits::no_limits();
    limits.max_alloc = Some(DECODER_BYTES);
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    reader.limits(limits);
    let decoder = reader.into_decoder().map_err(|error| damaged(&error))?;
    let (width, height) = decoder.dimensions();
    within_bounds(width, height)?;
    Ok(decoder)
}

fn within_bounds(width: u32, height: u32) -> Result<(), UploadRefusal> {
    match u64::from(width) * u64::from(height) {
        0 => Err(UploadRefusal::DamagedPicture("no pixels".into())),
        1..=PICTURE_PIXELS => Ok(()),
        _ => Err(UploadRefusal::TooManyPixels(width, height, PICTURE_PIXELS)),
    }
}

/// Width and height, which stand first in every PNG.
fn stated_png(bytes: &[u8], media_type: MediaType) -> Option<(u32, u32)> {
    let head = bytes.get(12..24).filter(|head| media_type == MediaType::Png && head.starts_with(b"IHDR"))?;
    let number = |at: usize| head.get(at..at + 4)?.try_into().ok().map(u32::from_be_bytes);
    Some((number(4)?, number(8)?))
}

/// How a camera was held; a picture whose note about it is unreadable was held upright.
pub(super) fn orientation(decoder: &mut impl ImageDecoder) -> Orientation {
    decoder.orientation().unwrap_or(Orientation::NoTransforms)
}

const fn is_turned(orientation: Orientation) -> bool {
    match orientation {
        Orientation::Rotate90
        | Orientation::Rotate270
        | Orientation::Rotate90FlipH
        | Orientation::Rotate270FlipH => true,
        Orientation::NoTransforms
        | Orientation::Rotate180
        | Orientation::FlipHorizontal
        | Orientation::FlipVertical => false,
    }
}

fn paper(bytes: &[u8]) -> Result<Examined, UploadRefusal> {
    let [_, _, _, _, _, b'1' | b'2', b'.', b'0'..=b'9', ..] = bytes else {
        return Err(UploadRefusal::NoPaper);
    };
    let tail = &bytes[bytes.len().saturating_sub(PAPER_TAIL)..];
    if !tail.windows(5).any(|window| window == b"%%EOF") {
        return Err(UploadRefusal::PaperCutOff);
    }
    Ok(Examined { media_type: MediaType::Pdf, pixels: None })
}

pub(super) fn damaged(error: &image::ImageError) -> UploadRefusal {
    UploadRefusal::DamagedPicture(error.to_string())
}
