//! Which stage of the ladder a figure has: the nearest word that names one.

use super::draft::Draft;
use super::tokens::cues::{Cues, words};
use super::tokens::scan::Scan;
use super::tokens::sense::Sense;
use super::tokens::token::What;
use crate::claim::{Kind, Stage};
use crate::unit::Unit;

/// The stage words of a paragraph, asked figure by figure from left to right.
pub(super) struct StageWords<'a> {
    scan: &'a Scan<'a>,
    words: Vec<(usize, Stage)>,
    from: usize,
    /// Whether the paragraph says 分别, “which” or “whom” at all, which few do.
    respective: bool,
    relative: bool,
}

impl<'a> StageWords<'a> {
    pub(super) fn new(scan: &'a Scan<'a>) -> Self {
        let words = scan.tokens.iter().enumerate().filter_map(|(at, token)| match token.what {
            What::Known(Sense::Stage(stage)) if !leads_the_list(scan, at) => Some((at, stage)),
            _ => None,
        });
        let words: Vec<(usize, Stage)> = words.collect();
        let said = |word| !words.is_empty() && scan.text.contains(word);
        let (respective, relative) = (said("分别"), said(" which") || said(" whom"));
        Self { scan, words, from: 0, respective, relative }
    }

    /// The nearest stage word of the figure's sentence; one in its own clause wins.
    pub(super) fn of(&mut self, draft: &Draft) -> Option<Stage> {
        if self.words.is_empty() {
            return None;
        }
        if let Some(stage) = self.respective.then(|| self.respectively(draft)).flatten() {
            return Some(stage);
        }
        let low = draft.first.saturating_sub(REACH);
        while self.words.get(self.from).is_some_and(|(at, _)| *at < low) {
            self.from += 1;
        }
        let near =
            self.words[self.from..].iter().take(2 * REACH).take_while(|(at, _)| *at < draft.next + REACH);
        let mut nearest: Option<(usize, Stage)> = None;
        for (at, stage) in near {
            let bound = nearest.map_or(usize::MAX, |(least, _)| least);
            if let Some(distance) = self.distance(draft, *at, bound).filter(|distance| *distance < bound) {
                nearest = Some((distance, *stage));
            }
        }
        let (distance, stage) = nearest?;
        // A share is of the stage that its own clause tells, not of one across a semicolon.
        let share = matches!(draft.kind, Kind::Share | Kind::Factor);
        (!share || distance < SEMICOLON).then_some(stage)
    }

    /// 落地、开工、投产项目分别为47个、29个和8个: the stages of a list, each for the number in its place.
    fn respectively(&self, draft: &Draft) -> Option<Stage> {
        const LIST: usize = 16;
        let scan = self.scan;
        let low = draft.first.saturating_sub(LIST);
        let each =
            (low..draft.first).rev().take_while(|at| !scan.ends_sentence(*at) && !scan.is_sign(*at, '；'));
        let each = each
            .into_iter()
            .find(|at| scan.is(*at, "分别") || scan.is(*at, "别") && scan.is(at.wrapping_sub(1), "分"))?;
        let numbers = (each..draft.first).filter(|at| matches!(scan.what(*at), What::Literal(_))).count();
        let before = (each.saturating_sub(LIST)..each)
            .rev()
            .take_while(|at| !scan.ends_sentence(*at) && !matches!(scan.what(*at), What::Sign('；' | '，')));
        let mut stages: Vec<Stage> = before
            .filter_map(|at| match scan.sense(at) {
                Some(Sense::Stage(stage)) => Some(stage),
                _ => None,
            })
            .collect();
        stages.reverse();
        (stages.len() > 1).then(|| stages.get(numbers).copied()).flatten()
    }

    /// 10亿元以上项目13个，拟签约项目签约率91.7%: what leads a clause of its own, before the things that are told there, is said of them.
    fn leads_another(&self, at: usize) -> bool {
        self.scan.is_sign(at - 1, '，')
            && self.scan.is_chinese(at)
            && matches!(self.scan.sense(at + 1), Some(Sense::Noun(Unit::Project)))
    }

    /// How far a word stands from a figure: clauses between count most; nothing in another sentence, nor from `bound` on.
    fn distance(&self, draft: &Draft, at: usize, bound: usize) -> Option<usize> {
        // “two of the 15 projects with foreign capital that were signed”: of the number that the relative clause stands behind.
        let relative = at > draft.next
            && self.scan.is_among(at.wrapping_sub(1), words!["were", "are", "was", "is", "been"])
            && (draft.next..at).any(|between| self.scan.is_among(between, words!["that", "which"]))
            && !(draft.next..at)
                .any(|between| matches!(self.scan.what(between), What::Literal(_) | What::Sign(_)));
        if relative {
            return Some(0);
        }
        let (from, to) = if at < draft.first { (at + 1, draft.first) } else { (draft.next, at) };
        // 总投资超150亿元，最大的是…基地，计划2026年投产: what one of them is to come to is no stage of all.
        if at > draft.next && is_to_come(self.scan, draft.next, at) {
            return None;
        }
        if at > draft.next && self.leads_another(at) {
            return None;
        }
        let mut distance = 0;
        // Each token between counts for one at the least.
        if to.saturating_sub(from) >= bound {
            return None;
        }
        for between in from..to {
            // A blank between Chinese words parts the clauses of a headline.
            if self.scan.is_chinese(between)
                && !self.scan.glued(between)
                && self.scan.char_before(between) == Some(' ')
                && self.scan.is_chinese(between.wrapping_sub(1))
            {
                distance += 12;
            }
            if self.scan.ends_sentence(between) && !self.scan.is_sign(between, '；') {
                return None;
            }
            distance += match self.scan.what(between) {
                What::Sign('；' | ';') => SEMICOLON,
                What::Sign('，' | ',' | '：' | ':' | '(' | '（') => 12,
                What::Sign('、') => 6,
                What::Literal(_) => 3,
                _ => 1,
            };
        }
        // “52% agreed”: of those who are asked, and no signing.
        if draft.kind == Kind::Share && self.scan.is(at, "agreed") {
            return None;
        }
        // 落槌 and its like say by a picture what any plain word says better.
        if self.scan.is_among(at, FIGURATIVE) {
            distance += SEMICOLON / 2;
        }
        // “39 so far, 26 of which under construction”: of the number that stands nearer.
        let of_which = self.relative
            && at > draft.next
            && !self.scan.is_chinese(at)
            && (draft.next..at).any(|between| {
                self.scan.is_among(between, words!["which", "whom"])
                    && self.scan.is(between.wrapping_sub(1), "of")
            })
            && (draft.next..at).any(|between| matches!(self.scan.what(between), What::Literal(_)));
        if of_which {
            return None;
        }
        // “Of the 86 signed, 44 exist”, “52 of the 86 projects signed had landed”: the stage of a whole is not that of its part.
        let whole = (at.saturating_sub(5)..at)
            .rev()
            .find(|number| matches!(self.scan.what(*number), What::Literal(_) | What::Known(Sense::Tens(_))));
        // “41 of the 172 on the list had been signed”: what is told with a verb of its own is of the part.
        if self.is_predicate(at) && at > draft.next && self.is_whole_of_a_part(draft) {
            return None;
        }
        let whole = whole.filter(|_| !self.is_predicate(at));
        let of_whole = whole.is_some_and(|number| {
            let of = if self.scan.is(number.wrapping_sub(1), "the") {
                number.wrapping_sub(2)
            } else {
                number.wrapping_sub(1)
            };
            self.scan.is(of, "of")
                && !(draft.first <= number && number < draft.next)
                && (of <= draft.next && draft.next <= of + 1
                    || draft.first > at && (of == 0 || self.scan.ends_sentence(of.wrapping_sub(1))))
        });
        if of_whole {
            distance += SEMICOLON;
            if draft.first > at {
                return None;
            }
        }
        // “73 agreements, and 58 projects that have landed”: agreements do not.
        let agreed = draft.unit == Some(Unit::Agreement)
            && at > draft.next
            && matches!(self.scan.sense(at), Some(Sense::Stage(stage)) if stage > Stage::Signed);
        if agreed && (draft.next..at).any(|between| matches!(self.scan.what(between), What::Literal(_))) {
            return None;
        }
        if at > draft.next && self.is_of_the_next(draft, at) {
            return None;
        }
        // 开工31个，总投资186亿元，投产9个: what an amount is of stands before it, and a new item of the list behind.
        let next_item = draft.kind == Kind::Money
            && at > draft.next
            && self.scan.is_sign(draft.next, '，')
            && matches!(self.scan.what(at + 1), What::Literal(_));
        // 累计83个，签约总额264亿元: of the amount that it stands before.
        let of_amount = draft.kind == Kind::Count
            && at > draft.next
            && (draft.next..at).any(|between| self.scan.is_sign(between, '，'))
            && (self.scan.letters(at).ends_with('额')
                || self.scan.is_among(at + 1, words!["总额", "金额", "总金额", "额"]));
        let distance = distance + if of_amount { 20 } else { 0 };
        // Behind the figure a word more often belongs to the next one.
        Some(if at < draft.first { distance } else { distance + if next_item { 20 } else { 2 } })
    }

    /// 参展企业353家；签约项目71个, 贸易成交额4.7亿元，意向签约额8.5亿元: whether a stage word behind a figure, in a clause
    /// with a number of its own, is of that number. What is told of projects goes on over clauses.
    fn is_of_the_next(&self, draft: &Draft, at: usize) -> bool {
        let scan = self.scan;
        let parted = (draft.next..at)
            .find(|between| matches!(scan.what(*between), What::Sign('，' | ',' | '；' | ';')));
        let other = match draft.kind {
            Kind::Count => {
                matches!(draft.unit, Some(Unit::Company | Unit::Institution | Unit::Person | Unit::Item))
            }
            _ => false,
        };
        let semicolon = (draft.next..at).any(|between| matches!(scan.what(between), What::Sign('；' | ';')));
        let own = || {
            (at + 1..at + REACH)
                .take_while(|behind| !scan.ends_clause(*behind))
                .any(|behind| matches!(scan.what(behind), What::Literal(_)))
        };
        parted.is_some() && (other || semicolon) && own()
    }
}

impl StageWords<'_> {
    /// “had been signed”, “have all landed”: whether a stage word is what the sentence says, and no mere attribute of a noun.
    fn is_predicate(&self, at: usize) -> bool {
        const VERBS: Cues = words!["have", "has", "had", "were", "was", "are", "is", "been"];
        let own = self.scan.letters(at).split_once(' ').is_some_and(|(first, _)| VERBS.has(first));
        own || (1..3).any(|back| self.scan.is_among(at.wrapping_sub(back), VERBS))
    }

    /// “41 of the 172”: whether a figure is the whole of which the one before it is a part.
    fn is_whole_of_a_part(&self, draft: &Draft) -> bool {
        let of = draft.first.wrapping_sub(1 + usize::from(self.scan.is(draft.first.wrapping_sub(1), "the")));
        let part = self.scan.what(of.wrapping_sub(1));
        self.scan.is(of, "of")
            && matches!(part, What::Literal(_) | What::Known(Sense::Small(_) | Sense::Tens(_)))
    }
}

/// Words of a signing that name none.
const FIGURATIVE: Cues = words!["落笔", "落槌", "签字", "落定"];

/// How many tokens a semicolon counts for.
const SEMICOLON: usize = 60;

/// How many tokens away a stage word may stand.
const REACH: usize = 40;

/// “Health leads with 31 projects”: a verb, and no leads that are followed.
fn leads_the_list(scan: &Scan, at: usize) -> bool {
    scan.is(at, "leads") && scan.is_among(at + 1, words!["with", "by", "the", "to", "in", "on"])
}

/// 计划总投资, 预计投资: what an amount is called, and no plan of something else.
fn is_of_money(scan: &Scan, at: usize) -> bool {
    let word = scan.letters(at);
    word.ends_with(['资', '额']) || scan.rest(at + 1).starts_with(['总', '投'])
}

/// Whether a plan stands shortly before a stage, in a clause behind that of the figure.
fn is_to_come(scan: &Scan, from: usize, at: usize) -> bool {
    const NEAR: usize = 6;
    let low = at.saturating_sub(NEAR).max(from);
    let planned = |at: usize| {
        ["计划", "预计", "有望", "力争", "明年"].iter().any(|plan| scan.rest(at).starts_with(plan))
    };
    let plan = (low..=at)
        .rev()
        .take_while(|at| !scan.ends_clause(*at))
        .find(|at| planned(*at) && !is_of_money(scan, *at));
    // 达产后可提供岗位1900个: nor is what will be so one day.
    let then = scan.is(at + 1, "后") && scan.glued(at + 1);
    plan.or(then.then_some(at))
        .is_some_and(|plan| scan.is_chinese(at) && (from..plan).any(|at| scan.ends_clause(at)))
}
