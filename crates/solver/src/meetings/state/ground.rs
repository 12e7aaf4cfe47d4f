//! A day, turned round into what the search asks of it again and again.

use super::super::day::{Day, Participant};

pub(crate) struct Ground<'a> {
    pub(crate) day: &'a Day,
    pub(crate) pairs: Vec<[u32; 2]>,
    /// The slots in which a meeting may be, one bit each.
    pub(crate) open: Vec<u128>,
    /// Where it may be.
    pub(crate) halls: Vec<Vec<u32>>,
    /// What must be before, and after, each meeting.
    pub(crate) before: Vec<Vec<u32>>,
    pub(crate) after: Vec<Vec<u32>>,
    /// Every participant's meetings.
    pub(crate) of: Vec<Vec<u32>>,
    pub(crate) tables: Vec<u32>,
    pub(crate) interpreters: Vec<u32>,
    /// The slots of each day, and the first of each.
    pub(crate) days: Vec<u128>,
    pub(crate) firsts: u128,
    /// Whether anybody needs to be asked for more than their breaks.
    pub(crate) demands: Vec<Demands>,
}

/// What a participant's slots are looked through for.
#[derive(Debug, Clone, Default)]
pub(crate) struct Demands {
    pub(crate) most: Option<u32>,
    /// The slots of each pause, and how many of them must be free.
    pub(crate) pauses: Vec<(u128, u32)>,
    pub(crate) roads: Roads,
}

/// Whether somebody's way from one meeting to the next can be too long.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Roads {
    #[default]
    None,
    Walked,
}

impl<'a> Ground<'a> {
    /// Of a day that was checked.
    pub(crate) fn new(day: &'a Day) -> Self {
        let slots = 0..u16::try_from(day.slots.len()).expect("a checked day has at most 128 slots");
        let mut of = vec![Vec::new(); day.participants.len()];
        for (number, meeting) in (0..).zip(&day.meetings) {
            of[meeting.one as usize].push(number);
            of[meeting.other as usize].push(number);
        }
        let mut before = vec![Vec::new(); day.meetings.len()];
        let mut after = before.clone();
        for &(first, then) in &day.order {
            before[then as usize].push(first);
            after[first as usize].push(then);
        }
        let mask =
            |keep: &dyn Fn(u16) -> bool| slots.clone().filter(|&slot| keep(slot)).fold(0, |m, s| m | 1 << s);
        let everywhere: Vec<u32> = (0..).take(day.halls.len()).collect();
        let halls = |own: &Vec<u32>| if own.is_empty() { everywhere.clone() } else { own.clone() };
        let mut numbers: Vec<u16> = day.slots.iter().map(|slot| slot.day).collect();
        numbers.dedup();
        let days: Vec<u128> =
            numbers.iter().map(|&number| mask(&|slot| day.slots[usize::from(slot)].day == number)).collect();
        Self {
            day,
            pairs: day.meetings.iter().map(|meeting| [meeting.one, meeting.other]).collect(),
            open: day.meetings.iter().map(|meeting| mask(&|slot| day.open(meeting, slot))).collect(),
            halls: day.meetings.iter().map(|meeting| halls(&meeting.halls)).collect(),
            before,
            after,
            of,
            tables: day.halls.iter().flat_map(|hall| hall.tables.iter().copied()).collect(),
            interpreters: day.languages.iter().flat_map(|one| one.interpreters.iter().copied()).collect(),
            firsts: days.iter().fold(0, |firsts, slots| firsts | (slots & slots.wrapping_neg())),
            days,
            demands: day.participants.iter().map(|who| demands(day, who)).collect(),
        }
    }

    /// Where in a list by participant, hall or language, and slot, these two stand.
    pub(crate) fn at(&self, which: u32, slot: u16) -> usize {
        which as usize * self.day.slots.len() + usize::from(slot)
    }

    /// How many stretches of a word's slots lie between others of the same day.
    pub(crate) fn breaks(&self, busy: u128) -> u32 {
        let begins = busy & (!(busy << 1) | self.firsts);
        let days = self.days.iter().filter(|&&day| busy & day != 0).count();
        begins.count_ones() - u32::try_from(days).expect("a day that was checked has at most 128 slots")
    }

    /// How many slots those stretches have.
    pub(crate) fn waited(&self, busy: u128) -> u32 {
        let of_day = |day: &u128| match busy & day {
            0 => 0,
            busy => 1 + busy.ilog2() - busy.trailing_zeros() - busy.count_ones(),
        };
        self.days.iter().map(of_day).sum()
    }
}

fn demands(day: &Day, who: &Participant) -> Demands {
    let stretch = |first: u16, last: u16| (first..=last).fold(0_u128, |mask, slot| mask | 1 << slot);
    let far = day.roads.iter().flatten().any(|&minutes| minutes > 0);
    Demands {
        most: who.in_a_row,
        pauses: who
            .pauses
            .iter()
            .map(|pause| (stretch(pause.first, pause.last), pause.free.into()))
            .collect(),
        roads: if far { Roads::Walked } else { Roads::None },
    }
}
