//! Pictures made for tests, some of them odd.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::codecs::webp::WebPEncoder;
use image::{DynamicImage, ImageEncoder, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};

/// What stands where a camera would write a place.
pub(crate) const PLACE: &str = "31.95N 118.84E Jiangning";

/// Red fades in from left to right, green from top to bottom.
pub(crate) fn photograph(width: u32, height: u32) -> RgbImage {
    let part = |at: u32, of: u32| u8::try_from(at * 255 / of.max(1)).expect("a byte");
    RgbImage::from_fn(width, height, |x, y| Rgb([part(x, width), part(y, height), 128]))
}

/// A white disc on nothing; what is transparent is black.
pub(crate) fn logo(size: u32) -> RgbaImage {
    let middle = i64::from(size) / 2;
    RgbaImage::from_fn(size, size, |x, y| {
        let (dx, dy) = (i64::from(x) - middle, i64::from(y) - middle);
        let inside = dx * dx + dy * dy < middle * middle / 2;
        if inside { Rgba([255, 255, 255, 255]) } else { Rgba([0, 0, 0, 0]) }
    })
}

pub(crate) fn png(picture: impl Into<DynamicImage>) -> Vec<u8> {
    let mut bytes = Vec::new();
    picture.into().write_to(&mut Cursor::new(&mut bytes), ImageFormat::Png).expect("a PNG");
    bytes
}

pub(crate) fn webp(picture: impl Into<DynamicImage>) -> Vec<u8> {
    let mut bytes = Vec::new();
    picture.into().write_with_encoder(WebPEncoder::new_lossless(&mut bytes)).expect("a WebP");
    bytes
}

/// With a camera's notes: how it was held, and where.
pub(crate) fn jpeg(picture: &RgbImage, orientation: u8, profile: Option<Vec<u8>>) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = JpegEncoder::new_with_quality(&mut bytes, 90);
    encoder.set_exif_metadata(exif(orientation)).expect("JPEG has a place for it");
    if let Some(profile) = profile {
        encoder.set_icc_profile(profile).expect("JPEG has a place for it");
    }
    encoder
        .write_image(picture, picture.width(), picture.height(), image::ExtendedColorType::Rgb8)
        .expect("a JPEG");
    bytes
}

/// A TIFF header and one folder with two notes: orientation (0x0112), and a description (0x010e) that names the place.
fn exif(orientation: u8) -> Vec<u8> {
    let mut notes = b"II*\0\x08\0\0\0\x02\0".to_vec();
    notes.extend(b"\x0e\x01\x02\0");
    notes.extend(u32::try_from(PLACE.len()).expect("short").to_le_bytes());
    notes.extend(38u32.to_le_bytes());
    notes.extend([0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0]);
    notes.extend([0; 4]);
    notes.extend(PLACE.as_bytes());
    notes
}

/// As much of a profile as says what it is about.
pub(crate) fn profile(space: &str) -> Vec<u8> {
    let mut profile = vec![0; 132];
    profile[16..20].copy_from_slice(space.as_bytes());
    profile[36..40].copy_from_slice(b"acsp");
    profile
}

/// Eight by eight pixels in a printer's four colours, each at its middle, in as few bytes as there can be.
pub(crate) fn cmyk_jpeg() -> Vec<u8> {
    let mut bytes = b"\xff\xd8\xff\xee\0\x0eAdobe\0\x64\0\0\0\0\0".to_vec();
    bytes.extend(b"\xff\xdb\0\x43\0");
    bytes.extend([1; 64]);
    bytes.extend(b"\xff\xc0\0\x14\x08\0\x08\0\x08\x04\x01\x11\0\x02\x11\0\x03\x11\0\x04\x11\0");
    for table in [0x00, 0x10] {
        bytes.extend([0xff, 0xc4, 0, 20, table, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    }
    bytes.extend(b"\xff\xda\0\x0e\x04\x01\0\x02\0\x03\0\x04\0\0\x3f\0");
    bytes.extend(b"\0\xff\xd9");
    bytes
}

/// A PNG that says it is an animation of two pictures and holds the first.
pub(crate) fn animated_png(picture: impl Into<DynamicImage>) -> Vec<u8> {
    let picture = picture.into();
    let (width, height) = (picture.width(), picture.height());
    let bytes = png(picture);
    let at = bytes.windows(4).position(|window| window == b"IDAT").expect("a PNG has one") - 4;

    let mut control = vec![0; 4];
    control.extend(width.to_be_bytes());
    control.extend(height.to_be_bytes());
    control.extend([0; 8]);
    control.extend([0, 10, 0, 100, 0, 0]);
    let chunks = [png_chunk("acTL", &[0, 0, 0, 2, 0, 0, 0, 0]), png_chunk("fcTL", &control)].concat();
    [&bytes[..at], &chunks, &bytes[at..]].concat()
}

fn png_chunk(name: &str, content: &[u8]) -> Vec<u8> {
    let named = [name.as_bytes(), content].concat();
    let length = u32::try_from(content.len()).expect("short").to_be_bytes();
    [length.as_slice(), &named, &crc32(&named).to_be_bytes()].concat()
}

/// As PNG defines it (its annex D).
fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(
            sum ^ u32::from(*byte),
            |sum, _| if sum & 1 == 1 { sum >> 1 ^ 0xedb8_8320 } else { sum >> 1 },
        )
    })
}

/// An animation of one picture, which replaces what was there before.
pub(crate) fn animated_webp(picture: &RgbaImage) -> Vec<u8> {
    let still = webp(picture.clone());
    let side = |pixels: u32| (pixels - 1).to_le_bytes()[..3].to_vec();
    let (width, height) = (side(picture.width()), side(picture.height()));

    let canvas = [&[0b1_0010, 0, 0, 0][..], &width, &height].concat();
    let frame = [&[0; 6][..], &width, &height, &[100, 0, 0, 0b10], &still[12..]].concat();
    let chunks =
        [riff_chunk("VP8X", &canvas), riff_chunk("ANIM", &[0; 6]), riff_chunk("ANMF", &frame)].concat();
    riff_chunk("RIFF", &[b"WEBP".as_slice(), &chunks].concat())
}

/// A lossless picture behind a profile.
pub(crate) fn extended_webp(picture: &RgbImage, profile: &[u8]) -> Vec<u8> {
    let side = |pixels: u32| (pixels - 1).to_le_bytes()[..3].to_vec();
    let canvas = [&[0b10_0000, 0, 0, 0][..], &side(picture.width()), &side(picture.height())].concat();
    let chunks =
        [riff_chunk("VP8X", &canvas), riff_chunk("ICCP", profile), webp(picture.clone())[12..].to_vec()];
    riff_chunk("RIFF", &[b"WEBP".as_slice(), &chunks.concat()].concat())
}

fn riff_chunk(name: &str, content: &[u8]) -> Vec<u8> {
    let length = u32::try_from(content.len()).expect("short").to_le_bytes();
    let padding: &[u8] = if content.len() % 2 == 1 { &[0] } else { &[] };
    [name.as_bytes(), &length, content, padding].concat()
}

/// A PNG's beginning that claims a size, with nothing behind it.
pub(crate) fn claiming_png(width: u32, height: u32) -> Vec<u8> {
    let head = [&width.to_be_bytes()[..], &height.to_be_bytes(), &[8, 6, 0, 0, 0]].concat();
    [
        b"\x89PNG\r\n\x1a\n".as_slice(),
        &png_chunk("IHDR", &head),
        &png_chunk("IDAT", &[]),
        &png_chunk("IEND", &[]),
    ]
    .concat()
}

pub(crate) fn contains(bytes: &[u8], what: &str) -> bool {
    bytes.windows(what.len()).any(|window| window == what.as_bytes())
}
