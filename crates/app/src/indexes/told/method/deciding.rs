//! The methods of multi-criteria decisions, in words.

use festoon_composite::ranking::{Decision, RatioScore, VikorScore};
use festoon_composite::weights::{Envelopment, Orientation, Peers, Returns};
use festoon_guide::evaluation::Both;

use super::super::{both, plain};
use super::climbing::scale;

pub(super) fn decision(decision: Decision) -> Both {
    match decision {
        Decision::Sum { scale: of } => {
            let of = scale(of);
            both(format!("简单加权法（{}）", of.zh), format!("simple additive weighting ({})", of.en))
        }
        Decision::Product { scale: of } => {
            let of = scale(of);
            both(format!("加权乘积法（{}）", of.zh), format!("weighted product ({})", of.en))
        }
        Decision::Waspas { part } => both(
            format!("WASPAS（加权和占 {}，其余为加权积）", plain(part)),
            format!("WASPAS (the sum counts {}, the product the rest)", plain(part)),
        ),
        Decision::Vikor { majority, score } => {
            let score = match score {
                VikorScore::Compromise => both("得分为 1 − Q", "the score is 1 − Q"),
                VikorScore::Group => both("得分为 −S", "the score is −S"),
                VikorScore::Regret => both("得分为 −R", "the score is −R"),
            };
            both(
                format!("VIKOR（群体效用占 {}，{}）", plain(majority), score.zh),
                format!("VIKOR (the group counts {}, {})", plain(majority), score.en),
            )
        }
        Decision::Promethee => both(
            "PROMETHEE II 净流量（偏好函数见各指标）",
            "net flows of PROMETHEE II, with the preference of each indicator",
        ),
        Decision::Copras(score) => of_ratios("COPRAS", score),
        Decision::Aras(score) => of_ratios("ARAS", score),
        Decision::Grey { scale: of, distinguishing } => {
            let of = scale(of);
            both(
                format!("灰色关联度（{}，分辨系数 {}）", of.zh, plain(distinguishing)),
                format!(
                    "grey relational grades ({}, distinguishing coefficient {})",
                    of.en,
                    plain(distinguishing)
                ),
            )
        }
        Decision::Moora => both("MOORA 比率法", "MOORA, the ratio system"),
        Decision::MooraReference => both(
            "MOORA 参考点法（得分为负的距离）",
            "MOORA, the reference point (the score is the negative distance)",
        ),
        Decision::MooraMultiplicative => both("MOORA 全乘法", "MOORA, the full multiplicative form"),
        Decision::Edas => both("EDAS（与均值的距离）", "EDAS (distances from the mean)"),
        Decision::Codas { threshold } => both(
            format!("CODAS（阈值 {}）", plain(threshold)),
            format!("CODAS (threshold {})", plain(threshold)),
        ),
        Decision::Mabac => both("MABAC（与边界的距离）", "MABAC (distances from a border)"),
        Decision::Envelopment(how) => enveloped(how),
    }
}

fn of_ratios(name: &str, score: RatioScore) -> Both {
    match score {
        RatioScore::Utility => {
            both(format!("{name}（效用度，与最优之比）"), format!("{name} (the share of the best)"))
        }
        RatioScore::Sum => both(format!("{name}（加权和）"), format!("{name} (the weighted sum)")),
    }
}

fn enveloped(how: Envelopment) -> Both {
    let returns = match how.returns {
        Returns::Constant => both("规模报酬不变，CCR", "constant returns, CCR"),
        Returns::Variable => both("规模报酬可变，BCC", "variable returns, BCC"),
        Returns::NonIncreasing => both("规模报酬非递增", "non-increasing returns"),
        Returns::NonDecreasing => both("规模报酬非递减", "non-decreasing returns"),
    };
    let orientation = match how.orientation {
        Orientation::Input => both("投入导向", "by inputs"),
        Orientation::Output => both("产出导向", "by outputs"),
    };
    let peers = match how.peers {
        Peers::All => both("与全部单位比较", "among all"),
        Peers::Others => both("只与其他单位比较（超效率）", "among the others (super-efficiency)"),
    };
    both(
        format!(
            "数据包络分析（{}，{}，{}；逆向指标作投入，正向指标作产出）",
            returns.zh, orientation.zh, peers.zh
        ),
        format!(
            "data envelopment ({}, {}, {}; what is better when less is an input, the rest are outputs)",
            returns.en, orientation.en, peers.en
        ),
    )
}
