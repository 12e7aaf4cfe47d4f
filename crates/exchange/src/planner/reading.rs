//! From TOML to a [`Planner`], value by value.

use std::collections::BTreeMap;

use festoon_domain::programme::Spot;
use jiff::civil::{DateTime, Time};
use serde::Deserialize;

use super::{
    About, Away, Before, Disliked, Grade, Need, Pin, Planner, PlannerRule, Stock, Stretch, TrackOf, Wish,
};
use crate::{NamedFile, Reason, Refusal, Right};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Document {
    step: Option<i64>,
    pause: Option<i64>,
    slack: Option<i64>,
    hours: Option<String>,
    #[serde(default)]
    prime_time: Vec<String>,
    track: Option<String>,
    #[serde(default)]
    rules: BTreeMap<String, String>,
    #[serde(default)]
    pins: Vec<String>,
    #[serde(default)]
    pin: Vec<RawPin>,
    #[serde(default)]
    away: Vec<RawAway>,
    #[serde(default)]
    before: Vec<RawBefore>,
    #[serde(default)]
    needs: Vec<RawNeed>,
    #[serde(default)]
    stock: Vec<RawStock>,
    #[serde(default)]
    wish: Vec<RawWish>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawPin {
    session: String,
    start: Option<toml::Value>,
    room: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawAway {
    person: Option<String>,
    room: Option<String>,
    venue: Option<String>,
    from: toml::Value,
    till: toml::Value,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawBefore {
    first: String,
    then: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawNeed {
    session: String,
    equipment: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawStock {
    name: String,
    of: u32,
    #[serde(default)]
    sessions: BTreeMap<String, u32>,
    interpretation: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawWish {
    session: Option<String>,
    host: Option<String>,
    person: Option<String>,
    not_from: Option<toml::Value>,
    not_till: Option<toml::Value>,
    not_room: Option<String>,
    count: Option<u32>,
}

pub(super) fn read(file: &NamedFile) -> Result<Planner, Refusal> {
    let refuse = |right: Right| Refusal {
        file: file.name.clone(),
        spot: Spot::Whole,
        reason: Reason::Malformed(right),
    };
    let text = std::str::from_utf8(&file.bytes)
        .map_err(|_| refuse(Right::new("请存为 UTF-8。", "save it as UTF-8.")))?;
    let text = text.trim_start_matches('\u{feff}');
    let line = |at: usize| {
        let before = text.as_bytes().get(..at).unwrap_or_default();
        u32::try_from(before.split(|&byte| byte == b'\n').count()).unwrap_or(u32::MAX)
    };
    let not_toml = |error: toml::de::Error| {
        let words = error.message();
        let right = Right::new(
            format!("不合 planner.toml 的写法：{words}。写法见 docs/planner-toml.md。"),
            format!(
                "it does not read as planner.toml: {words}. docs/planner-toml.md says how it is written."
            ),
        );
        let spot = error.span().map_or(Spot::Whole, |span| Spot::Line(line(span.start)));
        Refusal { spot, ..refuse(right) }
    };
    let document: Document = toml::from_str(text).map_err(not_toml)?;
    let planner = checked(document).map_err(refuse)?;
    Ok(Planner { file: file.name.clone(), ..planner })
}

fn checked(said: Document) -> Result<Planner, Right> {
    let usual = Planner::default();
    let step = minutes("step", said.step)?.unwrap_or(usual.step);
    if step == 0 || step % 5 != 0 {
        return Err(Right::new(
            format!("step 是 {step}，应为 5 的倍数（分钟），如 15。"),
            format!("step is {step}; it should be a multiple of five minutes, such as 15."),
        ));
    }
    let mut grades = BTreeMap::new();
    for (word, grade) in &said.rules {
        let Some(rule) = PlannerRule::from_word(word) else {
            let known = PlannerRule::ALL.map(PlannerRule::word).join(", ");
            return Err(Right::new(
                format!("没有「{word}」这条规则。可用的有：{known}。"),
                format!("there is no rule “{word}”. There are: {known}."),
            ));
        };
        grades.insert(rule, Grade::read(word, grade)?);
    }
    let mut pins: Vec<Pin> =
        said.pins.into_iter().map(|session| Pin { session, start: None, room: None }).collect();
    for pin in said.pin {
        let start = pin.start.map(|start| moment("start", &start)).transpose()?;
        pins.push(Pin { session: pin.session, start, room: pin.room });
    }
    Ok(Planner {
        step,
        pause: minutes("pause", said.pause)?.unwrap_or(usual.pause),
        slack: minutes("slack", said.slack)?.map(u32::from),
        hours: said.hours.as_deref().map(|said| hours("hours", said)).transpose()?,
        prime_time: said.prime_time.iter().map(|said| hours("prime_time", said)).collect::<Result<_, _>>()?,
        track: track(said.track.as_deref())?,
        grades,
        pins,
        away: said.away.into_iter().map(away).collect::<Result<_, _>>()?,
        before: said.before.into_iter().map(|RawBefore { first, then }| Before { first, then }).collect(),
        needs: said
            .needs
            .into_iter()
            .map(|RawNeed { session, equipment }| Need { session, equipment })
            .collect(),
        stocks: said.stock.into_iter().map(stock).collect(),
        wishes: said.wish.into_iter().map(wish).collect::<Result<_, _>>()?,
        ..usual
    })
}

fn track(said: Option<&str>) -> Result<TrackOf, Right> {
    match said {
        None | Some("part") => Ok(TrackOf::Part),
        Some("activity") => Ok(TrackOf::Activity),
        Some("chain") => Ok(TrackOf::Chain),
        Some(other) => Err(bad("track", other, "part / activity / chain")),
    }
}

fn away(said: RawAway) -> Result<Away, Right> {
    let during = stretch(&said.from, &said.till)?;
    let who = match (said.person, said.room, said.venue) {
        (Some(person), None, None) => About::Person(person),
        (None, Some(room), None) => About::Room(room),
        (None, None, Some(venue)) => About::Venue(venue),
        _ => {
            return Err(Right::new(
                "[[away]] 要写明 person、room、venue 中的一个，只能一个。",
                "[[away]] names one of person, room and venue, and no more.",
            ));
        }
    };
    Ok(Away { who, during })
}

fn stock(said: RawStock) -> Stock {
    let RawStock { name, of, sessions, interpretation } = said;
    Stock { name, of, sessions, interpretation }
}

fn wish(said: RawWish) -> Result<Wish, Right> {
    let of = match (said.session, said.host, said.person) {
        (Some(session), None, None) => About::Session(session),
        (None, Some(host), None) => About::Host(host),
        (None, None, Some(person)) => About::Person(person),
        _ => {
            return Err(Right::new(
                "[[wish]] 要写明 session、host、person 中的一个，只能一个。",
                "[[wish]] names one of session, host and person, and no more.",
            ));
        }
    };
    let not = match (said.not_from, said.not_till, said.not_room) {
        (Some(from), Some(till), None) => Disliked::During(stretch(&from, &till)?),
        (None, None, Some(room)) => Disliked::Room(room),
        _ => {
            return Err(Right::new(
                "[[wish]] 要么写 not_from 和 not_till，要么写 not_room。",
                "[[wish]] says not_from and not_till, or not_room.",
            ));
        }
    };
    Ok(Wish { of, not, count: said.count.unwrap_or(1) })
}

fn stretch(from: &toml::Value, till: &toml::Value) -> Result<Stretch, Right> {
    let (from, till) = (moment("from", from)?, moment("till", till)?);
    if till <= from {
        return Err(Right::new(
            format!("结束时间 {till} 不晚于开始时间 {from}。"),
            format!("{till} is not after {from}."),
        ));
    }
    Ok(Stretch { from, till })
}

/// `2021-06-21T10:00`, as a string or as TOML's own.
fn moment(key: &str, said: &toml::Value) -> Result<DateTime, Right> {
    let said = said.as_str().map_or_else(|| said.to_string(), str::to_owned);
    said.parse().map_err(|_| bad(key, &said, "2021-06-21T10:00"))
}

/// `08:00-22:00`.
fn hours(key: &str, said: &str) -> Result<(Time, Time), Right> {
    let wrong = || bad(key, said, "08:00-22:00");
    let (from, till) = said.split_once('-').ok_or_else(wrong)?;
    let (from, till): (Time, Time) =
        (from.trim().parse().map_err(|_| wrong())?, till.trim().parse().map_err(|_| wrong())?);
    if from == till { Err(wrong()) } else { Ok((from, till)) }
}

fn minutes(key: &str, said: Option<i64>) -> Result<Option<u16>, Right> {
    let Some(said) = said else { return Ok(None) };
    match u16::try_from(said) {
        Ok(minutes @ 0..=1440) => Ok(Some(minutes)),
        _ => Err(bad(key, &said.to_string(), "0 … 1440")),
    }
}

fn bad(key: &str, stood: &str, right: &str) -> Right {
    Right::new(
        format!("「{key}」的「{stood}」不对，应为：{right}。"),
        format!("“{stood}” for “{key}” does not fit; right would be: {right}."),
    )
}

#[cfg(test)]
mod tests {
    use festoon_domain::text::Lang;
    use jiff::civil::date;

    use super::*;

    fn parsed(text: &str) -> Result<Planner, String> {
        let file = NamedFile { name: "planner.toml".into(), bytes: text.as_bytes().to_vec() };
        Planner::parse(&file).map_err(|refusal| refusal.reason.sentence(Lang::En))
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
        assert_eq!(planner.pins[1].start, Some(date(2021, 6, 25).at(16, 0, 0, 0)));
        assert_eq!(planner.away[0].who, About::Person("ada".into()));
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
            ("stp = 5", "unknown field"),
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
