//! Figures: published numbers with their definition, so that a spokesperson can defend them.
//!
//! A figure as announced carries a hedge; a figure as computed is a count or a sum over records.
//! [`Figure::verdict`] says whether the announcement is honest about the records.

use jiff::civil::Date;

use crate::choice::choices;
use crate::programme::PartKind;
use crate::signing::{Project, Stage};
use crate::text::Text;
use crate::week::{Provenance, Records};

/// The word before a number, which is part of the statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Hedge {
    /// The number itself.
    Exactly,
    /// 近: below, and within a twentieth.
    Nearly,
    /// 余, 多, 超: above, and within a tenth.
    MoreThan,
    /// 约: either side, within a twentieth.
    About,
}

choices! { Hedge {
    Exactly "exactly" "正好" "exactly",
    Nearly "nearly" "近" "nearly",
    MoreThan "more-than" "超" "more than",
    About "about" "约" "about",
} }

impl Hedge {
    /// Whether the announced number with this hedge is an honest wording of the computed one.
    #[must_use]
    pub fn is_honest(self, announced: i64, computed: i64) -> bool {
        let (announced, computed) = (i128::from(announced), i128::from(computed));
        let off = computed - announced;
        match self {
            Self::Exactly => off == 0,
            Self::Nearly => off < 0 && -off * 20 <= announced,
            Self::MoreThan => off > 0 && off * 10 <= announced,
            Self::About => off.abs() * 20 <= announced.abs(),
        }
    }
}

/// What a figure counts or adds up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Measure {
    /// Activities of the series.
    Activities,
    /// Activities on the city's own list.
    KeyActivities,
    /// Parts that are theme forums.
    ThemeForums,
    /// Parts that are summit forums.
    SummitForums,
    /// Projects on the week's signing list: due to sign, signed or further; leads and intents are not on it.
    Projects,
    /// Their total investment, in yuan.
    InvestmentTotal,
    /// Projects above a billion yuan that are signed or further.
    SignedOverOneBillion,
    /// Exhibits.
    Exhibits,
    /// Industrial chains with at least one exhibit.
    Chains,
    /// Exhibition points.
    ExhibitionPoints,
    /// Checkpoints.
    Checkpoints,
}

choices! { Measure {
    Activities "activities" "活动数" "activities",
    KeyActivities "key-activities" "重点活动数" "key activities",
    ThemeForums "theme-forums" "主题论坛数" "theme forums",
    SummitForums "summit-forums" "高峰论坛数" "summit forums",
    Projects "projects" "项目数" "projects",
    InvestmentTotal "investment-total" "总投资额" "total investment",
    SignedOverOneBillion "signed-over-1bn" "已签约的 10 亿元以上项目数" "signed projects over one billion yuan",
    Exhibits "exhibits" "展品数" "exhibits",
    Chains "chains" "产业链数" "industrial chains",
    ExhibitionPoints "exhibition-points" "展示点数" "exhibition points",
    Checkpoints "checkpoints" "打卡点数" "checkpoints",
} }

impl Measure {
    /// The number, from the records: a count, or whole yuan for the investment total.
    #[must_use]
    pub fn compute(self, records: &Records) -> i64 {
        const BILLION_YUAN_IN_FEN: i64 = 100_000_000_000;
        let programme = &records.programme;
        let parts = |kind| count(programme.parts.iter().filter(|part| part.kind == kind).count());
        match self {
            Self::Activities => count(programme.activities.len()),
            Self::KeyActivities => {
                count(programme.activities.iter().filter(|activity| activity.is_key).count())
            }
            Self::ThemeForums => parts(PartKind::ThemeForum),
            Self::SummitForums => parts(PartKind::SummitForum),
            Self::Projects => count(listed(records).count()),
            Self::InvestmentTotal => {
                listed(records).map(|project| project.amount_fen).fold(0_i64, i64::saturating_add) / 100
            }
            Self::SignedOverOneBillion => count(
                records
                    .projects
                    .iter()
                    .filter(|project| {
                        project.stage >= Stage::Signed && project.amount_fen > BILLION_YUAN_IN_FEN
                    })
                    .count(),
            ),
            Self::Exhibits => count(records.exhibits.len()),
            Self::Chains => {
                let mut chains: Vec<&str> =
                    records.exhibits.iter().map(|exhibit| exhibit.chain.as_str()).collect();
                chains.sort_unstable();
                chains.dedup();
                count(chains.len())
            }
            Self::ExhibitionPoints => count(records.points.len()),
            Self::Checkpoints => count(records.checkpoints.len()),
        }
    }
}

/// The projects on the signing list.
pub fn listed(records: &Records) -> impl Iterator<Item = &Project> {
    records.projects.iter().filter(|project| project.stage >= Stage::ToBeSigned)
}

fn count(items: usize) -> i64 {
    i64::try_from(items).unwrap_or(i64::MAX)
}

/// A published number.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// Its name in addresses and files; ASCII.
    pub key: String,
    /// What it is called.
    pub name: Text,
    /// What exactly is counted.
    pub definition: Text,
    /// What one of it is: `activity`, `CNY`.
    pub unit: String,
    /// The number as announced.
    pub announced: i64,
    /// The word before it.
    pub hedge: Hedge,
    /// The day for which it was said.
    pub as_of: Date,
    /// What computes it.
    pub measure: Measure,
    /// Whether the announcement was stated or invented.
    pub provenance: Provenance,
}

/// What the records say to an announcement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// The announced wording is honest.
    Honest,
    /// It is not: the records give another number.
    Differs,
}

impl Figure {
    /// Whether the announced number, with its hedge, is honest about the computed one.
    #[must_use]
    pub fn verdict(&self, computed: i64) -> Verdict {
        if self.hedge.is_honest(self.announced, computed) { Verdict::Honest } else { Verdict::Differs }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nearly_comes_from_below_and_within_a_twentieth() {
        assert!(Hedge::Nearly.is_honest(50_000_000_000, 49_600_000_000));
        assert!(!Hedge::Nearly.is_honest(50_000_000_000, 50_000_000_000));
        assert!(!Hedge::Nearly.is_honest(50_000_000_000, 50_100_000_000));
        assert!(!Hedge::Nearly.is_honest(50_000_000_000, 47_400_000_000));
    }

    #[test]
    fn more_than_comes_from_above_and_within_a_tenth() {
        assert!(Hedge::MoreThan.is_honest(150, 156));
        assert!(!Hedge::MoreThan.is_honest(150, 150));
        assert!(!Hedge::MoreThan.is_honest(150, 149));
        assert!(!Hedge::MoreThan.is_honest(150, 199));
    }

    #[test]
    fn exactly_means_exactly() {
        assert!(Hedge::Exactly.is_honest(48, 48));
        assert!(!Hedge::Exactly.is_honest(48, 47));
    }
}
