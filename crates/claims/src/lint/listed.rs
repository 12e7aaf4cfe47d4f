//! Lists: 甲区、乙区分别为33个、28个, where the place in one list is that in the other; a number in brackets behind its like.

use super::around::Said;
use super::clues::Clue;
use super::matching::Matcher;
use crate::claim::{Claim, Role};

impl Matcher<'_> {
    /// 石堰区、望川区签约分别为33个和28个: of the words of scope in the list, only the one in the claim's place is of it.
    pub(super) fn respectively(&self, claim: &Claim, sentence: (usize, usize), scopes: &mut Vec<Said>) {
        let text = self.scan.text;
        let Some(lead) = text.get(sentence.0..claim.place.start).filter(|_| scopes.len() > 1) else { return };
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
        let values: Vec<u16> =
            listed.iter().filter(|(other, _)| *other == key).map(|(_, value)| *value).collect();
        let Some(own) = place.and_then(|place| values.get(place)).copied().filter(|_| values.len() > 1)
        else {
            return;
        };
        scopes.retain(|said| said.key != key || said.value == own);
        for said in scopes.iter_mut().filter(|said| said.key == key) {
            (said.own, said.governs) = (true, true);
        }
    }

    /// “visits 312,408 (257,320)”: a number alone in brackets behind one of the same sort is what it was before.
    pub(super) fn is_bracketed(&self, claim: &Claim) -> bool {
        let text = self.scan.text;
        let Some(before) =
            self.claims.partition_point(|other| other.place.start < claim.place.start).checked_sub(1)
        else {
            return false;
        };
        let other = &self.claims[before];
        let open =
            text.get(other.place.end..claim.place.start).is_some_and(|gap| matches!(gap.trim(), "(" | "（"));
        let closed = text[claim.place.end..].starts_with([')', '）']);
        open && closed
            && other.kind == claim.kind
            && other.unit == claim.unit
            && other.currency == claim.currency
            && claim.hedge.is_none()
    }
}
