//! Setting text: shaped, broken into lines by the rules of Unicode (no line begins with 。 or 」), and drawn.

use std::fmt::{self, Debug, Formatter};
use std::sync::Arc;

use cosmic_text::{
    Attrs, Buffer, Color, Ellipsize, EllipsizeHeightLimit, Family, FontSystem, LayoutRun, Metrics, Shaping,
    SwashCache, Weight, Wrap,
};
use tiny_skia::Pixmap;

use crate::fonts::{Fonts, OURS};
use crate::ink;
use crate::wording::Coverage;

/// How large type is, in pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Size {
    /// Of a Chinese character.
    pub(crate) px: f32,
    /// From one line to the next.
    pub(crate) leading: f32,
}

impl Size {
    /// Of a title.
    pub(crate) fn title(px: f32) -> Self {
        Self { px, leading: (px * 1.28).round() }
    }
}

/// Text that is set and not yet drawn.
pub(crate) struct Set {
    buffer: Buffer,
}

impl Set {
    /// How wide each line is.
    pub(crate) fn widths(&self) -> Vec<f32> {
        self.buffer.layout_runs().map(|run| run.line_w).collect()
    }

    /// How wide the widest line is.
    pub(crate) fn width(&self) -> f32 {
        self.widths().into_iter().fold(0.0, f32::max)
    }

    /// The lines as they are broken, without an ellipsis.
    fn lines(&self) -> Vec<String> {
        let line = |run: LayoutRun<'_>| {
            let ends = run.glyphs.iter().flat_map(|glyph| [glyph.start, glyph.end]);
            let (first, last) =
                ends.fold((usize::MAX, 0), |(first, last), end| (first.min(end), last.max(end)));
            run.text.get(first..last).unwrap_or_default().to_owned()
        };
        self.buffer.layout_runs().map(line).collect()
    }
}

/// Sets text in the fonts it was given.
pub(crate) struct Setter {
    system: FontSystem,
    coverage: Arc<Coverage>,
}

impl Setter {
    pub(crate) fn new(fonts: &Fonts) -> Self {
        let mut system = FontSystem::new_with_locale_and_db("zh-CN".to_owned(), fonts.database().clone());
        let faces: Vec<_> = system.db().faces().map(|face| face.id).collect();
        let mut coverage = Coverage::default();
        for face in faces {
            let Some(font) = system.get_font(face, Weight::NORMAL) else { continue };
            font.as_swash().charmap().enumerate(|c, glyph| {
                if glyph != 0 {
                    coverage.drawn.extend(char::from_u32(c));
                }
            });
        }
        Self { system, coverage: Arc::new(coverage) }
    }

    /// What can be drawn.
    pub(crate) fn coverage(&self) -> Arc<Coverage> {
        Arc::clone(&self.coverage)
    }

    /// Sets text into at most so many lines of a measure; what does not fit ends with an ellipsis.
    ///
    /// Lines are set one by one, because a space at which a line was broken would else stand at the head of the next.
    pub(crate) fn set(&mut self, text: &str, size: Size, measure: f32, lines: usize) -> Set {
        let broken = self.shape(text, size, measure, Wrap::WordOrGlyph).lines();
        let (whole, rest) = broken.split_at(broken.len().min(lines.saturating_sub(1)));
        let rest = rest.concat();
        let lines: Vec<&str> =
            whole.iter().chain([&rest]).map(|line| line.trim()).filter(|line| !line.is_empty()).collect();
        self.shape(&lines.join("\n"), size, measure, Wrap::None)
    }

    /// How many lines it takes.
    pub(crate) fn lines(&mut self, text: &str, size: Size, measure: f32) -> usize {
        self.shape(text, size, measure, Wrap::WordOrGlyph).buffer.layout_runs().count()
    }

    /// The narrowest measure that takes no more lines: the last line of a title is then not a single word.
    pub(crate) fn balanced(&mut self, text: &str, size: Size, measure: f32, most: usize) -> f32 {
        let lines = self.lines(text, size, measure);
        if lines < 2 || lines > most {
            return measure;
        }
        let (mut narrow, mut wide) = (measure / 2.0, measure);
        while wide - narrow > 8.0 {
            let middle = f32::midpoint(narrow, wide);
            if self.lines(text, size, middle) == lines { wide = middle } else { narrow = middle }
        }
        wide
    }

    /// Draws it, its upper left corner at `x`, `y`.
    pub(crate) fn draw(&mut self, sheet: &mut Pixmap, mut set: Set, (x, y): (f32, f32), colour: Color) {
        #[expect(clippy::cast_possible_truncation, reason = "places on a card are some hundred pixels")]
        let (left, top) = (x.round() as i32, y.round() as i32);
        // Glyphs are kept for one text only: a cache of everything ever drawn would grow with the week.
        let mut glyphs = SwashCache::new();
        set.buffer.draw(&mut self.system, &mut glyphs, colour, |x, y, width, height, colour| {
            let (width, height) = (width.cast_signed(), height.cast_signed());
            for (row, column) in (0..height).flat_map(|row| (0..width).map(move |column| (row, column))) {
                ink::dab(sheet, left + x + column, top + y + row, colour);
            }
        });
    }

    /// Breaks the text into lines, or else cuts each of its own lines where the measure ends.
    fn shape(&mut self, text: &str, size: Size, measure: f32, wrap: Wrap) -> Set {
        let mut buffer = Buffer::new(&mut self.system, Metrics::new(size.px, size.leading));
        buffer.set_wrap(wrap);
        if wrap == Wrap::None {
            buffer.set_ellipsize(Ellipsize::End(EllipsizeHeightLimit::Lines(1)));
        }
        buffer.set_size(Some(measure), None);
        buffer.set_text(text, &Attrs::new().family(Family::Name(OURS)), Shaping::Advanced, None);
        buffer.shape_until_scroll(&mut self.system, false);
        Set { buffer }
    }
}

impl Debug for Setter {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_struct("Setter").field("characters", &self.coverage.drawn.len()).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::SystemFonts;

    const SIZE: Size = Size { px: 40.0, leading: 50.0 };

    fn setter() -> Setter {
        Setter::new(&Fonts::load(SystemFonts::Left))
    }

    #[test]
    fn no_line_begins_with_what_closes_or_ends_with_what_opens() {
        let text = "人工智能、「数字经济」；（青年）人才、“未来网络”。《绿色制造》白皮书，向世界发布！";
        let mut setter = setter();
        for measure in 420u16..900 {
            let lines = setter.set(text, SIZE, f32::from(measure), 99).lines();
            assert_eq!(lines.concat(), text);
            for line in &lines {
                let (first, last) = (line.chars().next(), line.chars().next_back());
                let closes = first.is_some_and(|c| "、」；）”。》，！".contains(c));
                let opens = last.is_some_and(|c| "「（“《".contains(c));
                assert!(!closes && !opens, "{measure}: {lines:?}");
            }
        }
    }

    #[test]
    fn an_english_word_is_broken_only_where_it_has_no_room() {
        let mut setter = setter();
        let lines = setter.set("Opening Ceremony of the Week", SIZE, 330.0, 9).lines();
        assert!(
            lines.len() > 1 && lines.iter().all(|line| "Opening Ceremony of the Week ".contains(line)),
            "{lines:?}"
        );
        for line in &lines {
            assert!(
                line.trim()
                    .split(' ')
                    .all(|word| "Opening Ceremony of the Week".split(' ').any(|w| w == word)),
                "{lines:?}"
            );
        }
        assert!(setter.lines("Donaudampfschifffahrtsgesellschaft", SIZE, 300.0) > 1);
    }

    #[test]
    fn a_balanced_title_has_no_single_character_at_its_end() {
        let mut setter = setter();
        let title = "第五届未来网络发展大会开幕式暨主旨报告会";
        let measure = SIZE.px * 19.2;
        let before = setter.set(title, SIZE, measure, 2).lines();
        assert_eq!(before.last().map(|line| line.chars().count()), Some(1), "{before:?}");
        let measure = setter.balanced(title, SIZE, measure, 2);
        let after = setter.set(title, SIZE, measure, 2).lines();
        assert!(after.len() == 2 && after[1].chars().count() > 5, "{after:?}");
    }

    #[test]
    fn what_has_no_room_ends_with_an_ellipsis() {
        let mut setter = setter();
        let long = "创新".repeat(200);
        let set = setter.set(&long, SIZE, 800.0, 3);
        assert_eq!(set.widths().len(), 3);
        assert!(set.width() <= 800.0, "{}", set.width());
        assert!(set.lines().concat().len() < long.len());
    }
}
