//! The day of which an English number is told that is not the text's own: “47 at the close of the week”, “on Monday evening it had been 29”.

use super::cues::Cue;
use super::edges::without_blanks_behind;
use super::words::Words;
use crate::calendar::Date;
use crate::claim::{Claim, Kind, Value};
use crate::lint::matching::Matcher;

/// Verbs of what a number had come to by a day, with the number behind them.
static HAD_COME_TO: Words<8> = Words::new([
    "it had been",
    "it was",
    "it said",
    "it showed",
    "it read",
    "they had been",
    "it had stood at",
    "it stood at",
]);
/// Words directly before the day on which a list came out, and those between it and what it told.
const CAME_OUT: [&str; 7] =
    ["published on", "released on", "issued on", "announced on", "dated", "list of", "programme of"];
const TOLD: [&str; 10] =
    ["had", "held", "listed", "showed", "counted", "named", "spoke of", "gave", "stood at", "put it at"];
/// The days of a week, the first of it first.
const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
/// The day on which the week opens.
const FIRST_DAY: [&str; 4] = ["on the first day", "on the opening day", "on opening day", "on day one"];
/// How far behind its number the day that a number is told of may stand, in bytes.
const ITS_DAY: usize = 48;
/// How far behind its number the words for the day may begin and end, in bytes.
const BEHIND: usize = 8;
/// How far from the beginning of its sentence what opens it may stand, in bytes.
const OPENING: usize = 12;
const BEHIND_END: usize = 30;

impl Matcher<'_> {
    /// “In 2024 there were ten”: whether a sentence is of a year before this one, and leaves out what it counts.
    pub(in crate::lint) fn is_led_by_a_year_before(&self, claim: &Claim, sentence: (usize, usize)) -> bool {
        const HAD: [&str; 6] =
            ["there were", "it was", "it had", "we had", "the number was", "there had been"];
        let lead = self.scan.text.get(sentence.0..claim.place.start).unwrap_or_default().trim();
        let Some((year, had)) = lead.strip_prefix("In ").and_then(|said| said.split_at_checked(4)) else {
            return false;
        };
        let own = self.occasion.day.year;
        HAD.contains(&had.trim_start_matches([',', ' ']))
            && year.parse::<u16>().ok().zip(own).is_some_and(|(said, own)| said > 1900 && said < own)
    }

    /// The day on which a number held that the words of its clause tell of another day than the text's.
    pub(in crate::lint) fn day_told_in_english(
        &self,
        claim: &Claim,
        clause: (usize, usize),
        sentence: (usize, usize),
    ) -> Option<Date> {
        if claim.change.is_some() || !matches!(claim.kind, Kind::Count | Kind::Money) {
            return None;
        }
        let text = self.scan.text;
        let start = clause.0.min(claim.place.start);
        let lead = text.get(start..claim.place.start)?;
        if claim.as_of.is_none() && self.is_as_of_yesterday(clause, sentence) {
            return Some(self.occasion.day.eve());
        }
        if let Some(day) = self.day_of_the_list(claim, clause) {
            return Some(day);
        }
        let tail = self.tail(claim);
        let heard = &self.near.heard;
        let was = HAD_COME_TO.end(without_blanks_behind(lead));
        let opens = tail.starts_with(|letter: char| letter.is_ascii_alphabetic() || letter == ',');
        let from = text.len() - tail.len();
        let behind =
            opens && heard.starts(from, from + BEHIND_END, Cue::AtTheClose).any(|at| at < from + BEHIND);
        if !was && !behind {
            return None;
        }
        if behind || heard.is_said(start, claim.place.start, Cue::AtTheClose) {
            return self.days_held().map(|(_, last)| last.within(self.occasion.day.year));
        }
        if claim.as_of.is_some() {
            return None;
        }
        self.last_weekday(WEEKDAYS.iter().position(|day| lead.contains(day))?)
    }

    /// “As of yesterday, …”, “… by yesterday evening”: whether a clause, or what opens its sentence, says that a number ran up to the day before.
    fn is_as_of_yesterday(&self, clause: (usize, usize), sentence: (usize, usize)) -> bool {
        let heard = &self.near.heard;
        heard.is_said(clause.0, clause.1, Cue::ByYesterday)
            || heard
                .starts(sentence.0, sentence.1, Cue::ByYesterday)
                .next()
                .is_some_and(|at| at < sentence.0 + OPENING)
    }

    /// “the list published on 12 October had 138”: the day on which what tells the number came out.
    fn day_of_the_list(&self, claim: &Claim, clause: (usize, usize)) -> Option<Date> {
        let text = self.scan.text;
        let at = self.index_of(claim);
        let date = &self.claims[at.checked_sub(1)?];
        let Value::Date(day) = date.value else { return None };
        let lead = text.get(clause.0..date.place.start)?.trim_end();
        let between = text.get(date.place.end..claim.place.start)?.trim();
        let told = day.day.is_some() && TOLD.contains(&between);
        let told = told && CAME_OUT.iter().any(|word| lead.ends_with(word));
        told.then(|| day.within(self.occasion.day.year))
    }

    /// The last such day of the week before the day of the text; 0 is Monday.
    fn last_weekday(&self, weekday: usize) -> Option<Date> {
        let mut day = self.occasion.day.eve();
        for _ in 0..WEEKDAYS.len() {
            if weekday_of(day)? == weekday {
                return Some(day);
            }
            day = day.eve();
        }
        None
    }

    /// “37,480 of them on the first day and 38,730 on Thursday”: whether the day on which a number held stands behind it.
    pub(in crate::lint) fn is_told_of_its_day(&self, claim: &Claim, held: Date) -> bool {
        let text = self.scan.text;
        let end = self.claims.get(self.index_of(claim) + 1).map_or(text.len(), |next| next.place.start);
        let end = text.floor_char_boundary(end.min(claim.place.end + ITS_DAY));
        let tail = text.get(claim.place.end..end).unwrap_or_default();
        let tail = tail.split(['.', ';', ':']).next().unwrap_or_default();
        let first = FIRST_DAY.iter().any(|words| tail.contains(words));
        let weekday = || {
            let said =
                WEEKDAYS.iter().position(|day| tail.find(day).is_some_and(|at| tail[..at].ends_with("on ")));
            said.is_some() && said == weekday_of(held)
        };
        first && self.days_held().is_some_and(|(opens, _)| opens.agrees_with(held)) || weekday()
    }
}

/// Which day of the week a day is; 0 is Monday.
fn weekday_of(day: Date) -> Option<usize> {
    let civil = jiff::civil::Date::new(
        i16::try_from(day.year?).ok()?,
        i8::try_from(day.month).ok()?,
        i8::try_from(day.day?).ok()?,
    );
    usize::try_from(civil.ok()?.weekday().to_monday_zero_offset()).ok()
}
