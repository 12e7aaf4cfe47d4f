//! From TOML to a [`MeetingsFile`], thing by thing; the first that does not fit ends it.

use std::collections::HashMap;

use festoon_domain::programme::Spot;
use toml::Spanned;

use super::days::{absence, every_day, hours, moment, slots};
use super::raw::{Document, Said};
use super::{Break, Interpreter, MeetingsFile, Party, Pin, Stretch, Venue};
use crate::{NamedFile, Reason, Refusal, Right};

/// More than any hall holds; whatever is larger was not meant.
const MOST: i64 = 10_000;

/// A thousand parties of a few lines each have less than a megabyte.
const MOST_BYTES: u64 = 4 * 1024 * 1024;

/// Everybody may wish to meet everybody: a square of these is looked at.
const MOST_PARTIES: usize = 2_000;

/// What does not fit, and the byte at which it stands.
pub(super) type Fault = (usize, Right);

pub(super) fn fault(at: usize, zh: impl Into<String>, en: impl Into<String>) -> Fault {
    (at, Right::new(zh, en))
}

pub(super) fn bad(at: usize, key: &str, stood: &str, right: &str) -> Fault {
    fault(
        at,
        format!("「{key}」的「{stood}」不对，应为：{right}。"),
        format!("“{stood}” for “{key}” does not fit; right would be: {right}."),
    )
}

pub(super) fn read(file: &NamedFile) -> Result<MeetingsFile, Refusal> {
    let refuse = |spot, reason| Refusal { file: file.name.clone(), spot, reason };
    let size = file.bytes.len() as u64;
    if size > MOST_BYTES {
        return Err(refuse(Spot::Whole, Reason::TooLarge(size, MOST_BYTES)));
    }
    if file.bytes.trim_ascii().is_empty() {
        return Err(refuse(Spot::Whole, Reason::Empty));
    }
    let Ok(text) = std::str::from_utf8(&file.bytes) else {
        return Err(refuse(Spot::Whole, Reason::Encoding));
    };
    let text = text.trim_start_matches('\u{feff}');
    let line = |at: usize| {
        let before = text.as_bytes().get(..at).unwrap_or_default();
        u32::try_from(before.split(|&byte| byte == b'\n').count()).unwrap_or(u32::MAX)
    };
    let document: Document = toml::from_str(text).map_err(|error| {
        let words = error.message();
        let spot = error.span().map_or(Spot::Whole, |span| Spot::Line(line(span.start)));
        let right = Right::new(
            format!("不合 meetings.toml 的写法：{words}。写法见 docs/meetings.md。"),
            format!("it does not read as meetings.toml: {words}. docs/meetings.md says how it is written."),
        );
        refuse(spot, Reason::Malformed(right))
    })?;
    let read = checked(&document, &line);
    let read = read.map_err(|(at, right)| refuse(Spot::Line(line(at)), Reason::Malformed(right)))?;
    Ok(MeetingsFile { file: file.name.clone(), ..read })
}

fn checked(said: &Document, line: &impl Fn(usize) -> u32) -> Result<MeetingsFile, Fault> {
    let minutes = within("minutes", &said.minutes, 5, 240)?;
    let between = said.between.as_ref().map_or(Ok(0), |between| within("between", between, 0, 240))?;
    let slots = slots(&said.day, short(minutes), short(between))?;
    let names = Names::of("party", said.party.iter().map(|party| &party.name))?;
    let houses = Names::of("venue", said.venue.iter().map(|venue| &venue.name))?;
    Names::of("interpreter", said.interpreter.iter().map(|one| &one.name))?;
    if said.party.len() > MOST_PARTIES {
        return Err(fault(
            said.party[MOST_PARTIES].name.span().start,
            format!("洽谈方超过 {MOST_PARTIES} 家。请拆成几个文件。"),
            format!("there are more than {MOST_PARTIES} parties. Split the file."),
        ));
    }
    if said.venue.is_empty() {
        return Err(fault(
            0,
            "没有写场地。请至少写一个 [[venue]]，注明有几张桌。",
            "there is no venue. Write one [[venue]] at least, with its tables.",
        ));
    }

    let read = MeetingsFile {
        file: "meetings.toml".into(),
        in_a_row: said.in_a_row.as_ref().map(|row| within("in_a_row", row, 1, MOST)).transpose()?,
        parties: parties(said, &names, line)?,
        interpreters: interpreters(said, line)?,
        venues: venues(said)?,
        roads: roads(said, &houses)?,
        breaks: breaks(said, &slots, line)?,
        pins: pins(said, &names, &houses, &slots, line)?,
        apart: said.apart.iter().map(|two| names.two(&two.one, &two.other)).collect::<Result<_, _>>()?,
        slots,
    };
    Ok(read)
}

fn parties(said: &Document, names: &Names<'_>, line: &impl Fn(usize) -> u32) -> Result<Vec<Party>, Fault> {
    let mut comes: HashMap<&str, &str> = HashMap::new();
    let mut parties = Vec::new();
    for party in &said.party {
        for person in &party.people {
            let Some(other) = comes.insert(person.get_ref().trim(), party.name.get_ref()) else { continue };
            let (person, at) = (person.get_ref(), person.span().start);
            return Err(fault(
                at,
                format!("「{person}」在「{other}」里已经有了：一个人只能代表一方。请删去一处。"),
                format!(
                    "“{person}” comes for “{other}” already: nobody can sit for two. Leave out one of them."
                ),
            ));
        }
        let mut wishes = Vec::new();
        for wish in &party.wishes {
            let (_, to) = names.two(&party.name, wish)?;
            if !wishes.contains(&to) {
                wishes.push(to);
            }
        }
        parties.push(Party {
            line: line(party.name.span().start),
            name: party.name.get_ref().trim().to_owned(),
            people: party.people.iter().map(|person| person.get_ref().trim().to_owned()).collect(),
            languages: languages(&party.name, &party.languages, 1)?,
            offers: party.offers.clone(),
            seeks: party.seeks.clone(),
            wishes,
            most: party.most.as_ref().map(|most| within("most", most, 0, MOST)).transpose()?,
            away: party.away.iter().map(|away| absence("away", away)).collect::<Result<_, _>>()?,
        });
    }
    Ok(parties)
}

fn interpreters(said: &Document, line: &impl Fn(usize) -> u32) -> Result<Vec<Interpreter>, Fault> {
    let one = |one: &super::raw::Interpreter| {
        Ok(Interpreter {
            line: line(one.name.span().start),
            name: one.name.get_ref().trim().to_owned(),
            languages: languages(&one.name, &one.languages, 2)?,
            away: one.away.iter().map(|away| absence("away", away)).collect::<Result<_, _>>()?,
        })
    };
    said.interpreter.iter().map(one).collect()
}

fn venues(said: &Document) -> Result<Vec<Venue>, Fault> {
    let one = |one: &super::raw::Venue| {
        Ok(Venue {
            name: one.name.get_ref().trim().to_owned(),
            tables: within("tables", &one.tables, 1, MOST)?,
            closed: one.closed.iter().map(|closed| absence("closed", closed)).collect::<Result<_, _>>()?,
        })
    };
    said.venue.iter().map(one).collect()
}

fn roads(said: &Document, houses: &Names<'_>) -> Result<Vec<(usize, usize, u32)>, Fault> {
    let one = |road: &super::raw::Road| {
        let (from, to) = houses.two(&road.from, &road.to)?;
        Ok((from, to, within("minutes", &road.minutes, 0, 1440)?))
    };
    said.road.iter().map(one).collect()
}

fn breaks(said: &Document, slots: &[Stretch], line: &impl Fn(usize) -> u32) -> Result<Vec<Break>, Fault> {
    let mut breaks = Vec::new();
    for one in &said.breaks {
        let free = one.free.as_ref().map_or(Ok(1), |free| within("free", free, 1, 128))?;
        let during = every_day(slots, hours(&one.between)?);
        for hours in &during {
            let there = slots.iter().filter(|slot| slot.meets(*hours)).count();
            if there < free as usize {
                let at = one.between.span().start;
                return Err(fault(
                    at,
                    format!("{} 这段时间只有 {there} 个时段，留不出 {free} 个。", one.between.get_ref()),
                    format!("{} has {there} slots, of which {free} cannot be free.", one.between.get_ref()),
                ));
            }
        }
        let (line, name) = (line(one.name.span().start), one.name.get_ref().trim().to_owned());
        breaks.push(Break { line, name, during, free: short(free) });
    }
    Ok(breaks)
}

fn pins(
    said: &Document,
    names: &Names<'_>,
    houses: &Names<'_>,
    slots: &[Stretch],
    line: &impl Fn(usize) -> u32,
) -> Result<Vec<Pin>, Fault> {
    let mut pins: Vec<Pin> = Vec::new();
    for pin in &said.pin {
        let (one, other) = names.two(&pin.one, &pin.other)?;
        let at = pin.one.span().start;
        if let Some(twice) = pins
            .iter()
            .find(|pin| [pin.one, pin.other] == [one, other] || [pin.other, pin.one] == [one, other])
        {
            return Err(fault(
                at,
                format!("这两方在第 {} 行已经定过一场。请只留一处。", twice.line),
                format!("the two are pinned in line {} already. Keep one.", twice.line),
            ));
        }
        let slot = pin.start.as_ref().map(|start| {
            let from = moment("start", start)?;
            let begins = |slot: &Stretch| slot.from == from;
            slots.iter().position(begins).ok_or_else(|| {
                let near = slots.iter().min_by_key(|slot| (slot.from.duration_since(from)).abs());
                let near = near.map_or_else(String::new, |slot| slot.from.to_string());
                bad(start.span().start, "start", &from.to_string(), &near)
            })
        });
        pins.push(Pin {
            line: line(at),
            one,
            other,
            slot: slot.transpose()?,
            venue: pin.venue.as_ref().map(|venue| houses.find(venue)).transpose()?,
        });
    }
    Ok(pins)
}

fn languages(of: &Said, said: &[Said], fewest: usize) -> Result<Vec<String>, Fault> {
    let mut languages: Vec<String> = said.iter().map(|one| one.get_ref().trim().to_lowercase()).collect();
    languages.sort_unstable();
    languages.dedup();
    languages.retain(|language| !language.is_empty());
    if languages.len() >= fewest {
        return Ok(languages);
    }
    let (at, name) = (of.span().start, of.get_ref());
    Err(fault(
        at,
        format!("「{name}」的 languages 至少要写 {fewest} 种语言，如 [\"zh\", \"en\"]。"),
        format!("“{name}” speaks fewer than {fewest} languages. Write them, such as [\"zh\", \"en\"]."),
    ))
}

/// The names of a kind of thing, and which is which.
struct Names<'a> {
    kind: &'static str,
    places: HashMap<&'a str, usize>,
}

impl<'a> Names<'a> {
    fn of(kind: &'static str, all: impl Iterator<Item = &'a Said>) -> Result<Self, Fault> {
        let mut places = HashMap::new();
        for (place, name) in all.enumerate() {
            let (text, at) = (name.get_ref().trim(), name.span().start);
            if text.is_empty() {
                return Err(fault(
                    at,
                    format!("[[{kind}]] 的 name 是空的。请写上名称。"),
                    format!("the name of a [[{kind}]] is empty. Write it."),
                ));
            }
            if places.insert(text, place).is_some() {
                return Err(fault(
                    at,
                    format!("[[{kind}]]「{text}」写了两次。请改名或删去一处。"),
                    format!("[[{kind}]] “{text}” is said twice. Rename or leave out one."),
                ));
            }
        }
        Ok(Self { kind, places })
    }

    fn find(&self, name: &Said) -> Result<usize, Fault> {
        let text = name.get_ref().trim();
        self.places.get(text).copied().ok_or_else(|| {
            let kind = self.kind;
            fault(
                name.span().start,
                format!("没有叫「{text}」的 [[{kind}]]。请写成文件里的名称。"),
                format!("there is no [[{kind}]] “{text}”. Write the name as the file has it."),
            )
        })
    }

    fn two(&self, one: &Said, other: &Said) -> Result<(usize, usize), Fault> {
        let both = (self.find(one)?, self.find(other)?);
        if both.0 != both.1 {
            return Ok(both);
        }
        let text = other.get_ref();
        Err(fault(
            other.span().start,
            format!("两处都是「{text}」。请写另一个。"),
            format!("“{text}” stands on both sides. Name another."),
        ))
    }
}

fn within(key: &'static str, said: &Spanned<i64>, least: i64, most: i64) -> Result<u32, Fault> {
    let number = *said.get_ref();
    if (least..=most).contains(&number) {
        return Ok(u32::try_from(number).expect("the bounds were asked for"));
    }
    Err(bad(said.span().start, key, &number.to_string(), &format!("{least} … {most}")))
}

fn short(number: u32) -> u16 {
    u16::try_from(number).expect("the bounds were asked for")
}
