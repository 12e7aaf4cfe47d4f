//! What has been done of a whole and what has not: 签约项目118个，已有79个落地；未落地的项目中，21个正在办手续，11个改了内容，7个终止.
//!
//! Nothing but 未 says that the two make the whole; so it must stand between them, and the parts of what is undone in one sentence.

use super::parts::{PARTS, Paragraph, agrees, parted};
use crate::claim::{Claim, Kind, Role};
use crate::number::Number;
use crate::unit::Unit;

/// How far from the whole, in bytes, what has been done of it may stand.
const NEAR: usize = 90;

impl Paragraph<'_> {
    /// What is done and what is undone make, where that is not the whole that stands before them.
    pub(in crate::lint) fn undone(&self, at: usize) -> Option<(Number, Number)> {
        let total = &self.claims[at];
        let stated = total.value.number().filter(|_| total.kind == Kind::Count)?;
        let done = (at + 1..self.claims.len())
            .take(3)
            .find(|done| self.is_done(*done) && alike(&self.claims[*done], total))?;
        let near = self.claims[done].place.start.saturating_sub(total.place.end) <= NEAR;
        let mut sum = self.claims[done].value.number().filter(|_| near)?;
        let mut count = 0;
        let mut end = self.claims[done].place.end;
        for claim in self.claims[done + 1..].iter().take(PARTS) {
            let gap = self.between(end, claim.place.start);
            if parted(gap) {
                break;
            }
            end = claim.place.end;
            let opens = count > 0 || gap.contains('未') && (gap.ends_with("中，") || gap.ends_with("里，"));
            if !opens || !alike(claim, total) {
                continue;
            }
            sum = sum.plus(claim.value.number()?)?;
            count += 1;
        }
        let share = sum.roughly() / stated.roughly();
        (count > 1 && !agrees(total, stated, sum) && (0.55..1.75).contains(&share)).then_some((sum, stated))
    }

    /// 已有79个落地
    fn is_done(&self, at: usize) -> bool {
        let lead = self.scan.text[..self.claims[at].place.start].trim_end();
        lead.ends_with("已有") || lead.ends_with("有") || lead.ends_with("已落地") || lead.ends_with("已开工")
    }
}

/// Whether two claims are exact numbers of projects.
fn alike(one: &Claim, other: &Claim) -> bool {
    let plain = |claim: &Claim| {
        claim.kind == Kind::Count
            && claim.role == Role::Stated
            && claim.hedge.is_none()
            && claim.change.is_none()
            && matches!(claim.unit, Some(Unit::Project | Unit::Item))
    };
    plain(one) && plain(other)
}
