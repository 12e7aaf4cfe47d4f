//! What a Chinese classifier counts: the noun behind it, before it, or of the figure before.

use super::nouns::{AHEAD, BACK, noun};
use super::visits_zh;
use crate::claim::Kind;
use crate::find::finder::Finder;
use crate::find::tokens::cues::{Cues, words};
use crate::find::tokens::scan::{Quantity, Scan, Style};
use crate::find::tokens::sense::{Class, Sense};
use crate::find::tokens::token::{self, What};
use crate::number::Number;
use crate::unit::Unit;

/// What a Chinese classifier counts, the number standing from `first` to before `next`.
pub(in crate::find) fn chinese(finder: &Finder, first: usize, next: usize, class: Class) -> Unit {
    let scan = &finder.scan;
    match class {
        Class::Only(Unit::Edition | Unit::Report) => return class.alone(),
        Class::Visit | Class::Time => return visits_zh::visits(finder, first, next, class),
        Class::Only(unit) => return unit,
        // 2.86万平方公里的展览面积: a measure counts nothing that stands beside it.
        Class::Other if scan.is_among(next.wrapping_sub(1), MEASURES) => return Unit::Item,
        // 10名中奖者
        Class::People if is_doer(scan, next) => return Unit::Person,
        _ => {}
    }
    if is_household(scan, first, next) || class == Class::People && is_held(scan, first) {
        return Unit::Person;
    }
    let fits = |unit: Unit| class.counts(unit);
    // 3个人, 5人团队: whoever makes up the team is counted.
    let of_people = class == Class::Any && scan.is(next, "人")
        || class == Class::People
            && scan.is(next.wrapping_sub(1), "人")
            && noun(scan, next) == Some(Unit::Team);
    if of_people && scan.glued(next) {
        return Unit::Person;
    }
    if class == Class::Any
        && scan.glued(next)
        && let Some(unit) = short_noun(scan, next)
    {
        return unit;
    }
    let counts_any = class == Class::Any || scan.is(next.wrapping_sub(1), "大");
    if counts_any
        && scan.glued(next)
        && !scan.text[..scan.tokens[first].start].ends_with("其中")
        && ABSTRACT.iter().any(|word| scan.rest(next).starts_with(word))
    {
        return Unit::Item;
    }
    let after = ahead_chinese(scan, next, fits);
    // 前500名打卡的朋友: whoever is counted by 名 and 位 is somebody, whatever they do.
    let after = after.filter(|(unit, _)| class != Class::People || is_somebody(*unit));
    // 3258家采购商: who is counted by houses is a firm.
    let after = after.map(|(unit, steps)| match (class, unit) {
        (Class::House, Unit::Person) => (Unit::Company, steps),
        _ => (unit, steps),
    });
    // 169家国家高新区: what is of the country, and no countries.
    let after = after.filter(|(unit, _)| (class, *unit) != (Class::House, Unit::Country));
    // 三名小学生: a person of an institution is a person.
    let after = after.map(|(unit, steps)| match (class, unit) {
        (Class::People, Unit::Institution | Unit::Company) => (Unit::Person, steps),
        _ => (unit, steps),
    });
    // 60个项目，记者看了其中9个: of those just told.
    let of_those = after.is_none() && scan.text[..scan.tokens[first].start].ends_with("其中");
    if let Some(unit) = of_those.then(|| carried(finder, first, class)).flatten() {
        return unit;
    }
    // 29个国家和地区的36个境外机构, 11个国际组织和800余家科技企业: whose they are, or what stands beside them, is not counted.
    let stands = scan.tokens.get(first).map_or("", |token| &scan.text[..token.start]);
    let owned = after.is_some()
        && (scan.is_among(first.wrapping_sub(1), words!["的", "和", "与", "及", "以及"])
            || DOINGS.iter().any(|doing| stands.ends_with(doing)));
    let before = back_chinese(scan, first, fits, finder.floor()).filter(|_| !owned);
    // 上届签约104个, 开工的有28个: what is signed or begun are projects.
    let signed = class == Class::Any
        && before.is_none()
        && after.is_none()
        && (1..4).any(|step| matches!(scan.before(first, step), What::Known(Sense::Stage(_))));
    if signed {
        return Unit::Project;
    }
    // 4组, 5条: only a noun that touches says what they are.
    let before = before.filter(|(_, steps)| class != Class::Other || *steps < 1);
    let unit = match (before, after) {
        (Some((unit, 0..=2)), Some((_, 1..)))
        | (Some((unit, _)), None)
        | (None | Some(_), Some((unit, _))) => Some(unit),
        (None, None) => None,
    };
    // 每10人中有9人: people of a sample, not those told of before.
    let of_each = || {
        class == Class::People
            && (first.saturating_sub(8)..first)
                .rev()
                .take_while(|at| !scan.ends_clause(*at))
                .any(|at| scan.is(at, "每"))
    };
    if unit.is_none() && of_each() {
        return Unit::Person;
    }
    let unit = unit
        .or_else(|| {
            let before = subject_before(scan, first, next, fits, finder.floor());
            before.filter(|_| class != Class::Other)
        })
        .or_else(|| carried(finder, first, class).filter(|_| class != Class::Other))
        .unwrap_or(class.alone());
    if unit == Unit::Person && does_what_visitors_do(scan, first, next) {
        return Unit::Visitor;
    }
    if unit == Unit::Person && before.is_none() && after.is_none() && visitors_before(finder, first) {
        return Unit::Visitor;
    }
    unit
}

/// Measures that no figure is kept in.
const MEASURES: Cues = words![
    "平方公里",
    "平方千米",
    "亩",
    "英亩",
    "立方米",
    "公斤",
    "千克",
    "斤",
    "克",
    "升",
    "毫升",
    "厘米",
    "毫米",
    "海里",
    "英里",
    "千瓦",
    "吉瓦",
    "瓦",
];

/// Whether a short word that ends in 者 stands directly behind: whoever does so or has so, and no visitors or guests.
fn is_doer(scan: &Scan, next: usize) -> bool {
    const LONGEST: usize = 5;
    const KNOWN: [&str; 8] = ["志愿者", "记者", "小记者", "学者", "参观者", "演讲者", "创业者", "消费者"];
    let rest = scan.rest(next);
    let end =
        rest.char_indices().take(LONGEST).find(|(_, letter)| *letter == '者' || !token::is_cjk(*letter));
    let doer =
        end.filter(|(at, letter)| *at > 0 && *letter == '者').map(|(at, _)| &rest[..at + '者'.len_utf8()]);
    scan.glued(next)
        && doer.is_some_and(|doer| {
            !doer.contains(['的', '和', '、']) && !KNOWN.iter().any(|known| doer.ends_with(known))
        })
}

/// Whether people are counted by a unit, or those who stand for what it counts.
fn is_somebody(unit: Unit) -> bool {
    Class::People.counts(unit) || matches!(unit, Unit::Institution | Unit::Company | Unit::Team)
}

/// 集齐印章者3126名, 500名市民走完…: whether people are told by a deed of visitors.
fn does_what_visitors_do(scan: &Scan, first: usize, next: usize) -> bool {
    let doer = || {
        let clause = (first.saturating_sub(8)..first).rev().take_while(|at| !scan.ends_clause(*at));
        let start =
            clause.last().and_then(|at| scan.tokens.get(at)).map_or("", |from| &scan.text[from.start..]);
        let lead = &start[..start.len().saturating_sub(scan.text.len() - scan.tokens[first].start)];
        lead.ends_with('者') && ["集齐", "集满", "打卡", "盖满"].iter().any(|deed| lead.contains(deed))
    };
    let citizens = scan.is(next, "市民") && {
        let rest = scan.rest(next + 1);
        ["走完", "打卡", "集满", "参观", "观展", "看展", "逛", "到场", "入场", "游览"]
            .iter()
            .any(|verb| rest.starts_with(verb))
    };
    citizens || doer()
}

/// 二期工程, 三期叠加: which phase it is; 分两期, 两期 and 12期 count them.
pub(in crate::find) fn is_phase(scan: &Scan, quantity: &Quantity) -> bool {
    let front = scan.letters(quantity.first.wrapping_sub(1));
    let few = quantity.value.is_some_and(|value| value <= Number::whole(6));
    scan.is(quantity.next, "期")
        && few
        && quantity.style == Style::Words
        && !scan.is(quantity.first, "两")
        && !matches!(front, "分" | "共" | "为" | "成" | "了" | "过" | "办" | "开" | "出")
}

/// 没什么两样, 两口子: words that only begin as a count does.
pub(in crate::find) fn is_no_kind(scan: &Scan, first: usize, quantity: &Quantity) -> bool {
    let lead = scan.char_before(first);
    match scan.letters(quantity.next) {
        "样" => scan.is(quantity.first, "两") && lead.is_some_and(|before| "么何无有没啥".contains(before)),
        "口" => {
            quantity.style == Style::Words
                && scan.rest(quantity.next + 1).starts_with(['子', '通', '镇', '村', '乡'])
        }
        _ => false,
    }
}

/// 一家四口, 五口之家: the people of a household; 4口井 are wells.
fn is_household(scan: &Scan, first: usize, next: usize) -> bool {
    let home = scan.is_behind(first, "家户") && scan.glued(first);
    scan.is(next.wrapping_sub(1), "口") && (home || scan.rest(next).starts_with("之家"))
}

/// 每场可容纳观众2400人: so many people find room, whoever they are.
fn is_held(scan: &Scan, first: usize) -> bool {
    const NEAR: usize = 4;
    (first.saturating_sub(NEAR)..first)
        .rev()
        .take_while(|at| !scan.ends_clause(*at))
        .any(|at| ["容纳", "可坐", "能坐"].iter().any(|room| scan.rest(at).starts_with(room)))
}

/// 投产项目偏少，仅8个: what a clause of nothing but a number is said of stands in the clause before.
fn subject_before(
    scan: &Scan,
    first: usize,
    next: usize,
    fits: impl Fn(Unit) -> bool,
    floor: usize,
) -> Option<Unit> {
    let only = first.checked_sub(1).is_some_and(|before| !scan.is_sign(before, '，'));
    if !only && !scan.ends_clause(next) {
        return None;
    }
    let mut comma = first.checked_sub(1)?;
    while comma > floor
        && scan.is_among(comma, words!["仅", "只", "只有", "有", "共", "达", "为", "是", "仅有"])
    {
        comma -= 1;
    }
    if !scan.is_sign(comma, '，') {
        return None;
    }
    back_chinese(scan, comma, fits, floor).map(|(unit, _)| unit)
}

/// 集齐6个章, 9个区: nouns of one character, which elsewhere are parts of words.
fn short_noun(scan: &Scan, at: usize) -> Option<Unit> {
    let unit = match scan.letters(at) {
        "章" => Unit::Stamp,
        "奖" => Unit::Award,
        "区" | "县" => Unit::District,
        "市" => Unit::City,
        "国" => Unit::Country,
        _ => return None,
    };
    // 区域, 市场, 国家, 章节, 奖项: longer words that begin so.
    let longer = match unit {
        Unit::District => "域间块划位段级委政直外分隔城局情",
        Unit::City => "场民区级委政直容长值内面价局况外",
        Unit::Country => "家际内外企产有民务资营债画",
        Unit::Stamp => "节程鱼回法",
        _ => "项金牌状杯励品学章惩",
    };
    let behind = scan.rest(at + 1).chars().next();
    behind.is_none_or(|next| !longer.contains(next)).then_some(unit)
}

/// 到场观众按通行码去重估算，为96120人: who is counted stands in the clause before.
fn visitors_before(finder: &Finder, first: usize) -> bool {
    let scan = &finder.scan;
    let low = first.saturating_sub(24).max(finder.floor());
    let clause = (low..first).rev().take_while(|at| !scan.ends_sentence(*at));
    clause.filter_map(|at| noun(scan, at)).find(|unit| Class::People.counts(*unit)) == Some(Unit::Visitor)
}

/// What is done with what is counted, so that who does it is not: 企业带来2500余项尖端成果.
const DOINGS: [&str; 15] = [
    "设", "设有", "下设", "带来", "发布", "推出", "展出", "展示", "携带", "提供", "研发", "获得", "签署",
    "签订", "公布",
];

/// What is told of things and is none of them: 签约项目呈现3个特点.
const ABSTRACT: [&str; 25] = [
    "领域",
    "省市区的",
    "省区市的",
    "省份",
    "县市区的",
    "特点",
    "特征",
    "亮点",
    "方面",
    "阶段",
    "环节",
    "步骤",
    "原因",
    "问题",
    "方向",
    "层面",
    "维度",
    "难点",
    "痛点",
    "短板",
    "趋势",
    "变化",
    "板块",
    "关键词",
    "档次",
];

/// What directly behind a number begins what so many did, or what was done with them: 有5支当场与投资机构约定.
const DONE: [&str; 9] = ["已有", "已被", "已由", "已与", "当场", "与", "均", "先后", "陆续"];

/// Words that end what a number counts and begin what is said of it: 11个卡在能耗指标, 8个换了选址.
const PREDICATES: Cues = words![
    "在", "卡", "换", "被", "把", "从", "由", "是", "将", "了", "着", "也", "仍", "还", "却", "占", "让",
    "没", "不",
];

/// The nearest fitting noun behind a number, and how many tokens stand between.
pub(in crate::find) fn ahead_chinese(
    scan: &Scan,
    next: usize,
    fits: impl Fn(Unit) -> bool,
) -> Option<(Unit, usize)> {
    let mut best = None;
    let mut predicate: Option<usize> = None;
    for step in 0..AHEAD {
        let at = next + step;
        if scan.ends_clause(at) || matches!(scan.what(at), What::Literal(_) | What::Numeral(_) | What::Nth) {
            // 17个10亿元以上项目: a threshold may stand between.
            break;
        }
        // A noun that touches the classifier is what it counts, whether they suit each other or not.
        let touching =
            step == 0 && !noun(scan, at).is_some_and(|unit| matches!(unit, Unit::Rank | Unit::Time));
        let Some(unit) =
            noun(scan, at).filter(|unit| fits(*unit) || touching && scan.glued(at) && !unit.is_measure())
        else {
            if best.is_some() {
                break;
            }
            let letters = scan.letters(at);
            // 61项已有企业接手: who has taken them is not counted.

            if step == 0 && DONE.iter().any(|verb| scan.rest(at).starts_with(verb)) {
                break;
            }
            if letters == "的" {
                predicate = None;
            } else if scan.is_among(at, PREDICATES) {
                predicate = predicate.or(Some(at));
            }
            continue;
        };
        // 5个在宁高校: a place of one character stands before its noun.
        if predicate.is_some_and(|word| at > word + 2 || !scan.is(word, "在")) {
            break;
        }
        best = Some((unit, step));
        // 12场项目推介交易活动: of a noun that the classifier does not count, one behind it may be what is.
        if !fits(unit)
            && let Some(head) = head_behind(scan, at + 1, &fits)
        {
            return Some((head, step));
        }
        // 13个国家嘉宾, 32个国家和地区来宾: of so many countries; guests are not counted by 个.
        let of_countries = unit == Unit::Country
            && noun(scan, at + 1).is_some_and(|unit| matches!(unit, Unit::Person | Unit::Visitor));
        // 高校院所, 企业技术需求: of nouns that touch, the last is counted.
        if of_countries || !noun(scan, at + 1).is_some_and(&fits) || !scan.glued(at + 1) {
            break;
        }
    }
    best
}

/// The fitting noun that ends a compound, a few words of doing further on: the 活动 of 项目推介交易活动.
fn head_behind(scan: &Scan, from: usize, fits: impl Fn(Unit) -> bool) -> Option<Unit> {
    const COMPOUND: usize = 6;
    (from..from + COMPOUND)
        .take_while(|at| {
            scan.glued(*at)
                && scan.is_chinese(*at)
                && !scan.is(*at, "的")
                && !scan.is_among(*at, PREDICATES)
                && !matches!(scan.what(*at), What::Numeral(_) | What::Nth)
        })
        .find_map(|at| noun(scan, at).filter(|unit| fits(*unit)))
}

/// The nearest fitting noun before a number within its clause, and how many tokens stand between.
pub(in crate::find) fn back_chinese(
    scan: &Scan,
    first: usize,
    fits: impl Fn(Unit) -> bool,
    floor: usize,
) -> Option<(Unit, usize)> {
    for step in 0..10 {
        let at = first.checked_sub(step + 1).filter(|at| *at >= floor)?;
        let quoted = scan.is_sign(at, '“') || scan.is_sign(at, '”');
        // 技术需求：发布290项: a verb may stand between the label and the number.
        let heading = scan.is_sign(at, '：') && step <= 1;
        if scan.ends_clause(at) && !heading && !quoted {
            return None;
        }
        if is_in_place_name(scan, at) {
            continue;
        }
        if let Some(unit) = noun(scan, at).filter(|unit| fits(*unit)) {
            // 记者：127个…: who speaks is not counted, save by words for people alone.
            let speaks = scan.is_sign(at + 1, '：') && unit == Unit::Person && fits(Unit::Project);
            return (!speaks).then_some((unit, step));
        }
        if let Some(unit) = compound(scan, at).filter(|unit| fits(*unit)) {
            return Some((unit, step));
        }
        // 签约活动达成合作意向近600项: intents are of projects.
        let intent = step < 2 && scan.letters(at).ends_with("意向") && fits(Unit::Project);
        if intent && matches!(scan.sense(at), Some(Sense::Stage(_))) {
            return Some((Unit::Project, step));
        }
    }
    None
}

/// 汀城区12个: a district that ends the name of one, and no districts that are counted; 主城区 and 各城区 are.
fn is_in_place_name(scan: &Scan, at: usize) -> bool {
    const NOT_NAMES: &str = "各个主心老新座在全旧两三四五六七八九十";
    // 桦岗区62个: nor are the jobs of 岗 in it.
    let named = || scan.is_among(at + 1, words!["区", "县", "镇"]) && scan.glued(at + 1);
    if noun(scan, at).is_some() && scan.letters(at).chars().count() == 1 && named() {
        return true;
    }
    let before = scan.char_before(at).filter(|_| scan.glued(at));
    noun(scan, at) == Some(Unit::District)
        && scan.is_chinese(at.wrapping_sub(1))
        && before.is_some_and(|before| !NOT_NAMES.contains(before))
}

/// Words for what is done, which are counted by themselves: 征集需求431项，促成合作96项.
const DEEDS: [&str; 24] = [
    "合作", "攻关", "改革", "改造", "示范", "试点", "课题", "任务", "举措", "措施", "服务", "事项", "标准",
    "政策", "应用", "荣誉", "奖励", "建议", "提案", "线索", "意见", "试验", "创新", "案例",
];

/// What takes place and is no forum.
const EVENTS: [&str; 14] = [
    "对接", "路演", "推介", "签约", "发布", "首发", "洽谈", "研学", "招聘", "科普", "培训", "参观", "夜游",
    "体验",
];

/// What the last figure with a fitting unit counted, in the same sentence.
fn carried(finder: &Finder, first: usize, class: Class) -> Option<Unit> {
    let scan = &finder.scan;
    let last = finder.drafts.iter().rev().take(4).find(|draft| {
        draft.kind == Kind::Count && draft.unit.is_some_and(|unit| class.counts(unit) && unit != Unit::Item)
    })?;
    let far = first.saturating_sub(last.next) > BACK;
    let parted = !far && (last.next..first).any(|at| scan.ends_sentence(at) && !scan.is_sign(at, '；'));
    // 论坛22场、对接17场: an item of a list with a word of its own is not of the noun before it.
    let start = &scan.text[..scan.tokens[first].start];
    // 论坛24场，供需对接19场: what else takes place has its own word behind a comma too.
    let other_event = class == Class::Event
        && last.unit == Some(Unit::Forum)
        && EVENTS.iter().any(|event| start.ends_with(event));
    let own_word = !far
        && (other_event
            || (last.next..first).any(|at| scan.is_sign(at, '、'))
                && matches!(scan.what(first - 1), What::Known(_) | What::Other)
                && !matches!(scan.sense(first - 1), Some(Sense::Hedge(_)))
            || DEEDS.iter().any(|deed| scan.text[..scan.tokens[first].start].ends_with(deed)));
    if own_word {
        return None;
    }
    let same = class != Class::Any || scan.is(last.next - 1, "个") || scan.is(last.next - 1, "项");
    (!far && !parted && same).then_some(last.unit).flatten()
}

/// 展商席, 工程师岗, 创意奖: the last character of a compound that the dictionaries do not have.
fn compound(scan: &Scan, at: usize) -> Option<Unit> {
    let unit = match scan.letters(at) {
        "席" => Unit::Seat,
        "岗" => Unit::Job,
        "奖" => Unit::Award,
        "证" | "票" => Unit::Pass,
        _ => return None,
    };
    // 概念验证中心, 投票站, 奖学金: parts of longer words.
    let before = scan.char_before(at);
    let verb = before.is_some_and(|before| "验认保论见求公佐印实投股彩发".contains(before));
    let ends = !scan.is_chinese(at + 1) || "发共有已达为计仅约近超逾约不预".contains(scan.letters(at + 1));
    if verb || !ends {
        return None;
    }
    (scan.glued(at) && scan.is_chinese(at.wrapping_sub(1))).then_some(unit)
}
