//! What somebody does or a house holds, by day; cut where it would be too much for one page.
//!
//! A fair that fills one house for a week has thousands of lines there. Then every day shows its first few and leads to the rest.

use askama::Template;
use festoon_domain::programme::OccurrenceId;
use festoon_domain::text::Lang;
use jiff::civil::Date;

use crate::Guide;
use crate::line::{Line, Within};
use crate::url::Page;
use crate::words::places::PlaceWords;
use crate::words::{Words, dates};

/// More lines than these are cut.
const MOST_LINES: usize = 160;
/// So many of a day are shown, however many days there are.
const FEWEST_OF_A_DAY: usize = 4;

/// Occurrences by day.
#[derive(Debug, Template)]
#[template(path = "by_day.html")]
pub struct ByDay<'a> {
    w: &'static Words,
    p: &'static PlaceWords,
    days: Vec<OneDay<'a>>,
}

impl askama::filters::HtmlSafe for ByDay<'_> {}

/// One day, or what has none yet.
#[derive(Debug)]
struct OneDay<'a> {
    date: Option<Date>,
    href: String,
    name: String,
    count: usize,
    entries: Vec<Entry<'a>>,
    rest: Option<String>,
}

#[derive(Debug)]
struct Entry<'a> {
    line: Line<'a>,
    note: Option<String>,
}

/// What is shown, and how.
pub struct Shown<'f> {
    /// What stands around it.
    pub within: Within,
    /// Where a day's others are, by its date.
    pub rest: &'f dyn Fn(Date) -> String,
    /// What stands over a line.
    pub note: &'f dyn Fn(OccurrenceId) -> Option<String>,
}

impl std::fmt::Debug for Shown<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Shown").field("within", &self.within).finish_non_exhaustive()
    }
}

impl<'a> ByDay<'a> {
    /// Occurrences that are sorted by time already, those without one last.
    #[must_use]
    pub fn new(guide: &'a Guide, lang: Lang, occurrences: &[OccurrenceId], shown: &Shown<'_>) -> Self {
        let (w, p) = (Words::of(lang), PlaceWords::of(lang));
        let programme = guide.programme();
        let zone = &programme.week.zone;
        let date_of =
            |&id: &OccurrenceId| programme[id].when.map(|when| when.start().to_zoned(zone.clone()).date());
        let mut dated: Vec<(Option<Date>, Vec<OccurrenceId>)> = Vec::new();
        for id in occurrences {
            let date = date_of(id);
            match dated.last_mut() {
                Some((last, ids)) if *last == date => ids.push(*id),
                _ => dated.push((date, vec![*id])),
            }
        }

        let most = if occurrences.len() <= MOST_LINES {
            MOST_LINES
        } else {
            (MOST_LINES / dated.len()).max(FEWEST_OF_A_DAY)
        };
        let days = dated.into_iter().map(|(date, ids)| {
            let is_cut = ids.len() > most;
            OneDay {
                date,
                href: match date {
                    Some(date) if is_cut => (shown.rest)(date),
                    Some(date) => guide.address(Page::Day(date), lang),
                    None => guide.address(Page::Programme, lang),
                },
                name: date.map_or_else(|| w.time_open.to_owned(), |date| dates::day(date, lang)),
                count: ids.len(),
                rest: is_cut.then(|| p.all_of_day.of(ids.len())),
                entries: (ids.into_iter().take(most))
                    .map(|id| Entry {
                        line: Line::new(guide, id, lang, shown.within),
                        note: (shown.note)(id),
                    })
                    .collect(),
            }
        });
        Self { w, p, days: days.collect() }
    }
}
