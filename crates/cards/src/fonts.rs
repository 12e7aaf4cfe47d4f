//! What cards are set in: a font of our own that is always there, and the system's Chinese font where it has one.
//!
//! Ours has Latin, the punctuation of both languages and the 3,755 most frequent Chinese characters, and some hundred more for names; so
//! a card is right on a bare machine for nearly every title, and the rare characters come from the system.

use std::io::Read as _;
use std::sync::Arc;

use cosmic_text::fontdb::{Database, FaceInfo, Source, Style, Weight};
use flate2::read::GzDecoder;

/// How it was made stands in `assets/fonts/subset.py`.
const COMPRESSED: &[u8] = include_bytes!("../../../assets/fonts/festoon-sans.otf.gz");

/// The family of our own font.
pub(crate) const OURS: &str = "Festoon Sans";

/// Families that have nearly every Chinese character, the best first.
const CHINESE: [&str; 10] = [
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "PingFang SC",
    "HarmonyOS Sans SC",
    "MiSans",
    "Microsoft YaHei",
    "WenQuanYi Micro Hei",
    "Droid Sans Fallback",
];

/// Whether the system's fonts are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SystemFonts {
    /// For what our own font has not got.
    Asked,
    /// Our own font alone.
    Left,
}

/// The fonts. They are read once; cloning costs little.
#[derive(Debug, Clone)]
pub struct Fonts {
    database: Database,
}

impl Fonts {
    /// Unpacks our own font and looks for the system's; that reads the headers of all fonts that are installed.
    ///
    /// # Panics
    /// Never: our own font is compiled in.
    #[must_use]
    pub fn load(system: SystemFonts) -> Self {
        let mut font = Vec::new();
        GzDecoder::new(COMPRESSED).read_to_end(&mut font).expect("our own font is whole");
        let mut database = Database::new();
        database.load_font_source(Source::Binary(Arc::new(font)));
        if system == SystemFonts::Asked
            && let Some(face) = chinese_of_the_system()
        {
            database.push_face_info(face);
        }
        Self { database }
    }

    /// The family taken from the system, if there is one.
    #[must_use]
    pub fn of_the_system(&self) -> Option<&str> {
        let families = self.database.faces().filter_map(|face| face.families.first());
        families.map(|(family, _)| family.as_str()).find(|family| *family != OURS)
    }

    pub(crate) const fn database(&self) -> &Database {
        &self.database
    }
}

/// The upright regular face of the best family that is installed.
fn chinese_of_the_system() -> Option<FaceInfo> {
    let mut installed = Database::new();
    installed.load_system_fonts();
    CHINESE.into_iter().find_map(|family| {
        let is_wanted = |face: &&FaceInfo| {
            face.weight == Weight::NORMAL
                && face.style == Style::Normal
                && face.families.iter().any(|(name, _)| name == family)
        };
        installed.faces().find(is_wanted).cloned()
    })
}
