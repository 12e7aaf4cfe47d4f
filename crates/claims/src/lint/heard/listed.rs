//! Lists: 甲区、乙区分别为33个、28个, where the place in one list is that in the other; a number in brackets behind its like.

use super::around::Said;
use super::cues::Cue;
use super::words::Words;
use crate::claim::{Claim, Kind, Role};
use crate::lint::adding::breakdown::{Breakdown, Part};
use crate::lint::known::clues::{Clue, Word};
use crate::lint::matching::Matcher;

impl Matcher<'_> {
    /// 石堰区、望川区签约分别为33个和28个: of the words of scope in the list, only the one in the claim's place is of it.
    pub(in crate::lint) fn respectively(
        &self,
        claim: &Claim,
        sentence: (usize, usize),
        scopes: &mut Vec<Said>,
    ) {
        let text = self.scan.text;
        if let Some((key, Part { value, .. })) = self.in_turn(claim, sentence)
            && scopes.iter().all(|said| said.key != key)
        {
            scopes.push(Said { key, value, word: Word::Proper, own: true, before: true, governs: true });
        }
        let Some(lead) = text.get(sentence.0..claim.place.start).filter(|_| scopes.len() > 1) else { return };
        if !self.near.heard.is_said(sentence.0, claim.place.start, Cue::Parts) {
            return;
        }
        let Some(each) = lead.rfind("分别").map(|at| sentence.0 + at) else { return };
        if text[each..claim.place.start].contains(['，', '；', ';', '。']) {
            return;
        }
        let stated = |other: &&Claim| other.role == Role::Stated && other.kind == claim.kind;
        let first = self.claims.partition_point(|other| other.place.start < each);
        let place = self.claims[first..]
            .iter()
            .filter(stated)
            .position(|other| other.place.start == claim.place.start);
        let start = text[sentence.0..each]
            .rfind(['，', '；', '。', '：', '\n'])
            .map_or(sentence.0, |at| sentence.0 + at);
        let low = self.hits.partition_point(|hit| hit.start < start);
        let listed: Vec<(u16, u16)> = self.hits[low..]
            .iter()
            .take_while(|hit| hit.start < each)
            .filter(|hit| !self.is_in_week_name(hit))
            .filter_map(|hit| match hit.clue {
                Clue::Scope(key, value, _) => Some((key, value)),
                _ => None,
            })
            .collect();
        let Some((key, _)) = listed.first().copied() else { return };
        // 石堰区 says 石堰 as well.
        let mut values: Vec<u16> =
            listed.iter().filter(|(other, _)| *other == key).map(|(_, value)| *value).collect();
        values.dedup();
        let Some(own) = place.and_then(|place| values.get(place)).copied().filter(|_| values.len() > 1)
        else {
            return;
        };
        scopes.retain(|said| said.key != key || said.value == own);
        for said in scopes.iter_mut().filter(|said| said.key == key) {
            (said.own, said.governs) = (true, true);
        }
    }

    /// 船舶海工46个、海洋生物31个…。投资额依次为172亿元、84.6亿元…: the part of the list before whose turn it is, and the scope of the list.
    pub(in crate::lint) fn in_turn(&self, claim: &Claim, sentence: (usize, usize)) -> Option<(u16, Part)> {
        let from = self.near.heard.last(sentence.0, claim.place.start, Cue::InTurn)?;
        let end =
            |list: &Breakdown| list.parts.last().map_or(usize::MAX, |last| self.claims[last.claim].place.end);
        let list = self.lists().iter().filter(|list| end(list) <= from).max_by_key(|list| end(list))?;
        let first = self.claims.partition_point(|other| other.place.start < from);
        let numbers = || {
            let behind = self.claims[first..].iter().take_while(|other| other.place.end <= sentence.1);
            behind.filter(|other| other.role == Role::Stated && other.kind == claim.kind)
        };
        let turn = numbers().position(|other| other.place.start == claim.place.start)?;
        // As many as the parts, before what they add up to.
        let summed = |other: &Claim| {
            let from = other.place.start.saturating_sub(12);
            self.near.heard.is_said(from, other.place.start, Cue::Sum)
        };
        let many = numbers().take_while(|other| !summed(other)).count();
        let near = self.scan.text.get(end(list)..from)?.matches('。').count() < 2;
        let part = list.parts.get(turn).filter(|_| near && many == list.parts.len())?;
        Some((list.key, *part))
    }

    /// 外资项目：17个，7.2亿美元: where the label of a count begins that an amount stands behind.
    pub(in crate::lint) fn label_of_amount(&self, claim: &Claim) -> Option<usize> {
        if claim.kind != Kind::Money {
            return None;
        }
        let text = self.scan.text;
        let at = self.index_of(claim);
        let count = at.checked_sub(1).map(|at| &self.claims[at]).filter(|count| count.kind == Kind::Count)?;
        let gap = text.get(count.place.end..claim.place.start)?;
        if !matches!(gap.trim(), "，" | "、" | "/" | "") {
            return None;
        }
        let label = text[..count.place.start].trim_end().strip_suffix('：')?;
        let start =
            label.rfind(['\n', '。', '；', '，', '：']).map_or(0, |at| text.ceil_char_boundary(at + 1));
        (label.len() - start < 40).then_some(start)
    }

    /// Gives an amount the words of the label it shares, and one of the whole none of its parts.
    pub(in crate::lint) fn labelled(&self, claim: &Claim, scopes: &mut Vec<Said>) {
        // 208437人次的总到访量中，会展中心…: what follows are the parts.
        if self.scan.text[claim.place.end..].starts_with("的总") {
            scopes.clear();
        }
        let Some(start) = self.label_of_amount(claim) else { return };
        let low = self.hits.partition_point(|hit| hit.start < start);
        for hit in self.hits[low..].iter().take_while(|hit| hit.start < claim.place.start) {
            if let Clue::Scope(key, value, _) = hit.clue {
                for said in scopes.iter_mut().filter(|said| (said.key, said.value) == (key, value)) {
                    (said.own, said.governs) = (true, true);
                }
            }
        }
    }

    /// Whether the kind of event that a week is stands directly behind, without its city: 第七届创新周.
    pub(in crate::lint) fn is_named_short(&self, claim: &Claim) -> bool {
        let behind = self.tail(claim);
        self.linter.ledger.weeks.iter().flat_map(|week| &week.names.zh).any(|name| {
            let kind = name.char_indices().rev().nth(2).map_or("", |(at, _)| &name[at..]);
            !kind.is_empty() && behind.starts_with(kind)
        })
    }

    /// 创新周办到第六届, 今年的创新周是第六届: whether its kind of event stands before an edition in the clause, with what leads to it.
    pub(in crate::lint) fn is_named_before(&self, claim: &Claim) -> bool {
        static LEADS: Words<16> = Words::new([
            "办到",
            "办到了",
            "走到",
            "走到了",
            "来到",
            "来到了",
            "进入",
            "步入",
            "迎来",
            "是",
            "已是",
            "已经是",
            "到了",
            "为",
            "已办",
            "迈入",
        ]);
        let start = self.near.clauses.partition_point(|end| *end <= claim.place.start);
        let start = start.checked_sub(1).map_or(0, |at| self.near.clauses[at]);
        let lead = self.scan.text.get(start..claim.place.start).unwrap_or_default();
        let kinds = || {
            self.linter
                .ledger
                .weeks
                .iter()
                .flat_map(|week| &week.names.zh)
                .map(|name| name.char_indices().rev().nth(2).map_or("", |(at, _)| &name[at..]))
        };
        // 第六届 alone on a line of a poster that is about the week.
        let behind = self.scan.text[claim.place.end..].chars().next();
        let alone = !lead.chars().any(char::is_alphanumeric)
            && behind.is_none_or(|next| matches!(next, '\n' | '，' | '、' | ' '));
        if alone {
            let from = self.scan.text.floor_char_boundary(claim.place.start.saturating_sub(120));
            let before = &self.scan.text[from..claim.place.start];
            return kinds().any(|kind| !kind.is_empty() && before.contains(kind));
        }
        if !LEADS.end(lead) {
            return false;
        }
        // 创新周又要来啦，算来已经是第六届: the clause before may name it.
        let at = self.near.sentences.partition_point(|end| *end <= claim.place.start);
        let start = at.checked_sub(1).map_or(0, |at| self.near.sentences[at]);
        let said = self.scan.text.get(start..claim.place.start).unwrap_or_default();
        kinds().any(|kind| !kind.is_empty() && said.contains(kind))
    }

    /// 刚结束的第六届, “the 6th edition, which has just closed”: whether an edition is the one that the text comes after.
    pub(in crate::lint) fn is_just_over(&self, claim: &Claim) -> bool {
        static OVER: Words<9> = Words::new([
            "今年的",
            "刚结束的",
            "刚刚结束的",
            "刚落幕的",
            "刚刚落幕的",
            "刚闭幕的",
            "刚刚闭幕的",
            "刚收官的",
            "刚刚收官的",
        ]);
        const CLOSED: [&str; 4] = [" just closed", " just ended", " just over", " just finished"];
        let text = self.scan.text;
        let (lead, tail) = (self.lead(claim), &text[claim.place.end..]);
        let near = &tail[..tail.floor_char_boundary(40)];
        let near = near.split(['.', ';', '。']).next().unwrap_or_default();
        OVER.end(lead) || CLOSED.iter().any(|word| near.contains(word))
    }

    /// “visits 312,408 (257,320)”: a number alone in brackets behind one of the same sort is what it was before.
    pub(in crate::lint) fn is_bracketed(&self, claim: &Claim) -> bool {
        let text = self.scan.text;
        if !text[claim.place.end..].starts_with([')', '）']) {
            return false;
        }
        let Some(before) = self.index_of(claim).checked_sub(1) else {
            return false;
        };
        let other = &self.claims[before];
        let open =
            text.get(other.place.end..claim.place.start).is_some_and(|gap| matches!(gap.trim(), "(" | "（"));
        open && other.kind == claim.kind
            && other.unit == claim.unit
            && other.currency == claim.currency
            && claim.hedge.is_none()
    }
}
