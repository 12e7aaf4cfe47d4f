//! From what a file says to a [`MeetingsFile`]: whether names name something, and whether it fits together. All that does not is told at once.

use std::collections::HashMap;
use std::sync::Arc;

use festoon_domain::programme::Spot;

use super::days::{absence, every_day, hours, slots};
use super::raw::{self, Document, Fault, Faults, bad, fault};
use super::{Break, Interpreter, MeetingsFile, Party, Pin, Stretch, Venue};
use crate::said::MOST_MISTAKES;
use crate::sheet::language_code;
use crate::{Reason, Refusal, Word};

/// More than any hall holds; whatever is larger was not meant.
pub(super) const MOST: u32 = 10_000;

/// How many minutes a meeting may take, and how many may be between two slots.
pub(super) const MINUTES: (u32, u32) = (5, 240);
pub(super) const BETWEEN: (u32, u32) = (0, 240);
/// Tables of a venue, minutes of a road, and slots of a break.
pub(super) const TABLES: (u32, u32) = (1, MOST);
pub(super) const A_ROAD: (u32, u32) = (0, 1440);
pub(super) const A_BREAK: (u32, u32) = (1, 128);

/// Everybody may wish to meet everybody: a square of these is looked at.
const MOST_PARTIES: usize = 2_000;

pub(super) fn checked(file: &Arc<str>, said: &Document) -> Result<MeetingsFile, Vec<Refusal>> {
    let mut faults = Faults::default();
    let found = all(file, said, &mut faults);
    let mut faults = faults.0;
    faults.sort_by(|one, other| one.0.cmp(&other.0));
    faults.truncate(MOST_MISTAKES);
    let refusal = |(spot, right)| super::cited(file, spot, Reason::Malformed(right));
    match found {
        Some(found) if faults.is_empty() => Ok(found),
        _ => Err(faults.into_iter().map(refusal).collect()),
    }
}

fn all(file: &Arc<str>, said: &Document, faults: &mut Faults) -> Option<MeetingsFile> {
    let slots = faults.known(slots(&said.days, &said.minutes, short(said.between)));
    let names = Names::of(PARTY, said.parties.iter().map(|party| &party.name), faults);
    let houses = Names::of(VENUE, said.venues.iter().map(|venue| &venue.name), faults);
    Names::of(INTERPRETER, said.interpreters.iter().map(|one| &one.name), faults);
    if let Some(beyond) = said.parties.get(MOST_PARTIES) {
        faults.0.push(fault(
            &beyond.name.at,
            format!("洽谈方超过 {MOST_PARTIES} 家。请拆成几个文件。"),
            format!("there are more than {MOST_PARTIES} parties. Split the file."),
        ));
        return None;
    }
    if said.venues.is_empty() {
        faults.0.push(fault(
            &said.minutes.at,
            "没有写场地。请至少写一个，注明有几张桌。",
            "there is no venue. Write one at least, with its tables.",
        ));
    }
    let parties = parties(said, &names, faults);
    let interpreters = interpreters(said, faults);
    let venues = venues(said, faults);
    let roads = said.roads.iter().filter_map(|road| {
        let two = faults.known(houses.two(&road.from, &road.to))?;
        Some((two.0, two.1, road.minutes))
    });
    let roads = roads.collect();
    let apart = said.apart.iter().filter_map(|two| faults.known(names.two(&two.one, &two.other))).collect();
    let slots = slots?;
    Some(MeetingsFile {
        file: Arc::clone(file),
        in_a_row: said.in_a_row,
        parties,
        interpreters,
        venues,
        roads,
        breaks: breaks(said, &slots, faults),
        pins: pins(said, &names, &houses, &slots, faults),
        apart,
        notes: Vec::new(),
        slots,
    })
}

fn parties(said: &Document, names: &Names<'_>, faults: &mut Faults) -> Vec<Party> {
    let mut comes: HashMap<&str, &str> = HashMap::new();
    let mut parties = Vec::new();
    for party in &said.parties {
        for person in &party.people {
            let Some(other) = comes.insert(&person.value, &party.name.value) else { continue };
            let Word { value: person, at } = person;
            faults.0.push(fault(
                at,
                format!("「{person}」在「{other}」里已经有了：一个人只能代表一方。请删去一处。"),
                format!(
                    "“{person}” comes for “{other}” already: nobody can sit for two. Leave out one of them."
                ),
            ));
        }
        let mut wishes = Vec::new();
        for wish in &party.wishes {
            let Some((_, to)) = faults.known(names.two(&party.name, wish)) else { continue };
            if !wishes.contains(&to) {
                wishes.push(to);
            }
        }
        parties.push(Party {
            name: party.name.value.clone(),
            people: party.people.iter().map(|person| person.value.clone()).collect(),
            languages: faults.known(languages(&party.name, &party.languages, 1)).unwrap_or_default(),
            offers: party.offers.clone(),
            seeks: party.seeks.clone(),
            wishes,
            most: party.most,
            away: stretches("away", &party.away, faults),
        });
    }
    parties
}

fn stretches(key: &'static str, said: &[Word], faults: &mut Faults) -> Vec<Stretch> {
    said.iter().filter_map(|one| faults.known(absence(key, one))).collect()
}

fn interpreters(said: &Document, faults: &mut Faults) -> Vec<Interpreter> {
    let mut interpreters = Vec::new();
    for one in &said.interpreters {
        interpreters.push(Interpreter {
            name: one.name.value.clone(),
            languages: faults.known(languages(&one.name, &one.languages, 2)).unwrap_or_default(),
            away: stretches("away", &one.away, faults),
        });
    }
    interpreters
}

fn venues(said: &Document, faults: &mut Faults) -> Vec<Venue> {
    let mut venues = Vec::new();
    for one in &said.venues {
        venues.push(Venue {
            name: one.name.value.clone(),
            tables: one.tables,
            closed: stretches("closed", &one.closed, faults),
        });
    }
    venues
}

fn breaks(said: &Document, slots: &[Stretch], faults: &mut Faults) -> Vec<Break> {
    let mut breaks = Vec::new();
    for one in &said.breaks {
        let Some(span) = faults.known(hours(&one.between)) else { continue };
        let during = every_day(slots, span);
        let there = |hours: &Stretch| slots.iter().filter(|slot| slot.meets(*hours)).count();
        let fewest = during.iter().map(there).min().unwrap_or(usize::MAX);
        let (free, between) = (one.free, &one.between.value);
        if fewest < free as usize {
            faults.0.push(fault(
                &one.between.at,
                format!("{between} 这段时间只有 {fewest} 个时段，留不出 {free} 个。"),
                format!("{between} has {fewest} slots, of which {free} cannot be free."),
            ));
            continue;
        }
        breaks.push(Break { name: one.name.value.clone(), during, free: short(free) });
    }
    breaks
}

fn pins(
    said: &Document,
    names: &Names<'_>,
    houses: &Names<'_>,
    slots: &[Stretch],
    faults: &mut Faults,
) -> Vec<Pin> {
    let mut pins: Vec<Pin> = Vec::new();
    for pin in &said.pins {
        let Some((one, other)) = faults.known(names.two(&pin.one, &pin.other)) else { continue };
        let of_two =
            |pin: &&Pin| [pin.one, pin.other] == [one, other] || [pin.other, pin.one] == [one, other];
        if let Some(twice) = pins.iter().find(of_two) {
            let (zh, en) = (place_zh(&twice.at), place_en(&twice.at));
            faults.0.push(fault(
                &pin.one.at,
                format!("这两方在{zh}已经定过一场。请只留一处。"),
                format!("the two are pinned in {en} already. Keep one."),
            ));
            continue;
        }
        let slot = match &pin.start {
            None => None,
            Some(start) => {
                let Some(slot) = slots.iter().position(|slot| slot.from == start.value) else {
                    faults.0.push(no_slot(pin, slots));
                    continue;
                };
                Some(slot)
            }
        };
        let venue = match &pin.venue {
            None => None,
            Some(venue) => {
                let Some(venue) = faults.known(houses.find(venue)) else { continue };
                Some(venue)
            }
        };
        pins.push(Pin { at: pin.one.at.clone(), one, other, slot, venue });
    }
    pins
}

/// A pin at no slot's beginning; the nearest would be right.
fn no_slot(pin: &raw::Pin, slots: &[Stretch]) -> Fault {
    let start = pin.start.as_ref().expect("only pins with a start have none of the slots");
    let away = |slot: &&Stretch| start.value.duration_since(slot.from).unsigned_abs();
    let nearest = slots.iter().min_by_key(away).map_or_else(String::new, |slot| slot.from.to_string());
    bad(&start.at, "start", &start.value.to_string(), &nearest)
}

/// A place as sentences name it.
#[must_use]
pub fn place_zh(spot: &Spot) -> String {
    match spot {
        Spot::Row(_, row) | Spot::Cell(_, row, _) | Spot::Line(row) | Spot::Character(row, _) => {
            format!("第 {row} 行")
        }
        _ => "另一处".to_owned(),
    }
}

/// A place as sentences name it.
#[must_use]
pub fn place_en(spot: &Spot) -> String {
    match spot {
        Spot::Row(_, row) | Spot::Cell(_, row, _) => format!("row {row}"),
        Spot::Line(line) | Spot::Character(line, _) => format!("line {line}"),
        _ => "another place".to_owned(),
    }
}

fn languages(of: &Word, said: &[Word], fewest: usize) -> Result<Vec<String>, Fault> {
    let mut languages: Vec<String> = said.iter().map(|one| spoken(&one.value)).collect();
    languages.sort_unstable();
    languages.dedup();
    languages.retain(|language| !language.is_empty());
    if languages.len() >= fewest {
        return Ok(languages);
    }
    let name = &of.value;
    Err(fault(
        &of.at,
        format!("「{name}」至少要写 {fewest} 种语言，如 zh、en。"),
        format!("“{name}” speaks fewer than {fewest} languages. Write them, such as zh and en."),
    ))
}

/// A language by its code where that is known, so that 中文, Chinese and zh are one.
fn spoken(said: &str) -> String {
    let word = said.to_lowercase();
    language_code(&word).map_or(word, str::to_owned)
}

/// What is named, in both languages.
type Kind = (&'static str, &'static str);

const PARTY: Kind = ("洽谈方", "party");
const VENUE: Kind = ("场地", "venue");
const INTERPRETER: Kind = ("译员", "interpreter");

/// The names of a kind of thing, and which is which.
struct Names<'a> {
    kind: Kind,
    places: HashMap<&'a str, usize>,
}

impl<'a> Names<'a> {
    fn of(kind: Kind, all: impl Iterator<Item = &'a Word>, faults: &mut Faults) -> Self {
        let mut places = HashMap::new();
        let (zh, en) = kind;
        for (place, Word { value: text, at }) in all.enumerate() {
            if text.is_empty() {
                faults.0.push(fault(
                    at,
                    format!("{zh}的名称是空的。请写上名称。"),
                    format!("the name of this {en} is empty. Write it."),
                ));
            } else if places.insert(text.as_str(), place).is_some() {
                faults.0.push(fault(
                    at,
                    format!("{zh}「{text}」写了两次。请改名或删去一处。"),
                    format!("the {en} “{text}” is said twice. Rename or leave out one."),
                ));
            }
        }
        Self { kind, places }
    }

    fn find(&self, Word { value: text, at }: &Word) -> Result<usize, Fault> {
        self.places.get(text.as_str()).copied().ok_or_else(|| {
            let (zh, en) = self.kind;
            fault(
                at,
                format!("没有叫「{text}」的{zh}。请写成文件里的名称。"),
                format!("there is no {en} “{text}”. Write the name as the file has it."),
            )
        })
    }

    fn two(&self, one: &Word, other: &Word) -> Result<(usize, usize), Fault> {
        let both = (self.find(one)?, self.find(other)?);
        if both.0 != both.1 {
            return Ok(both);
        }
        let text = &other.value;
        Err(fault(
            &other.at,
            format!("两处都是「{text}」。请写另一个。"),
            format!("“{text}” stands on both sides. Name another."),
        ))
    }
}

fn short(number: u32) -> u16 {
    u16::try_from(number).expect("the bounds were asked for")
}
