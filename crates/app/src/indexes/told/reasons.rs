//! Why a cell was changed, and why something has no number.

use festoon_composite::{FilledFrom, Missing, Undefined, Why, WhyChanged};
use festoon_domain::text::Lang;
use festoon_guide::evaluation::Both;

use super::{Names, both, percent, plain, quoted};

pub(in super::super) fn changed(why: WhyChanged) -> Both {
    match why {
        WhyChanged::WinsorisedFromAbove => {
            both("缩尾：最大值改为次大值", "winsorised: the greatest became the next")
        }
        WhyChanged::WinsorisedFromBelow => {
            both("缩尾：最小值改为次小值", "winsorised: the smallest became the next")
        }
        WhyChanged::BentAfterWinsorising => {
            both("缩尾后仍不符合，改作变换", "transformed, since winsorising did not help")
        }
        WhyChanged::Bent => both("变换", "transformed"),
        WhyChanged::Filled { of, from } => match from {
            FilledFrom::AllUnits => both(
                format!("插补：由全部 {of} 个值得出"),
                format!("filled from {} of all units", values(of)),
            ),
            FilledFrom::Group => both(
                format!("插补：由同组 {of} 个值得出"),
                format!("filled from {} of its group", values(of)),
            ),
            FilledFrom::Time => both(
                format!("插补：由本单位其他年份 {of} 个值得出"),
                format!("filled from {} of the same unit in other years", values(of)),
            ),
            FilledFrom::Statement => {
                both("插补：用框架写明的数", "filled with the number that the framework states")
            }
        },
    }
}

fn values(of: usize) -> String {
    if of == 1 { "1 value".to_owned() } else { format!("{of} values") }
}

pub(in super::super) fn missing(gone: &Undefined, names: Names<'_>) -> Both {
    let child = |child: usize, lang: Lang| match gone.what {
        Missing::Score { index, .. } => quoted(&names.node(index, child), lang),
        _ => String::new(),
    };
    match gone.why {
        Why::NotMeasured => both("数据中没有", "not measured"),
        Why::AllMissing => both("这个指标一个数据也没有", "the indicator has no value at all"),
        Why::DenominatorMissing => both("分母没有数据", "the denominator is not measured"),
        Why::ZeroDenominator => both("分母是 0", "the denominator is zero"),
        Why::NothingToFillFrom => both("没有可供插补的值", "there is nothing to fill it from"),
        Why::Constant { value } => both(
            format!("所有值都是 {}，无从拉开差距", plain(value)),
            format!("every value is {}, and the scale divides by their spread", plain(value)),
        ),
        Why::SingleValue => both("只有一个值，无从比较", "a single value cannot be compared with others"),
        Why::NotPositive { value } => both(
            format!("{} 不大于 0，不能取对数或乘幂", plain(value)),
            format!("{} is not above 0, and has no logarithm or power", plain(value)),
        ),
        Why::ReferenceMissing => both("参照值没有数据", "what it is compared with is missing"),
        Why::ZeroReference => both("参照值是 0", "what it is divided by is zero"),
        Why::TooLarge => {
            both("结果超出可以表示的范围", "the result is greater than any number that can be written")
        }
        Why::TooFewMeasured { share } => both(
            format!("只有 {}% 有数据，低于筛选界限", percent(share)),
            format!("only {} % is measured, which is below the bound of the screening", percent(share)),
        ),
        Why::CaseLeftOut => both("这个单位在筛选时去掉了", "the unit was screened out"),
        Why::NoChildHasAScore => both("下级都没有得分", "nothing below it has a score"),
        Why::ChildMissing { child: at } => both(
            format!("下级{}没有得分", child(at, Lang::Zh)),
            format!("{} has no score, and all are needed", child(at, Lang::En)),
        ),
        Why::TooLittleWeight { share } => both(
            format!("有得分的下级只占权重的 {}%", percent(share)),
            format!("what has a score below it carries only {} % of the weight", percent(share)),
        ),
        Why::ChildNotPositive { child: at, score } => both(
            format!("下级{}的得分是 {}，这种方法要求大于 0", child(at, Lang::Zh), plain(score)),
            format!("{} is {}, and this method needs numbers above 0", child(at, Lang::En), plain(score)),
        ),
        Why::WeightsUndefined => both("由数据得不出权重", "the numbers give no weights"),
        Why::NoPeers => {
            both("其他单位怎样组合都不能与它比较", "no mixture of the other units can be compared with it")
        }
        Why::NoComparison => both("这种比较方法得不出结果", "the method that compares cases has no result"),
    }
}
