//! What the engine finds contradictory in a ledger, as sentences in both languages, and the figure that each is about.

use festoon_claims::Fault;

use crate::Right;

/// The figure that a fault is about; of two that contradict each other, the later one. Nothing for the head of the file.
pub(super) fn figure(fault: &Fault) -> Option<&str> {
    match fault {
        Fault::TwoTruths { id, .. }
        | Fault::SameId { id }
        | Fault::UpsideDown { id, .. }
        | Fault::Tolerance { id, .. }
        | Fault::NoCurrency { id }
        | Fault::CurrencyOfNoMoney { id }
        | Fault::Rate { id, .. }
        | Fault::NoUnit { id }
        | Fault::WrongKind { id, .. }
        | Fault::NoName { id, .. }
        | Fault::EarlierOutOfOrder { id }
        | Fault::NoSuchPart { id, .. }
        | Fault::NoSuchScope { id, .. }
        | Fault::PercentForShare { id, .. }
        | Fault::FalselyAnnounced { id, .. }
        | Fault::PartsDiffer { id, .. } => Some(id),
        Fault::SameName { other, .. } => Some(other),
        Fault::HedgeWidth { .. } => None,
    }
}

/// The key of its figure that a fault is about, where it stands in a line of its own.
pub(super) fn key(fault: &Fault) -> Option<&'static str> {
    match fault {
        Fault::FalselyAnnounced { .. } => Some("announced"),
        _ => None,
    }
}

/// The word that the line of a fault of the head holds.
pub(super) fn hedge(fault: &Fault) -> Option<&'static str> {
    match fault {
        Fault::HedgeWidth { hedge, .. } => Some(hedge),
        _ => None,
    }
}

/// What is wrong and what would be right.
pub(super) fn sentence(fault: &Fault) -> Right {
    Right { zh: in_chinese(fault), en: in_english(fault) }
}

fn in_chinese(fault: &Fault) -> String {
    match fault {
        Fault::TwoTruths { id, one, other } => {
            format!(
                "「{id}」有两个数值：{one} 和 {other}。一项数据同一天只能有一个数值；旧的数值请写进 earlier。"
            )
        }
        Fault::SameId { id } => format!("「{id}」出现了两次。id 不能重复，请删去一处或另起一个 id。"),
        Fault::SameName { one, other, name } => format!(
            "「{one}」和「{other}」都叫「{name}」，类别、单位、阶段和范围也相同，读文章时无从区分。请改其中一个的名称，或写明 scope。"
        ),
        Fault::UpsideDown { id, low, high } => {
            format!("「{id}」的区间 {low}..{high} 上下颠倒。小的写在前面（low 不大于 high）。")
        }
        Fault::Tolerance { id, tolerance } => {
            format!("「{id}」的 tolerance 是 {tolerance}。应为数值的几分之几，从 0 到不足 1，如 \"0.01\"。")
        }
        Fault::NoCurrency { id } => format!("「{id}」是金额，却没有币种。请写 currency，如 \"CNY\"。"),
        Fault::CurrencyOfNoMoney { id } => {
            format!("「{id}」不是金额，不能有币种。请删去 currency，或把 kind 改为 \"money\"。")
        }
        Fault::Rate { id, rate } => format!("「{id}」的汇率是 {rate}。汇率应大于 0，如 \"7.0\"。"),
        Fault::NoUnit { id } => format!("「{id}」是数量，却没有单位。请写 unit；没有合适的，写 \"item\"。"),
        Fault::WrongKind { id, value } => {
            format!("「{id}」的数值 {value} 与它的 kind 不符。请改数值或 kind。")
        }
        Fault::NoName { id, language } => {
            let language = if *language == "Chinese" { "中文" } else { "英文" };
            format!("「{id}」没有{language}名称。中文写在 zh，英文写在 en，都要有。")
        }
        Fault::EarlierOutOfOrder { id } => {
            format!("「{id}」的 earlier 没有按日期先后排列，或不早于它自己的 as_of。请从旧到新排列。")
        }
        Fault::NoSuchPart { id, part } => {
            format!("「{id}」的分项「{part}」不在这个文件里。请补上，或从 sum_of 中删去。")
        }
        Fault::PartsDiffer { id, sum, total } => {
            format!("「{id}」的分项合计是 {sum}，它自己写的是 {total}。请核对数值、汇率和 sum_of。")
        }
        Fault::NoSuchScope { id, key, value, known } => {
            let where_to = if key == "week" { "[[week]]".to_owned() } else { format!("[scope.{key}]") };
            let known = if known.is_empty() { "一个也没有".to_owned() } else { known.join("、") };
            format!(
                "「{id}」的 scope 写着 {key} = \"{value}\"，而 {where_to} 里没有它（现有：{known}）。请改正，或在 {where_to} 里补上。"
            )
        }
        Fault::PercentForShare { id, value } => format!(
            "「{id}」是比例，数值却是 {value}。比例是 1 的几分之几：55% 写作 \"0.55\"，增长到两倍以上的可用 kind = \"factor\"。"
        ),
        Fault::FalselyAnnounced { id, value, wording } => format!(
            "「{id}」的公布说法「{wording}」与现在的数值 {value} 对不上，earlier 里也没有与它相符的数值。如果公布之后数值变了，请把公布时的数值写进 earlier，如 earlier = [{{ as_of = 2021-06-10, value = 41000 }}]；没有变过，请改正 announced 或 value。一句里只写一个数字。"
        ),
        Fault::HedgeWidth { hedge, within } => {
            format!(
                "「{hedge}」的 within 是 {within}。应为几分之几，从 0 到不足 1，如 \"0.05\"，或 \"place\"。"
            )
        }
    }
}

fn in_english(fault: &Fault) -> String {
    match fault {
        Fault::TwoTruths { id, one, other } => format!(
            "“{id}” has two truths, {one} and {other}. A figure has one value a day; what it was before belongs under earlier."
        ),
        Fault::SameId { id } => {
            format!("“{id}” stands twice. An id names one figure: remove one, or give it another id.")
        }
        Fault::SameName { one, other, name } => format!(
            "“{one}” and “{other}” are both called “{name}”, with the same kind, unit, stage and scope, so no text can tell them apart. Rename one, or say their scope."
        ),
        Fault::UpsideDown { id, low, high } => {
            format!(
                "the interval {low}..{high} of “{id}” is upside down. The lower end comes first (low at most high)."
            )
        }
        Fault::Tolerance { id, tolerance } => format!(
            "the tolerance of “{id}” is {tolerance}. It is a share of the value, from 0 to below 1, such as \"0.01\"."
        ),
        Fault::NoCurrency { id } => {
            format!("“{id}” is money without a currency. Give its currency, such as \"CNY\".")
        }
        Fault::CurrencyOfNoMoney { id } => {
            format!("“{id}” is not money but has a currency. Remove it, or make the kind \"money\".")
        }
        Fault::Rate { id, rate } => {
            format!("the rate of “{id}” is {rate}. A rate is above 0, such as \"7.0\".")
        }
        Fault::NoUnit { id } => {
            format!("“{id}” is a count without a unit. Give its unit; \"item\" when none fits.")
        }
        Fault::WrongKind { id, value } => {
            format!("{value} is no value for the kind of “{id}”. Change the value or the kind.")
        }
        Fault::NoName { id, language } => format!(
            "“{id}” has no name in {language}. Give both: the Chinese one under zh, the English one under en."
        ),
        Fault::EarlierOutOfOrder { id } => format!(
            "the earlier values of “{id}” are not in order of their days, or not before its own as_of. Put the oldest first."
        ),
        Fault::NoSuchPart { id, part } => {
            format!("the part “{part}” of “{id}” is not in this file. Add it, or take it out of sum_of.")
        }
        Fault::PartsDiffer { id, sum, total } => format!(
            "the parts of “{id}” make {sum}, and it says {total}. Check the values, the rates and sum_of."
        ),
        Fault::NoSuchScope { id, key, value, known } => {
            let where_to = if key == "week" { "[[week]]".to_owned() } else { format!("[scope.{key}]") };
            let known = if known.is_empty() { "none".to_owned() } else { known.join(", ") };
            format!(
                "the scope of “{id}” says {key} = \"{value}\", which {where_to} does not have (there: {known}). Correct it, or add it to {where_to}."
            )
        }
        Fault::PercentForShare { id, value } => format!(
            "“{id}” is a share, and its value is {value}. Shares are fractions of 1: 55 % is \"0.55\"; for several times as much use kind = \"factor\"."
        ),
        Fault::FalselyAnnounced { id, value, wording } => format!(
            "the announced wording “{wording}” of “{id}” is not true of its value {value}, and no value under earlier fits it. If the value has moved since it was given out, put the old one under earlier, such as earlier = [{{ as_of = 2021-06-10, value = 41000 }}]; if it has not, correct announced or value. One wording holds one figure."
        ),
        Fault::HedgeWidth { hedge, within } => format!(
            "within of “{hedge}” is {within}. It is a share, from 0 to below 1, such as \"0.05\", or \"place\"."
        ),
    }
}
