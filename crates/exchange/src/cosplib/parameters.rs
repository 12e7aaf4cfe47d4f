//! The sheet `parameters`: which hours suit people, and what each count weighs.

use jiff::civil::Time;
use jiff::tz::TimeZone;

use super::ConferenceFault;
use super::hours;
use super::numbers::MOST;
use super::sheet::Sheet;
use crate::Refusal;

/// What is counted, in the order of the sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Weighed {
    TracksSessions,
    TracksRooms,
    SessionsRooms,
    SimilarTracks,
    RoomsPerTrack,
    ParallelTracks,
    ConsecutiveTracks,
    Hours,
    Order,
    SubmissionsSessions,
    SubmissionsRooms,
    Presenters,
    Attendees,
    Chairs,
    PresentersAtOnce,
    AttendeesAtOnce,
}

impl Weighed {
    /// All of them, in the order of the sheet.
    pub const ALL: [Self; 16] = [
        Self::TracksSessions,
        Self::TracksRooms,
        Self::SessionsRooms,
        Self::SimilarTracks,
        Self::RoomsPerTrack,
        Self::ParallelTracks,
        Self::ConsecutiveTracks,
        Self::Hours,
        Self::Order,
        Self::SubmissionsSessions,
        Self::SubmissionsRooms,
        Self::Presenters,
        Self::Attendees,
        Self::Chairs,
        Self::PresentersAtOnce,
        Self::AttendeesAtOnce,
    ];

    /// How the file calls it.
    #[must_use]
    pub const fn called(self) -> &'static str {
        match self {
            Self::TracksSessions => "Tracks_Sessions|Penalty",
            Self::TracksRooms => "Tracks_Rooms|Penalty",
            Self::SessionsRooms => "Sessions_Rooms|Penalty",
            Self::SimilarTracks => "Similar Tracks",
            Self::RoomsPerTrack => "Number of Rooms per Track",
            Self::ParallelTracks => "Parallel Tracks",
            Self::ConsecutiveTracks => "Consecutive Tracks",
            Self::Hours => "Submissions_Timezones",
            Self::Order => "Submissions Order",
            Self::SubmissionsSessions => "Submissions_Sessions|Penalty",
            Self::SubmissionsRooms => "Submissions_Rooms|Penalty",
            Self::Presenters => "Presenters Conflicts",
            Self::Attendees => "Attendees Conflicts",
            Self::Chairs => "Chairs Conflicts",
            Self::PresentersAtOnce => "Presenters Conflicts Timeslot Level",
            Self::AttendeesAtOnce => "Attendees Conflicts Timeslot Level",
        }
    }
}

/// What one count of each costs; 0 is not counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Weights([i64; Weighed::ALL.len()]);

impl Weights {
    /// One of each, in the order of [`Weighed::ALL`]; none below 0.
    #[must_use]
    pub const fn new(weights: [i64; Weighed::ALL.len()]) -> Self {
        Self(weights)
    }

    /// What one count costs.
    #[must_use]
    pub const fn of(&self, weighed: Weighed) -> i64 {
        self.0[weighed as usize]
    }
}

/// The sheet.
pub(super) struct Parameters {
    /// Where the conference is.
    pub(super) zone: TimeZone,
    pub(super) suitable: Window,
    pub(super) less_suitable: Window,
    /// What an hour costs that suits less, and one that does not suit.
    pub(super) small: i64,
    pub(super) big: i64,
    pub(super) weights: Weights,
}

/// From when to when.
pub(super) struct Window {
    pub(super) from: Time,
    pub(super) to: Time,
}

impl Parameters {
    pub(super) fn read(sheet: &Sheet<'_>) -> Result<Self, Refusal> {
        let rows = Rows::of(sheet)?;
        let clock = |label| sheet.clock(rows.row(sheet, label)?, 2);
        let number = |label| sheet.number(rows.row(sheet, label)?, 2, 0, MOST);

        let row = rows.row(sheet, "local time zone")?;
        let words = sheet.words(row, 2)?;
        let unknown = || sheet.fault(row, 2, ConferenceFault::UnknownZone(words.clone()));
        Ok(Self {
            zone: hours::zone(&words).ok_or_else(unknown)?,
            suitable: Window { from: clock("suitable from")?, to: clock("suitable to")? },
            less_suitable: Window { from: clock("less suitable from")?, to: clock("less suitable to")? },
            small: number("less suitable penalty")?,
            big: number("unsuitable penalty")?,
            weights: weights(sheet)?,
        })
    }
}

/// Which label of the left half stands in which row, its section before it: “From:” stands there twice.
struct Rows(Vec<(String, u32)>);

impl Rows {
    fn of(sheet: &Sheet<'_>) -> Result<Self, Refusal> {
        let mut rows = Vec::new();
        let mut section = String::new();
        for row in sheet.rows_from(2) {
            let label = sheet.words(row, 1)?.trim_end_matches(':').trim().to_lowercase();
            match label.strip_suffix("scheduling times") {
                Some(named) => named.clone_into(&mut section),
                None if section.is_empty() || label.is_empty() => rows.push((label, row)),
                None => rows.push((format!("{section}{label}"), row)),
            }
        }
        Ok(Self(rows))
    }

    fn row(&self, sheet: &Sheet<'_>, label: &str) -> Result<u32, Refusal> {
        let found = self.0.iter().find(|(said, _)| said == label);
        found.map(|(_, row)| *row).ok_or_else(|| sheet.row_fault(1, ConferenceFault::NoHeading(label.into())))
    }
}

fn weights(sheet: &Sheet<'_>) -> Result<Weights, Refusal> {
    let mut weights = [None; Weighed::ALL.len()];
    for row in sheet.rows_from(2) {
        let said = sheet.words(row, 4)?;
        let label = said.trim_end_matches(':').trim();
        if label.is_empty() {
            continue;
        }
        let found = Weighed::ALL.into_iter().find(|weighed| weighed.called().eq_ignore_ascii_case(label));
        let Some(weighed) = found else {
            return Err(sheet.fault(row, 4, ConferenceFault::UnknownWeight(label.into())));
        };
        let weight = sheet.number(row, 5, 0, MOST)?;
        if weights[weighed as usize].replace(weight).is_some() {
            return Err(sheet.fault(row, 4, ConferenceFault::Twice(label.into())));
        }
    }
    let mut all = Weights::default();
    for weighed in Weighed::ALL {
        let missing = || sheet.row_fault(1, ConferenceFault::NoHeading(weighed.called().into()));
        all.0[weighed as usize] = weights[weighed as usize].ok_or_else(missing)?;
    }
    Ok(all)
}
