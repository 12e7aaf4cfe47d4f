//! What has been done of a whole and what has not: 签约项目118个，已有79个落地；未落地的项目中，21个正在办手续，11个改了内容，7个终止.
//!
//! Nothing but 未 says that the two make the whole; so it must stand between them, and the parts of what is undone in one sentence.

use super::parts::{PARTS, Paragraph, Unequal, agrees, parted};
use crate::claim::{Claim, Kind, Role};
use crate::unit::Unit;

/// How far from the whole, in bytes, what has been done of it may stand.
const NEAR: usize = 90;

impl Paragraph<'_> {
    /// What is done and what is undone make, where that is not the whole that stands before them.
    pub(in crate::lint) fn undone(&self, at: usize) -> Option<Unequal> {
        let total = &self.claims[at];
        let stated = total.value.number().filter(|_| total.kind == Kind::Count)?;
        let done = (at + 1..self.claims.len())
            .take(3)
            .find(|done| self.is_done(*done) && alike(&self.claims[*done], total))?;
        let near = self.claims[done].place.start.saturating_sub(total.place.end) <= NEAR;
        let first = self.claims[done].value.number().filter(|_| near)?;
        let (mut parts, mut makes) = (vec![first], first);
        let mut end = self.claims[done].place.end;
        for claim in self.claims[done + 1..].iter().take(PARTS) {
            let gap = self.between(end, claim.place.start);
            if parted(gap) {
                break;
            }
            end = claim.place.end;
            let opens =
                parts.len() > 1 || gap.contains('未') && (gap.ends_with("中，") || gap.ends_with("里，"));
            if !opens || !alike(claim, total) {
                continue;
            }
            let part = claim.value.number()?;
            makes = makes.plus(part)?;
            parts.push(part);
        }
        let share = makes.roughly() / stated.roughly();
        let fails = parts.len() > 2 && !agrees(total, stated, makes) && (0.55..1.75).contains(&share);
        fails.then_some(Unequal { parts, makes, total: stated })
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
