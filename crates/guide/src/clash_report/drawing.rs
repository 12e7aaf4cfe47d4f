//! Coordinates and words of the timeline for one language: what the template writes out.
//!
//! SVG attributes and classes only, no style: the same drawing stands in a page under a strict policy.
//! Widths of words are estimated (a Chinese character is one em wide, a Latin letter about half), because nothing here
//! has a font; a word that is cut is whole in the tooltip.

mod rail;

use festoon_domain::programme::State;
use festoon_domain::text::Lang;
use festoon_domain::timetable::Severity;
use festoon_domain::timetable::words::{day as day_words, times};
use jiff::tz::TimeZone;

use super::timeline::{Bar, Cord, CordKind, Day, Lane, Mark, Timeline};
use super::words::{self, labels, severity_word};

pub(super) use rail::{Rail, rail};

/// The width of a day of some hours on a wide page; longer days are scrolled, not squeezed.
const WIDTH: i32 = 960;
const NARROWEST_HOUR: i32 = 64;
const WIDEST_HOUR: i32 = 120;
const ROW: i32 = 34;
const BAR: i32 = 26;
const HEAD: i32 = 28;
const GROUP: i32 = 26;
const MARGIN: i32 = 12;
/// The width of the names at the left.
pub(super) const NAMES: i32 = 136;
const FONT: i32 = 12;

/// A day, ready to write out.
#[derive(Debug)]
pub(super) struct DrawnDay {
    pub(super) id: String,
    pub(super) words: String,
    pub(super) tally: String,
    pub(super) has_clashes: bool,
    pub(super) width: i32,
    pub(super) height: i32,
    pub(super) hours: Vec<(i32, String)>,
    pub(super) houses: Vec<DrawnName>,
    pub(super) rooms: Vec<DrawnName>,
    pub(super) lines: Vec<i32>,
    pub(super) bars: Vec<DrawnBar>,
    pub(super) cords: Vec<DrawnCord>,
}

/// A house's or hall's name at the left.
#[derive(Debug)]
pub(super) struct DrawnName {
    pub(super) y: i32,
    pub(super) text: String,
    pub(super) whole: String,
}

/// A session.
#[derive(Debug)]
pub(super) struct DrawnBar {
    pub(super) id: String,
    pub(super) class: String,
    pub(super) href: Option<String>,
    pub(super) x: i32,
    pub(super) y: i32,
    pub(super) width: i32,
    pub(super) height: i32,
    pub(super) text_x: i32,
    pub(super) text_y: i32,
    pub(super) text: String,
    pub(super) lang: &'static str,
    pub(super) tip: String,
    pub(super) mark: Option<String>,
}

/// A road or a joint.
#[derive(Debug)]
pub(super) struct DrawnCord {
    pub(super) class: String,
    pub(super) href: Option<String>,
    /// Where the link leads, for those who hear it.
    pub(super) tip: String,
    pub(super) path: String,
    pub(super) ends: [(i32, i32); 2],
    pub(super) label: Option<DrawnLabel>,
}

/// The minutes on a road.
#[derive(Debug)]
pub(super) struct DrawnLabel {
    pub(super) x: i32,
    pub(super) y: i32,
    pub(super) width: i32,
    pub(super) middle: i32,
    pub(super) base: i32,
    pub(super) text: String,
}

/// Draws every day for one language.
pub(super) fn draw(timeline: &Timeline, zone: &TimeZone, lang: Lang) -> Vec<DrawnDay> {
    timeline.days.iter().map(|day| draw_day(day, zone, lang)).collect()
}

fn draw_day(day: &Day, zone: &TimeZone, lang: Lang) -> DrawnDay {
    let (rows, houses, rooms, lines, height) = names(&day.lanes, lang);
    let (first, last) = day.axis;
    let hour = (WIDTH * 60 / (last - first).max(60)).clamp(NARROWEST_HOUR, WIDEST_HOUR);
    let at = |minute: i32| MARGIN + (minute.clamp(first, last) - first) * hour / 60;
    let width = at(last) + MARGIN;
    let hours = (first / 60..=last / 60).map(|hour| (at(hour * 60), format!("{:02}", hour % 24))).collect();
    let bars = day.bars.iter().map(|bar| draw_bar(bar, day, &at, &rows, zone, lang)).collect();
    let cords = day.cords.iter().map(|cord| draw_cord(cord, &at, &rows, width, lang)).collect();
    DrawnDay {
        id: format!("{}-day-{}", lang.code(), day.date),
        words: day_words(day.date, lang),
        tally: words::day_tally(day.sessions, day.blocks, day.warns, lang),
        has_clashes: day.blocks + day.warns > 0 || day.bars.iter().any(|bar| bar.mark.is_some()),
        width,
        height,
        hours,
        houses,
        rooms,
        lines,
        bars,
        cords,
    }
}

/// The upper edge of each row, the names beside them, the lines between lanes, and the height of it all.
fn names(lanes: &[Lane], lang: Lang) -> (Vec<i32>, Vec<DrawnName>, Vec<DrawnName>, Vec<i32>, i32) {
    let labels = labels(lang);
    let (mut rows, mut houses, mut rooms, mut rules) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let mut y = HEAD;
    let mut house: Option<&Lane> = None;
    let name = |y: i32, whole: &str, width: i32| DrawnName {
        y,
        text: fit(whole, width, FONT),
        whole: whole.to_owned(),
    };
    for lane in lanes {
        if house.is_none_or(|before| before.venue != lane.venue) {
            let whole = lane.venue.as_ref().map_or(labels.nowhere, |venue| venue.read(lang));
            // Nothing is drawn beside a house's name, so it may be longer than its column.
            houses.push(name(y + GROUP - 8, whole, 2 * NAMES));
            rules.push(y);
            y += GROUP;
        }
        house = Some(lane);
        // A hall that is called like its house is the house as a whole: the name above says it.
        let whole = match (&lane.room, &lane.venue) {
            (Some(room), Some(venue)) if room != venue => room.read(lang),
            (None, Some(_)) => labels.nowhere,
            _ => "",
        };
        if !whole.is_empty() {
            rooms.push(name(y + ROW / 2 + 4, whole, NAMES - MARGIN));
        }
        for _ in 0..lane.rows {
            rows.push(y);
            y += ROW;
        }
    }
    (rows, houses, rooms, rules, y + 10)
}

fn draw_bar(
    bar: &Bar,
    day: &Day,
    at: &impl Fn(i32) -> i32,
    rows: &[i32],
    zone: &TimeZone,
    lang: Lang,
) -> DrawnBar {
    const NARROWEST: i32 = 6;
    let x = at(bar.minutes.0);
    let width = (at(bar.minutes.1) - x - 2).max(NARROWEST);
    let y = rows[bar.row] + (ROW - BAR) / 2;
    let severity = bar.mark.map(|mark| mark.severity);
    let text_x = x + if severity.is_some() { 22 } else { 7 };
    let (title, title_lang) = bar.title.shown(lang);
    let state = match bar.state {
        State::Scheduled => "",
        State::Cancelled => " cancelled",
    };
    let mut tip = format!("{} {title}", times(bar.when, zone, lang));
    if bar.state == State::Cancelled {
        tip = format!("{tip} ({})", labels(lang).cancelled);
    }
    DrawnBar {
        id: format!("{}-bar-{}-{}", lang.code(), bar.occurrence, day.date),
        class: format!("bar {}{state}", severity.map_or("quiet", severity_word)),
        href: bar.mark.and_then(|mark| href(mark, lang)),
        x,
        y,
        width,
        height: BAR,
        text_x,
        text_y: y + BAR / 2 + 4,
        text: fit(title, x + width - text_x - 4, FONT),
        lang: title_lang.tag(),
        tip,
        mark: severity.map(|severity| mark_path(severity, x + 12, y + BAR / 2)),
    }
}

/// The catenary between two bars; a parabola differs from it by less than a hairline at these spans.
fn draw_cord(cord: &Cord, at: &impl Fn(i32) -> i32, rows: &[i32], width: i32, lang: Lang) -> DrawnCord {
    let middle = |row: usize| rows[row] + ROW / 2;
    // What joins two bars at one time runs from edge to edge, so that it covers neither's words.
    let edge = match cord.kind {
        CordKind::Road(..) => 0,
        CordKind::Together | CordKind::Alike if cord.from.1 < cord.to.1 => BAR / 2,
        CordKind::Together | CordKind::Alike => -BAR / 2,
    };
    let (x1, y1) = (at(cord.from.0), middle(cord.from.1) + edge);
    let (x2, y2) = (at(cord.to.0), middle(cord.to.1) - edge);
    let sag = match cord.kind {
        CordKind::Road(..) => 14 + (x2 - x1).abs() / 6,
        CordKind::Together | CordKind::Alike => 0,
    };
    let (cx, cy) = (i32::midpoint(x1, x2), i32::midpoint(y1, y2) + 2 * sag);
    let label = match cord.kind {
        CordKind::Road(gap, road) => {
            let text = words::road_minutes(gap, road, lang);
            let wide = measure(&text, 11) + 14;
            // It ends before the bar the road leads to, whose words it would cover.
            let x = (cx - wide / 2).min(x2 - wide - 8).clamp(2, (width - wide - 2).max(2));
            let y = i32::midpoint(y1, y2) + sag - 9;
            Some(DrawnLabel { x, y, width: wide, middle: x + wide / 2, base: y + 13, text })
        }
        CordKind::Together | CordKind::Alike => None,
    };
    let kind = match cord.kind {
        CordKind::Road(..) => "road",
        CordKind::Together => "together",
        CordKind::Alike => "alike",
    };
    DrawnCord {
        class: format!("cord {kind} {}", severity_word(cord.mark.severity)),
        href: href(cord.mark, lang),
        tip: cord.mark.finding.map(|finding| words::see_finding(finding + 1, lang)).unwrap_or_default(),
        path: format!("M{x1} {y1}Q{cx} {cy} {x2} {y2}"),
        ends: [(x1, y1), (x2, y2)],
        label,
    }
}

fn href(mark: Mark, lang: Lang) -> Option<String> {
    mark.finding.map(|finding| format!("#{}-finding-{}", lang.code(), finding + 1))
}

/// A cross in a bar that cannot be, a triangle in one that needs a look, a ring for the rest.
fn mark_path(severity: Severity, x: i32, y: i32) -> String {
    match severity {
        Severity::Block => format!("M{} {}l8 8m0-8l-8 8", x - 4, y - 4),
        Severity::Warn => format!("M{x} {}l5 9h-10z", y - 5),
        Severity::Note => format!("M{} {y}a4 4 0 1 0 8 0a4 4 0 1 0-8 0", x - 4),
    }
}

/// As much of a word as fits into so many pixels, with an ellipsis where it was cut; nothing where not even two fit.
fn fit(text: &str, width: i32, font: i32) -> String {
    if measure(text, font) <= width {
        return text.to_owned();
    }
    let mut kept = String::new();
    let mut room = width - font;
    for c in text.chars() {
        room -= advance(c, font);
        if room < 0 {
            break;
        }
        kept.push(c);
    }
    if kept.chars().count() < 2 {
        return String::new();
    }
    kept.truncate(kept.trim_end().len());
    kept.push('…');
    kept
}

fn measure(text: &str, font: i32) -> i32 {
    text.chars().map(|c| advance(c, font)).sum()
}

fn advance(c: char, font: i32) -> i32 {
    let thousandths = match c {
        '\u{2e80}'.. => 1000,
        'i' | 'l' | 'j' | 'I' | '.' | ',' | ':' | '\'' | '|' => 300,
        'm' | 'w' | 'M' | 'W' | '…' => 880,
        'A'..='Z' => 680,
        ' ' | '·' => 330,
        _ => 570,
    };
    (font * thousandths + 999) / 1000
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_that_does_not_fit_is_cut_with_an_ellipsis() {
        assert_eq!(fit("开幕式暨主论坛", 60, 12), "开幕式暨…");
        assert_eq!(fit("Opening", 200, 12), "Opening");
        assert_eq!(fit("Opening ceremony", 8, 12), "");
    }
}
