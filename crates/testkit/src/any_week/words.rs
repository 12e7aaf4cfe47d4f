//! Chance said in what weeks are made of: words, days, keys.

use festoon_domain::choice::Choice;
use festoon_domain::text::{Lang, Text};
use festoon_domain::venue::{Hours, Opening};
use jiff::ToSpan;
use jiff::civil::{Date, Time, Weekday, date, time};

use crate::planted::Chance;

/// What formats break on, among what they hold.
const WORDS: &[&str] = &[
    "开幕式",
    "紫金厅",
    "Opening ceremony",
    "Ada Holm",
    "a, b",
    "say \"hi\"",
    "'",
    "一\n二",
    "<b>&amp;</b>",
    "=1+1",
    "a;b",
    "1;2；3",
    "key:public",
    "\u{1f386}",
    "𠮷",
    "同上",
    "x\ty",
    "0123",
    "true",
    "null",
    "2021-06-21",
    "\\",
    "$1",
    "%20",
    "ä ö",
    "—",
];

/// A stream of chance with the words for asking.
#[derive(Debug)]
pub(super) struct Draw(Chance);

impl Draw {
    pub(super) fn from_seed(seed: u64) -> Self {
        Self(Chance::from_seed(seed))
    }

    pub(super) fn below(&mut self, bound: u32) -> u32 {
        self.0.below(bound)
    }

    pub(super) fn number(&mut self) -> u64 {
        self.0.draw()
    }

    /// Once in so many.
    pub(super) fn one_in(&mut self, odds: u32) -> bool {
        self.0.below(odds) == 0
    }

    /// Something, or nothing half the time.
    pub(super) fn maybe<T>(&mut self, make: impl FnOnce(&mut Self) -> T) -> Option<T> {
        self.one_in(2).then(|| make(self))
    }

    /// None to three of them.
    pub(super) fn few<T>(&mut self, make: impl FnMut(&mut Self) -> T) -> Vec<T> {
        let mut make = make;
        (0..self.below(4)).map(|_| make(self)).collect()
    }

    pub(super) fn choice<T: Choice>(&mut self) -> T {
        T::ALL[self.0.below_len(T::ALL.len())]
    }

    /// The place of a record in a table that has some.
    pub(super) fn place<T>(&mut self, table: &[T]) -> Option<u32> {
        (!table.is_empty() && self.one_in(2))
            .then(|| u32::try_from(self.0.below_len(table.len())).expect("few"))
    }

    pub(super) fn words(&mut self) -> String {
        let count = 1 + self.below(3);
        let words: Vec<&str> = (0..count).map(|_| WORDS[self.0.below_len(WORDS.len())]).collect();
        words.join(" ")
    }

    /// Both wordings, one, the same twice or none, now and then with a stale one.
    pub(super) fn text(&mut self) -> Text {
        let (zh, en) = (self.words(), self.words());
        let stale = self.one_in(4).then(|| self.choice());
        match self.below(5) {
            0 => Text::from_wordings("", "", stale),
            1 => Text::from_wordings(&zh, "", stale),
            2 => Text::from_wordings("", &en, stale),
            3 => Text::from_wordings(&zh, &zh, stale),
            _ => Text::from_wordings(&zh, &en, stale),
        }
    }

    /// A text in at least one language, none of it stale.
    pub(super) fn thread(&mut self) -> Text {
        let words = self.words();
        if self.one_in(3) {
            Text::in_language(Lang::En, &words)
        } else {
            Text::from_wordings(&words, &self.words(), None)
        }
    }

    pub(super) fn address(&mut self) -> String {
        format!("https://host.example/{}", self.below(1000))
    }

    pub(super) fn day(&mut self) -> Date {
        date(2021, 6, 1).saturating_add(i64::from(self.below(60)).days())
    }

    fn clock(&mut self) -> Time {
        let second = if self.one_in(6) { 30 } else { 0 };
        time(
            i8::try_from(self.below(24)).expect("an hour"),
            i8::try_from(self.below(60)).expect("a minute"),
            second,
            0,
        )
    }

    pub(super) fn hours(&mut self) -> Hours {
        let openings = self.few(|draw| match draw.below(4) {
            0 => Opening::On(draw.day(), draw.clock(), draw.clock()),
            1 => Opening::Closed(draw.day()),
            _ => Opening::Weekly(draw.weekdays(), draw.clock(), draw.clock()),
        });
        Hours { openings }
    }

    /// In the order of the week, perhaps none.
    fn weekdays(&mut self) -> Vec<Weekday> {
        let open = self.below(128);
        Weekday::Monday
            .cycle_forward()
            .take(7)
            .enumerate()
            .filter(|(place, _)| open >> place & 1 == 1)
            .map(|(_, day)| day)
            .collect()
    }
}
