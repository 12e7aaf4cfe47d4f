//! Which wording of a text a card shows: the reader's if every character of it can be drawn, else the other language's if that is whole.
//!
//! Else the reader's with a box for each stretch that cannot be drawn, so that it can be seen that something is missing; but where
//! nothing of it can be drawn it is left out.

use std::collections::HashSet;

use festoon_domain::text::{Lang, Text};

/// What stands for characters that no font has.
const MISSING: char = '□';

/// Which characters can be drawn.
#[derive(Debug, Clone, Default)]
pub(crate) struct Coverage {
    pub(crate) drawn: HashSet<char>,
}

/// Who reads a card.
#[derive(Debug)]
pub(crate) struct Reader {
    coverage: std::sync::Arc<Coverage>,
    lang: Lang,
}

impl Reader {
    pub(crate) const fn new(coverage: std::sync::Arc<Coverage>, lang: Lang) -> Self {
        Self { coverage, lang }
    }

    /// The wording on the card, on one line; empty if there is none or nothing of it can be drawn.
    pub(crate) fn read(&self, text: &Text) -> String {
        let both = [self.lang, self.lang.other()].map(|lang| on_one_line(text.wording(lang)));
        let whole = |wording: &&String| !wording.is_empty() && wording.chars().all(|c| self.can_draw(c));
        if let Some(wording) = both.iter().find(whole) {
            return wording.clone();
        }
        let boxed = both.map(|wording| self.boxed(&wording));
        boxed
            .into_iter()
            .find(|wording| wording.chars().any(|c| c != MISSING && c.is_alphanumeric()))
            .unwrap_or_default()
    }

    pub(crate) fn can_draw(&self, c: char) -> bool {
        c == ' ' || self.coverage.drawn.contains(&c)
    }

    fn boxed(&self, wording: &str) -> String {
        let mut boxed = String::with_capacity(wording.len());
        for c in wording.chars() {
            if self.can_draw(c) {
                boxed.push(c);
            } else if !boxed.ends_with(MISSING) {
                boxed.push(MISSING);
            }
        }
        boxed
    }
}

/// Without line breaks, controls and what only steers how characters are joined.
fn on_one_line(wording: &str) -> String {
    let is_shown = |c: &char| !matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}');
    let spaced: String =
        wording.chars().filter(is_shown).map(|c| if c.is_control() { ' ' } else { c }).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &Text, lang: Lang) -> String {
        let drawn = "未来网络峰会□Future Networks".chars().collect();
        Reader::new(std::sync::Arc::new(Coverage { drawn }), lang).read(text)
    }

    #[test]
    fn a_character_that_no_font_has_brings_the_other_language_if_that_is_whole() {
        assert_eq!(read(&Text::new("未来网络", "Future Networks"), Lang::Zh), "未来网络");
        assert_eq!(read(&Text::new("未来𪚥", "Future Networks"), Lang::Zh), "Future Networks");
        assert_eq!(read(&Text::new("未来𪚥𪚥络", "Future 🏮"), Lang::Zh), "未来□络");
    }

    #[test]
    fn a_title_is_never_boxes_alone() {
        assert_eq!(read(&Text::in_language(Lang::En, "𪚥𪚥 𪚥"), Lang::Zh), "");
        assert_eq!(read(&Text::new("𪚥𪚥", "Future 🏮"), Lang::Zh), "Future □");
    }

    #[test]
    fn line_breaks_and_direction_marks_do_not_reach_a_card() {
        assert_eq!(read(&Text::new("未来\n\u{202e}网络\u{fe0f}", ""), Lang::Zh), "未来 网络");
    }
}
