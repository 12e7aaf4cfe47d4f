//! Pictures of our own: the card that stands for a page where its link is shared, and the icons.
//!
//! In goes a plain description in both languages, out comes a PNG in the look of the guide: paper, ink, and the string of lights as
//! the only ornament. The same description gives the same bytes on the same machine. A picture carries nothing but pixels: no text,
//! no time, no name of a program. Nothing here knows of weeks, releases or HTTP; whoever describes a card answers for its words.
//! A card costs some tens of milliseconds of a processor, most of them for the compression.

mod card;
mod icon;
mod layout;

mod fonts;
mod setting;
mod wording;

mod cord;
mod ink;
mod writing;

pub use card::{Card, Lamp, Painter, Standing, Tag};
pub use fonts::{Fonts, SystemFonts};
pub use icon::{Icon, Room};
