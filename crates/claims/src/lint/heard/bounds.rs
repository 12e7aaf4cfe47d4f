//! Where the sentence and the clause of a claim begin and end: at signs, at the blanks of a headline, at the label before a colon.

use super::around::REACH;
use super::edges::without_blanks_behind;
use crate::claim::Claim;
use crate::lint::matching::Matcher;

/// All that may stand before a number in a clause whose subject is told in the clause before it.
const OPENS_WITH_VERB: [&str; 10] = ["只有", "仅有", "也只有", "仅", "只", "有", "达", "共有", "为", "是"];

/// The longest label before a colon, in bytes.
pub(in crate::lint) const LABEL: usize = 60;

impl Matcher<'_> {
    /// The sentence and the clause of a claim, in bytes.
    pub(in crate::lint) fn bounds(&self, claim: &Claim) -> ((usize, usize), (usize, usize)) {
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
        let lead = self.lead(claim);
        let clause = if lead.ends_with([':', '：', '（', '(']) {
            (bounds_before(&self.near.clauses, lead.len()).max(sentence.0), clause.1)
        } else {
            self.with_label(clause, sentence)
        };
        let clause = (self.subject_of(clause, place.start).max(sentence.0), clause.1);
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

    /// 桐井新区最少，只有9场: where a clause that opens with its verb begins with the clause before it, which tells no number itself.
    fn subject_of(&self, (start, _): (usize, usize), number: usize) -> usize {
        let Some(lead) = self.scan.text.get(start..number) else { return start };
        if !self.scan.text[..start].ends_with('，') || !OPENS_WITH_VERB.contains(&lead.trim()) {
            return start;
        }
        let before = bounds_before(&self.near.clauses, start);
        let first = self.claims.partition_point(|claim| claim.place.end <= before);
        let free = self.claims.get(first).is_none_or(|claim| claim.place.start >= start);
        if free && start - before <= LABEL * 2 { before } else { start }
    }

    /// A clause cut at the blanks of a Chinese headline: 签约超百个项目 总投资逾300亿元.
    fn spaced(&self, (start, end): (usize, usize), place: &std::ops::Range<usize>) -> (usize, usize) {
        let blanks = &self.near.blanks;
        let behind = blanks.partition_point(|at| *at < place.start);
        let last = blanks[..behind].last().filter(|at| **at >= start);
        let next = blanks[behind..].iter().find(|at| **at >= place.end).filter(|at| **at < end);
        (last.map_or(start, |at| at + 1), next.copied().unwrap_or(end))
    }

    /// A clause and the label before its colon, when no claim stands in that.
    fn with_label(&self, (start, end): (usize, usize), sentence: (usize, usize)) -> (usize, usize) {
        let lead = self.scan.text.get(..start).unwrap_or_default();
        let told = without_blanks_behind(lead);
        if !told.ends_with([':', '：']) {
            return (start, end);
        }
        let label =
            bounds_before(&self.near.clauses, told.len()).max(sentence.0).max(start.saturating_sub(LABEL));
        let first = self.claims.partition_point(|claim| claim.place.end <= label);
        let free = self.claims.get(first).is_none_or(|claim| claim.place.start >= start);
        if free && lead.is_char_boundary(label) { (label, end) } else { (start, end) }
    }
}

/// Where the clause that ends in the colon before `colon` begins.
fn bounds_before(clauses: &[usize], colon: usize) -> usize {
    let at = clauses.partition_point(|end| *end < colon);
    at.checked_sub(1).map_or(0, |at| clauses[at])
}
