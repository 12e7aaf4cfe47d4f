//! What stands around a claim: its sentence and clause, the words of scope, week, stage and date in them.

use super::bounds::LABEL;
use super::cues::Cue;
use super::stages::Stages;
use super::topic::Window;
use super::words::Words;
use crate::calendar::Date;
use crate::claim::{Change, Claim, Kind, Role, Stage, UnitFrom, Value};
use crate::find::tokens::sense::Sense;
use crate::find::tokens::token::What;
use crate::lint::known::clues::{Clue, Word};
use crate::lint::matching::Matcher;
use crate::lint::verdicts::judge::Rough;
use crate::lint::weighing::thing::Thing;
use crate::number::Number;
use crate::unit::Unit;

/// Words directly before what something was, not what it is.
static FROM: Words<4> = Words::new(["由", "从", "from", "From"]);
/// Words directly before what something is now that is to be more.
static FROM_NOW: Words<11> = Words::new([
    "将从",
    "将由",
    "拟从",
    "拟由",
    "to grow from",
    "to rise from",
    "to increase from",
    "to expand from",
    "to be enlarged from",
    "will grow from",
    "will rise from",
]);
/// Words directly before what is compared with.
static AGAINST: Words<5> = Words::new(["against", "compared with", "compared to", "versus", "上届为"]);

/// Words directly before a number of what was planned.
static PLANNED: Words<4> = Words::new(["plan of", "plans for", "planned", "programme of"]);

/// Words directly before a day that is compared with.
static COMPARED: Words<6> = Words::new(["比", "较", "相比", "than on", "compared with", "against"]);

/// Words on either side of a day since when something runs.
static SINCE: Words<2> = Words::new(["since", "Since"]);
static SINCE_THEN: Words<6> = Words::new(["至今", "以来", "起", "开幕至今", "开幕以来", "启幕至今"]);

/// How many bytes of its sentence a claim looks at on either side.
pub(in crate::lint) const REACH: usize = 420;

/// A word of scope near a claim.
#[derive(Clone, Copy)]
pub(in crate::lint) struct Said {
    pub(in crate::lint) key: u16,
    pub(in crate::lint) value: u16,
    pub(in crate::lint) word: Word,
    /// Whether no other claim stands nearer to it.
    pub(in crate::lint) own: bool,
    /// Whether it stands before the claim.
    pub(in crate::lint) before: bool,
    /// Whether it stands before the claim as the only word of its key in the sentence, and so for all that follows.
    pub(in crate::lint) governs: bool,
}

/// How much of what the figures count a claim is said of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::lint) enum Extent {
    /// All of it.
    Whole,
    /// 其中, each, on average: a part.
    Part,
    /// 次日, a day: a part in time.
    Day,
    /// One thing.
    Single,
    /// 剩下, 其余: some of what was left of it.
    Rest,
}

impl Extent {
    pub(in crate::lint) fn is_part(self) -> bool {
        self != Self::Whole
    }
}

/// What stands around a claim.
#[expect(clippy::struct_excessive_bools, reason = "each is an observation of its own")]
pub(in crate::lint) struct Around {
    /// Its number in rough arithmetic.
    pub(in crate::lint) rough: Option<Rough>,
    pub(in crate::lint) sentence: (usize, usize),
    pub(in crate::lint) clause: (usize, usize),
    pub(in crate::lint) scopes: Vec<Said>,
    pub(in crate::lint) weeks: Vec<u16>,
    pub(in crate::lint) last_week: bool,
    /// It is what something rose or fell from, or of an edition that is not this week's.
    pub(in crate::lint) elsewhere: bool,
    /// How much of what the figures count it is said of.
    pub(in crate::lint) extent: Extent,
    /// The stages said in its clause, and in its sentence.
    pub(in crate::lint) stages: Stages,
    pub(in crate::lint) told: Stages,
    /// The stage said of it.
    pub(in crate::lint) stage: Option<Stage>,
    /// Whether it is hoped for: a target, a forecast.
    pub(in crate::lint) ahead: bool,
    pub(in crate::lint) years: Vec<u16>,
    pub(in crate::lint) dates: Vec<Date>,
    /// What stands behind the number when it counts things of no known sort.
    pub(in crate::lint) thing: Thing,
    /// 签约率, signing rate: a rate is what is told.
    pub(in crate::lint) rate: bool,
    /// What the question is about that it answers: “How many events are there?”
    pub(in crate::lint) asked: Option<Unit>,
    /// The day before the one that was spoken of, when it is said of that: “27 a day earlier”.
    pub(in crate::lint) back: Option<Date>,
    /// The day that the text speaks of here, when it says one.
    pub(in crate::lint) day: Option<Date>,
    /// The amount of a class named directly beside it: 1 billion yuan or more.
    pub(in crate::lint) class: Option<Number>,
    /// Over what time it runs.
    pub(in crate::lint) window: Window,
    /// Whether it is a part of a whole told with it: 22 of the 127.
    pub(in crate::lint) divides: bool,
    /// Whether it is what another number was before: up from 78.
    pub(in crate::lint) was: bool,
}

impl Around {
    /// Whether anything is said of a time or a place, which may be those of another week.
    pub(in crate::lint) fn tells_when_or_where(&self) -> bool {
        self.last_week || !self.weeks.is_empty() || !self.years.is_empty() || !self.scopes.is_empty()
    }
}

impl Matcher<'_> {
    pub(in crate::lint) fn around(&self, claim: &Claim) -> Around {
        let mut around = self.beside(claim);
        self.over_time(claim, &mut around);
        around
    }

    /// All of it that does not depend on what the claims before it were told to be.
    pub(in crate::lint) fn beside(&self, claim: &Claim) -> Around {
        let place = &claim.place;
        let (sentence, clause) = self.bounds(claim);
        let question = self.question(claim, sentence);
        let sentence = self.with_what_names_it(claim, sentence, question);
        let rules = &self.linter.ledger.hedges;
        let mut around = Around {
            rough: claim.value.number().map(|said| Rough::of(claim, said, rules)),
            sentence,
            clause,
            scopes: Vec::new(),
            weeks: Vec::new(),
            last_week: false,
            elsewhere: false,
            extent: Extent::Whole,
            stages: self.own_stages(claim, clause),
            told: self.stages_in(sentence),
            stage: match claim.stage {
                Some(_) if self.is_planned(claim) => Some(Stage::ToBeSigned),
                // “58 landed out of 121”: the stage is of those, and not of all that they are of.
                Some(_) if self.is_all_of_some(claim) => None,
                stage => self.stage_of_projects(claim, clause).or(stage),
            },
            ahead: self.is_ahead(claim, clause) || self.is_aim(claim),
            years: Vec::new(),
            dates: Vec::new(),
            class: self.class_beside(claim, clause),
            back: self.day_before(claim, clause, sentence).or_else(|| {
                if self.english {
                    self.day_told_in_english(claim, clause, sentence)
                } else {
                    self.day_told(claim, clause)
                }
            }),
            day: None,
            thing: self.thing(claim),
            rate: false,
            asked: question.and_then(|bounds| self.noun_in(bounds)),
            window: Window::Unsaid,
            divides: self.english && self.is_part_of_whole(claim),
            was: false,
        };
        around.day = self.day_of(claim, around.back);
        // 展品多吗？1570件: the question tells the things.
        if around.asked.is_some() {
            around.thing = Thing::Untold;
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
                // 与第六届相比，主展馆增至…: what is held against an edition is of another.
                around.elsewhere = self.is_this_edition(other) == self.is_held_against(other);
            }
        }
        around.elsewhere |= around.back.is_none() && self.is_before(claim, clause)
            || around.last_week && self.is_last_years(claim, clause)
            || around.last_week && self.english && self.is_led_by_last_year(claim, sentence)
            || around.last_week && self.is_of_last_year_then(claim, sentence)
            || !self.english
                && matches!(claim.kind, Kind::Count | Kind::Money)
                && self.is_led_by_the_year_before(claim, sentence);
        around.elsewhere |= self.english && self.is_led_by_a_year_before(claim, sentence);
        around.was = self.english
            && !self.is_dated(claim, sentence)
            && around.back.is_none()
            && self.is_what_it_was(claim, &around);
        around.last_week |= around.elsewhere;
        around.rate = self.near.heard.is_said(clause.0.min(place.start), clause.1, Cue::Rate)
            || self.is_share_of_stage(claim, clause);
        around
    }

    /// Over what time the number runs, how much of the whole it is for that, and the stage of contracts.
    pub(in crate::lint) fn over_time(&self, claim: &Claim, around: &mut Around) {
        let (place, sentence, clause) = (&claim.place, around.sentence, around.clause);
        if self.english {
            around.window = self.window(claim, around);
        }
        // “In contracts we are at 81”: what is a contract has been signed.
        let end = self.scan.text.floor_char_boundary((place.end + 16).min(clause.1.max(place.end)));
        let end = if claim.kind == Kind::Money { end } else { place.end };
        let heard = |cue| self.near.heard.is_said(clause.0.min(place.start), end, cue);
        let contracted =
            claim.kind == Kind::Count || claim.kind == Kind::Money && self.is_of_contracts(claim);
        let unsaid = around.stage.is_none() && around.told.is_empty() && contracted;
        if self.english && unsaid && heard(Cue::Signings) {
            around.stage = Some(Stage::Signed);
        }
        // “156 projects are expected to be signed, and 38 have been.”: what has been done is that.
        let done = ["have been", "has been"].iter().find_map(|been| self.tail(claim).strip_prefix(been));
        if around.stage == Some(Stage::ToBeSigned) && done.is_some_and(|end| end.starts_with(['.', ',', ';']))
        {
            around.stage = Some(Stage::Signed);
            around.stages = Stage::Signed.into();
        }
        let on_top = || !self.english && self.is_on_top(claim, sentence);
        if around.window == Window::Unsaid && (self.is_of_today(claim, around) || on_top()) {
            around.window = Window::Increment;
        }
        around.extent = self.extent(claim, around);
    }

    /// A sentence with the question that it answers, and with the one that says what a number alone is of.
    fn with_what_names_it(
        &self,
        claim: &Claim,
        sentence: (usize, usize),
        question: Option<(usize, usize)>,
    ) -> (usize, usize) {
        let start = question.map_or(sentence.0, |(start, _)| start);
        (start, self.end_of_headline(claim, sentence).unwrap_or(sentence.1))
    }

    /// 280万元！这是今年各项大赛的奖金总额: where the sentence ends that says of what the number is that stands alone before it.
    fn end_of_headline(&self, claim: &Claim, sentence: (usize, usize)) -> Option<usize> {
        let text = self.scan.text;
        let alone = |words: &str| !words.chars().any(char::is_alphanumeric);
        let lead = text.get(sentence.0..claim.place.start)?;
        let told = alone(lead.trim_start().trim_start_matches("本报讯"))
            && alone(text.get(claim.place.end..sentence.1)?)
            && text[..sentence.1].ends_with(['！', '!', '。'])
            && text[sentence.1..].starts_with("这");
        let at = self.near.sentences.partition_point(|end| *end <= sentence.1);
        let end = self.near.sentences.get(at).copied().unwrap_or(text.len());
        told.then(|| text.floor_char_boundary(end.min(claim.place.end + REACH)))
    }

    /// Whether the claim tells what something was before: “from 45 to 52”, 45→52, “against 45”, “52 (45)”.
    fn is_before(&self, claim: &Claim, clause: (usize, usize)) -> bool {
        let (text, place) = (self.scan.text, &claim.place);
        let before = self.lead_from(clause.0.min(place.start), claim);
        let tail = text[place.end..].trim_start();
        let tail = tail.strip_prefix("last year ").unwrap_or(tail);
        let rises = || {
            tail.starts_with("to ")
                || tail.chars().take(8).any(|letter| "至到增升降提减扩缩涨跌".contains(letter))
        };
        // 打卡点将从27个扩到35个: from what it is now.
        if FROM_NOW.end(before) {
            return false;
        }
        let from = FROM.end(before) && rises() || AGAINST.end(before);
        // “12, against 19 in Jidong”: another place at the same time.
        let from = from && !(self.english && self.is_in_another_place(claim));
        // What has a day of its own is of this week, on that day.
        let from = from && claim.as_of.is_none() && claim.change != Some(Change::To);
        from || tail.starts_with('→') || self.is_bracketed(claim)
    }

    /// Of how much a number is, when its sentence has been heard: of a day, of one thing, of what is left.
    fn extent(&self, claim: &Claim, around: &Around) -> Extent {
        let whole = around.extent == Extent::Whole;
        if self.is_the_rest(claim) {
            Extent::Rest
        } else if self.is_single(claim, around.clause) || self.is_of_each(claim) {
            Extent::Single
        } else if whole && (around.window == Window::Increment || self.is_of_one_day(claim, around)) {
            Extent::Day
        } else {
            around.extent
        }
    }

    /// Whether “in” and a place that the ledger knows stand directly behind a number.
    fn is_in_another_place(&self, claim: &Claim) -> bool {
        let tail = &self.scan.text[claim.place.end..];
        let Some(behind) = tail.trim_start().strip_prefix("in ") else { return false };
        let start = self.scan.text.len() - behind.len();
        let first = self.hits.partition_point(|hit| hit.start < start);
        let mut here = self.hits[first..].iter().take_while(|hit| hit.start == start);
        here.any(|hit| matches!(hit.clue, Clue::Scope(_, _, Word::Proper)))
    }

    /// “Against a plan of 214 projects, 143 were signed”: the verb is not of what was planned.
    fn is_planned(&self, claim: &Claim) -> bool {
        let start = self.scan.text.floor_char_boundary(claim.place.start.saturating_sub(12));
        let lead = self.lead_from(start, claim);
        claim.stage.is_some() && PLANNED.end(lead)
    }

    /// “58 out of 121”: whether a number is the whole of which the one before it is a part.
    fn is_all_of_some(&self, claim: &Claim) -> bool {
        let lead = self.lead(claim);
        lead.ends_with(" out of") || lead.ends_with(" out of the")
    }

    /// 比4月28日的摸底数多: whether a day is only compared with.
    pub(in crate::lint) fn is_compared(&self, date: &Claim) -> bool {
        let (lead, tail) = (self.lead(date), &self.scan.text[date.place.end..]);
        // 9月10日开幕至今: since when, and not as of when.
        SINCE_THEN.open(tail) || SINCE.end(lead) || COMPARED.end(lead)
    }

    /// 与刚结束的第六届相比, 比第五届多: whether an edition is what something is held against.
    fn is_held_against(&self, edition: &Claim) -> bool {
        let clause = || {
            let behind = &self.scan.text[edition.place.end..];
            behind.split(['，', '。', '；']).next().unwrap_or_default()
        };
        self.is_compared(edition)
            || self.near.heard.is_anywhere(Cue::Compared) && clause().trim_end().ends_with("相比")
    }

    /// Whether a word before a claim says that its number is one to be reached one day.
    fn is_ahead(&self, claim: &Claim, clause: (usize, usize)) -> bool {
        if FROM_NOW.end(self.lead(claim)) {
            return false;
        }
        // 要在上届7200万次的基础上翻一番: what the last edition had is not hoped for.
        let lead = self.scan.text[..claim.place.start].trim_end_matches('的');
        if lead.ends_with("上届") || lead.ends_with("去年") {
            return false;
        }
        let start = clause.0.max(claim.place.start.saturating_sub(LABEL));
        self.near.heard.is_said(start, claim.place.start, Cue::Ahead)
    }

    /// Whether no other claim stands nearer to a word of the claim's clause.
    pub(in crate::lint) fn is_nearest(
        &self,
        claim: &Claim,
        start: usize,
        end: usize,
        clause: (usize, usize),
    ) -> bool {
        // “29 of them domestic and nine foreign”: what stands behind one number and before “and” is not of the next.
        let behind_own = || {
            let gap = self.scan.text.get(claim.place.end..start);
            gap.is_some_and(|gap| !gap.contains([',', ';', ':']) && gap.is_ascii())
        };
        let behind = claim.place.end <= start;
        let joint = |other: &Claim| {
            let gap = || self.scan.text.get(end..other.place.start).unwrap_or_default();
            behind && matches!(gap().trim(), "and" | "," | ", and" | ";") && behind_own()
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

    /// Whether an edition is that of the week, as far as the ledger knows; where it knows none, any may be.
    pub(in crate::lint) fn is_this_edition(&self, claim: &Claim) -> bool {
        let clues = &self.linter.clues;
        let figures = &self.linter.ledger.figures;
        let own = |at: &&usize| clues.weeks[**at].is_none() || clues.weeks[**at] == self.week;
        let mut known = clues.editions.iter().filter(own).peekable();
        known.peek().is_none() || known.any(|at| figures[*at].value == claim.value)
    }

    /// 已投产项目计划总投资528.6亿元: the stage of the projects that an amount is of, whatever the amount itself is called.
    fn stage_of_projects(&self, claim: &Claim, clause: (usize, usize)) -> Option<Stage> {
        const AMOUNTS: [&str; 9] = [
            "项目计划总投资",
            "项目计划总投资额",
            "项目总投资",
            "项目总投资额",
            "项目投资",
            "协议金额",
            "协议总金额",
            "协议投资",
            "协议投资额",
        ];
        if claim.kind != Kind::Money || self.english {
            return None;
        }
        let at = self.near.stages.partition_point(|(_, to, _)| *to <= claim.place.start);
        let (from, to, stage) = self.near.stages[at.checked_sub(1)?];
        let gap = self.scan.text.get(to..claim.place.start)?;
        (from >= clause.0 && AMOUNTS.contains(&gap)).then_some(stage)
    }

    /// The stages said in a clause; of several, those that no other claim stands nearer to.
    fn own_stages(&self, claim: &Claim, clause: (usize, usize)) -> Stages {
        let all = self.stages_in(clause);
        // “the planned volume of the 121 projects in production”: what stands directly behind the things is said of them.
        let touching = self.near.stages.partition_point(|(from, ..)| *from < claim.place.end);
        let touching = self.near.stages.get(touching).filter(|(from, ..)| *from == claim.place.end + 1);
        if let Some((.., stage)) = touching.filter(|_| self.english && claim.unit_from == UnitFrom::Words) {
            return Stages::from(*stage);
        }
        if !all.are_several() {
            return all;
        }
        // 看签约：开工项目166个: what stands at the things is said of them, whatever else the clause tells.
        let at = self.near.stages.partition_point(|(_, to, _)| *to <= claim.place.start);
        let last = at.checked_sub(1).map(|at| self.near.stages[at]).filter(|(from, ..)| *from >= clause.0);
        let touches = |to: usize| {
            let gap = self.scan.text.get(to..claim.place.start).unwrap_or("，");
            matches!(gap, "项目" | "的项目" | "的" | "了" | "项目共" | "项目数")
        };
        if let Some((_, to, stage)) = last.filter(|_| !self.english && claim.kind == Kind::Count)
            && touches(to)
        {
            return Stages::from(stage);
        }
        let first = self.scan.tokens.partition_point(|token| token.start < clause.0);
        let tokens = self.scan.tokens[first..].iter().take_while(|token| token.end <= clause.1);
        let own = tokens.filter_map(|token| match token.what {
            What::Known(Sense::Stage(stage)) => {
                self.is_nearest(claim, token.start, token.end, clause).then_some(stage)
            }
            _ => None,
        });
        own.filter(|stage| all.contains(*stage)).collect()
    }

    pub(in crate::lint) fn stages_in(&self, bounds: (usize, usize)) -> Stages {
        self.each_stage_in(bounds).collect()
    }

    /// The stages said in a stretch of the paragraph, in order.
    pub(in crate::lint) fn each_stage_in(&self, (start, end): (usize, usize)) -> impl Iterator<Item = Stage> {
        let first = self.near.stages.partition_point(|(from, ..)| *from < start);
        let inside = self.near.stages[first..].iter().take_while(move |(_, to, _)| *to <= end);
        inside.map(|(.., stage)| *stage)
    }
}
