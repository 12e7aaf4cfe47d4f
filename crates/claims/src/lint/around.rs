//! What stands around a claim: its sentence and clause, the words of scope, week, stage and date in them.

use super::clues::{Clue, Hit, Word};
use super::cues::Cue;
use super::evidence::Thing;
use super::matching::Matcher;
use super::topic::Window;
use crate::calendar::Date;
use crate::claim::{Change, Claim, Hedge, Kind, Role, Stage, Value};
use crate::find::sense::Sense;
use crate::find::token::{What, is_cjk};
use crate::number::Number;
use crate::unit::Unit;

/// Words directly before what something was, not what it is.
const FROM: [&str; 4] = ["由", "从", "from", "From"];
/// Words directly before what is compared with.
const AGAINST: [&str; 5] = ["against", "compared with", "compared to", "versus", "上届为"];

/// Words directly before a number of what was planned.
const PLANNED: [&str; 4] = ["plan of", "plans for", "planned", "programme of"];

/// Words directly before a day that is compared with.
const COMPARED: [&str; 6] = ["比", "较", "相比", "than on", "compared with", "against"];

/// The longest label before a colon, in bytes.
const LABEL: usize = 60;

/// How many bytes of its sentence a claim looks at on either side.
pub(super) const REACH: usize = 420;

/// A word of scope near a claim.
#[derive(Clone, Copy)]
pub(super) struct Said {
    pub(super) key: u16,
    pub(super) value: u16,
    pub(super) word: Word,
    /// Whether no other claim stands nearer to it.
    pub(super) own: bool,
    /// Whether it stands before the claim as the only word of its key in the sentence, and so for all that follows.
    pub(super) governs: bool,
}

/// How much of what the figures count a claim is said of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Extent {
    /// All of it.
    Whole,
    /// 其中, each, on average: a part.
    Part,
    /// 次日, a day: a part in time.
    Day,
    /// One thing.
    Single,
}

impl Extent {
    pub(super) fn is_part(self) -> bool {
        self != Self::Whole
    }
}

/// What stands around a claim.
#[expect(clippy::struct_excessive_bools, reason = "each is an observation of its own")]
pub(super) struct Around {
    pub(super) sentence: (usize, usize),
    pub(super) clause: (usize, usize),
    pub(super) scopes: Vec<Said>,
    pub(super) weeks: Vec<u16>,
    pub(super) last_week: bool,
    /// It is what something rose or fell from, or of an edition that is not this week's.
    pub(super) elsewhere: bool,
    /// How much of what the figures count it is said of.
    pub(super) extent: Extent,
    /// The stages said in its clause, and in its sentence.
    pub(super) stages: Vec<Stage>,
    pub(super) told: Vec<Stage>,
    /// The stage said of it.
    pub(super) stage: Option<Stage>,
    /// Whether it is hoped for: a target, a forecast.
    pub(super) ahead: bool,
    pub(super) years: Vec<u16>,
    pub(super) dates: Vec<Date>,
    /// What stands behind the number when it counts things of no known sort.
    pub(super) thing: Thing,
    /// 签约率, signing rate: a rate is what is told.
    pub(super) rate: bool,
    /// What the question is about that it answers: “How many events are there?”
    pub(super) asked: Option<Unit>,
    /// The day before the one that was spoken of, when it is said of that: “27 a day earlier”.
    pub(super) back: Option<Date>,
    /// The amount of a class named directly beside it: 1 billion yuan or more.
    pub(super) class: Option<Number>,
    /// Over what time it runs.
    pub(super) window: Window,
    /// Whether it is a part of a whole told with it: 22 of the 127.
    pub(super) divides: bool,
    /// Whether it is what another number was before: up from 78.
    pub(super) was: bool,
}

impl Matcher<'_> {
    pub(super) fn around(&self, claim: &Claim) -> Around {
        let place = &claim.place;
        let (mut sentence, clause) = self.bounds(claim);
        let question = self.question(claim, sentence);
        sentence.0 = question.map_or(sentence.0, |(start, _)| start);
        let mut around = Around {
            sentence,
            clause,
            scopes: Vec::new(),
            weeks: Vec::new(),
            last_week: false,
            elsewhere: false,
            extent: Extent::Whole,
            stages: self.own_stages(claim, clause),
            told: self.stages_in(sentence),
            stage: if self.is_planned(claim) { Some(Stage::ToBeSigned) } else { claim.stage },
            ahead: self.is_ahead(claim, clause),
            years: Vec::new(),
            dates: Vec::new(),
            class: self.class_beside(claim, clause),
            back: self.day_before(claim, sentence).or_else(|| self.day_told(claim, clause)),
            thing: self.thing(claim),
            rate: false,
            asked: question.and_then(|bounds| self.noun_in(bounds)),
            window: Window::Unsaid,
            divides: self.english && self.is_part_of_whole(claim),
            was: false,
        };
        if self.english {
            around.window = self.window(claim, &around);
        }
        self.listen(claim, &mut around);
        let first = self.claims.partition_point(|claim| claim.place.start < sentence.0);
        for other in self.claims[first..].iter().take_while(|claim| claim.place.start < sentence.1) {
            if let Value::Date(date) = other.value
                && date.day.is_some()
                && !self.is_compared(other)
            {
                around.dates.push(date);
            }
            if let (Kind::Year, Value::Number(year)) = (other.kind, other.value) {
                around.years.extend(year.small());
            }
            if other.kind == Kind::Edition && other.place.start < place.start {
                around.elsewhere = !self.is_this_edition(other);
            }
        }
        around.elsewhere |= around.back.is_none() && self.is_before(claim, clause)
            || around.last_week && self.is_last_years(claim, clause)
            || around.last_week && self.english && self.is_led_by_last_year(claim, sentence);
        around.was = self.english
            && !self.is_dated(claim, sentence)
            && around.back.is_none()
            && self.is_what_it_was(claim, &around);
        around.last_week |= around.elsewhere;
        // “In contracts we are at 81”: what is a contract has been signed.
        let contracts = || {
            let said = text_between(self.scan.text, clause, claim);
            ["contracts", "Contracts", "signings"].iter().any(|word| said.contains(word))
        };
        let unsaid = around.stage.is_none() && around.told.is_empty() && claim.kind == Kind::Count;
        if self.english && unsaid && contracts() {
            around.stage = Some(Stage::Signed);
        }
        around.rate = self.near.heard.is_said(clause.0.min(place.start), clause.1, |cue| cue == Cue::Rate)
            || self.is_share_of_stage(claim, clause);
        if around.window == Window::Increment && around.extent == Extent::Whole {
            around.extent = Extent::Day;
        }
        if self.is_single(claim, clause) || self.is_of_each(claim) {
            around.extent = Extent::Single;
        }
        around
    }

    /// The sentence and the clause of a claim, in bytes.
    fn bounds(&self, claim: &Claim) -> ((usize, usize), (usize, usize)) {
        let text = self.scan.text;
        let place = &claim.place;
        let within = |ends: &[usize]| {
            let at = ends.partition_point(|end| *end <= place.start);
            let start = at.checked_sub(1).map_or(0, |at| ends[at]);
            let end = ends[at..].iter().copied().find(|end| *end >= place.end).unwrap_or(text.len());
            (
                text.ceil_char_boundary(start.max(place.start.saturating_sub(REACH))),
                text.floor_char_boundary(end.min(place.end + REACH)),
            )
        };
        let mut sentence = within(&self.near.sentences);
        // “Waste: −31 %”, “Visits: from 150,700 to 174,000”: what stands before the colon is of the claims behind it.
        let clause = self.spaced(within(&self.near.clauses), place);
        let lead = text[..place.start].trim_end();
        let clause = if lead.ends_with([':', '：', '（', '(']) {
            (bounds_before(&self.near.clauses, lead.len()).max(sentence.0), clause.1)
        } else {
            self.with_label(clause, sentence)
        };
        let clause = (self.label_of_amount(claim).map_or(clause.0, |label| label.min(clause.0)), clause.1);
        sentence.0 = sentence.0.min(place.start);
        // “128,640: visits through the gates”, 15个：外资签约项目: the name behind the number that opens a line.
        let opens = text[..place.start].is_empty() || text[..place.start].ends_with('\n');
        let named_behind = opens && text[place.end..].trim_start().starts_with([':', '：']);
        let clause = if named_behind {
            let colon = place.end + text[place.end..].find([':', '：']).unwrap_or(0);
            let end = self.near.clauses.iter().copied().find(|end| *end > colon + 3).unwrap_or(text.len());
            (clause.0, text.floor_char_boundary(end.min(place.end + REACH)).max(clause.1))
        } else {
            clause
        };
        (sentence, clause)
    }

    /// Notes the words of the ledger in the sentence.
    fn listen(&self, claim: &Claim, around: &mut Around) {
        let (text, place, sentence, clause) = (self.scan.text, &claim.place, around.sentence, around.clause);
        let mut scopes: Vec<Said> = Vec::new();
        let here = self.place_meant(claim, clause);
        let first = self.hits.partition_point(|hit| hit.start < sentence.0);
        for hit in self.hits[first..].iter().take_while(|hit| hit.start < sentence.1) {
            let inside = hit.start >= clause.0 && hit.end <= clause.1;
            match hit.clue {
                Clue::Scope(..) if self.is_in_week_name(hit) => {}
                Clue::Scope(key, value, word) => {
                    // “Online, there were …”: a word alone before the comma belongs to what follows.
                    let lead = text[..hit.start].trim_end();
                    let alone =
                        lead.is_empty() || lead.ends_with(['.', ',', ';', ':', '，', '。', '；', '：', '\n']);
                    let leads = alone && hit.end <= clause.0 && hit.end + 3 >= clause.0;
                    let own = inside && self.is_nearest(claim, hit.start, hit.end, clause) || leads;
                    let parted = text.get(hit.end..place.start).is_none_or(|gap| gap.contains([';', '；']));
                    let nearest = || self.is_nearest(claim, hit.start, hit.end, sentence);
                    let governs = word == Word::Proper && !parted && nearest();
                    scopes.push(Said { key, value, word, own, governs });
                }
                Clue::Week(week) => around.weeks.push(week),
                Clue::LastWeek => around.last_week = true,
                // 闭幕当天: what had come to pass by then.
                Clue::Day if inside && text[..hit.start].ends_with(['幕', '会']) => {}
                Clue::Day if inside => around.extent = Extent::Day,
                // The “per” of “per cent” is no part of anything.
                // “a day earlier” is no “a day”.
                Clue::Part
                    if self.is_in_claim(hit)
                        || here.is_some() && is_district(&text[hit.start..hit.end])
                        || [" counted", " earlier", " before", " ago", " later"]
                            .iter()
                            .any(|word| text[hit.end..].starts_with(word)) => {}
                Clue::Part if around.extent == Extent::Whole => {
                    let leads = hit.end + 3 >= place.start && hit.end <= place.start;
                    // 区内企业签约29个项目、88.4亿元: what is said of a district is of it to the end.
                    let district = is_district(&text[hit.start..hit.end]);
                    around.extent = if inside || leads || district && hit.end <= place.start {
                        Extent::Part
                    } else {
                        Extent::Whole
                    };
                }
                Clue::Day | Clue::Part | Clue::Keyword(_) | Clue::Series(_) => {}
            }
        }
        if let Some((key, value)) = here {
            scopes.push(Said { key, value, word: Word::Proper, own: true, governs: true });
        }
        self.respectively(claim, sentence, &mut scopes);
        self.labelled(claim, &mut scopes);
        for at in 0..scopes.len() {
            let Said { key, value, governs, .. } = scopes[at];
            let alone = || !scopes.iter().any(|other| other.key == key && other.value != value);
            scopes[at].governs = governs && alone();
        }
        around.scopes = scopes;
        if self.is_of_all(claim) {
            let keys = &self.linter.clues.keys;
            around.scopes.retain(|said| keys[usize::from(said.key)] != "place");
        }
    }

    /// Whether a word of the ledger stands within a figure of the text.
    fn is_in_claim(&self, hit: &Hit) -> bool {
        let at = self.claims.partition_point(|claim| claim.place.end < hit.end);
        self.claims.get(at).is_some_and(|claim| claim.place.start <= hit.start)
    }

    /// Whether the claim tells what something was before: “from 45 to 52”, 45→52, “against 45”, “52 (45)”.
    fn is_before(&self, claim: &Claim, clause: (usize, usize)) -> bool {
        let (text, place) = (self.scan.text, &claim.place);
        let before = text.get(clause.0.min(place.start)..place.start).unwrap_or_default().trim_end();
        let tail = text[place.end..].trim_start();
        let rises = || {
            tail.starts_with("to ")
                || tail.chars().take(8).any(|letter| "至到增升降提减扩缩涨跌".contains(letter))
        };
        let from = FROM.iter().any(|word| before.ends_with(word)) && rises()
            || AGAINST.iter().any(|word| before.ends_with(word));
        // What has a day of its own is of this week, on that day.
        let from = from && claim.as_of.is_none() && claim.change != Some(Change::To);
        from || tail.starts_with('→') || self.is_bracketed(claim)
    }

    /// “Against a plan of 214 projects, 143 were signed”: the verb is not of what was planned.
    fn is_planned(&self, claim: &Claim) -> bool {
        let start = self.scan.text.floor_char_boundary(claim.place.start.saturating_sub(12));
        let lead = self.scan.text[start..claim.place.start].trim_end();
        claim.stage.is_some() && PLANNED.iter().any(|word| lead.ends_with(word))
    }

    /// 比4月28日的摸底数多: whether a day is only compared with.
    fn is_compared(&self, date: &Claim) -> bool {
        let (lead, tail) = (self.scan.text[..date.place.start].trim_end(), &self.scan.text[date.place.end..]);
        // 9月10日开幕至今: since when, and not as of when.
        let since = ["至今", "以来", "起", "开幕至今", "开幕以来", "启幕至今"]
            .iter()
            .any(|word| tail.starts_with(word))
            || ["since", "Since"].iter().any(|word| lead.ends_with(word));
        since || COMPARED.iter().any(|word| lead.ends_with(word))
    }

    /// Whether a word before a claim says that its number is one to be reached one day.
    fn is_ahead(&self, claim: &Claim, clause: (usize, usize)) -> bool {
        let start = clause.0.max(claim.place.start.saturating_sub(LABEL));
        self.near.heard.is_said(start, claim.place.start, |cue| cue == Cue::Ahead)
    }

    /// A clause cut at the blanks of a Chinese headline: 签约超百个项目 总投资逾300亿元.
    pub(super) fn spaced(
        &self,
        (start, end): (usize, usize),
        place: &std::ops::Range<usize>,
    ) -> (usize, usize) {
        let text = self.scan.text;
        let parts = |at: usize| {
            // Letters of ASCII are told by their last byte.
            let wide = at.checked_sub(1).is_some_and(|before| !text.as_bytes()[before].is_ascii());
            let before = wide && text[..at].chars().next_back().is_some_and(is_cjk);
            before && text[at + 1..].chars().next().is_some_and(is_cjk)
        };
        let lead = text.get(start..place.start).unwrap_or_default();
        let tail = text.get(place.end..end).unwrap_or_default();
        let start = lead
            .rmatch_indices(' ')
            .map(|(at, _)| start + at)
            .find(|at| parts(*at))
            .map_or(start, |at| at + 1);
        let end = tail.match_indices(' ').map(|(at, _)| place.end + at).find(|at| parts(*at)).unwrap_or(end);
        (start, end)
    }

    /// Whether a word of scope is only part of a week's name: 2021南京创新周.
    pub(super) fn is_in_week_name(&self, hit: &Hit) -> bool {
        let first = self.hits.partition_point(|other| other.start + 80 < hit.start);
        let mut near = self.hits[first..].iter().take_while(|other| other.start <= hit.start);
        near.any(|other| matches!(other.clue, Clue::Week(_)) && other.end >= hit.end)
    }

    /// A clause and the label before its colon, when no claim stands in that.
    fn with_label(&self, (start, end): (usize, usize), sentence: (usize, usize)) -> (usize, usize) {
        let lead = self.scan.text.get(..start).unwrap_or_default();
        if !lead.trim_end().ends_with([':', '：']) {
            return (start, end);
        }
        let label = bounds_before(&self.near.clauses, lead.trim_end().len())
            .max(sentence.0)
            .max(start.saturating_sub(LABEL));
        let first = self.claims.partition_point(|claim| claim.place.end <= label);
        let free = self.claims.get(first).is_none_or(|claim| claim.place.start >= start);
        if free && lead.is_char_boundary(label) { (label, end) } else { (start, end) }
    }

    /// The limit of a class of projects beside a claim, in its clause and with no other number between.
    fn class_beside(&self, claim: &Claim, clause: (usize, usize)) -> Option<Number> {
        let at = self.claims.partition_point(|other| other.place.start < claim.place.start);
        let near = |other: &&Claim| {
            other.place.start >= clause.0
                && other.place.end <= clause.1
                && other.kind == Kind::Money
                && claim.kind == Kind::Count
                && (other.role == Role::Threshold
                    || matches!(other.hedge, Some(Hedge::AtLeast | Hedge::Over)) && self.is_limit(other))
        };
        let behind = self.claims.get(at + 1).filter(near);
        let before = at.checked_sub(1).and_then(|before| self.claims.get(before)).filter(near);
        behind.or(before).and_then(|other| other.value.number())
    }

    /// Whether “worth”, 的 or a noun of things binds a money claim to what is counted.
    fn is_limit(&self, claim: &Claim) -> bool {
        let before = self.scan.text[..claim.place.start].trim_end();
        let behind = &self.scan.text[claim.place.end..];
        ["worth", "of", "over", "above", "exceeding"].iter().any(|word| before.ends_with(word))
            || behind.starts_with('的')
            || behind.starts_with("大项目")
            || behind.starts_with("重大项目")
    }

    /// Whether no other claim stands nearer to a word of the claim's clause.
    pub(super) fn is_nearest(&self, claim: &Claim, start: usize, end: usize, clause: (usize, usize)) -> bool {
        // “29 of them domestic and nine foreign”: what stands behind one number and before “and” is not of the next.
        let behind_own = claim.place.end <= start
            && self
                .scan
                .text
                .get(claim.place.end..start)
                .is_some_and(|gap| !gap.contains([',', ';', ':']) && gap.is_ascii());
        let joint = |other: &Claim| {
            let gap = self.scan.text.get(end..other.place.start).unwrap_or_default();
            behind_own && matches!(gap.trim(), "and" | "," | ", and" | ";")
        };
        let gap = |other: &Claim| {
            if other.place.start >= end && joint(other) {
                usize::MAX
            } else if other.place.start >= end {
                other.place.start - end
            } else {
                start.saturating_sub(other.place.end) + 1
            }
        };
        let own = gap(claim);
        let first = self.claims.partition_point(|other| other.place.end + REACH < start);
        !self.claims[first..].iter().take_while(|other| other.place.start < end + REACH).any(|other| {
            other.role == Role::Stated
                && other.place.start >= clause.0
                && other.place.end <= clause.1
                && gap(other) < own
        })
    }

    pub(super) fn is_this_edition(&self, claim: &Claim) -> bool {
        let clues = &self.linter.clues;
        let mut editions = self
            .linter
            .ledger
            .figures
            .iter()
            .enumerate()
            .filter(|(at, figure)| figure.kind == Kind::Edition && clues.weeks[*at] == self.week);
        editions.any(|(_, figure)| figure.value == claim.value)
    }

    /// The stages said in a clause; of several, those that no other claim stands nearer to.
    fn own_stages(&self, claim: &Claim, clause: (usize, usize)) -> Vec<Stage> {
        let all = self.stages_in(clause);
        if all.iter().all(|stage| *stage == all[0]) {
            return all;
        }
        let first = self.scan.tokens.partition_point(|token| token.start < clause.0);
        let tokens = self.scan.tokens[first..].iter().take_while(|token| token.end <= clause.1);
        let own = tokens.filter_map(|token| match token.what {
            What::Known(Sense::Stage(stage)) => {
                self.is_nearest(claim, token.start, token.end, clause).then_some(stage)
            }
            _ => None,
        });
        own.filter(|stage| all.contains(stage)).collect()
    }

    pub(super) fn stages_in(&self, (start, end): (usize, usize)) -> Vec<Stage> {
        let first = self.near.stages.partition_point(|(from, ..)| *from < start);
        let inside = self.near.stages[first..].iter().take_while(|(_, to, _)| *to <= end);
        inside.map(|(.., stage)| *stage).collect()
    }
}

/// Whether a word stands for the district that was named.
fn is_district(word: &str) -> bool {
    matches!(word, "区内" | "辖区" | "该区")
}

/// Where the clause that ends in the colon before `colon` begins.
fn bounds_before(clauses: &[usize], colon: usize) -> usize {
    let at = clauses.partition_point(|end| *end < colon);
    at.checked_sub(1).map_or(0, |at| clauses[at])
}

/// A clause up to where a claim ends.
fn text_between<'a>(text: &'a str, clause: (usize, usize), claim: &Claim) -> &'a str {
    text.get(clause.0.min(claim.place.start)..claim.place.end).unwrap_or_default()
}
