//! Chinese ordinals and editions: 第五届, 第二次, 排名第3, 前移两位.

use super::ordinal::draft;
use super::spelled_zh;
use crate::claim::{Change, Kind, Value};
use crate::find::draft::Found;
use crate::find::tokens::cues::words;
use crate::find::tokens::scan::{Reading, Scan};
use crate::find::tokens::sense::{Class, Sense};
use crate::find::tokens::token::What;
use crate::number::Number;
use crate::unit::Unit;

/// 第五届, 第二次, 第3: with a classifier, or behind a word of rank.
pub(in crate::find) fn chinese(scan: &Scan, at: usize) -> Found {
    let (number, next) = match scan.what(at + 1) {
        // 第100万名观众
        What::Literal(literal) => {
            let (power, next, _) = spelled_zh::scale(scan, at + 2);
            (literal.value.and_then(|value| value.shifted(power)), next)
        }
        _ => match spelled_zh::read(scan, at + 1) {
            Some(Reading::Number(quantity)) => (quantity.value, quantity.next),
            _ => (None, at + 2),
        },
    };
    // 第8.6代 is a model.
    let Some(number) = number.filter(|number| number.is_whole()) else { return Found::Skip(next) };
    // 总第118期 numbers a paper.
    if scan.char_before(at) == Some('总') {
        return Found::Skip(next);
    }
    let mark = scan.letters(next);
    let glued = scan.glued(next);
    let (kind, unit, width) = match mark {
        "届" if glued => (Kind::Edition, Unit::Edition, 1),
        "次" | "回" if glued => (Kind::Ordinal, Unit::Time, 1),
        "名" | "位" if glued => (Kind::Ordinal, Unit::Rank, 1),
        "批" | "场" | "轮" | "站" | "期" | "个" | "项" | "家" | "张" | "件" | "组" | "代" | "只" | "支"
        | "座" | "所" | "艘" | "架" | "台" | "部" | "款" | "例" | "列" | "辆" | "趟" | "班" | "架次"
        | "列次" | "车次" | "台套" | "份" | "套" | "箱" | "封" | "枚" | "颗" | "幅" | "块" | "盏" | "顶"
        | "户" | "棵" | "株" | "头" | "届次" | "单" | "笔" | "宗" | "起" | "处" | "片" | "间" | "栋"
        | "层台阶" | "人次" | "站点" | "标箱" | "吨"
            if glued =>
        {
            (Kind::Ordinal, Unit::Item, 1)
        }
        // 第18条航线; 第18条 alone is an article.
        "条" if glued
            && [
                "航线",
                "线路",
                "产线",
                "生产线",
                "专线",
                "赛道",
                "产业链",
                "跑道",
                "轨道",
                "公交",
                "地铁",
            ]
            .iter()
            .any(|line| scan.rest(next + 1).starts_with(line)) =>
        {
            (Kind::Ordinal, Unit::Item, 1)
        }
        "天" | "日" if glued => (Kind::Ordinal, Unit::Day, 1),
        "年" if glued => (Kind::Ordinal, Unit::Year, 1),
        "周" if glued => (Kind::Ordinal, Unit::Week, 1),
        "个月" if glued => (Kind::Ordinal, Unit::Month, 1),
        // 居全市第二
        _ if (1..4)
            .take_while(|back| !scan.ends_clause(at.wrapping_sub(*back)))
            .any(|back| matches!(scan.before(at, back), What::Known(Sense::Rank)))
            && number > Number::ONE =>
        {
            (Kind::Ordinal, Unit::Rank, 0)
        }
        // 全省第4，与第3名差2.6分
        _ if number > Number::ONE && is_placed_in(scan, at) && (scan.ends_clause(next) || mark == "的") => {
            (Kind::Ordinal, Unit::Rank, 0)
        }
        _ => return quarter(scan, at).unwrap_or(Found::Skip(next)),
    };
    let mut found = draft(at, next + width, kind, number, unit);
    // 升至第五位, 升至全省第4位
    let risen = (at.saturating_sub(3)..at).rev().take_while(|at| !scan.ends_clause(*at)).any(|before| {
        scan.is_among(before, words!["升至", "升到", "跃升至", "上升至", "上升到", "前移至", "跃居"])
    });
    if risen && unit == Unit::Rank && width > 0 {
        found.change = Some(Change::To);
    }
    Found::Figure(found)
}

/// Whether what one is compared within stands directly before: 全省, 全国, 长三角, 同类城市.
fn is_placed_in(scan: &Scan, at: usize) -> bool {
    const WHOLES: [&str; 19] = [
        "全国",
        "全省",
        "全市",
        "全球",
        "世界",
        "亚洲",
        "亚太",
        "国内",
        "省内",
        "市内",
        "全区",
        "全县",
        "长三角",
        "珠三角",
        "城市",
        "同类",
        "行业",
        "总榜",
        "榜单",
    ];
    let before = scan.tokens.get(at).map_or("", |token| &scan.text[..token.start]);
    WHOLES.iter().any(|whole| before.ends_with(whole))
}

/// 第一季度
fn quarter(scan: &Scan, at: usize) -> Option<Found> {
    crate::find::days::calendar_zh::nth_quarter(scan, at)
}

/// 两位 behind 前移 is how many places, which is read as a count of ranks; 增至312780位 and 增加120位 are people.
pub(in crate::find) fn places_moved(change: Option<Change>, class: Class, value: Value) -> Option<Unit> {
    const MOST: u32 = 30;
    let moved = matches!(change, Some(Change::Up | Change::Down));
    let few = value.number().is_some_and(|places| places < Number::whole(MOST));
    (moved && few && class == Class::People).then_some(Unit::Rank)
}
