//! What the public is given of a picture: copies made from its pixels alone.
//!
//! A copy has no camera's notes, no place and no preview; it has the picture upright and, where it matters, its colour profile.
//! Three sizes by their longest edge, never enlarged; all three are always made, so that a page need not know how large the
//! original was. What was photographed (JPEG, and WebP that loses detail) becomes JPEG; what was drawn (PNG, lossless WebP) or has
//! transparency becomes lossless WebP. Of an animation the first picture is copied.
//! The same original gives the same bytes.

use image::codecs::jpeg::JpegEncoder;
use image::codecs::webp::WebPEncoder;
use image::imageops::FilterType;
use image::{DynamicImage, ImageDecoder, ImageEncoder};

use super::examine::{damaged, decoder, orientation};
use super::{MediaType, UploadRefusal, premultiplied, profile};

/// The longest edge of a copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Edge {
    /// 320 pixels: in a list.
    Small,
    /// 960 pixels: on a page.
    Medium,
    /// 1,920 pixels: across a screen.
    Large,
}

impl Edge {
    /// Every size, smallest first.
    pub const ALL: [Self; 3] = [Self::Small, Self::Medium, Self::Large];

    /// In pixels.
    #[must_use]
    pub const fn pixels(self) -> u32 {
        match self {
            Self::Small => 320,
            Self::Medium => 960,
            Self::Large => 1920,
        }
    }

    /// Reads `320`, as in an address.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|edge| edge.pixels().to_string() == text)
    }
}

/// A copy of a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Copy {
    /// Its size.
    pub edge: Edge,
    /// Its format: JPEG or WebP.
    pub media_type: MediaType,
    /// The file.
    pub bytes: Vec<u8>,
}

const QUALITY: u8 = 85;

/// The copies of a picture, largest first.
///
/// # Errors
/// When the picture does not decode; one that was examined does.
pub fn copies_of(bytes: &[u8], media_type: MediaType) -> Result<Vec<Copy>, UploadRefusal> {
    let mut decoder = decoder(bytes, media_type)?;
    let orientation = orientation(&mut decoder);
    let profile = profile::for_copies(decoder.icc_profile().ok().flatten());
    let mut picture = plain(DynamicImage::from_decoder(decoder).map_err(|error| damaged(&error))?);

    let given_as = given_as(bytes, media_type, &picture);
    if let DynamicImage::ImageRgba8(picture) = &mut picture {
        premultiplied::weigh(picture);
    }
    let mut copies = Vec::with_capacity(Edge::ALL.len());
    for edge in Edge::ALL.into_iter().rev() {
        // Each is made from the one before: a third of the work, and nothing that an eye could tell.
        picture = within(picture, edge.pixels());
        let mut copy = picture.clone();
        if let DynamicImage::ImageRgba8(copy) = &mut copy {
            premultiplied::unweigh(copy);
        }
        copy.apply_orientation(orientation);
        copies.push(Copy { edge, media_type: given_as, bytes: encode(&copy, given_as, profile.as_deref())? });
    }
    Ok(copies)
}

/// Eight bits a channel; grey only without transparency.
fn plain(picture: DynamicImage) -> DynamicImage {
    let color = picture.color();
    if color.has_alpha() {
        return picture.into_rgba8().into();
    }
    if color.has_color() { picture.into_rgb8().into() } else { picture.into_luma8().into() }
}

fn given_as(bytes: &[u8], media_type: MediaType, picture: &DynamicImage) -> MediaType {
    match media_type {
        MediaType::Jpeg => MediaType::Jpeg,
        MediaType::Webp if !is_lossless_webp(bytes) && !picture.color().has_alpha() => MediaType::Jpeg,
        MediaType::Webp | MediaType::Png | MediaType::Pdf => MediaType::Webp,
    }
}

/// Whether one of a WebP's chunks is of the sort that loses nothing. Chunks begin behind twelve bytes: a name, a length, then as much,
/// made even.
fn is_lossless_webp(bytes: &[u8]) -> bool {
    let mut rest = bytes.get(12..).unwrap_or_default();
    while let Some((head, content)) = rest.split_first_chunk::<8>() {
        let [a, b, c, d, length @ ..] = *head;
        if [a, b, c, d] == *b"VP8L" {
            return true;
        }
        let next = u64::from(u32::from_le_bytes(length)).next_multiple_of(2);
        rest = usize::try_from(next).ok().and_then(|next| content.get(next..)).unwrap_or_default();
    }
    false
}

fn within(picture: DynamicImage, edge: u32) -> DynamicImage {
    let (width, height) = (picture.width(), picture.height());
    let longest = width.max(height);
    if longest <= edge {
        return picture;
    }
    let scaled = |side: u32, edge: u32| {
        let rounded = (u64::from(side) * u64::from(edge) + u64::from(longest) / 2) / u64::from(longest);
        u32::try_from(rounded).expect("not longer than the edge").max(1)
    };
    // The good filter works in floating point on every pixel; of a very large picture it need not see every one.
    let near = if longest / edge > 3 {
        picture.thumbnail_exact(scaled(width, 2 * edge), scaled(height, 2 * edge))
    } else {
        picture
    };
    near.resize_exact(scaled(width, edge), scaled(height, edge), FilterType::Lanczos3)
}

fn encode(copy: &DynamicImage, as_type: MediaType, profile: Option<&[u8]>) -> Result<Vec<u8>, UploadRefusal> {
    let profile = profile.filter(|_| copy.color().has_color()).map(<[u8]>::to_vec);
    let mut bytes = Vec::new();
    let written = if as_type == MediaType::Jpeg {
        let mut encoder = JpegEncoder::new_with_quality(&mut bytes, QUALITY);
        keep_profile(&mut encoder, profile);
        copy.write_with_encoder(encoder)
    } else {
        let mut encoder = WebPEncoder::new_lossless(&mut bytes);
        keep_profile(&mut encoder, profile);
        copy.write_with_encoder(encoder)
    };
    written.map_err(|error| damaged(&error))?;
    Ok(bytes)
}

fn keep_profile(encoder: &mut impl ImageEncoder, profile: Option<Vec<u8>>) {
    if let Some(profile) = profile {
        encoder.set_icc_profile(profile).expect("JPEG and WebP have a place for it");
    }
}
