//! From TOML to a [`Planner`], key by key: every mistake at once, each with its place.

use std::collections::BTreeMap;

use super::{
    About, Away, Before, Disliked, Grade, Need, Pin, Planner, PlannerRule, Stock, Stretch, TrackOf, Wish,
};
use crate::said::{Mistakes, Placed, Said, TomlText};
use crate::{NamedFile, Refusal, Right};

/// Minutes of a day.
const DAY: u32 = 1_440;

/// Of anything there may be as much as can be counted.
const MOST: u32 = u32::MAX;

const TRACKS: &[(&str, TrackOf)] =
    &[("part", TrackOf::Part), ("activity", TrackOf::Activity), ("chain", TrackOf::Chain)];

pub(super) fn read(file: &NamedFile) -> Result<Planner, Vec<Refusal>> {
    let text = TomlText::of(file).map_err(|refusal| vec![refusal])?;
    let table = text.table().map_err(|refusal| vec![refusal])?;
    let mistakes = Mistakes::of(&text);
    let planner = planner(Said::of(table.get_ref(), 0, "planner.toml", &mistakes));
    let refusals = mistakes.refusals();
    if refusals.is_empty() { Ok(Planner { file: file.name.clone(), ..planner }) } else { Err(refusals) }
}

fn planner(said: Said<'_>) -> Planner {
    let usual = Planner::default();
    let stays = |session| Pin { session, start: None, room: None };
    let mut pins: Vec<Pin> = said.placed_words("pins").into_iter().map(stays).collect();
    pins.extend(said.tables("pin", "[[pin]]").into_iter().filter_map(pin));
    let each = |key, called| said.tables(key, called).into_iter();
    let planner = Planner {
        step: step(&said).unwrap_or(usual.step),
        pause: said.whole("pause", 0, DAY).map_or(usual.pause, |pause| short(pause.value)),
        slack: said.whole("slack", 0, DAY).map(|slack| slack.value),
        hours: said.hour_span("hours"),
        prime_time: said.hour_spans("prime_time"),
        track: said.choice("track", TRACKS),
        grades: said.table("rules", "[rules]").map(grades).unwrap_or_default(),
        pins,
        away: each("away", "[[away]]").filter_map(away).collect(),
        before: each("before", "[[before]]").filter_map(before).collect(),
        needs: each("needs", "[[needs]]").filter_map(need).collect(),
        stocks: each("stock", "[[stock]]").filter_map(stock).collect(),
        wishes: each("wish", "[[wish]]").filter_map(wish).collect(),
        ..usual
    };
    said.finish();
    planner
}

fn step(said: &Said<'_>) -> Option<u16> {
    let step = said.whole("step", 0, DAY)?.value;
    if step != 0 && step.is_multiple_of(5) {
        return Some(short(step));
    }
    let right = Right::new(
        format!("step 是 {step}，应为 5 的倍数（分钟），如 15。"),
        format!("step is {step}; it should be a multiple of five minutes, such as 15."),
    );
    said.mistakes.note(said.offset_of("step"), right);
    None
}

fn grades(said: Said<'_>) -> BTreeMap<PlannerRule, Grade> {
    let mistakes = said.mistakes;
    let mut grades = BTreeMap::new();
    for entry in said.entries() {
        let word = &entry.name;
        let Some(rule) = PlannerRule::from_word(word) else {
            let known = PlannerRule::ALL.map(PlannerRule::word).join(", ");
            let right = Right::new(
                format!("没有「{word}」这条规则。可用的有：{known}。"),
                format!("there is no rule “{word}”. There are: {known}."),
            );
            mistakes.note(entry.offset, right);
            continue;
        };
        match Grade::read(word, &entry.said) {
            Ok(grade) => {
                grades.insert(rule, grade);
            }
            Err(right) => mistakes.note(entry.said_offset, right),
        }
    }
    grades
}

fn pin(said: Said<'_>) -> Option<Pin> {
    let (session, start, room) = (said.must_word("session"), said.moment("start"), said.word("room"));
    said.finish();
    Some(Pin { session: session?, start, room })
}

fn away(said: Said<'_>) -> Option<Away> {
    let during = stretch(&said, "from", "till");
    let who = match (said.word("person"), said.word("room"), said.word("venue")) {
        (Some(person), None, None) => Some(About::Person(person)),
        (None, Some(room), None) => Some(About::Room(room)),
        (None, None, Some(venue)) => Some(About::Venue(venue)),
        _ => {
            said.wrong(Right::new(
                "[[away]] 要写明 person、room、venue 中的一个，只能一个。",
                "[[away]] names one of person, room and venue, and no more.",
            ));
            None
        }
    };
    said.finish();
    Some(Away { who: who?, during: during? })
}

fn before(said: Said<'_>) -> Option<Before> {
    let (first, then) = (said.must_word("first"), said.must_word("then"));
    said.finish();
    Some(Before { first: first?, then: then? })
}

fn need(said: Said<'_>) -> Option<Need> {
    let (session, equipment) = (said.must_word("session"), said.words("equipment"));
    if !said.has("equipment") {
        said.lacks("equipment");
    }
    said.finish();
    Some(Need { session: session?, equipment })
}

fn stock(said: Said<'_>) -> Option<Stock> {
    let (name, of) = (said.must("name"), said.whole("of", 0, MOST));
    if !said.has("of") {
        said.lacks("of");
    }
    let interpretation = said.text("interpretation");
    let mut sessions = Vec::new();
    for entry in said.table("sessions", "sessions").map(Said::entries).unwrap_or_default() {
        let session = Placed { value: entry.name, at: said.mistakes.spot(entry.offset) };
        if let Ok(takes) = entry.said.parse() {
            sessions.push((session, takes));
            continue;
        }
        let (session, stood) = (session.value, entry.said);
        let right = Right::new(
            format!("「{session}」占用的数量「{stood}」不对，应为 0 … {MOST} 的整数。"),
            format!("“{stood}” for “{session}” does not fit; right would be: a whole number, 0 … {MOST}."),
        );
        said.mistakes.note(entry.said_offset, right);
    }
    said.finish();
    Some(Stock { name: name?, of: of?.value, sessions, interpretation })
}

fn wish(said: Said<'_>) -> Option<Wish> {
    let of = match (said.word("session"), said.word("host"), said.word("person")) {
        (Some(session), None, None) => Some(About::Session(session)),
        (None, Some(host), None) => Some(About::Host(host)),
        (None, None, Some(person)) => Some(About::Person(person)),
        _ => {
            said.wrong(Right::new(
                "[[wish]] 要写明 session、host、person 中的一个，只能一个。",
                "[[wish]] names one of session, host and person, and no more.",
            ));
            None
        }
    };
    let not = match (said.has("not_from") || said.has("not_till"), said.word("not_room")) {
        (true, None) => stretch(&said, "not_from", "not_till").map(Disliked::During),
        (false, Some(room)) => Some(Disliked::Room(room)),
        _ => {
            said.wrong(Right::new(
                "[[wish]] 要么写 not_from 和 not_till，要么写 not_room。",
                "[[wish]] says not_from and not_till, or not_room.",
            ));
            None
        }
    };
    let count = said.whole("count", 0, MOST).map_or(1, |count| count.value);
    said.finish();
    Some(Wish { of: of?, not: not?, count })
}

fn stretch(said: &Said<'_>, from: &'static str, till: &'static str) -> Option<Stretch> {
    for key in [from, till] {
        if !said.has(key) {
            said.lacks(key);
        }
    }
    let (from, end) = (said.moment(from)?.value, said.moment(till)?.value);
    if from < end {
        return Some(Stretch { from, till: end });
    }
    let right =
        Right::new(format!("结束时间 {end} 不晚于开始时间 {from}。"), format!("{end} is not after {from}."));
    said.mistakes.note(said.offset_of(till), right);
    None
}

fn short(minutes: u32) -> u16 {
    u16::try_from(minutes).expect("a day has fewer minutes than that")
}

#[cfg(test)]
mod tests {
    use festoon_domain::programme::Spot;
    use festoon_domain::text::Lang;
    use jiff::civil::date;

    use super::*;

    fn parsed(text: &str) -> Result<Planner, String> {
        let file = NamedFile { name: "planner.toml".into(), bytes: text.as_bytes().to_vec() };
        Planner::parse(&file).map_err(|refusals| refusals[0].reason.sentence(Lang::En))
    }

    /// Where each mistake stands, and what is said of it.
    fn told(text: &str, lang: Lang) -> Vec<String> {
        let file = NamedFile { name: "planner.toml".into(), bytes: text.as_bytes().to_vec() };
        let tell = |refusal: &Refusal| format!("{} {}", refusal.spot.mark(), refusal.reason.sentence(lang));
        Planner::parse(&file).expect_err("something is wrong").iter().map(tell).collect()
    }

    #[test]
    fn every_mistake_is_told_at_once_with_its_line_and_column_in_the_readers_language() {
        let text = "step = 7\nhour = \"9-10\"\n[rules]\nseat = \"block\"\nmoved = \"loud\"\n\
            [[pin]]\nroom = 3\n[[stock]]\nname = \"x\"\nof = -1\nsessions = { a = \"two\" }\n";
        assert_eq!(
            told(text, Lang::Zh),
            [
                "character:1:8 step 是 7，应为 5 的倍数（分钟），如 15。",
                "character:2:1 planner.toml没有「hour」这一项。可用的有：away、before、hours、needs、pause、pin、pins、prime_time、rules、slack、step、stock、track、wish。",
                "character:4:1 没有「seat」这条规则。可用的有：people, slack, away, days, venue-capacity, equipment, before, stock, seats, house, same-day, moved, bookmarks, same-track, track-rooms, track-days, wishes, prime-time, waiting, languages, pause。",
                "character:5:9 「moved」的「loud」不对：可以写 \"block\"、\"warn 20\" 或 \"ignore\"。",
                "character:6:1 [[pin]]缺少 session。请补上。",
                "character:7:8 [[pin]]的 room 不对，应为：引号中的文字。",
                "character:10:6 [[stock]]的 of 不对，应为：0 … 4294967295 的整数。",
                "character:11:18 「a」占用的数量「two」不对，应为 0 … 4294967295 的整数。",
            ]
        );
        assert_eq!(
            told("\nstep 15", Lang::Zh),
            ["character:2:6 不合 TOML 的写法：等号后面要写一个值，如 step = 15 或 name = \"示例\"。"]
        );
    }

    #[test]
    fn a_week_that_says_nothing_is_planned_as_usual() {
        assert_eq!(parsed(""), Ok(Planner::default()));
    }

    #[test]
    fn everything_a_week_may_say_is_taken() {
        let planner = parsed(
            r#"
            step = 30
            hours = "09:00-21:00"
            prime_time = ["18:00-21:00"]
            track = "chain"
            pins = ["opening"]
            [rules]
            seats = "block"
            moved = "warn 7"
            waiting = "ignore"
            [[pin]]
            session = "closing"
            start = 2021-06-25T16:00:00
            room = "hall"
            [[away]]
            person = "ada"
            from = "2021-06-21T10:00"
            till = "2021-06-21T12:00"
            [[before]]
            first = "a"
            then = "b"
            "#,
        )
        .expect("sound");
        assert_eq!(planner.step, 30);
        assert_eq!(planner.grade(PlannerRule::Seats), Grade::Block);
        assert_eq!(planner.grade(PlannerRule::Moved), Grade::Warn(7));
        assert_eq!(
            planner.pins[1].start.as_ref().map(|start| start.value),
            Some(date(2021, 6, 25).at(16, 0, 0, 0))
        );
        let ada = Placed { value: "ada".to_owned(), at: Spot::Character(16, 22) };
        assert_eq!(planner.away[0].who, About::Person(ada));
        assert_eq!(planner.track, TrackOf::Chain);
    }

    #[test]
    fn what_does_not_fit_is_said_with_what_would_be_right() {
        for (text, said) in [
            ("[rules]\nseats = \"warn -5\"", "the weight -5 of “seats” does not fit"),
            ("[rules]\nseat = \"block\"", "there is no rule “seat”. There are: people,"),
            ("step = 7", "it should be a multiple of five minutes"),
            ("hours = \"9\"", "right would be: 08:00-22:00"),
            (
                "[[away]]\nfrom = \"2021-06-21T10:00\"\ntill = \"2021-06-21T11:00\"",
                "names one of person, room and venue",
            ),
            (
                "[[away]]\nperson = \"a\"\nfrom = \"2021-06-21T10:00\"\ntill = \"2021-06-21T10:00\"",
                "is not after",
            ),
            ("stp = 5", "planner.toml has no “stp” here. There are: away,"),
            (
                "[[away]]\nroom = \"a\"\nfrom = 2021-06-21T10:00:00Z\ntill = 2021-06-22T10:00:00Z",
                "without an offset",
            ),
        ] {
            let refused = parsed(text).expect_err(text);
            assert!(refused.contains(said), "{text}: {refused}");
        }
    }

    #[test]
    fn the_example_of_the_documentation_is_taken_and_its_table_says_how_rules_are_usually_graded() {
        let page = include_str!("../../../../docs/planner-toml.md");
        let example =
            page.split("```").nth(1).and_then(|block| block.strip_prefix("toml")).expect("an example");
        let planner = parsed(example).expect("sound");
        assert_eq!((planner.stocks.len(), planner.wishes.len(), planner.pins.len()), (1, 1, 2));
        let schema = include_str!("../../../../docs/schemas/planner.schema.json");
        for rule in PlannerRule::ALL {
            let usual = match rule.usual() {
                Grade::Block => "block".to_owned(),
                Grade::Warn(weight) => format!("warn {weight}"),
                Grade::Ignore => "ignore".to_owned(),
            };
            let row = page.lines().find(|line| line.starts_with(&format!("| `{}` |", rule.word())));
            assert!(row.is_some_and(|row| row.ends_with(&format!("| {usual} |"))), "{rule:?}");
            assert!(schema.contains(&format!("\"{}\"", rule.word())), "{rule:?}");
        }
    }
}
