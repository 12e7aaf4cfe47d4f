//! What there is to say of a claim, as a sentence in the reader's language.

use super::direction::plain;
use super::{quoted, stale, unequal};
use crate::calendar::Date;
use crate::claim::{Hedge, Stage, Value};
use crate::figure::{Figure, Secrecy};
use crate::ledger::Ledger;
use crate::lint::{Finding, Language, Verdict};
use crate::number::Number;
use crate::unit::{Currency, Unit};
use crate::write;

impl Finding {
    /// What there is to say of a claim of `text`, in the reader's language, without the suggestion.
    #[must_use]
    pub fn sentence(&self, text: &str, ledger: &Ledger, reader: Language) -> String {
        let figure = self.figure.as_deref().and_then(|id| ledger.figure(id));
        let name = figure.map_or_else(String::new, |figure| name(figure, reader));
        match reader {
            Language::Zh => self.zh(text, ledger, figure, &name),
            Language::En => self.en(text, ledger, figure, &name),
        }
    }

    fn zh(&self, text: &str, ledger: &Ledger, figure: Option<&Figure>, name: &str) -> String {
        let said = |value| write::exact(figure, whole(figure, value), Language::Zh);
        match &self.verdict {
            Verdict::Right => format!("与「{name}」一致。"),
            Verdict::WrongValue { truth } => format!("数值不符：「{name}」为{}。", said(*truth)),
            Verdict::OffByPower { power, truth } => {
                let (times, side) = (tens(*power), if *power > 0 { "大" } else { "小" });
                format!("差了{times}倍，写{side}了：「{name}」为{}。", said(*truth))
            }
            Verdict::WrongCurrency { truth, implied_rate } => {
                let rate =
                    self.needed_rate(ledger, *truth, *implied_rate).map_or_else(String::new, |needed| {
                        let Needed { foreign, rate } = needed;
                        format!("按文中的数字，1{}须合{rate}{}。", foreign.zh(), ledger.currency.zh())
                    });
                format!("币种不符：「{name}」以{}计。{rate}", truth.zh())
            }
            Verdict::WrongUnit { truth } => format!("单位不符：「{name}」以{}计。", unit_zh(*truth)),
            Verdict::HedgeContradicts { hedge, truth } => {
                let said = said(*truth);
                match hedge.map(|hedge| quoted::told(text, &self.claim, hedge, Language::Zh)) {
                    Some(hedge) => format!("{hedge}的说法不成立：「{name}」为{said}。"),
                    None => format!("不能当作确数：「{name}」为{said}。"),
                }
            }
            Verdict::WrongStage { said, truth } => {
                format!(
                    "阶段不符：文中说「{}」，「{name}」处于「{}」阶段。",
                    stage_zh(*said),
                    stage_zh(*truth)
                )
            }
            Verdict::WrongDirection { said, truth } => {
                let [said, truth] = [said, truth].map(|change| plain(*change, Language::Zh));
                format!("升降相反：文中是{said}，「{name}」是{truth}。")
            }
            Verdict::Stale { since, day, truth } => stale::zh(figure, name, *since, *day, *truth),
            Verdict::ScopeDiffers { key, truth } => {
                let truth = scope_words(ledger, key, truth, Language::Zh);
                format!("范围不符：「{name}」的{}是「{truth}」。", key_zh(key))
            }
            Verdict::CountedDiffers { said, truth } => {
                format!("计数对象不符：文中数的是{}，「{name}」数的是{}。", unit_zh(*said), unit_zh(*truth))
            }
            Verdict::Embargoed if is_internal(figure) => format!("「{name}」是内部数字，不能公开。"),
            Verdict::Embargoed => format!("「{name}」尚不能公开。"),
            Verdict::SumFails { parts, makes, total } => {
                unequal::sentence(self, text, [parts, &[*makes, *total]], Language::Zh)
            }
            Verdict::NotAmong => "不在已公布的数据之中。".to_owned(),
        }
    }

    fn en(&self, text: &str, ledger: &Ledger, figure: Option<&Figure>, name: &str) -> String {
        let said = |value| write::exact(figure, whole(figure, value), Language::En);
        match &self.verdict {
            Verdict::Right => format!("Agrees with “{name}”."),
            Verdict::WrongValue { truth } => format!("Wrong value: “{name}” is {}.", said(*truth)),
            Verdict::OffByPower { power, truth } => {
                let side = if *power > 0 { "large" } else { "small" };
                format!("Too {side} by a factor of {}: “{name}” is {}.", tens(*power), said(*truth))
            }
            Verdict::WrongCurrency { truth, implied_rate } => {
                let rate =
                    self.needed_rate(ledger, *truth, *implied_rate).map_or_else(String::new, |needed| {
                        let Needed { foreign, rate } = needed;
                        let one = foreign.en().trim_end_matches('s');
                        format!(
                            " For the number to be true, 1 {one} would have to cost {rate} {}.",
                            ledger.currency.en()
                        )
                    });
                format!("Wrong currency: “{name}” is in {}.{rate}", truth.en())
            }
            Verdict::WrongUnit { truth } => format!("Wrong unit: “{name}” is in {}.", unit_en(*truth)),
            Verdict::HedgeContradicts { hedge, truth } => {
                let said = said(*truth);
                match hedge.map(|hedge| quoted::told(text, &self.claim, hedge, Language::En)) {
                    Some(hedge) => format!("{hedge} does not hold: “{name}” is {said}."),
                    None => format!("The bare number does not hold: “{name}” is {said}."),
                }
            }
            Verdict::WrongStage { said, truth } => {
                format!(
                    "Wrong stage: the text says “{}”, “{name}” is “{}”.",
                    stage_en(*said),
                    stage_en(*truth)
                )
            }
            Verdict::WrongDirection { said, truth } => {
                let [said, truth] = [said, truth].map(|change| plain(*change, Language::En));
                format!("Wrong direction: the text says “{said}”, “{name}” went {truth}.")
            }
            Verdict::Stale { since, day, truth } => stale::en(figure, name, *since, *day, *truth),
            Verdict::ScopeDiffers { key, truth } => {
                let truth = scope_words(ledger, key, truth, Language::En);
                format!("Another {}: “{name}” is about “{truth}”.", key_en(key))
            }
            Verdict::CountedDiffers { said, truth } => {
                format!(
                    "Counts something else: the text counts {}, “{name}” counts {}.",
                    unit_en(*said),
                    unit_en(*truth)
                )
            }
            Verdict::Embargoed if is_internal(figure) => {
                format!("“{name}” is internal and may not be published.")
            }
            Verdict::Embargoed => format!("“{name}” may not be published yet."),
            Verdict::SumFails { parts, makes, total } => {
                unequal::sentence(self, text, [parts, &[*makes, *total]], Language::En)
            }
            Verdict::NotAmong => "Not among the published figures.".to_owned(),
        }
    }
}

/// What one unit of foreign money would have to cost in the ledger's for a text to be true.
struct Needed {
    foreign: Currency,
    rate: String,
}

impl Finding {
    /// A rate of one, or of one money into itself, says nothing.
    fn needed_rate(&self, ledger: &Ledger, truth: Currency, rate: Option<Number>) -> Option<Needed> {
        let said = self.claim.currency.filter(|said| *said != ledger.currency);
        let foreign = said.unwrap_or(truth);
        let rate = rate.filter(|rate| foreign != ledger.currency && *rate != Number::ONE)?;
        Some(Needed { foreign, rate: short(rate) })
    }
}

/// Of one end of the days of the week, all of them.
fn whole(figure: Option<&Figure>, value: Value) -> Value {
    let period = figure.map(|figure| figure.value).filter(|own| matches!(own, Value::Period(..)));
    period.filter(|_| matches!(value, Value::Date(_))).unwrap_or(value)
}

fn is_internal(figure: Option<&Figure>) -> bool {
    figure.is_some_and(|figure| figure.secrecy == Secrecy::Internal)
}

/// The words for a value of a scope; the value itself where the ledger has none.
fn scope_words(ledger: &Ledger, key: &str, value: &str, language: Language) -> String {
    let week = ledger.weeks.iter().find(|week| key == "week" && week.id == value).map(|week| &week.names);
    let words = ledger.scopes.get(key).and_then(|values| values.get(value)).or(week);
    let words = words.map(|words| match language {
        Language::Zh => &words.zh,
        Language::En => &words.en,
    });
    words.and_then(|words| words.first()).map_or_else(|| value.to_owned(), Clone::clone)
}

pub(in crate::lint) fn name(figure: &Figure, language: Language) -> String {
    let names = match language {
        Language::Zh => figure.zh.first().or(figure.en.first()),
        Language::En => figure.en.first().or(figure.zh.first()),
    };
    names.cloned().unwrap_or_else(|| figure.id.clone())
}

pub(in crate::lint) fn tens(power: i32) -> String {
    let zeros = usize::try_from(power.unsigned_abs()).unwrap_or(0);
    format!("1{}", "0".repeat(zeros))
}

/// At most four places, so that an implied rate can be read.
pub(in crate::lint) fn short(number: Number) -> String {
    let places = Number::fraction(1, 10_000).and_then(|step| number.rounded_to(step));
    places.unwrap_or(number).to_string()
}

pub(in crate::lint) fn day_zh(day: Date) -> String {
    let of_month = day.day.map_or_else(String::new, |day| format!("{day}日"));
    let year = day.year.map_or_else(String::new, |year| format!("{year}年"));
    format!("{year}{}月{of_month}", day.month)
}

pub(in crate::lint) fn unit_zh(unit: Unit) -> &'static str {
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

pub(in crate::lint) fn unit_en(unit: Unit) -> &'static str {
    if unit == Unit::Item { "things" } else { unit.en() }
}

pub(crate) fn hedge_zh(hedge: Hedge) -> &'static str {
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

pub(crate) fn hedge_en(hedge: Hedge) -> &'static str {
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

pub(crate) fn stage_zh(stage: Stage) -> &'static str {
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

pub(crate) fn stage_en(stage: Stage) -> &'static str {
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

pub(in crate::lint) fn key_zh(key: &str) -> &str {
    match key {
        "place" => "地域",
        "channel" => "渠道",
        "sector" => "领域",
        "capital" => "资金来源",
        "week" => "届次",
        other => other,
    }
}

pub(in crate::lint) fn key_en(key: &str) -> &str {
    match key {
        "capital" => "source of capital",
        other => other,
    }
}
