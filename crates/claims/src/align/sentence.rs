//! How two languages differ over a figure, as a sentence in the reader's language.

use super::{Difference, Pair};
use crate::claim::{Change, Claim};
use crate::lint::Language;
use crate::lint::verdicts::quoted;
use crate::lint::verdicts::sentence::{stage_en, stage_zh};
use crate::write::restated;

impl Pair {
    /// What there is to say of two claims of the Chinese and the English text, in the reader's language; nothing where both agree.
    #[must_use]
    pub fn sentence(&self, texts: [&str; 2], reader: Language) -> Option<String> {
        Some(match (self, reader) {
            (Self::Agree { .. }, _) => return None,
            (Self::Disagree { zh, en, how }, Language::Zh) => in_chinese(texts, [zh, en], *how),
            (Self::Disagree { zh, en, how }, Language::En) => in_english(texts, [zh, en], *how),
            (Self::Omitted { said_in: Language::Zh, .. }, Language::Zh) => "英文稿没有这个数字。".to_owned(),
            (Self::Omitted { said_in: Language::En, .. }, Language::Zh) => "中文稿没有这个数字。".to_owned(),
            (Self::Omitted { said_in: Language::Zh, .. }, Language::En) => {
                "The English text does not give this figure.".to_owned()
            }
            (Self::Omitted { said_in: Language::En, .. }, Language::En) => {
                "The Chinese text does not give this figure.".to_owned()
            }
        })
    }
}

fn in_chinese(texts: [&str; 2], [zh, en]: [&Claim; 2], how: Difference) -> String {
    let what = match how {
        Difference::Value => "数值不一致".to_owned(),
        Difference::Power(power) => format!("差了{}倍", tens(power)),
        Difference::Currency => "币种不一致".to_owned(),
        Difference::Unit => "计数对象不一致".to_owned(),
        Difference::Hedge => return "中英文限定词含义相反。".to_owned(),
        Difference::HedgeLost => {
            let (with, without) =
                if zh.hedge.is_some() { ("中文", "英文") } else { ("英文", "中文") };
            let hedge = hedge(texts, [zh, en], Language::Zh);
            return format!("{with}说{hedge}，{without}没有限定词，读来像是确数。");
        }
        Difference::Direction => {
            let [zh, en] = [zh, en].map(|claim| if rises(claim) { "升" } else { "降" });
            return format!("中英文升降相反：中文说{zh}，英文说{en}。");
        }
        Difference::Stage => {
            let [zh, en] = [zh, en].map(|claim| claim.stage.map_or("", stage_zh));
            return format!("中英文阶段不一致：中文为「{zh}」，英文为「{en}」。");
        }
        Difference::Measure => return "中英文数字一样，单位不同。".to_owned(),
    };
    let [zh, en] = [zh, en].map(|claim| restated(claim, Language::Zh));
    format!("中英文{what}：中文为{zh}，英文为{en}。")
}

fn in_english(texts: [&str; 2], [zh, en]: [&Claim; 2], how: Difference) -> String {
    let what = match how {
        Difference::Value => "The two languages give different numbers".to_owned(),
        Difference::Power(power) => format!("The two languages differ by a factor of {}", tens(power)),
        Difference::Currency => "The two languages give different currencies".to_owned(),
        Difference::Unit => "The two languages count different things".to_owned(),
        Difference::Hedge => return "The hedges say opposite things.".to_owned(),
        Difference::HedgeLost => {
            let (with, without) =
                if zh.hedge.is_some() { ("Chinese", "English") } else { ("English", "Chinese") };
            let hedge = hedge(texts, [zh, en], Language::En);
            return format!("The {with} says {hedge}, the {without} gives the bare number.");
        }
        Difference::Direction => {
            let [zh, en] = [zh, en].map(|claim| if rises(claim) { "up" } else { "down" });
            return format!("The two languages move opposite ways: {zh} in Chinese, {en} in English.");
        }
        Difference::Stage => {
            let [zh, en] = [zh, en].map(|claim| claim.stage.map_or("", stage_en));
            return format!("The two languages name different stages: “{zh}” in Chinese, “{en}” in English.");
        }
        Difference::Measure => {
            return "The two languages give the same number in different units.".to_owned();
        }
    };
    let [zh, en] = [zh, en].map(|claim| restated(claim, Language::En));
    format!("{what}: {zh} in Chinese, {en} in English.")
}

/// The hedge of the one that has it, in the word of its text.
fn hedge(texts: [&str; 2], claims: [&Claim; 2], reader: Language) -> String {
    let hedged = texts.into_iter().zip(claims).find_map(|(text, claim)| {
        let hedge = claim.hedge?;
        Some(quoted::told(text, claim, hedge, reader))
    });
    hedged.unwrap_or_default()
}

fn rises(claim: &Claim) -> bool {
    claim.change != Some(Change::Down)
}

fn tens(power: i32) -> String {
    format!("1{}", "0".repeat(power.unsigned_abs() as usize))
}
