//! A card: what stands on it, and where.

use cosmic_text::Color;
use festoon_domain::text::{Lang, Text};
use tiny_skia::Pixmap;

use crate::fonts::Fonts;
use crate::ink::{AMBER_EDGE, EDGE, INK, LINE, MUTED, PAPER, VERMILION};
use crate::setting::{Setter, Size};
use crate::wording::Reader;
use crate::{cord, ink, writing};

/// Pixels across, as chats and social networks ask for.
const WIDTH: u16 = 1200;
/// Pixels down.
const HEIGHT: u16 = 630;
/// What is left free at the sides; some networks cut a little off.
const MARGIN: f32 = 72.0;
const MEASURE: f32 = WIDTH as f32 - 2.0 * MARGIN;

const KICKER_TOP: f32 = 142.0;
const TITLE_TOP: f32 = 196.0;
const LINES_BOTTOM: f32 = 578.0;
const LINE_HEIGHT: f32 = 46.0;

/// The title first shrinks, then takes another line, and at last ends with an ellipsis.
const TITLES: [(f32, usize); 6] = [(84.0, 1), (72.0, 1), (72.0, 2), (62.0, 2), (62.0, 3), (54.0, 3)];

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
    /// Small marks in a frame.
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
        let tags: Vec<(&Tag, String)> = card.tags.iter().map(|tag| (tag, reader.read(tag.words()))).collect();

        self.head(&mut sheet, &kicker, &tags);
        self.title(&mut sheet, &title, card.standing);
        self.foot(&mut sheet, lines.iter().filter(|line| !line.is_empty()));
        writing::png(&sheet)
    }

    /// The kicker, and the tags at the other end of its line.
    fn head(&mut self, sheet: &mut Pixmap, kicker: &str, tags: &[(&Tag, String)]) {
        const TAG: f32 = 25.0;
        let mut right = MARGIN + MEASURE;
        for (tag, words) in tags.iter().rev().filter(|(_, words)| !words.is_empty()) {
            let set = self.setter.set(words, Size { px: TAG, leading: 34.0 }, MEASURE / 3.0, 1);
            let width = set.width() + 26.0;
            right -= width;
            let (words, frame) = tag.colours();
            let dashes = matches!(tag, Tag::Sample(_)).then_some([6.0, 5.0]);
            ink::frame(sheet, [right, KICKER_TOP, width, 40.0], frame, dashes);
            self.setter.draw(sheet, set, (right + 13.0, KICKER_TOP + 3.0), words);
            right -= 14.0;
        }
        let set = self.setter.set(kicker, Size { px: 29.0, leading: 40.0 }, right - MARGIN - 20.0, 1);
        self.setter.draw(sheet, set, (MARGIN, KICKER_TOP), MUTED);
    }

    fn title(&mut self, sheet: &mut Pixmap, title: &str, standing: Standing) {
        let fits = |&(px, lines): &(f32, usize)| self.setter.lines(title, Size::title(px), MEASURE) <= lines;
        let (px, lines) = TITLES.into_iter().find(fits).unwrap_or(TITLES[TITLES.len() - 1]);
        let size = Size::title(px);
        let measure = self.setter.balanced(title, size, MEASURE, lines);
        let set = self.setter.set(title, size, measure, lines);
        let (at, colour) = match standing {
            Standing::On => ((MARGIN, TITLE_TOP), INK),
            Standing::Cancelled => ((MARGIN, TITLE_TOP), MUTED),
        };
        if standing == Standing::Cancelled {
            for (row, width) in set.widths().into_iter().enumerate() {
                #[expect(clippy::cast_precision_loss, reason = "there are three rows at most")]
                let middle = at.1 + size.leading * (row as f32 + 0.54);
                ink::stroke(sheet, (at.0, middle), (at.0 + width, middle), 4.0, VERMILION);
            }
        }
        self.setter.draw(sheet, set, at, colour);
    }

    /// The lines, the last at the bottom.
    fn foot<'a>(&mut self, sheet: &mut Pixmap, lines: impl Iterator<Item = &'a String>) {
        let lines: Vec<&String> = lines.take(3).collect();
        #[expect(clippy::cast_precision_loss, reason = "there are three lines at most")]
        let mut top = LINES_BOTTOM - LINE_HEIGHT * lines.len() as f32;
        for (at, line) in lines.into_iter().enumerate() {
            let set = self.setter.set(line, Size { px: 32.0, leading: LINE_HEIGHT }, MEASURE, 1);
            self.setter.draw(sheet, set, (MARGIN, top), if at == 0 { INK } else { MUTED });
            top += LINE_HEIGHT;
        }
        ink::stroke(sheet, (MARGIN, 604.0), (MARGIN + MEASURE, 604.0), 1.0, LINE);
    }
}

impl Tag {
    const fn words(&self) -> &Text {
        match self {
            Self::Sample(words) | Self::Key(words) | Self::Cancelled(words) => words,
        }
    }

    /// Of its words and its frame.
    const fn colours(&self) -> (Color, Color) {
        match self {
            Self::Sample(_) => (MUTED, EDGE),
            Self::Key(_) => (INK, AMBER_EDGE),
            Self::Cancelled(_) => (VERMILION, VERMILION),
        }
    }
}
