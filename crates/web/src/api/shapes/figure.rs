//! Announced figures, with what the records say to them.

use festoon_domain::choice::Choice as _;
use festoon_domain::figures::Verdict;
use festoon_guide::Guide;
use festoon_guide::frozen::FrozenFigure;
use festoon_guide::url::Page;
use serde::Serialize;
use utoipa::ToSchema;

use super::{Addresses, Links, Wordings};

/// A published number with its definition. / 公布的数字及其口径
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Figure)]
pub(in crate::api) struct FigureRecord<'a> {
    /// Its key. / 键
    key: &'a str,
    /// What it is called. / 名称
    name: Wordings<'a>,
    /// What exactly is counted. / 口径
    definition: Wordings<'a>,
    /// What one of it is: `activity`, `CNY`. / 单位
    unit: &'a str,
    /// The number as announced. / 公布的数值
    announced: i64,
    /// The word before it: exactly, nearly, more-than, about. / 限定词：正好、近、超、约
    hedge: &'static str,
    /// The day for which it was said. / 截止日期
    #[schema(format = Date)]
    as_of: String,
    /// What is counted or added up. / 计算对象
    measure: &'static str,
    /// What the records give; null where that is not public. / 按记录计算的数值，不公开为 null
    computed: Option<i64>,
    /// `honest` if the wording holds against the records, else `differs`; null where that is not public. / 表述与记录是否相符
    verdict: Option<&'static str>,
    /// `fact` if announced, `sample` if invented for the sample week. / fact 为公布，sample 为示例
    provenance: &'static str,
    /// The same for the records that were counted. / 被统计记录的来源
    records: &'static str,
    /// Where more is. / 相关网址
    links: Links,
}

impl<'a> FigureRecord<'a> {
    pub(in crate::api) fn of(guide: &'a Guide, frozen: &'a FrozenFigure) -> Self {
        let (figure, at) = (&frozen.figure, Addresses::of(guide));
        Self {
            key: &figure.key,
            name: Wordings::of(&figure.name),
            definition: Wordings::of(&figure.definition),
            unit: &figure.unit,
            announced: figure.announced,
            hedge: figure.hedge.word(),
            as_of: figure.as_of.to_string(),
            measure: figure.measure.word(),
            computed: frozen.computed,
            verdict: frozen.verdict.map(|verdict| match verdict {
                Verdict::Honest => "honest",
                Verdict::Differs => "differs",
            }),
            provenance: figure.provenance.word(),
            records: frozen.records.word(),
            links: at.links("figures", &figure.key).with_page(at.page(Page::Figure(&figure.key))),
        }
    }
}
