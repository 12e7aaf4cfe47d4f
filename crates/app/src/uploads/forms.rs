//! What bytes are, by their first ones.
//!
//! Only PNG, JPEG, WebP and PDF are taken; the others are known by name so that a refusal can say what to do.

/// What an upload is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// A photograph, a portrait, a logo.
    Picture,
    /// A paper to read.
    Paper,
}

/// What is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MediaType {
    /// `image/png`.
    Png,
    /// `image/jpeg`.
    Jpeg,
    /// `image/webp`.
    Webp,
    /// `application/pdf`.
    Pdf,
}

impl MediaType {
    /// Every type.
    pub const ALL: [Self; 4] = [Self::Png, Self::Jpeg, Self::Webp, Self::Pdf];

    /// As it stands in a header: `image/png`.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
            Self::Webp => "image/webp",
            Self::Pdf => "application/pdf",
        }
    }

    /// How its files end, without the dot.
    #[must_use]
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Jpeg => "jpg",
            Self::Webp => "webp",
            Self::Pdf => "pdf",
        }
    }

    /// Reads `image/png`.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|media_type| media_type.word() == word)
    }

    /// Whether it is looked at rather than read.
    #[must_use]
    pub const fn wanted(self) -> Wanted {
        match self {
            Self::Png | Self::Jpeg | Self::Webp => Wanted::Picture,
            Self::Pdf => Wanted::Paper,
        }
    }
}

/// What bytes look like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Taken(MediaType),
    Svg,
    /// A picture of another format: its name.
    OtherPicture(&'static str),
    Unknown,
}

/// Other formats of pictures, by what stands at which place.
const OTHERS: &[(&str, usize, &[u8])] = &[
    ("GIF", 0, b"GIF8"),
    ("BMP", 0, b"BM"),
    ("TIFF", 0, b"II*\0"),
    ("TIFF", 0, b"MM\0*"),
    ("HEIC", 4, b"ftyphei"),
    ("HEIC", 4, b"ftypmif1"),
    ("AVIF", 4, b"ftypavif"),
    ("JPEG XL", 0, b"\xff\x0a"),
    ("JPEG XL", 4, b"JXL \r\n"),
    ("JPEG 2000", 4, b"jP  \r\n"),
    ("PSD", 0, b"8BPS"),
    ("ICO", 0, b"\0\0\x01\0"),
];

pub(super) fn form(bytes: &[u8]) -> Form {
    if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        return Form::Taken(MediaType::Png);
    }
    if bytes.starts_with(b"\xff\xd8\xff") {
        return Form::Taken(MediaType::Jpeg);
    }
    if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        return Form::Taken(MediaType::Webp);
    }
    if bytes.starts_with(b"%PDF-") {
        return Form::Taken(MediaType::Pdf);
    }
    if is_svg(bytes) {
        return Form::Svg;
    }
    let other =
        OTHERS.iter().find(|(_, at, sign)| bytes.get(*at..).is_some_and(|rest| rest.starts_with(sign)));
    other.map_or(Form::Unknown, |(name, ..)| Form::OtherPicture(name))
}

/// XML, or something close to it, that comes to an `<svg` soon.
fn is_svg(bytes: &[u8]) -> bool {
    const SOON: usize = 4096;
    let start = &bytes[..bytes.len().min(SOON)];
    let start = start.strip_prefix(b"\xef\xbb\xbf").unwrap_or(start).trim_ascii_start();
    start.starts_with(b"<") && start.windows(4).any(|window| window.eq_ignore_ascii_case(b"<svg"))
}
