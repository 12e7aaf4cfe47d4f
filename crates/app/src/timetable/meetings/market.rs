//! Meetings of ours: from `meetings.toml` to the solver's numbers.
//!
//! First who meets whom: wishes, offers and quotas become a market, and pairs that could never sit down together are kept out of it, with the reason. Then
//! their day: parties are participants, venues are halls; interpreters are counted by [`circles`].

mod circles;
mod house;
mod pins;

use std::collections::{BTreeMap, BTreeSet};

use festoon_exchange::Refusal;
use festoon_exchange::meetings_file::MeetingsFile;
use festoon_solver::meetings::matching::{Market, Wish, matched, wishes_of_subjects};
use festoon_solver::meetings::{Day, Language, Meeting};

use circles::{circles, within};
pub(super) use house::there;
use house::{House, able, short};

/// The most meetings of a party that says nothing.
pub const USUAL_MOST: u32 = 8;

/// How often the matching may decide halves before it takes the best it has.
const PATIENCE: u32 = 2_000;

/// Why two who wish it do not meet; parties by their place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// They are to be kept apart.
    Apart,
    /// They have no language in common and nobody interprets between them.
    NoLanguage,
    /// They and a venue are never free at once.
    NoTime,
    /// They are free at once with a venue, and never with anybody who interprets between them.
    NoTimeInterpreted,
    /// This one of them has as many meetings as it may.
    Full(usize),
    /// They were matched, and there was no place at which all rules are kept.
    NoPlace,
    /// They were matched, and no interpreter could be there in time.
    NoInterpreter,
}

/// A day to arrange, and what is known of it beside the numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Posed {
    pub day: Day,
    /// The two of each meeting; pins stand first.
    pub pairs: Vec<(usize, usize)>,
    /// Pairs of whom somebody named the other, and who were not matched.
    pub unmatched: Vec<(usize, usize, Why)>,
    /// Of each meeting: who could interpret; nobody where nobody is needed.
    pub able: Vec<Vec<usize>>,
    /// Of each language of the day: the interpreters it counts.
    pub circles: Vec<Vec<usize>>,
}

/// Who meets whom, and the day of it.
///
/// # Errors
/// Pins that contradict each other or the rest of the file, with their line.
///
/// # Panics
/// Never: the reader bounds everything that is counted here.
pub fn pose_market(file: &MeetingsFile) -> Result<Posed, Refusal> {
    let house = House::new(file);
    let wished = wishes(file);
    let mut asked: BTreeSet<(usize, usize)> =
        wished.iter().map(|wish| sorted(wish.of as usize, wish.to as usize)).collect();
    asked.extend(file.pins.iter().map(|pin| sorted(pin.one, pin.other)));

    let mut never: BTreeMap<(usize, usize), Why> =
        file.apart.iter().map(|&(one, other)| (sorted(one, other), Why::Apart)).collect();
    for &(one, other) in &asked {
        if let Err(why) = house.together(file, one, other) {
            never.entry((one, other)).or_insert(why);
        }
    }
    house.check_pins(file, &never)?;

    let pinned: BTreeSet<(usize, usize)> = file.pins.iter().map(|pin| sorted(pin.one, pin.other)).collect();
    let quotas: Vec<u32> = (0..file.parties.len()).map(|who| house.quota(file, who)).collect();
    let has = |who: usize| number(pinned.iter().filter(|(one, other)| who == *one || who == *other).count());
    let market = Market {
        quotas: (0..).zip(&quotas).map(|(who, quota)| quota.saturating_sub(has(who))).collect(),
        wishes: wished,
        apart: never.keys().chain(&pinned).map(|&(one, other)| (number(one), number(other))).collect(),
    };
    let found = matched(&market, PATIENCE).expect("the wishes are of parties that there are");
    let mut pairs: Vec<(usize, usize)> = file.pins.iter().map(|pin| (pin.one, pin.other)).collect();
    pairs.extend(found.pairs.iter().map(|&(one, other)| (one as usize, other as usize)));

    let able: Vec<Vec<usize>> =
        pairs.iter().map(|&(one, other)| able(file, one, other).unwrap_or_default()).collect();
    let circles = circles(&able);
    let meetings = pairs.iter().enumerate().map(|(at, &(one, other))| {
        let pin = file.pins.get(at);
        Meeting {
            fixed: pin.and_then(|pin| pin.slot).map(short),
            halls: pin.and_then(|pin| pin.venue).map(number).into_iter().collect(),
            languages: within(&circles, &able[at]),
            ..Meeting::of(number(one), number(other))
        }
    });
    let languages = circles.iter().map(|who| Language { interpreters: house.heard(file, who) });
    let day = Day { meetings: meetings.collect(), languages: languages.collect(), ..house.day(file) };
    let met: BTreeSet<(usize, usize)> = pairs.iter().map(|&(one, other)| sorted(one, other)).collect();
    let mut times = vec![0_u32; file.parties.len()];
    for &(one, other) in &met {
        times[one] += 1;
        times[other] += 1;
    }
    let why = |&(one, other): &(usize, usize)| match never.get(&(one, other)) {
        Some(why) => why.clone(),
        None if times[one] >= quotas[one] => Why::Full(one),
        None => Why::Full(other),
    };
    let named: BTreeSet<(usize, usize)> = file
        .parties
        .iter()
        .enumerate()
        .flat_map(|(of, party)| party.wishes.iter().map(move |&to| sorted(of, to)))
        .collect();
    let unmatched = named.difference(&met).map(|pair| (pair.0, pair.1, why(pair))).collect();
    Ok(Posed { day, pairs, unmatched, able, circles })
}

/// Whom a party names it wishes most; who seeks what another offers wishes it a little.
fn wishes(file: &MeetingsFile) -> Vec<Wish> {
    let mut subjects: BTreeMap<&str, u32> = BTreeMap::new();
    let numbers =
        |said: &[String]| -> Vec<String> { said.iter().map(|one| one.trim().to_lowercase()).collect() };
    let offered: Vec<Vec<String>> = file.parties.iter().map(|party| numbers(&party.offers)).collect();
    let sought: Vec<Vec<String>> = file.parties.iter().map(|party| numbers(&party.seeks)).collect();
    for subject in offered.iter().chain(&sought).flatten() {
        let next = number(subjects.len());
        subjects.entry(subject).or_insert(next);
    }
    let by_number = |all: &[Vec<String>]| -> Vec<Vec<u32>> {
        all.iter().map(|said| said.iter().map(|subject| subjects[subject.as_str()]).collect()).collect()
    };
    let mut wishes = wishes_of_subjects(&by_number(&offered), &by_number(&sought), 2);
    for (of, party) in (0..).zip(&file.parties) {
        for (rank, &to) in (0_u32..).zip(&party.wishes) {
            let strength = 200_u32.saturating_sub(rank * 5).max(100);
            wishes.push(Wish { of, to: number(to), strength });
        }
    }
    wishes
}

fn sorted(one: usize, other: usize) -> (usize, usize) {
    (one.min(other), one.max(other))
}

fn number(place: usize) -> u32 {
    u32::try_from(place).expect("the reader counts in 32 bits")
}
