//! Cards and icons as those get them who fetch the file: their size, what is in the file, and that nothing is missing on them.

use festoon_cards::{Card, Fonts, Icon, Lamp, Painter, Room, Standing, SystemFonts, Tag};
use festoon_domain::text::{Lang, Text};

fn card(lang: Lang, title: &Text) -> Card {
    Card {
        lang,
        kicker: Text::new("江宁创新周", "Jiangning Innovation Week"),
        title: title.clone(),
        lines: vec![
            Text::new("6月21日 周一 09:00–10:30", "Mon 21 June, 09:00–10:30"),
            Text::new("主会场 · 会展中心", "Main Hall · Expo Centre"),
        ],
        tags: vec![Tag::Key(Text::new("重点活动", "key activity")), Tag::Sample(Text::new("示例", "sample"))],
        lamps: vec![Lamp::Lit, Lamp::Hollow, Lamp::Bright, Lamp::Lit, Lamp::Lit],
        standing: Standing::On,
    }
}

fn painter() -> Painter {
    Painter::new(&Fonts::load(SystemFonts::Left))
}

/// The kinds of chunks in a PNG, in order, and how large the picture is.
fn anatomy(file: &[u8]) -> (Vec<String>, (u32, u32)) {
    assert_eq!(&file[..8], b"\x89PNG\r\n\x1a\n");
    let number = |at: usize| u32::from_be_bytes(file[at..at + 4].try_into().expect("four bytes"));
    let (mut at, mut kinds) = (8, Vec::new());
    while at < file.len() {
        kinds.push(String::from_utf8_lossy(&file[at + 4..at + 8]).into_owned());
        at += 12 + number(at) as usize;
    }
    kinds.dedup();
    (kinds, (number(16), number(20)))
}

/// The share of pixels, in percent, that are as dark as ink.
fn ink(file: &[u8]) -> f64 {
    let mut reader = png::Decoder::new(std::io::Cursor::new(file)).read_info().expect("a picture");
    let mut pixels = vec![0; reader.output_buffer_size().expect("a small picture")];
    reader.next_frame(&mut pixels).expect("a whole picture");
    let dark = pixels.chunks_exact(3).filter(|pixel| pixel.iter().all(|&part| part < 0x60)).count();
    100.0 * f64::from(u32::try_from(dark).expect("few"))
        / f64::from(u32::try_from(pixels.len() / 3).expect("few"))
}

#[test]
fn a_card_is_a_picture_of_its_size_and_nothing_else() {
    let title = Text::new("第五届未来网络发展大会", "Fifth Future Networks Conference");
    for lang in Lang::BOTH {
        let file = painter().draw(&card(lang, &title));
        let only_pixels: Vec<String> = ["IHDR", "IDAT", "IEND"].map(String::from).into();
        assert_eq!(anatomy(&file), (only_pixels, (1200, 630)));
        assert!(ink(&file) > 1.0, "{lang:?}: {} % of it is ink", ink(&file));
        assert!(file.len() < 150_000, "{lang:?}: {} bytes", file.len());
    }
}

#[test]
fn the_same_description_gives_the_same_bytes() {
    let title = Text::new("机器人大赛", "Robot Contest");
    let mut painter = painter();
    let first = painter.draw(&card(Lang::Zh, &title));
    let other = painter.draw(&card(Lang::En, &title));
    assert_ne!(first, other);
    assert_eq!(first, painter.draw(&card(Lang::Zh, &title)));
    assert_eq!(first, self::painter().draw(&card(Lang::Zh, &title)));
}

#[test]
fn a_title_that_cannot_be_drawn_gives_way_to_the_other_wording_and_then_to_the_week() {
    let mut painter = painter();
    let readable = painter.draw(&card(Lang::Zh, &Text::in_language(Lang::En, "Robot Contest")));
    let rare = painter.draw(&card(Lang::Zh, &Text::new("𪚥𪚥大会", "Robot Contest")));
    assert_eq!(rare, readable);
    let hopeless = painter.draw(&card(Lang::Zh, &Text::in_language(Lang::En, "🏮🏮🏮")));
    let week = Card { kicker: Text::default(), ..card(Lang::Zh, &Text::new("江宁创新周", "")) };
    assert_eq!(hopeless, painter.draw(&week));
}

#[test]
fn a_title_of_any_length_is_drawn() {
    let mut painter = painter();
    for length in [0, 1, 12, 30, 80, 1000] {
        let title = Text::new(&"创新周".repeat(length), &"lights ".repeat(length));
        for lang in Lang::BOTH {
            let file = painter.draw(&card(lang, &title));
            assert_eq!(anatomy(&file).1, (1200, 630));
        }
    }
}

#[test]
fn what_is_cancelled_looks_cancelled() {
    let title = Text::new("机器人大赛", "Robot Contest");
    let mut painter = painter();
    let on = card(Lang::En, &title);
    let off = Card { standing: Standing::Cancelled, ..on.clone() };
    assert_ne!(painter.draw(&on), painter.draw(&off));
}

#[test]
fn every_character_of_the_sample_week_is_in_our_own_font() {
    let painter = painter();
    let lines = lines_of_the_sample_week();
    assert!(lines.len() > 100, "{}", lines.len());
    for line in lines {
        assert!(painter.can_draw(&line), "{line}");
    }
}

/// The tables of the sample week, line by line.
fn lines_of_the_sample_week() -> Vec<String> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../demo/week/");
    let tables = ["activities", "sessions", "parts", "venues", "rooms", "hosts", "people"];
    let read = |table: &str| std::fs::read_to_string(format!("{folder}{table}.csv")).expect("a table");
    tables.iter().flat_map(|table| read(table).lines().map(str::to_owned).collect::<Vec<_>>()).collect()
}

#[test]
fn icons_are_square_and_carry_nothing() {
    for (side, room) in [(192, Room::Whole), (512, Room::Whole), (512, Room::Maskable), (180, Room::Whole)] {
        let file = Icon { side, room }.draw();
        let only_pixels: Vec<String> = ["IHDR", "IDAT", "IEND"].map(String::from).into();
        assert_eq!(anatomy(&file), (only_pixels, (side.into(), side.into())));
        assert!(file.len() < 20_000, "{side}: {} bytes", file.len());
    }
}
