//! Where everything on a card stands. Each text has a room of its own; no two rooms meet, and no text leaves its room.
//!
//! A text first shrinks and breaks into lines, between words while that will do; only at the smallest size does it end with an
//! ellipsis. What stands beneath the title is settled first, and the title has what is left.

use cosmic_text::Color;
use tiny_skia::Pixmap;

use crate::card::{Standing, Tag, WIDTH};
use crate::ink::{self, INK, LINE, MUTED, VERMILION};
use crate::setting::{Breaking, Set, Setter, Size};

/// What is left free at the sides; some networks cut a little off.
const MARGIN: f32 = 72.0;
const MEASURE: f32 = WIDTH as f32 - 2.0 * MARGIN;

const KICKER_TOP: f32 = 142.0;
const KICKER_HEIGHT: f32 = 40.0;
const TITLE_TOP: f32 = 196.0;
const LINES_BOTTOM: f32 = 578.0;
const LINE_HEIGHT: f32 = 46.0;

/// Free above the first line, so that the title does not touch it.
const GAP: f32 = 24.0;

/// How large a title may be, and in how many lines.
const TITLES: [(f32, usize); 7] =
    [(84.0, 1), (72.0, 2), (62.0, 3), (54.0, 3), (46.0, 4), (40.0, 4), (34.0, 5)];

/// How large the lines beneath it may be; all of a card have one size.
const LINES: [f32; 4] = [32.0, 29.0, 26.0, 24.0];

const KICKERS: [f32; 3] = [29.0, 26.0, 24.0];
const TAGS: [f32; 2] = [25.0, 22.0];

/// Three tags with their frames leave the kicker more than a third of its line.
const TAG_MEASURE: f32 = 180.0;

/// What a card says, in the wording of its reader.
#[derive(Debug)]
pub(crate) struct Wording<'a> {
    pub(crate) kicker: &'a str,
    /// At most three, none empty.
    pub(crate) tags: &'a [(&'a Tag, String)],
    pub(crate) title: &'a str,
    /// At most three, none empty.
    pub(crate) lines: Vec<&'a str>,
    pub(crate) standing: Standing,
}

/// A card whose texts are set and have their places.
pub(crate) struct Layout {
    blocks: Vec<Block>,
    frames: Vec<Frame>,
    strokes: Vec<Stroke>,
}

/// A text and the room it has: left, top, width and height.
struct Block {
    set: Set,
    room: [f32; 4],
    colour: Color,
}

/// Round a tag.
struct Frame {
    room: [f32; 4],
    colour: Color,
    dashes: Option<[f32; 2]>,
}

/// Through a line of a cancelled title: where it begins, and how long it is.
struct Stroke {
    from: (f32, f32),
    length: f32,
}

impl Layout {
    pub(crate) fn of(setter: &mut Setter, wording: &Wording<'_>) -> Self {
        let mut layout = Self { blocks: Vec::new(), frames: Vec::new(), strokes: Vec::new() };
        layout.head(setter, wording);
        let top = layout.foot(setter, &wording.lines);
        layout.title(setter, wording, top - GAP);
        layout
    }

    pub(crate) fn draw(self, setter: &mut Setter, sheet: &mut Pixmap) {
        for Frame { room, colour, dashes } in self.frames {
            ink::frame(sheet, room, colour, dashes);
        }
        for Stroke { from: (x, y), length } in self.strokes {
            ink::stroke(sheet, (x, y), (x + length, y), 4.0, VERMILION);
        }
        for Block { set, room: [left, top, ..], colour } in self.blocks {
            setter.draw(sheet, set, (left, top), colour);
        }
        ink::stroke(sheet, (MARGIN, 604.0), (MARGIN + MEASURE, 604.0), 1.0, LINE);
    }

    /// The kicker, and the tags at the other end of its line.
    fn head(&mut self, setter: &mut Setter, wording: &Wording<'_>) {
        const AROUND: f32 = 13.0;
        let mut right = MARGIN + MEASURE;
        for (tag, words) in wording.tags.iter().rev() {
            let size = one_line(setter, &[words], &TAGS, 34.0, TAG_MEASURE);
            let set = setter.set(words, size, TAG_MEASURE, 1);
            let width = set.width();
            let (colour, frame) = tag.colours();
            right -= width + 2.0 * AROUND;
            self.frames.push(Frame {
                room: [right, KICKER_TOP, width + 2.0 * AROUND, KICKER_HEIGHT],
                colour: frame,
                dashes: matches!(tag, Tag::Sample(_)).then_some([6.0, 5.0]),
            });
            self.blocks.push(Block {
                set,
                room: [right + AROUND, KICKER_TOP + 3.0, width, KICKER_HEIGHT - 6.0],
                colour,
            });
            right -= 14.0;
        }
        let measure = right - MARGIN - 20.0;
        let size = one_line(setter, &[wording.kicker], &KICKERS, KICKER_HEIGHT, measure);
        self.blocks.push(Block {
            set: setter.set(wording.kicker, size, measure, 1),
            room: [MARGIN, KICKER_TOP, measure, KICKER_HEIGHT],
            colour: MUTED,
        });
    }

    /// The lines, the last at the bottom; tells where the first begins.
    fn foot(&mut self, setter: &mut Setter, lines: &[&str]) -> f32 {
        let size = one_line(setter, lines, &LINES, LINE_HEIGHT, MEASURE);
        #[expect(clippy::cast_precision_loss, reason = "there are three lines at most")]
        let first = LINES_BOTTOM - LINE_HEIGHT * lines.len() as f32;
        let mut top = first;
        for (at, line) in lines.iter().enumerate() {
            self.blocks.push(Block {
                set: setter.set(line, size, MEASURE, 1),
                room: [MARGIN, top, MEASURE, LINE_HEIGHT],
                colour: if at == 0 { INK } else { MUTED },
            });
            top += LINE_HEIGHT;
        }
        first
    }

    fn title(&mut self, setter: &mut Setter, wording: &Wording<'_>, bottom: f32) {
        let title = wording.title;
        let room = [MARGIN, TITLE_TOP, MEASURE, bottom - TITLE_TOP];
        let (size, lines, breaking) = title_size(setter, title, room[3]);
        let measure = setter.balanced(title, size, MEASURE, lines, breaking);
        let set = setter.set(title, size, measure, lines);

        let colour = match wording.standing {
            Standing::On => INK,
            Standing::Cancelled => {
                for (row, length) in set.widths().into_iter().enumerate() {
                    #[expect(clippy::cast_precision_loss, reason = "there are five rows at most")]
                    let middle = TITLE_TOP + size.leading * (row as f32 + 0.54);
                    self.strokes.push(Stroke { from: (MARGIN, middle), length });
                }
                MUTED
            }
        };
        self.blocks.push(Block { set, room, colour });
    }
}

/// The largest size at which each of these has room on one line, or else the smallest there is.
fn one_line(setter: &mut Setter, texts: &[&str], sizes: &[f32], leading: f32, measure: f32) -> Size {
    let mut sizes = sizes.iter().map(|&px| Size { px, leading });
    let has_room =
        |&size: &Size| texts.iter().all(|text| setter.fits(text, size, measure, 1, Breaking::BetweenWords));
    sizes.clone().find(has_room).or_else(|| sizes.next_back()).unwrap_or(Size { px: leading / 2.0, leading })
}

/// The largest size at which a title has room without a broken word, or else with one, or else the smallest.
fn title_size(setter: &mut Setter, title: &str, height: f32) -> (Size, usize, Breaking) {
    let sizes = TITLES.map(|(px, most)| {
        let size = Size::title(px);
        let fitting = (1..=most).take_while(|&lines| size.height(lines) <= height).count();
        (size, fitting.max(1))
    });
    for breaking in [Breaking::BetweenWords, Breaking::Anywhere] {
        for (size, lines) in sizes {
            if setter.fits(title, size, MEASURE, lines, breaking) {
                return (size, lines, breaking);
            }
        }
    }
    let [.., (size, lines)] = sizes;
    (size, lines, Breaking::Anywhere)
}

#[cfg(test)]
mod tests;
