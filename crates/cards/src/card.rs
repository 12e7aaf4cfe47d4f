//! A card: what stands on it.

use cosmic_text::Color;
use festoon_domain::text::{Lang, Text};

use crate::fonts::Fonts;
use crate::ink::{AMBER_EDGE, EDGE, INK, MUTED, PAPER, VERMILION};
use crate::layout::{Layout, Wording};
use crate::setting::Setter;
use crate::wording::Reader;
use crate::{cord, ink, writing};

/// Pixels across, as chats and social networks ask for.
pub(crate) const WIDTH: u16 = 1200;
/// Pixels down.
const HEIGHT: u16 = 630;
/// What stands on a card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// The language of its reader.
    pub lang: Lang,
    /// What it belongs to, above the title: the week's name.
    pub kicker: Text,
    /// What it is about.
    pub title: Text,
    /// Beneath the title, a line each, at most three: when, where, who.
    pub lines: Vec<Text>,
    /// Small marks in a frame, at most three.
    pub tags: Vec<Tag>,
    /// The lamps on the cord, from left to right.
    pub lamps: Vec<Lamp>,
    /// Whether it takes place.
    pub standing: Standing,
}

/// A mark in a frame.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Tag {
    /// Something was invented: a broken frame.
    Sample(Text),
    /// It is on the city's list.
    Key(Text),
    /// It does not take place.
    Cancelled(Text),
}

/// A lamp on the cord.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lamp {
    /// Nothing is settled there.
    Hollow,
    /// Something is.
    Lit,
    /// What the card is about.
    Bright,
}

/// Whether what a card is about takes place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It does.
    On,
    /// It does not: the title is struck through.
    Cancelled,
}

/// Draws cards, one after the other.
#[derive(Debug)]
pub struct Painter {
    setter: Setter,
}

impl Painter {
    /// A painter who sets in these fonts.
    #[must_use]
    pub fn new(fonts: &Fonts) -> Self {
        Self { setter: Setter::new(fonts) }
    }

    /// Whether there is a glyph for every character of a text.
    #[must_use]
    pub fn can_draw(&self, text: &str) -> bool {
        let reader = Reader::new(self.setter.coverage(), Lang::Zh);
        text.chars().all(|c| reader.can_draw(c))
    }

    /// The card as a PNG of 1200 × 630 pixels.
    #[must_use]
    pub fn draw(&mut self, card: &Card) -> Vec<u8> {
        let mut sheet = ink::sheet(u32::from(WIDTH), u32::from(HEIGHT), PAPER);
        cord::hang(&mut sheet, &card.lamps);

        let reader = Reader::new(self.setter.coverage(), card.lang);
        let kicker = reader.read(&card.kicker);
        // A title of which nothing can be drawn leaves its place to what it belongs to: never a card of boxes.
        let (kicker, title) = match reader.read(&card.title) {
            title if title.is_empty() => (String::new(), kicker),
            title => (kicker, title),
        };
        let lines: Vec<String> = card.lines.iter().map(|line| reader.read(line)).collect();
        let tags = card.tags.iter().map(|tag| (tag, reader.read(tag.words())));
        let tags: Vec<(&Tag, String)> = tags.filter(|(_, words)| !words.is_empty()).take(3).collect();

        let wording = Wording {
            kicker: &kicker,
            tags: &tags,
            title: &title,
            lines: lines.iter().filter(|line| !line.is_empty()).take(3).map(String::as_str).collect(),
            standing: card.standing,
        };
        let layout = Layout::of(&mut self.setter, &wording);
        layout.draw(&mut self.setter, &mut sheet);
        writing::png(&sheet)
    }
}

impl Tag {
    const fn words(&self) -> &Text {
        match self {
            Self::Sample(words) | Self::Key(words) | Self::Cancelled(words) => words,
        }
    }

    /// Of its words and its frame.
    pub(crate) const fn colours(&self) -> (Color, Color) {
        match self {
            Self::Sample(_) => (MUTED, EDGE),
            Self::Key(_) => (INK, AMBER_EDGE),
            Self::Cancelled(_) => (VERMILION, VERMILION),
        }
    }
}
