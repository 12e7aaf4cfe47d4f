//! What a number is spoken of where its own words do not say: whose it is, over what time it runs, and of what whole it is a part.
//!
//! A sentence seldom names everything again. Who is spoken of, what is counted and at which stage goes on from what was told before; what a
//! number is *not* said of is told by a few small words: alone, another, of them, up from, the fair in another city. Each question is
//! asked once for a claim, and its answer holds for all figures.

use super::around::{Around, REACH};
use super::cues::Cue;
use super::edges::without_blanks_behind;
use super::words::Words;
use crate::claim::{Change, Claim, Kind, Role, Stage, UnitFrom};
use crate::lint::known::clues::Clue;
use crate::lint::matching::Matcher;
use crate::unit::Unit;
use std::ops::Range;

/// Over what time a number runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::lint) enum Window {
    /// Nothing is said of it.
    Unsaid,
    /// From the beginning on: so far, altogether.
    Running,
    /// What came on top: another, on that day alone.
    Increment,
}

/// Words directly before what a day lifted the whole to.
static LIFTED: Words<4> = Words::new(["total to", "tally to", "count to", "sum to"]);
/// Words directly before a number, or directly behind it, of what came on top.
static ON_TOP: Words<6> =
    Words::new(["another", "a further", "an additional", "the day's", "the day’s", "today:"]);
/// What the number of such a day is called by: “Monday's 36,720”.
static OWNED_BY_DAY: Words<2> = Words::new(["day's", "day’s"]);
/// What may stand in the middle of what came on top, on either side of where the number ends: “18 new contracts”.
static MORE: Words<2> = Words::new(["new", "more"]);
static CONTRACTS: Words<3> = Words::new(["contracts", "projects", "deals"]);
/// Words directly behind it.
static ON_TOP_BEHIND: Words<12> = Words::new([
    "new contracts",
    "new projects",
    "new deals",
    "more contracts",
    "more projects",
    "more deals",
    "of them on ",
    "today,",
    "in one go",
    "on that day",
    "in a single day",
    "of which today",
]);
/// Words directly behind a number that runs from the beginning on.
static RUNNING_BEHIND: Words<6> =
    Words::new(["so far", "to date", "in total", "altogether", "in all", "all told"]);

/// Days, of which “alone” may be said.
const DAYS: [&str; 11] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "day ",
    "today",
    "yesterday",
    "night",
];

/// Words directly before what something rose or fell from, and all words before what it was.
static MOVED_FROM: Words<2> = Words::new(["up from", "down from"]);
static WAS: Words<6> = Words::new([
    "up from",
    "down from",
    "up from the",
    "down from the",
    "from last year's",
    "from last year’s",
]);

/// How a sentence or its second half begins that is of the edition before.
static LAST_YEAR: Words<10> = Words::new([
    "last year the ",
    "last year’s ",
    "last year's ",
    "last year, ",
    "last year we ",
    "last year there ",
    "last autumn ",
    "last spring ",
    "the previous edition",
    "the previous year’s ",
]);
/// Words directly behind a number, or what it counts, of the edition before.
static OF_LAST: Words<8> = Words::new([
    "of the last edition",
    "of last year",
    "of last autumn",
    "of last spring",
    "of the previous edition",
    "of the previous year",
    "of the year before",
    "of the edition before",
]);

/// Whether a text has any Latin letters.
pub(in crate::lint) fn has_latin(text: &str) -> bool {
    text.bytes().any(|byte| byte.is_ascii_alphabetic())
}

impl Matcher<'_> {
    /// Over what time a number runs, by the words of its clause.
    pub(in crate::lint) fn window(&self, claim: &Claim, around: &Around) -> Window {
        let (text, place) = (self.scan.text, &claim.place);
        let start = around.clause.0.min(place.start);
        let end = text.floor_char_boundary((place.end + 32).min(around.sentence.1.max(place.end)));
        let lead = text.get(start..place.start).unwrap_or_default();
        let tail = text.get(place.end..end).unwrap_or_default();
        let own = &text[place.clone()];
        // All the words for it are English.
        if ![lead, own, tail].into_iter().any(has_latin) {
            return Window::Unsaid;
        }
        let said = |from: usize, to: usize, meant: Cue| self.near.heard.is_said(from, to, meant);
        let near = lead.trim_end_matches(|letter: char| letter.is_whitespace() || letter == ',');
        let behind = tail.trim_start();
        // “58 have been signed; another 96 are at the stage of a letter of intent”: others, and not more of the same.
        let last = self.right.back().and_then(|(_, figure)| self.linter.ledger.figures[*figure].stage);
        let others = around.stage.is_some() && last.is_some() && last != around.stage;
        let increment = !others && ON_TOP.end_in_any_case(near)
            || ON_TOP_BEHIND.open_in_any_case(behind)
            || said(place.start, end, Cue::OnTop)
            || MORE.end_in_any_case(own) && CONTRACTS.open_in_any_case(behind)
            || said(around.sentence.0.min(start), place.start, Cue::Alone)
            || self.near.heard.starts(place.end, end, Cue::Alone).any(|at| at == place.end)
            || OWNED_BY_DAY.end_in_any_case(near)
            || said(place.end, end, Cue::TookPlace)
            || self.is_of_day_alone(start, place, end);
        // “Friday was the busiest day, which lifts the total to 121,437”
        if LIFTED.end_in_any_case(near) {
            return Window::Running;
        }
        if increment {
            return Window::Increment;
        }
        let running = said(start, place.start, Cue::Running) || RUNNING_BEHIND.open_in_any_case(behind);
        if running { Window::Running } else { Window::Unsaid }
    }

    /// “Thursday alone brought 48,690”, “48,690 came on Thursday alone”: whether a number whose clause begins at `start`, and of which words up
    /// to `end` are read, is of a day and of nothing else.
    fn is_of_day_alone(&self, start: usize, place: &Range<usize>, end: usize) -> bool {
        let text = self.scan.text;
        let only = |from: usize, to: usize| self.near.heard.starts(from, to, Cue::Only).next();
        let (before, behind) = (only(start, place.start), only(place.end, end));
        let named = |from: usize, to: usize| {
            let words = text[from..to].to_ascii_lowercase();
            DAYS.iter().any(|day| words.contains(day))
        };
        let led = before.is_some() || behind == Some(place.end);
        led && named(start, place.start)
            || behind.is_some_and(|at| !text[place.end..at].contains(['.', ',', ';']) && named(place.end, at))
    }

    /// “Last year’s fair had some 5,200 openings”: whether the sentence opens with the year before, and no word of this one follows.
    pub(in crate::lint) fn is_led_by_last_year(&self, claim: &Claim, sentence: (usize, usize)) -> bool {
        let lead = self.scan.text.get(sentence.0..claim.place.start).unwrap_or_default();
        // “…; last autumn 131 outlets were with us”
        let lead = lead.rsplit(';').next().unwrap_or_default();
        let lead = lead.trim_start_matches([' ', '\n', '"', '“', '‘']);
        let opens = LAST_YEAR.open_in_any_case(lead);
        // “less than the 15 minutes of the last edition”
        let tail = self.tail(claim);
        if OF_LAST.open(tail) {
            return true;
        }
        opens
            && !["now", "this year", "this time", "today", " to ", "than"]
                .iter()
                .any(|word| lead.contains(word))
    }

    /// “12 more than last year, when 84 were held”: whether a number is of the year that the words before it close with.
    pub(in crate::lint) fn is_of_last_year_then(&self, claim: &Claim, sentence: (usize, usize)) -> bool {
        let (from, to) = (sentence.0, claim.place.start);
        let mut ends = self.near.heard.ends(from, to, Cue::LastYearWhen);
        ends.any(|end| !self.scan.text[end..to].contains([',', ';']))
    }

    /// “Total signings came to 9.76 billion”, “39.64 billion yuan in contracts”: whether an amount is that of all that was signed.
    pub(in crate::lint) fn is_of_contracts(&self, claim: &Claim) -> bool {
        const CAME_TO: [&str; 6] = ["came to", "amounted to", "totalled", "totaled", "reached", "stood at"];
        let lead = self.lead(claim);
        let tail = self.tail(claim);
        let behind = ["in contracts", "of contracts", "in signings", "worth of contracts"];
        behind.iter().any(|word| tail.starts_with(word))
            || CAME_TO.iter().any(|word| {
                lead.strip_suffix(word).is_some_and(|lead| {
                    let lead = lead.trim_end().to_ascii_lowercase();
                    ["signings", "contracts", "contracts signed"].iter().any(|word| lead.ends_with(word))
                })
            })
    }

    /// Whether a day of reference stands behind a claim in its sentence, so that it is of that day.
    pub(in crate::lint) fn is_dated(&self, claim: &Claim, sentence: (usize, usize)) -> bool {
        let at = self.claims.partition_point(|other| other.place.start <= claim.place.start);
        claim.as_of.is_some()
            && self.claims[at..]
                .iter()
                .take_while(|other| other.place.end <= sentence.1)
                .any(|other| other.role == Role::AsOf)
    }

    /// “up from 2 million”: whether a number is directly told as what another rose or fell from.
    pub(in crate::lint) fn is_up_from(&self, claim: &Claim) -> bool {
        let lead = self.lead(claim);
        MOVED_FROM.end(lead)
    }

    /// “up from the 78 announced in May”, “rose to 68 on Wednesday from 41 on Monday”: whether a number is what another was before.
    pub(in crate::lint) fn is_what_it_was(&self, claim: &Claim, around: &Around) -> bool {
        let lead = self.scan.text.get(around.sentence.0..claim.place.start).unwrap_or_default();
        let near = without_blanks_behind(lead);
        let was = WAS.end(near);
        // “rose to … from …”
        let fell = near.ends_with(" from")
            && lead.contains(" to ")
            && self.claims[self.claims.partition_point(|other| other.place.start < around.sentence.0)..]
                .iter()
                .take_while(|other| other.place.end <= claim.place.start)
                .any(|other| other.change == Some(Change::To));
        was || fell
    }

    /// “Of the total, 49 are in digital technology”, “Canghe secured 37”: parts of what was told have its stage, where a place or a sector says
    /// which part.
    pub(in crate::lint) fn inherited_stage(&self, index: usize, around: &Around) -> Option<Stage> {
        let claim = &self.claims[index];
        let projects = matches!(claim.unit, Some(Unit::Project | Unit::Item)) && claim.kind == Kind::Count;
        if !projects || !around.scopes.iter().any(|said| said.own) || !around.told.is_empty() {
            return None;
        }
        let (last, figure) = self.right.back().filter(|(last, _)| index - last <= 3)?;
        let figure = &self.linter.ledger.figures[*figure];
        let between = self.scan.text.get(self.claims[*last].place.end..claim.place.start)?;
        let near = between.matches(". ").count() <= 1 && !between.contains('\n');
        figure.stage.filter(|_| near && figure.kind == Kind::Count)
    }

    /// “Cumulative total: 110,905”, “The counter stood at 137,905”: where a sentence names nothing, what the one before it named is spoken of.
    pub(in crate::lint) fn previous(&mut self, claim: &Claim, around: &Around) {
        let put_right = self.is_put_right(claim, around.sentence);
        let elliptic = claim.unit_from == UnitFrom::Context || claim.kind == Kind::Money || put_right;
        if !elliptic || !self.english || !matches!(claim.kind, Kind::Count | Kind::Money) {
            return;
        }
        if !put_right && around.window != Window::Running && !self.goes_on(around) && !self.leaves_out(claim)
        {
            return;
        }
        let first = self.hits.partition_point(|hit| hit.start < around.sentence.0);
        let named = self.hits[first..]
            .iter()
            .take_while(|hit| hit.start < around.sentence.1)
            .any(|hit| matches!(hit.clue, Clue::Keyword(_)));
        let opening = self.scan.text.get(around.sentence.0..claim.place.start).unwrap_or_default();
        let foreign = opening.is_empty() || opening.chars().any(crate::find::tokens::token::is_cjk);
        if named && !put_right && !self.is_labelled_amount(claim) || foreign {
            return;
        }
        if self.is_of_another_event(claim, around) {
            return;
        }
        let at = self.near.sentences.partition_point(|end| *end < around.sentence.0);
        let start = at
            .checked_sub(1)
            .map_or(0, |at| self.near.sentences[at])
            .max(around.sentence.0.saturating_sub(REACH));
        let low = self.hits.partition_point(|hit| hit.start < start);
        let ids: Vec<u32> = self.hits[low..first]
            .iter()
            .filter_map(|hit| match hit.clue {
                Clue::Keyword(id) => Some(id),
                _ => None,
            })
            .collect();
        for id in ids {
            self.note(id, 0.8);
        }
    }

    /// “212,480 visits …; the number of people was 118,260”: who came, told beside how often they came.
    pub(in crate::lint) fn people_behind(&mut self, index: usize, around: &Around) {
        let claim = &self.claims[index];
        if claim.kind != Kind::Count || !matches!(claim.unit, Some(Unit::Person | Unit::Visitor | Unit::Item))
        {
            return;
        }
        let text = self.scan.text;
        let own = &text[claim.place.clone()];
        let start = around.clause.0.min(claim.place.start);
        let said = ["people", "individuals", "persons"].iter().any(|word| own.ends_with(word))
            || self.near.heard.is_said(start, claim.place.start, Cue::People);
        if !said {
            return;
        }
        let near = self.lead_from(start, claim);
        let drew = ["drew", "attracted", "drawn", "brought in", "welcomed", "seen by", " by", "visits by"]
            .iter()
            .any(|word| near.ends_with(word));
        let linter = self.linter;
        let figures = &linter.ledger.figures;
        let visits = self
            .right
            .iter()
            .rev()
            .find(|(at, figure)| index - at <= 4 && figures[*figure].unit == Some(Unit::Visit));
        let visits = visits.map(|(_, figure)| *figure);
        // “197,930 people, who between them made 236,418 visits”
        let next = self.claims.get(index + 1).filter(|next| next.unit == Some(Unit::Visit));
        let made = next.is_some_and(|next| {
            let gap = text.get(claim.place.end..next.place.start).unwrap_or_default();
            gap.contains("who ") && gap.contains("made") && gap.len() < 48
        });
        if visits.is_none() && !(drew && own.ends_with("people")) && !made {
            return;
        }
        let behind = (0..figures.len()).filter(|at| {
            figures[*at].unit == Some(Unit::Visitor)
                && match visits {
                    Some(visits) => linter.clues.weeks[*at] == linter.clues.weeks[visits],
                    None => self.is_current(*at),
                }
        });
        for figure in behind.collect::<Vec<_>>() {
            self.say(figure, 0.9);
        }
    }
}
