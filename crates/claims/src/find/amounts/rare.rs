//! Characters that count things only in their place: 两通电话, 17级台阶, 26国, 50单; elsewhere they are parts of other words.

use super::behind::Of;
use super::measured::is_several;
use crate::find::tokens::cues::words;
use crate::find::tokens::scan::{Quantity, Scan, Style};
use crate::find::tokens::sense::Class;
use crate::number::Number;
use crate::unit::Unit;

/// Characters that count whatever stands behind them, when more than one is counted.
const COUNTERS: &str = "句声丛垄畦摊垛剂针档股扇则截阵伙窝茬缕味夜";
/// Characters that count only what is named here.
const COUNTED: [(&str, &[&str]); 16] = [
    ("站", &["地", "路", "停靠", "车程"]),
    (
        "点",
        &[
            "意见", "建议", "要求", "希望", "体会", "看法", "想法", "启示", "思考", "共识", "认识", "说明",
            "感受",
        ],
    ),
    ("面", &["旗", "锦旗", "彩旗", "国旗", "红旗", "墙", "镜", "鼓", "奖牌", "屏"]),
    ("口", &["井", "水井", "油井", "塘", "鱼塘", "锅", "大锅", "缸", "池"]),
    (
        "道",
        &[
            "防线", "关", "坎", "工序", "门", "菜", "题", "彩虹", "风景", "手续", "栏", "闸", "屏障", "程序",
            "大菜", "名菜",
        ],
    ),
    ("出", &["戏", "大戏", "好戏", "折子戏", "话剧", "京剧", "越剧", "昆曲", "剧"]),
    ("折", &["戏", "折子戏"]),
    ("曲", &["民歌", "歌", "舞"]),
    ("员", &["大将", "虎将", "猛将", "干将"]),
    ("服", &["中药", "药"]),
    ("帖", &["药", "中药", "膏药"]),
    ("代", &["人", "同堂"]),
    (
        "级",
        &[
            "大风",
            "台风",
            "阵风",
            "风",
            "台阶",
            "石阶",
            "阶梯",
            "以上大风",
            "地震",
            "台账",
            "网络",
            "联动",
            "体系",
            "架构",
            "平台",
            "管理",
            "调度",
        ],
    ),
    ("里", &["山路", "路", "长堤", "长街"]),
    ("通", &["电话", "来电", "电报", "热线"]),
    ("任", &["书记", "馆长", "校长", "所长", "院长", "站长"]),
];

/// Characters that are classifiers only where a number touches them and nothing longer begins: 26国, 64线, 七稿, 50单, 1.5万平.
pub(in crate::find) fn rare_classifier(scan: &Scan, at: usize, quantity: &Quantity) -> Option<Of> {
    let digits = quantity.style == Style::Digits;
    let behind = scan.rest(at + 1);
    let several = is_several(quantity);
    let other = Of::Classified(Class::Other);
    let letters = scan.letters(at);
    if several
        && COUNTERS.contains(letters)
        && !behind.starts_with(['山', '河', '湖', '村', '街', '镇', '沟', '桥', '市', '景'])
    {
        return Some(other);
    }
    if several
        && let Some((_, things)) = COUNTED.iter().find(|(counter, _)| *counter == letters)
        && (things.iter().any(|thing| behind.starts_with(thing))
            || scan.ends_clause(at + 1) && is_named_before(scan, quantity.first, things))
    {
        return Some(other);
    }
    // 我讲两点。
    let before = scan.char_before(quantity.first);
    let said = before.is_some_and(|before| "讲谈说提调充这下有".contains(before))
        // 抱怨集中在两点：
        || before.is_some_and(|before| "在为成是".contains(before)) && scan.is_sign(at + 1, '：');
    if letters == "点" && several && said && !digits && scan.ends_clause(at + 1) {
        return Some(other);
    }
    match letters {
        // 拍了两下, 看了三眼
        "下" | "眼" if several && scan.is_behind(quantity.first, "了过") => Some(other),
        // 西部11省（区、市）
        "省" if digits
            && quantity.power == 0
            && !behind.starts_with(['委', '政', '级', '厅', '长', '道', '钱', '时', '力', '属']) =>
        {
            Some(Of::Classified(Class::Only(Unit::Item)))
        }
        "国" if digits && !behind.starts_with("集团") => Some(Of::Classified(Class::Only(Unit::Country))),
        "线" if digits && !behind.starts_with("城市") => Some(other),
        "单" if digits || several => Some(other),
        "稿" if several => Some(other),
        // 印发简报18期, 接通109通
        "期" | "通" if digits && several && scan.ends_clause(at + 1) => Some(other),
        "关" | "局" if digits && several && quantity.power == 0 => Some(other),
        "平" if digits && (quantity.power > 0 || scan.ends_clause(at + 1)) => {
            Some(Of::Measure(Unit::SquareMetre))
        }
        "级" if digits && (is_force(scan, quantity.first) || is_stair(scan, quantity.first)) => Some(other),
        // 装了52车: loads, and no 车间, 车站 or 车道.
        "车" if digits && several && is_load(behind) => Some(other),
        // 30强挺进决赛, but 民企500强 and 50强企业, which are lists.
        "强" if digits && several && is_knocked_out(scan, quantity, behind) => Some(other),
        _ => None,
    }
}

/// 安检门58道, 锦旗12面: whether what a character counts stands directly before the number.
fn is_named_before(scan: &Scan, first: usize, things: &[&str]) -> bool {
    let lead = scan.tokens.get(first).map_or("", |token| &scan.text[..token.start]);
    things.iter().any(|thing| lead.ends_with(thing))
}

/// Whether wind, waves or an earthquake stand shortly before a number.
fn is_force(scan: &Scan, first: usize) -> bool {
    (first.saturating_sub(6)..first)
        .rev()
        .take_while(|at| !scan.ends_sentence(*at))
        .any(|at| scan.is_among(at, words!["力", "震", "风", "浪", "涌"]))
}

/// 石阶会露出17级: whether steps stand shortly before a number.
fn is_stair(scan: &Scan, first: usize) -> bool {
    (first.saturating_sub(6)..first)
        .rev()
        .take_while(|at| !scan.ends_clause(*at))
        .any(|at| scan.is_among(at, words!["阶", "梯", "台阶", "石阶"]))
}

/// Whether what stands behind 车 makes no longer word of it.
fn is_load(behind: &str) -> bool {
    const LONGER: &str = "间站道次位厢型主展企辆队库程票门牌流载床身轮皮架险贷友手库";
    behind.chars().next().is_none_or(|next| !LONGER.contains(next))
}

/// Whether “the last thirty” are those left in a contest.
fn is_knocked_out(scan: &Scan, quantity: &Quantity, behind: &str) -> bool {
    let few = quantity.value.is_some_and(|value| value <= Number::whole(100)) && quantity.power == 0;
    let ranked = scan.is_behind(quantity.first, "国界企业省市富前");
    few && !ranked && !behind.starts_with(['企', '县', '镇', '城', '民', '园', '村', '高', '国', '榜', '名'])
}
