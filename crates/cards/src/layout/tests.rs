//! Whatever a card says, every text stays in its room, no two rooms meet, and nothing is cut short that has room when it is smaller.

use std::cell::RefCell;

use festoon_domain::text::Text;
use proptest::prelude::*;

use super::*;
use crate::{Fonts, SystemFonts};

/// Pixels by which an edge softened by grey may reach over.
const SOFT: f32 = 3.0;

/// Pixels by which the tail of a large j, or letters that are kerned only where a line is not broken, may reach to the side.
/// No two rooms are nearer to each other.
const TAIL: f32 = 8.0;

thread_local! {
    static SETTER: RefCell<Setter> = RefCell::new(Setter::new(&Fonts::load(SystemFonts::Left)));
}

/// Words of both languages, short and far too long, with and without spaces between them.
fn text(most: usize) -> impl Strategy<Value = String> {
    let word = prop_oneof![
        4 => "[A-Za-z]{1,12}[,.:!?]?",
        4 => "[创新周未来网络发展大会江宁储能技术论坛]{1,8}[，。：、！」）]?",
        1 => "[「（(《“]?[0-9]{1,6}[%年月日]?",
        1 => "[WMÅgjy–—/-]{1,60}",
        1 => "[A-Z]{20,90}",
    ];
    let space = prop_oneof![Just(" "), Just(" "), Just("")];
    proptest::collection::vec((word, space), 0..most).prop_map(|words| {
        let whole: String = words.into_iter().flat_map(|(word, space)| [word, space.to_owned()]).collect();
        whole.trim().to_owned()
    })
}

fn tags(words: Vec<String>) -> Vec<(Tag, String)> {
    let kinds = [Tag::Key, Tag::Cancelled, Tag::Sample];
    let words = words.into_iter().filter(|words| !words.is_empty());
    kinds.into_iter().zip(words).map(|(kind, words)| (kind(Text::default()), words)).collect()
}

fn apart([left, top, width, height]: [f32; 4], [x, y, w, h]: [f32; 4]) -> bool {
    left + width <= x || x + w <= left || top + height <= y || y + h <= top
}

fn within([left, top, width, height]: [f32; 4], [x, y, w, h]: [f32; 4]) -> bool {
    let beside = left >= x - TAIL && left + width <= x + w + TAIL;
    beside && top >= y - SOFT && top + height <= y + h + SOFT
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_leaves_its_room_and_no_rooms_meet(
        kicker in text(12),
        title in text(60),
        lines in proptest::collection::vec(text(16), 0..4),
        marks in proptest::collection::vec(text(5), 0..4),
        is_on in any::<bool>(),
    ) {
        let marks = tags(marks);
        let tags: Vec<(&Tag, String)> = marks.iter().map(|(tag, words)| (tag, words.clone())).collect();
        let wording = Wording {
            kicker: &kicker,
            tags: &tags,
            title: &title,
            lines: lines.iter().map(String::as_str).filter(|line| !line.is_empty()).collect(),
            standing: if is_on { Standing::On } else { Standing::Cancelled },
        };
        SETTER.with_borrow_mut(|setter| {
            let layout = Layout::of(setter, &wording);
            let rooms: Vec<[f32; 4]> = layout.blocks.iter().map(|block| block.room).collect();
            for (at, &room) in rooms.iter().enumerate() {
                prop_assert!(within(room, [MARGIN, KICKER_TOP, MEASURE, LINES_BOTTOM - KICKER_TOP]), "{room:?}");
                prop_assert!(rooms[at + 1..].iter().all(|&other| apart(room, other)), "{rooms:?}");
            }
            for block in layout.blocks {
                let [left, top, ..] = block.room;
                let Some([x, y, width, height]) = setter.ink(block.set) else { continue };
                let ink = [left + x, top + y, width, height];
                prop_assert!(within(ink, block.room), "ink {ink:?} leaves {:?}", block.room);
            }
            for Stroke { from: (x, _), length } in layout.strokes {
                prop_assert!(x + length <= MARGIN + MEASURE + TAIL);
            }
            Ok(())
        })?;
    }
}

/// What stands in the title's room.
fn title(words: &str, lines: &[&str]) -> (String, f32) {
    let wording =
        Wording { kicker: "", tags: &[], title: words, lines: lines.to_vec(), standing: Standing::On };
    SETTER.with_borrow_mut(|setter| {
        let mut layout = Layout::of(setter, &wording);
        let block = layout.blocks.pop().expect("the title is laid last");
        (block.set.words(), block.set.px())
    })
}

#[test]
fn a_title_shrinks_before_a_word_of_it_is_lost() {
    let long = "World Energy Storage Technology Conference and China-UK Energy Storage Technology Forum of the National \
                Natural Science Foundation";
    let lines = ["Thu 24 June", "Jiulong Lakeside Conference Hotel", "Yangtze Delta Energy Storage Circle"];
    let (words, px) = title(long, &lines);
    assert_eq!((words.as_str(), px), (long, 46.0));
    assert_eq!(title("Storing a winter", &lines), ("Storing a winter".to_owned(), 84.0));
}

#[test]
fn a_long_word_shrinks_before_it_is_broken() {
    let word = "Donaudampfschifffahrtselektrizitäten";
    assert_eq!(title(word, &[]), (word.to_owned(), 54.0));
}

#[test]
fn only_at_the_smallest_size_does_a_title_end_with_an_ellipsis() {
    let endless = "创新".repeat(400);
    let (words, px) = title(&endless, &["6月24日"]);
    assert!((px - 34.0).abs() < 0.1, "{px}");
    let begun = words.strip_suffix('…').expect("an ellipsis");
    assert!(endless.starts_with(begun) && begun.len() < endless.len(), "{words}");
}

#[test]
fn a_line_beneath_the_title_shrinks_before_it_is_cut_short() {
    let lines = ["35 sessions", "4th China-France Innovation Cooperation and Development Conference"];
    let wording = Wording {
        kicker: "",
        tags: &[],
        title: "Tue 22 June",
        lines: lines.to_vec(),
        standing: Standing::On,
    };
    SETTER.with_borrow_mut(|setter| {
        let layout = Layout::of(setter, &wording);
        let drawn: Vec<String> = layout.blocks[1..3].iter().map(|block| block.set.words()).collect();
        assert_eq!(drawn, lines);
    });
}
