//! The words of a report of claims: headings, what a claim says, what kinds of verdict there are.

use festoon_domain::text::Lang;
use festoon_domain::timetable::words;

use super::{ClaimRead, Counted, Grade, Stand};
use crate::words::{Count, bilingual};

bilingual! {
    /// The words of a report.
    ClaimsReportWords {
        report: &'static str = "数字核对报告", "Report on the figures";
        found: &'static str = "文中的数字", "Figures in the texts";
        none: &'static str = "没有需要更正的数字", "No figure needs correcting";
        alarms: Count = Count::always("{} 处需要更正"), Count::new("{} to correct", "{} to correct");
        notes: Count = Count::always("{} 处不在已公布的数据之中"), Count::new("{} not among the figures", "{} not among the figures");
        rights: Count = Count::always("{} 处无误"), Count::new("{} right", "{} right");
        claims: Count = Count::always("找到 {} 个数字"), Count::new("{} figure found", "{} figures found");
        to_mend: &'static str = "需要更正", "To correct";
        others: &'static str = "其余数字", "The other figures";
        suggestion_opens: &'static str = "可以写成「", "Could read “";
        change_opens: &'static str = "请把「", "Change “";
        change_to: &'static str = "」改为「", "” to “";
        scope_opens: &'static str = "范围应写作「", "The scope should read “";
        suggestion_closes: &'static str = "」。", "”.";
        languages: &'static str = "中英文对照", "The two languages";
        agree: Count = Count::always("{} 个数字一致"), Count::new("{} figure is the same in both", "{} figures are the same in both");
        no_difference: &'static str = "中英文的数字没有出入。", "The two languages give the same figures.";
        too_long: &'static str = "文章太长，没有做中英文对照。请分篇检查。", "The texts are too long to hold against each other. Check them in parts.";
        cut: &'static str = "文章太长，这里只显示开头的 1 MB。", "The text is too long: only its first megabyte is shown here.";
        unlisted: Count = Count::always("另有 {} 个数字没有列出"), Count::new("{} more is not listed", "{} more are not listed");
        against: &'static str = "依据", "Held against";
        on_the_day: &'static str = "发布日", "going out on";
        times_left: Count = Count::always("另有 {} 处日期、时间或次序，数据里一般没有，未逐一列出"),
            Count::new("{} date, time or ordinal, as figures files seldom have, is not shown", "{} dates, times and ordinals, as figures files seldom have, are not shown");
        times_seldom: &'static str = "日期、时间和次序一般不在数据之中，请自行核对。", "Dates, times and ordinals are seldom among the figures; check it by hand.";
        no_claims: &'static str = "没有找到数字。", "No figure was found.";
    }
}

/// Where something stands, for people: `3:14`, or the paragraph of a document.
#[must_use]
pub fn place(stand: &Stand, counted: Counted, lang: Lang) -> String {
    let Stand { line, column, .. } = stand;
    match (counted, lang) {
        (Counted::Lines, Lang::Zh) => format!("第{line}行第{column}字"),
        (Counted::Lines, Lang::En) => format!("line {line}, column {column}"),
        (Counted::Paragraphs, Lang::Zh) => format!("第{line}段第{column}字"),
        (Counted::Paragraphs, Lang::En) => format!("paragraph {line}, character {column}"),
    }
}

/// A grade, with a sign that does without colour.
pub(super) const fn glyph(grade: Grade) -> &'static str {
    match grade {
        Grade::Right => "✓",
        Grade::Note => "·",
        Grade::Alarm => "✕",
    }
}

/// What a claim says: its kind, its value, and what the words around it add.
#[must_use]
pub fn said(claim: &ClaimRead, lang: Lang) -> String {
    let mut parts = vec![word(KINDS, claim.kind, lang).to_owned()];
    parts.push(claim.worded.read(lang).to_owned());
    let aside = [claim.hedge, claim.stage, claim.change, claim.role, claim.oddity];
    parts.extend(aside.into_iter().flatten().map(|aside| word(ASIDES, aside, lang).to_owned()));
    if let Some(day) = &claim.as_of {
        parts.push(match lang {
            Lang::Zh => format!("截至{}", day_of(day, lang)),
            Lang::En => format!("as of {}", day_of(day, lang)),
        });
    }
    parts.join(" · ")
}

/// What is strange about how a number is written, right or not.
#[must_use]
pub fn oddity(claim: &ClaimRead, lang: Lang) -> Option<&'static str> {
    claim.oddity.map(|oddity| word(ASIDES, oddity, lang))
}

/// A day of the file formats for people: `2021-06-24`, `--06-24`, `2021-06`.
pub(super) fn day_of(day: &str, lang: Lang) -> String {
    let (year, rest) = match day.strip_prefix("--") {
        Some(rest) => ("", rest),
        None => day.split_once('-').unwrap_or((day, "")),
    };
    let mut numbers = rest.split('-').map(|part| part.parse::<i8>().unwrap_or(0));
    let (month, of_month) = (numbers.next().unwrap_or(0), numbers.next().unwrap_or(0));
    if !(1..=12).contains(&month) {
        return day.to_owned();
    }
    let name = words::month(month);
    match (lang, year, of_month) {
        (Lang::Zh, "", 0) => format!("{month}月"),
        (Lang::Zh, "", _) => format!("{month}月{of_month}日"),
        (Lang::Zh, _, 0) => format!("{year}年{month}月"),
        (Lang::Zh, ..) => format!("{year}年{month}月{of_month}日"),
        (Lang::En, "", 0) => name.to_owned(),
        (Lang::En, "", _) => format!("{of_month} {name}"),
        (Lang::En, _, 0) => format!("{name} {year}"),
        (Lang::En, ..) => format!("{of_month} {name} {year}"),
    }
}

/// A kind of verdict in a few words, for lists of them.
#[must_use]
pub fn kind_of_verdict(verdict: &'static str, lang: Lang) -> &'static str {
    word(VERDICTS, verdict, lang)
}

type Wordings = &'static [(&'static str, &'static str, &'static str)];

fn word(all: Wordings, word: &'static str, lang: Lang) -> &'static str {
    let Some((_, zh, en)) = all.iter().find(|(known, ..)| *known == word) else { return word };
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}

const KINDS: Wordings = &[
    ("count", "数量", "count"),
    ("money", "金额", "money"),
    ("share", "比例", "share"),
    ("points", "百分点", "percentage points"),
    ("factor", "倍数", "multiple"),
    ("ordinal", "次序", "ordinal"),
    ("edition", "届次", "edition"),
    ("date", "日期", "date"),
    ("period", "期间", "period"),
    ("year", "年份", "year"),
    ("time", "时刻", "time"),
    ("number", "数值", "number"),
];

const ASIDES: Wordings = &[
    ("nearly", "近", "nearly"),
    ("over", "超", "over"),
    ("more", "余", "and some"),
    ("about", "约", "about"),
    ("at-least", "至少", "at least"),
    ("at-most", "至多", "at most"),
    ("under", "不足", "under"),
    ("lead", "线索", "lead"),
    ("intent", "意向", "intent"),
    ("to-be-signed", "拟签约", "to be signed"),
    ("signed", "签约", "signed"),
    ("landed", "落地", "landed"),
    ("started", "开工", "started"),
    ("producing", "投产", "in production"),
    ("up", "增长", "up"),
    ("down", "下降", "down"),
    ("to", "增减后的数", "what it rose or fell to"),
    ("double", "翻番", "doubled"),
    ("threshold", "界限", "a limit"),
    ("as-of", "截止日", "the day it holds on"),
    ("leading-zeros", "前面多写了 0", "leading zeros"),
    ("too-large", "过大，无法核对", "too large to be checked"),
    ("grouping", "千分位有误", "wrong grouping"),
    ("no-such-date", "没有这一天", "no such date"),
    ("upside-down", "区间颠倒", "a range upside down"),
    ("hedged-twice", "约数词重复或矛盾", "two hedges that do not go together"),
];

const VERDICTS: Wordings = &[
    ("claim", "文中的数字", "a figure of the text"),
    ("right", "无误", "right"),
    ("wrong-value", "数值不符", "wrong value"),
    ("off-by-power", "差了 10 倍、100 倍或更多", "off by a power of ten"),
    ("wrong-currency", "币种不符", "wrong currency"),
    ("wrong-unit", "单位不符", "wrong unit"),
    ("hedge-contradicts", "限定词不实", "a hedge that does not hold"),
    ("wrong-stage", "阶段不符", "wrong stage"),
    ("wrong-direction", "升降相反", "wrong direction"),
    ("stale", "数字已过时", "out of date"),
    ("scope-differs", "范围不符", "another scope"),
    ("counted-differs", "计数对象不符", "counts something else"),
    ("embargoed", "尚不能公开", "not yet public"),
    ("sum-fails", "分项与总数对不上", "does not add up"),
    ("not-among", "不在已公布的数据之中", "not among the published figures"),
    ("differs-value", "中英文数值不一致", "the languages give different numbers"),
    ("differs-power", "中英文差了 10 倍或更多", "the languages differ by a power of ten"),
    ("differs-hedge", "中英文限定词相反", "the languages hedge opposite ways"),
    ("differs-currency", "中英文币种不一致", "the languages give different currencies"),
    ("differs-unit", "中英文计数对象或单位不一致", "the languages count or measure different things"),
    ("differs-direction", "中英文升降相反", "the languages move opposite ways"),
    ("differs-stage", "中英文阶段不一致", "the languages name different stages"),
    ("hedge-lost", "一种语言没有限定词", "one language gives the bare number"),
    ("differs-other", "中英文不一致", "the languages differ"),
    ("omitted", "只有一种语言提到", "given in one language only"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_told_as_people_say_them() {
        for (day, zh, en) in [
            ("2021-06-24", "2021年6月24日", "24 June 2021"),
            ("--06-24", "6月24日", "24 June"),
            ("2021-06", "2021年6月", "June 2021"),
            ("--06", "6月", "June"),
        ] {
            assert_eq!([day_of(day, Lang::Zh), day_of(day, Lang::En)], [zh, en]);
        }
    }
}
