//! What there is to say of a claim, in both languages, and the wording that would be right.

use super::{Language, Occasion};
use crate::calendar::Date;
use crate::claim::{Claim, Hedge, Stage, Value};
use crate::figure::Figure;
use crate::ledger::Ledger;
use crate::number::Number;
use crate::unit::{Currency, Unit};
use crate::write::{self, Rounding};

/// A claim with what was found of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The claim; its place is in bytes of the whole text.
    pub claim: Claim,
    /// The id of the figure it states, or seems to.
    pub figure: Option<String>,
    /// What there is to say.
    pub verdict: Verdict,
    /// The language of the text around it.
    pub language: Language,
    /// What could stand in its place.
    pub suggestion: Option<String>,
}

/// What there is to say of a claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// It states its figure.
    Right,
    /// It states another value.
    WrongValue {
        /// The value in force.
        truth: Value,
    },
    /// It is off by a power of ten: 万 for 亿, million for billion, a digit too many.
    OffByPower {
        /// 1 when ten times too large, −3 when a thousand times too small.
        power: i32,
        /// The value in force.
        truth: Value,
    },
    /// It is in another currency.
    WrongCurrency {
        /// The figure's.
        truth: Currency,
        /// The rate at which it would be right.
        implied_rate: Option<Number>,
    },
    /// It is in another measure: per cent for percentage points, hectares for square metres.
    WrongUnit {
        /// The figure's.
        truth: Unit,
    },
    /// Its hedge says what is not so.
    HedgeContradicts {
        /// As stated.
        hedge: Option<Hedge>,
        /// The value in force.
        truth: Value,
    },
    /// It is said of another stage.
    WrongStage {
        /// As stated.
        said: Stage,
        /// The figure's.
        truth: Stage,
    },
    /// It was true before, or its date is older than its value.
    Stale {
        /// The day from which on the stated value held.
        since: Option<Date>,
        /// The value in force.
        truth: Value,
    },
    /// It is said of another place, channel, sector.
    ScopeDiffers {
        /// Which: place, channel, sector.
        key: String,
        /// The figure's value of it.
        truth: String,
    },
    /// Other things are counted: people for visits.
    CountedDiffers {
        /// As stated.
        said: Unit,
        /// The figure's.
        truth: Unit,
    },
    /// It may not be published: internal, or before its time.
    Embargoed,
    /// The parts that the text gives do not make the total that it gives.
    SumFails {
        /// What the parts make.
        parts: Number,
        /// What the text says.
        total: Number,
    },
    /// No figure of the ledger; a note, and no alarm.
    NotAmong,
}

impl Verdict {
    /// Whether it must be mended before the text goes out.
    #[must_use]
    pub fn is_alarm(&self) -> bool {
        !matches!(self, Self::Right | Self::NotAmong)
    }

    /// One word for machines.
    #[must_use]
    pub fn word(&self) -> &'static str {
        match self {
            Self::Right => "right",
            Self::WrongValue { .. } => "wrong-value",
            Self::OffByPower { .. } => "off-by-power",
            Self::WrongCurrency { .. } => "wrong-currency",
            Self::WrongUnit { .. } => "wrong-unit",
            Self::HedgeContradicts { .. } => "hedge-contradicts",
            Self::WrongStage { .. } => "wrong-stage",
            Self::Stale { .. } => "stale",
            Self::ScopeDiffers { .. } => "scope-differs",
            Self::CountedDiffers { .. } => "counted-differs",
            Self::Embargoed => "embargoed",
            Self::SumFails { .. } => "sum-fails",
            Self::NotAmong => "not-among",
        }
    }
}

impl Finding {
    pub(crate) fn new(
        ledger: &Ledger,
        claim: Claim,
        figure: Option<usize>,
        verdict: Verdict,
        language: Language,
        occasion: &Occasion,
    ) -> Self {
        let figure = figure.and_then(|at| ledger.figures.get(at));
        let suggestion = figure
            .filter(|_| verdict.is_alarm())
            .and_then(|figure| suggest(&claim, figure, &verdict, language, ledger, occasion));
        Self { claim, figure: figure.map(|figure| figure.id.clone()), verdict, language, suggestion }
    }

    /// What there is to say, in the reader's language, without the suggestion.
    #[must_use]
    pub fn sentence(&self, ledger: &Ledger, reader: Language) -> String {
        let figure = self.figure.as_deref().and_then(|id| ledger.figure(id));
        let name = figure.map_or_else(String::new, |figure| name(figure, reader));
        match reader {
            Language::Zh => self.zh(figure, &name),
            Language::En => self.en(figure, &name),
        }
    }

    fn zh(&self, figure: Option<&Figure>, name: &str) -> String {
        let said = |value| write::exact(figure, value, Language::Zh);
        match &self.verdict {
            Verdict::Right => format!("与「{name}」一致。"),
            Verdict::WrongValue { truth } => format!("数值不符：「{name}」为{}。", said(*truth)),
            Verdict::OffByPower { power, truth } => {
                let (times, side) = (tens(*power), if *power > 0 { "大" } else { "小" });
                format!("差了{times}倍，写{side}了：「{name}」为{}。", said(*truth))
            }
            Verdict::WrongCurrency { truth, implied_rate } => {
                let rate = implied_rate
                    .map_or_else(String::new, |rate| format!("照此折算，汇率为{}。", short(rate)));
                format!("币种不符：「{name}」以{}计。{rate}", truth.zh())
            }
            Verdict::WrongUnit { truth } => format!("单位不符：「{name}」以{}计。", unit_zh(*truth)),
            Verdict::HedgeContradicts { hedge, truth } => {
                let hedge = hedge.map_or("这一数字", hedge_zh);
                format!("「{hedge}」的说法不成立：「{name}」为{}。", said(*truth))
            }
            Verdict::WrongStage { said, truth } => {
                format!(
                    "阶段不符：文中说「{}」，「{name}」处于「{}」阶段。",
                    stage_zh(*said),
                    stage_zh(*truth)
                )
            }
            Verdict::Stale { since, truth } => {
                let since = since.map_or_else(String::new, |day| format!("文中是{}的数字，", day_zh(day)));
                format!("数字已过时：{since}「{name}」现为{}。", said(*truth))
            }
            Verdict::ScopeDiffers { key, truth } => {
                format!("范围不符：「{name}」的{}是{truth}。", key_zh(key))
            }
            Verdict::CountedDiffers { said, truth } => {
                format!("计数对象不符：文中数的是{}，「{name}」数的是{}。", unit_zh(*said), unit_zh(*truth))
            }
            Verdict::Embargoed => format!("「{name}」尚不能公开。"),
            Verdict::SumFails { parts, total } => {
                format!("分项之和与总数对不上：分项合计{}，文中总数{}。", short(*parts), short(*total))
            }
            Verdict::NotAmong => "不在已公布的数据之中。".to_owned(),
        }
    }

    fn en(&self, figure: Option<&Figure>, name: &str) -> String {
        let said = |value| write::exact(figure, value, Language::En);
        match &self.verdict {
            Verdict::Right => format!("Agrees with “{name}”."),
            Verdict::WrongValue { truth } => format!("Wrong value: “{name}” is {}.", said(*truth)),
            Verdict::OffByPower { power, truth } => {
                let side = if *power > 0 { "large" } else { "small" };
                format!("Too {side} by a factor of {}: “{name}” is {}.", tens(*power), said(*truth))
            }
            Verdict::WrongCurrency { truth, implied_rate } => {
                let rate = implied_rate.map_or_else(String::new, |rate| {
                    format!(" As written, the rate would be {}.", short(rate))
                });
                format!("Wrong currency: “{name}” is in {}.{rate}", truth.en())
            }
            Verdict::WrongUnit { truth } => format!("Wrong unit: “{name}” is in {}.", unit_en(*truth)),
            Verdict::HedgeContradicts { hedge, truth } => {
                let hedge = hedge.map_or("the bare number", hedge_en);
                format!("“{hedge}” does not hold: “{name}” is {}.", said(*truth))
            }
            Verdict::WrongStage { said, truth } => {
                format!(
                    "Wrong stage: the text says “{}”, “{name}” is “{}”.",
                    stage_en(*said),
                    stage_en(*truth)
                )
            }
            Verdict::Stale { since, truth } => {
                let since = since.map_or_else(String::new, |day| format!(" this was the number of {day};"));
                format!("Out of date:{since} “{name}” is now {}.", said(*truth))
            }
            Verdict::ScopeDiffers { key, truth } => {
                format!("Another {}: “{name}” is about {truth}.", key_en(key))
            }
            Verdict::CountedDiffers { said, truth } => {
                format!(
                    "Counts something else: the text counts {}, “{name}” counts {}.",
                    unit_en(*said),
                    unit_en(*truth)
                )
            }
            Verdict::Embargoed => format!("“{name}” may not be published yet."),
            Verdict::SumFails { parts, total } => {
                format!("Does not add up: the parts make {}, the text says {}.", short(*parts), short(*total))
            }
            Verdict::NotAmong => "Not among the published figures.".to_owned(),
        }
    }
}

fn suggest(
    claim: &Claim,
    figure: &Figure,
    verdict: &Verdict,
    language: Language,
    ledger: &Ledger,
    occasion: &Occasion,
) -> Option<String> {
    match verdict {
        Verdict::Embargoed | Verdict::SumFails { .. } | Verdict::NotAmong | Verdict::Right => None,
        Verdict::WrongStage { truth, .. } => Some(match language {
            Language::Zh => stage_zh(*truth).to_owned(),
            Language::En => stage_en(*truth).to_owned(),
        }),
        Verdict::ScopeDiffers { key, truth } => {
            let words = ledger.scopes.get(key)?.get(truth)?;
            match language {
                Language::Zh => words.zh.first().cloned(),
                Language::En => words.en.first().cloned(),
            }
        }
        _ => {
            let rounding = if claim.hedge.is_some() { Rounding::Hedged } else { Rounding::Exact };
            write::wording(figure, figure.on(occasion.day), language, rounding, &ledger.hedges)
                .map(|wording| wording.text)
        }
    }
}

fn name(figure: &Figure, language: Language) -> String {
    let names = match language {
        Language::Zh => figure.zh.first().or(figure.en.first()),
        Language::En => figure.en.first().or(figure.zh.first()),
    };
    names.cloned().unwrap_or_else(|| figure.id.clone())
}

fn tens(power: i32) -> String {
    let zeros = usize::try_from(power.unsigned_abs()).unwrap_or(0);
    format!("1{}", "0".repeat(zeros))
}

/// At most four places, so that an implied rate can be read.
fn short(number: Number) -> String {
    let places = Number::fraction(1, 10_000).and_then(|step| number.rounded_to(step));
    places.unwrap_or(number).to_string()
}

fn day_zh(day: Date) -> String {
    let of_month = day.day.map_or_else(String::new, |day| format!("{day}日"));
    let year = day.year.map_or_else(String::new, |year| format!("{year}年"));
    format!("{year}{}月{of_month}", day.month)
}

fn unit_zh(unit: Unit) -> &'static str {
    match unit {
        Unit::Activity => "活动",
        Unit::Forum => "论坛",
        Unit::Session => "场次",
        Unit::Ceremony => "仪式",
        Unit::Project => "项目",
        Unit::Company => "企业",
        Unit::Institution => "单位",
        Unit::Person => "人",
        Unit::Visit => "人次",
        Unit::Visitor => "观众（按人计）",
        Unit::View => "观看次数",
        Unit::Interaction => "互动次数",
        Unit::Exhibit => "展品",
        Unit::Product => "产品",
        Unit::Checkpoint => "打卡点",
        Unit::Stamp => "印章",
        Unit::ExhibitionPoint => "展示点",
        Unit::Chain => "产业链",
        Unit::Country => "国家和地区",
        Unit::City => "城市",
        Unit::District => "区",
        Unit::Place => "场馆",
        Unit::Booth => "展位",
        Unit::Seat => "座位",
        Unit::Table => "桌",
        Unit::Room => "房间",
        Unit::Patent => "专利",
        Unit::Achievement => "成果",
        Unit::Agreement => "协议",
        Unit::Demand => "需求",
        Unit::Job => "岗位",
        Unit::Case => "案例",
        Unit::Report => "报道",
        Unit::Media => "媒体",
        Unit::Meeting => "洽谈",
        Unit::Team => "团队",
        Unit::Award => "奖项",
        Unit::Index => "指标",
        Unit::Language => "语言",
        Unit::Edition => "届",
        Unit::Time => "次",
        Unit::Rank => "位次",
        Unit::Volume => "册",
        Unit::Pass => "票证",
        Unit::Percent => "百分比",
        Unit::Point => "百分点",
        Unit::Times => "倍数",
        Unit::Item => "件数",
        measure => measure.zh(),
    }
}

fn unit_en(unit: Unit) -> &'static str {
    if unit == Unit::Item { "things" } else { unit.en() }
}

fn hedge_zh(hedge: Hedge) -> &'static str {
    match hedge {
        Hedge::Nearly => "近",
        Hedge::Over => "超",
        Hedge::More => "余",
        Hedge::About => "约",
        Hedge::AtLeast => "至少",
        Hedge::AtMost => "至多",
        Hedge::Under => "不足",
    }
}

fn hedge_en(hedge: Hedge) -> &'static str {
    match hedge {
        Hedge::Nearly => "nearly",
        Hedge::Over => "over",
        Hedge::More => "more than",
        Hedge::About => "about",
        Hedge::AtLeast => "at least",
        Hedge::AtMost => "up to",
        Hedge::Under => "under",
    }
}

fn stage_zh(stage: Stage) -> &'static str {
    match stage {
        Stage::Lead => "线索",
        Stage::Intent => "意向",
        Stage::ToBeSigned => "拟签约",
        Stage::Signed => "签约",
        Stage::Landed => "落地",
        Stage::Started => "开工",
        Stage::Producing => "投产",
    }
}

fn stage_en(stage: Stage) -> &'static str {
    match stage {
        Stage::Lead => "lead",
        Stage::Intent => "intent",
        Stage::ToBeSigned => "to be signed",
        Stage::Signed => "signed",
        Stage::Landed => "landed",
        Stage::Started => "started",
        Stage::Producing => "in production",
    }
}

fn key_zh(key: &str) -> &str {
    match key {
        "place" => "地域",
        "channel" => "渠道",
        "sector" => "领域",
        "capital" => "资金来源",
        "week" => "届次",
        other => other,
    }
}

fn key_en(key: &str) -> &str {
    match key {
        "capital" => "source of capital",
        other => other,
    }
}
