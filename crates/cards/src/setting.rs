//! Setting text: shaped, broken into lines by the rules of Unicode (no line begins with 。 or 」), and drawn.

use std::fmt::{self, Debug, Formatter};
use std::sync::Arc;

use cosmic_text::{
    Attrs, Buffer, Color, Family, FontSystem, LayoutRun, Metrics, Shaping, SwashCache, Weight, Wrap,
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

    /// Of so many lines.
    #[expect(clippy::cast_precision_loss, reason = "there are a few lines")]
    pub(crate) fn height(self, lines: usize) -> f32 {
        self.leading * lines as f32
    }
}

/// Where a line may end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Breaking {
    /// As Unicode allows; in Chinese that is nearly everywhere.
    BetweenWords,
    /// Within a word too, if it has no room otherwise.
    Anywhere,
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

    /// Where in the text each line begins, in bytes.
    fn starts(&self) -> Vec<usize> {
        let first = |run: LayoutRun<'_>| run.glyphs.iter().map(|glyph| glyph.start).min();
        self.buffer.layout_runs().filter_map(first).collect()
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
    /// Lines are set one by one, because a space at which a line was broken would else stand at the head of the next. The last takes
    /// the rest of the text as it was written, so a space at which it would have been broken further stays.
    pub(crate) fn set(&mut self, text: &str, size: Size, measure: f32, lines: usize) -> Set {
        let starts = self.shape(text, size, measure, Wrap::WordOrGlyph).starts();
        let starts = &starts[..starts.len().min(lines.max(1))];
        let ends = starts.iter().skip(1).copied().chain([text.len()]);
        let lines = starts.iter().zip(ends).filter_map(|(&start, end)| text.get(start..end));
        let mut lines: Vec<&str> = lines.map(str::trim).filter(|line| !line.is_empty()).collect();
        let last = lines.pop().map(|last| self.cut_short(last, size, measure)).unwrap_or_default();
        lines.push(&last);
        self.shape(&lines.join("\n"), size, measure, Wrap::None)
    }

    /// As much of a line as has room, with an ellipsis if that is not all of it.
    fn cut_short(&mut self, line: &str, size: Size, measure: f32) -> String {
        if self.fits(line, size, measure, 1, Breaking::Anywhere) {
            return line.to_owned();
        }
        let ends: Vec<usize> = line.char_indices().map(|(at, _)| at).collect();
        let cut = |at: usize| {
            let begun = line[..ends[at]].trim_end();
            // The Chinese sign stands at half the height of its line, which is wrong after a Latin letter.
            let sign = if begun.ends_with(|c: char| c.is_ascii()) { "..." } else { "…" };
            format!("{begun}{sign}")
        };
        let (mut short, mut long) = (0, ends.len());
        while long - short > 1 {
            let middle = usize::midpoint(short, long);
            let has_room = self.fits(&cut(middle), size, measure, 1, Breaking::Anywhere);
            if has_room { short = middle } else { long = middle }
        }
        cut(short)
    }

    /// Whether it has room in so many lines, and no word is broken unless that is allowed.
    pub(crate) fn fits(
        &mut self,
        text: &str,
        size: Size,
        measure: f32,
        lines: usize,
        breaking: Breaking,
    ) -> bool {
        let wrap = match breaking {
            Breaking::BetweenWords => Wrap::Word,
            Breaking::Anywhere => Wrap::WordOrGlyph,
        };
        let widths = self.shape(text, size, measure, wrap).widths();
        widths.len() <= lines && widths.iter().all(|&width| width <= measure)
    }

    /// The narrowest measure that takes no more lines: the last line of a title is then not a single word.
    pub(crate) fn balanced(
        &mut self,
        text: &str,
        size: Size,
        measure: f32,
        most: usize,
        breaking: Breaking,
    ) -> f32 {
        let lines = self.shape(text, size, measure, Wrap::WordOrGlyph).widths().len();
        if lines < 2 || lines > most {
            return measure;
        }
        let (mut narrow, mut wide) = (measure / 2.0, measure);
        while wide - narrow > 8.0 {
            let middle = f32::midpoint(narrow, wide);
            if self.fits(text, size, middle, lines, breaking) { wide = middle } else { narrow = middle }
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

    /// Breaks the text into lines of a measure, or else leaves its own lines as they are.
    fn shape(&mut self, text: &str, size: Size, measure: f32, wrap: Wrap) -> Set {
        let mut buffer = Buffer::new(&mut self.system, Metrics::new(size.px, size.leading));
        buffer.set_wrap(wrap);
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

    impl Set {
        /// What of the text is drawn, one space where a line was broken at one.
        pub(crate) fn words(&self) -> String {
            let lines = self.lines();
            let is_latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii());
            lines.iter().fold(String::new(), |mut whole, line| {
                if is_latin(whole.chars().next_back()) && is_latin(line.chars().next()) {
                    whole.push(' ');
                }
                whole + line
            })
        }

        /// The size it is set in.
        pub(crate) fn px(&self) -> f32 {
            self.buffer.metrics().font_size
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

    #[test]
    fn a_line_that_is_cut_short_keeps_the_space_at_which_it_would_have_been_broken() {
        let text = "China-France Innovation Cooperation and Development Conference";
        let mut setter = setter();
        for measure in 300u16..900 {
            let line = setter.set(text, SIZE, f32::from(measure), 1).lines().concat();
            assert!(text.starts_with(line.trim_end_matches('.')), "{measure}: {line}");
        }
    }

    impl Setter {
        /// Left, top, width and height of what is drawn, from the corner of its room; nothing if that is nothing.
        pub(crate) fn ink(&mut self, mut set: Set) -> Option<[f32; 4]> {
            let (mut from, mut to) = ((i32::MAX, i32::MAX), (i32::MIN, i32::MIN));
            set.buffer.draw(
                &mut self.system,
                &mut SwashCache::new(),
                Color::rgb(0, 0, 0),
                |x, y, w, h, colour| {
                    if colour.a() > 0 {
                        from = (from.0.min(x), from.1.min(y));
                        to = (to.0.max(x + w.cast_signed()), to.1.max(y + h.cast_signed()));
                    }
                },
            );
            let number = |pixels: i32| f32::from(i16::try_from(pixels).expect("a card is small"));
            (from.0 < to.0).then(|| [from.0, from.1, to.0 - from.0, to.1 - from.1].map(number))
        }
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
        let long = "Donaudampfschifffahrtsgesellschaft";
        assert!(setter.set(long, SIZE, 300.0, 9).widths().len() > 1);
        assert!(setter.fits(long, SIZE, 300.0, 9, Breaking::Anywhere));
        assert!(!setter.fits(long, SIZE, 300.0, 9, Breaking::BetweenWords));
    }

    #[test]
    fn a_balanced_title_has_no_single_character_at_its_end() {
        let mut setter = setter();
        let title = "第五届未来网络发展大会开幕式暨主旨报告会";
        let measure = SIZE.px * 19.2;
        let before = setter.set(title, SIZE, measure, 2).lines();
        assert_eq!(before.last().map(|line| line.chars().count()), Some(1), "{before:?}");
        let measure = setter.balanced(title, SIZE, measure, 2, Breaking::BetweenWords);
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
        let drawn = set.lines().concat();
        assert!(drawn.ends_with('…') && drawn.len() < long.len(), "{drawn}");
    }
}
