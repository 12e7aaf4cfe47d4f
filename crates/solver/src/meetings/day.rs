//! What is to be arranged: slots, halls with tables, interpreters, people and their meetings; and a plan of it.
//!
//! Everything is known by its place in the lists of the [`Day`]. A day may be several: breaks, pauses and roads end with the day of a slot.

/// All of it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Day {
    /// In the order of time; at most [`Day::MOST_SLOTS`].
    pub slots: Vec<Slot>,
    pub halls: Vec<Hall>,
    /// Minutes on the road from one hall to another. Empty: all halls are in one house and no time is lost.
    pub roads: Vec<Vec<u32>>,
    pub languages: Vec<Language>,
    pub participants: Vec<Participant>,
    pub meetings: Vec<Meeting>,
    /// Meetings of which the first must be over before the second begins.
    pub order: Vec<(u32, u32)>,
    /// By how many breaks the participant with most may differ from the one with fewest; everybody counts, whoever has no meeting too.
    pub evenness: Option<u32>,
}

/// When meetings begin and end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slot {
    /// Days are counted upwards, not necessarily one by one.
    pub day: u16,
    pub half: Half,
    /// Minutes, on a clock of that day.
    pub from: u32,
    pub till: u32,
}

/// What part of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Half {
    Morning,
    Afternoon,
}

/// A place with tables.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Hall {
    /// How many there are in each slot.
    pub tables: Vec<u32>,
}

/// Something for which interpreters are needed, of whom there are only so many: one language, or several together.
///
/// Where some interpreters speak for several languages, all meetings of a slot have somebody exactly if no set of languages has more meetings than
/// interpreters who speak for any of them (Hall 1935); each such set is a language here, and a meeting needs all that its own is in.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Language {
    /// How many interpreters there are in each slot.
    pub interpreters: Vec<u32>,
}

/// Somebody, or a company that sits at one table at a time.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Participant {
    /// The slots in which they are not there.
    pub away: Vec<u16>,
    /// The most meetings without a free slot between them on one day.
    pub in_a_row: Option<u32>,
    pub pauses: Vec<Pause>,
}

/// A stretch of slots of which some must be free: for lunch, or a talk of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pause {
    pub first: u16,
    pub last: u16,
    /// How many of them.
    pub free: u16,
}

/// Two who are to meet, for one slot.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Meeting {
    pub one: u32,
    pub other: u32,
    /// Only then.
    pub half: Option<Half>,
    /// In this slot and no other.
    pub fixed: Option<u16>,
    /// Where it can be; empty is anywhere.
    pub halls: Vec<u32>,
    /// The languages it needs an interpreter for; one interpreter does.
    pub languages: Vec<u32>,
}

/// Where and when a meeting is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Seat {
    pub slot: u16,
    pub hall: u32,
}

/// A seat for every meeting that has one, in the order of the meetings.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Plan(pub Vec<Option<Seat>>);

impl Meeting {
    /// The two meet at any time.
    #[must_use]
    pub fn of(one: u32, other: u32) -> Self {
        Self { one, other, ..Self::default() }
    }
}

impl Day {
    /// What the search can hold of one participant in a machine word.
    pub const MOST_SLOTS: usize = 128;

    /// So many slots of half an hour, all in the morning, and one hall with so many tables in each.
    #[must_use]
    pub fn of(slots: u16, tables: u32) -> Self {
        let slot = |number| Slot {
            day: 0,
            half: Half::Morning,
            from: u32::from(number) * 30,
            till: u32::from(number) * 30 + 30,
        };
        Self {
            slots: (0..slots).map(slot).collect(),
            halls: vec![Hall { tables: vec![tables; usize::from(slots)] }],
            ..Self::default()
        }
    }

    /// Adds somebody who is always there; their number.
    ///
    /// # Panics
    /// Never: no machine holds so many participants that 32 bits do not count them.
    pub fn participant(&mut self) -> u32 {
        self.participants.push(Participant::default());
        u32::try_from(self.participants.len() - 1).expect("no day has four thousand million participants")
    }

    /// Minutes on the road between two halls.
    pub(crate) fn road(&self, from: u32, to: u32) -> u32 {
        if self.roads.is_empty() { 0 } else { self.roads[from as usize][to as usize] }
    }

    /// Whether whoever sits in the first seat can be in the second, which is later, in time.
    pub(crate) fn walks(&self, from: Seat, to: Seat) -> bool {
        let [left, reached] = [self.slots[usize::from(from.slot)], self.slots[usize::from(to.slot)]];
        left.day != reached.day || left.till.saturating_add(self.road(from.hall, to.hall)) <= reached.from
    }

    /// Whether the meeting may be in the slot, as far as its half, its fixing and the presence of both say.
    pub(crate) fn open(&self, meeting: &Meeting, slot: u16) -> bool {
        let away = |who: u32| self.participants[who as usize].away.contains(&slot);
        meeting.half.is_none_or(|half| self.slots[usize::from(slot)].half == half)
            && meeting.fixed.is_none_or(|fixed| fixed == slot)
            && !away(meeting.one)
            && !away(meeting.other)
    }

    /// All tables of a slot.
    pub(crate) fn tables_at(&self, slot: usize) -> u64 {
        self.halls.iter().map(|hall| u64::from(hall.tables[slot])).sum()
    }
}
