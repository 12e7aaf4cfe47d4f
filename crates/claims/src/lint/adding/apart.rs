//! Whether the parts that a text chooses of a whole exclude one another: “including 800 students, 500 from abroad and 300 women” may be the same people.

use super::halves;
use super::parts::{Paragraph, held};
use super::parts_behind::BEHIND;
use crate::claim::{Claim, Kind};
use std::collections::BTreeMap;

/// Words behind a part that lead to what tells it from the others.
const LEADS: [&str; 6] = ["from", "in", "for", "at", "by", "on"];
/// Words behind the last that stand for whatever is left.
const REST: [&str; 4] = ["others", "other", "elsewhere", "more"];

impl Paragraph<'_> {
    /// Whether three parts and more do: they are sorts of events, or all are told alike, by where they are from or by one scope.
    pub(in crate::lint) fn are_apart(&self, total: &Claim, parts: &[usize]) -> bool {
        let (Some(first), Some(last)) = (parts.first(), parts.last()) else { return false };
        let text = self.scan.text;
        let end = text.ceil_char_boundary((self.claims[*last].place.end + BEHIND).min(text.len()));
        let words = self.between(self.claims[*first].place.end, end);
        if total.unit.is_some_and(held) || total.kind == Kind::Money || halves::is_all(words) {
            return true;
        }
        let behind = |at: &usize| {
            let tail = text[self.claims[*at].place.end..].trim_start();
            tail.split([' ', ',', '.', ';', ')', '\n']).next().unwrap_or_default()
        };
        let mut leading = parts.iter().map(behind).filter(|word| !REST.contains(word));
        let first = leading.next().unwrap_or_default();
        LEADS.contains(&first) && leading.all(|word| word == first) || self.are_of_one_key(parts)
    }

    /// Whether one of some claims is told as what is left.
    pub(in crate::lint) fn gives_the_rest(&self, from: usize, to: usize) -> bool {
        self.claims[from..to].iter().any(|claim| {
            let lead = self.scan.text[..claim.place.start].trim_end();
            ["the remaining", "the last"].iter().any(|rest| lead.ends_with(rest))
        })
    }

    /// Whether the figures of all parts differ in one scope key, as sectors and districts do.
    fn are_of_one_key(&self, parts: &[usize]) -> bool {
        let scope = |at: &usize| self.stated[*at].map(|figure| &self.ledger.figures[figure].scope);
        let Some(Some(first)) = parts.first().map(scope) else { return false };
        let others: Option<Vec<_>> = parts[1..].iter().map(scope).collect();
        let differs = |key: &String, other: &BTreeMap<String, String>| {
            other.get(key).is_some_and(|value| Some(value) != first.get(key))
        };
        others.is_some_and(|others| first.keys().any(|key| others.iter().all(|other| differs(key, other))))
    }
}
