//! Holding the claims of a text against a ledger: which figure each one states, and whether it states it rightly.
//!
//! A claim is matched by everything the text says near it: kind, unit, stage, names, scope, week, and how near its value is. Then it is
//! judged by the rules of the ledger. The work for a claim does not depend on the length of the text.

pub(crate) mod adding;
pub(crate) mod heard;
pub(crate) mod known;
mod matching;
mod near;
pub(crate) mod verdicts;
pub(crate) mod weighing;

pub use verdicts::verdict::{Finding, Verdict};

use crate::calendar::Date;
use crate::claim::Claim;
use crate::find;
use crate::find::tokens::traditional::folded_ledger;
use crate::ledger::Ledger;
use adding::families::Families;
use adding::sums::Sums;
use jiff::Timestamp;
use known::clues::Clues;
use matching::Told;
use near::Near;
use std::borrow::Cow;

/// A language that texts are written and verdicts are told in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Language {
    /// 中文
    Zh,
    /// English
    En,
}

impl Language {
    /// The language that most letters of a text are of; a Chinese character counts like a word.
    #[must_use]
    pub fn of(text: &str) -> Self {
        // Nearly all Chinese characters, and hardly any others, begin with one of these bytes.
        let chinese = count(text, |byte| (0xE4..=0xE9).contains(&byte));
        let latin = count(text, |byte| byte.is_ascii_alphabetic());
        if chinese * 5 > latin { Self::Zh } else { Self::En }
    }
}

/// How many bytes of a text are such. So few at a time that their number is a byte too, of which a processor adds up many at once.
fn count(text: &str, is_such: impl Fn(u8) -> bool) -> usize {
    let few = text.as_bytes().chunks(usize::from(u8::MAX));
    few.map(|few| usize::from(few.iter().map(|byte| u8::from(is_such(*byte))).sum::<u8>())).sum()
}

/// When and of what a text speaks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Occasion {
    /// The day on which it goes out.
    pub day: Date,
    /// The instant, which decides what is embargoed.
    pub at: Timestamp,
    /// The week it speaks of when it does not say.
    pub week: Option<String>,
}

/// A ledger made ready to be asked many times.
#[derive(Debug)]
pub struct Linter<'a> {
    pub(crate) ledger: Cow<'a, Ledger>,
    pub(crate) clues: Clues,
    sums: Sums,
    families: Families,
}

impl<'a> Linter<'a> {
    /// Makes the words of a ledger ready.
    #[must_use]
    pub fn new(ledger: &'a Ledger) -> Self {
        let ledger = folded_ledger(ledger);
        let clues = Clues::new(&ledger);
        let families = Families::new(&ledger, &clues);
        Self { clues, sums: Sums::new(&ledger), families, ledger }
    }

    /// A verdict on every claim of a text, in order; sums that fail come behind the claims of their paragraph.
    #[must_use]
    pub fn lint(&self, text: &str, occasion: &Occasion) -> Vec<Finding> {
        let mut findings = Vec::new();
        let mut tokens = Vec::new();
        let (mut near, mut hits) = (Near::new(self, occasion), Vec::new());
        for (start, paragraph) in find::paragraphs(text) {
            find::read(paragraph, &mut tokens, |scan, flowing, claims| {
                let first = findings.len();
                if claims.is_empty() {
                    return;
                }
                self.clues.hits(scan, &mut hits);
                let matcher = matching::Matcher::new(self, scan, &claims, &hits, occasion, &mut near);
                self.paragraph(matcher, &mut findings);
                for finding in &mut findings[first..] {
                    let place = flowing.place(&finding.claim.place);
                    finding.claim.place = place.start + start..place.end + start;
                }
            });
        }
        findings
    }

    fn paragraph(&self, mut matcher: matching::Matcher, findings: &mut Vec<Finding>) {
        let (scan, claims) = (matcher.scan, matcher.claims);
        let language = if matcher.english { Language::En } else { Language::Zh };
        let first = findings.len();
        let mut heard: Vec<_> = (0..claims.len()).map(|index| matcher.heard(index)).collect();
        let told = heard.iter_mut().enumerate();
        let mut told: Vec<Told> = told.map(|(index, heard)| matcher.verdict(index, heard.as_mut())).collect();
        if told.iter().any(Told::is_wrong) {
            matching::give_way(&mut told, &matcher.summed());
        }
        // Which figure each finding is of, by its number: names would have to be compared letter by letter.
        let mut stated: Vec<Option<usize>> =
            told.iter().map(|one| one.figure.map(|figure| self.sums.known_as(figure))).collect();
        for (claim, told) in claims.iter().zip(told) {
            let Told { figure, verdict, .. } = told;
            findings.push(self.finding(claim, figure, verdict, language));
        }
        matcher.tell_ends_of_week(&mut findings[first..], &mut stated);
        for at in 0..claims.len() {
            let finding = &findings[first + at];
            // A likeness gives way to what stands beside it.
            let open = matches!(finding.verdict, Verdict::NotAmong | Verdict::WrongValue { .. });
            let beside = if open { matcher.moved_with(at) } else { None };
            let beside = beside.filter(|beside| findings[first + beside].verdict == Verdict::Right);
            let told = beside.and_then(|beside| matcher.as_it_was(at, beside, stated[beside]?));
            if let Some((figure, verdict)) = told {
                stated[at] = Some(self.sums.known_as(figure));
                findings[first + at] = self.finding(&claims[at], Some(figure), verdict, language);
            }
        }
        if findings[first..].iter().any(|finding| finding.verdict.is_alarm()) {
            matcher.clear_what_adds_up(&mut findings[first..], &mut stated);
        }
        let of_lists = self.by_lists(&matcher, &mut findings[first..], &mut stated);
        for (at, figure) in self.sums.eliminated(&self.ledger, claims, &stated) {
            let verdict = matcher.of(at, figure);
            stated[at] = Some(figure);
            findings[first + at] = self.finding(&claims[at], Some(figure), verdict, language);
        }
        let mut failed = self.sums.failing(&self.ledger, scan, claims, &stated, &matcher.near.heard);
        // What a whole list says of its total goes before what a few of its parts make.
        failed.retain(|(at, _)| !of_lists.iter().any(|(total, _)| total == at));
        failed.extend(of_lists.into_iter().filter_map(|(at, verdict)| Some((at, verdict?))));
        for (at, verdict) in failed {
            // A total that no figure has, of parts that all are figures, is a wrong one of the figure that they make.
            if let Some(figure) = self.sums.made_of(claims, &stated, at) {
                let wrong = matcher.of(at, figure);
                stated[at] = Some(self.sums.known_as(figure));
                findings[first + at] = self.finding(&claims[at], Some(figure), wrong, language);
            }
            let finding = &mut findings[first + at];
            // A number that is wrong by itself is told as such; that the sum fails comes on top.
            if finding.verdict == Verdict::Right || finding.verdict == Verdict::NotAmong {
                finding.verdict = verdict;
            } else {
                let also = Finding { verdict, ..finding.clone() };
                findings.push(also);
            }
        }
    }

    fn finding(&self, claim: &Claim, figure: Option<usize>, verdict: Verdict, language: Language) -> Finding {
        let figure = figure.map(|at| self.ledger.figures[at].id.clone());
        Finding { claim: claim.clone(), figure, verdict, language }
    }
}
