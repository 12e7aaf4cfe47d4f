//! Words as they meet in cells: width, case, dashes and traditional characters brought to one form.
//!
//! For recognising only; what a host wrote is kept as written. Costs one pass a text.

use unicode_normalization::UnicodeNormalization;

/// Compatibility-normalised, lower case, all dashes `-`, all tildes `~`, frequent traditional characters simplified,
/// runs of white space one space, trimmed.
pub(crate) fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut push = |c: char| {
        if is_invisible(c) {
            return;
        }
        if c.is_whitespace() {
            if !out.is_empty() && !out.ends_with(' ') {
                out.push(' ');
            }
        } else {
            out.push(c);
        }
    };
    if text.is_ascii() {
        text.chars().for_each(|c| push(c.to_ascii_lowercase()));
    } else {
        text.nfkc().flat_map(char::to_lowercase).for_each(|c| push(unify(c)));
    }
    while out.ends_with(' ') {
        out.pop();
    }
    out
}

fn unify(c: char) -> char {
    match c {
        '–' | '—' | '―' | '−' | '‐' | '‑' | '─' | '━' | '－' => '-',
        '〜' | '∼' | '⁓' | '～' | '˜' | '→' | '⇒' => '~',
        '’' | '‘' | '´' => '\'',
        '“' | '”' | '″' => '"',
        '【' | '[' | '〔' => '(',
        '】' | ']' | '〕' => ')',
        '∶' => ':',
        '。' => '.',
        _ => simplified(c),
    }
}

/// The traditional characters that stand in headings, dates and state words.
fn simplified(c: char) -> char {
    #[rustfmt::skip]
    const PAIRS: &[(char, char)] = &[
        ('時', '时'), ('間', '间'), ('點', '点'), ('週', '周'), ('號', '号'), ('動', '动'), ('稱', '称'),
        ('場', '场'), ('會', '会'), ('議', '议'), ('講', '讲'), ('題', '题'), ('辦', '办'), ('單', '单'),
        ('協', '协'), ('賓', '宾'), ('館', '馆'), ('廳', '厅'), ('開', '开'), ('結', '结'), ('束', '束'),
        ('語', '语'), ('設', '设'), ('備', '备'), ('註', '注'), ('聯', '联'), ('絡', '络'), ('預', '预'),
        ('計', '计'), ('數', '数'), ('規', '规'), ('內', '内'), ('環', '环'), ('節', '节'), ('報', '报'),
        ('員', '员'), ('譯', '译'), ('長', '长'), ('領', '领'), ('導', '导'), ('電', '电'), ('話', '话'),
        ('對', '对'), ('與', '与'), ('論', '论'), ('壇', '坛'), ('講', '讲'), ('簡', '简'), ('說', '说'),
        ('發', '发'), ('學', '学'), ('國', '国'), ('閉', '闭'), ('幕', '幕'), ('區', '区'), ('園', '园'),
        ('業', '业'), ('類', '类'), ('別', '别'), ('態', '态'), ('狀', '状'), ('齡', '龄'), ('須', '须'),
        ('認', '认'), ('確', '确'), ('號', '号'), ('樓', '楼'), ('層', '层'), ('職', '职'), ('務', '务'),
        ('編', '编'), ('標', '标'), ('傳', '传'), ('鐘', '钟'), ('總', '总'), ('項', '项'), ('係', '系'),
        ('機', '机'), ('構', '构'), ('請', '请'), ('邀', '邀'), ('負', '负'), ('責', '责'), ('訖', '讫'),
        ('兩', '两'), ('餘', '余'), ('萬', '万'), ('約', '约'), ('專', '专'), ('陣', '阵'), ('終', '终'),
    ];
    if ('\u{4e00}'..='\u{9fff}').contains(&c) {
        PAIRS.iter().find(|(old, _)| *old == c).map_or(c, |(_, new)| *new)
    } else {
        c
    }
}

pub(super) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}' | '\u{202a}'..='\u{202e}')
}

/// A Chinese character.
pub(super) fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}' | '〇')
}

/// A letter of an alphabet: Latin, Greek, Cyrillic …
pub(super) fn is_letter(c: char) -> bool {
    c.is_alphabetic() && !is_han(c)
}

/// "Nothing to say here": 待定, TBA, a dash.
pub(super) fn is_placeholder(text: &str) -> bool {
    // Called for nearly every cell: the first character settles most.
    const FIRST: &str = "无暂没待未拟邀另确嘉地时不空同-—–―－/／\\＼_?？~～*＊…tTｔＴnNｎＮuUpP（(【[.";
    let trimmed = text.trim_start();
    if !trimmed.is_empty() && !trimmed.starts_with(|c| FIRST.contains(c)) || trimmed.len() > 80 {
        return false;
    }
    let word: String = plain(text).chars().filter(|c| !matches!(c, ' ' | '(' | ')' | '.' | ':')).collect();
    word.chars().all(|c| matches!(c, '-' | '/' | '\\' | '_' | '?' | '~' | '*' | '…'))
        || matches!(
            word.as_str(),
            "无" | "暂无"
                | "没有"
                | "待定"
                | "未定"
                | "待确定"
                | "待确认"
                | "待邀请"
                | "待邀"
                | "拟邀"
                | "拟邀请"
                | "邀请中"
                | "待通知"
                | "另行通知"
                | "暂定"
                | "暂未确定"
                | "待补充"
                | "待补"
                | "待落实"
                | "待安排"
                | "待协调"
                | "确认中"
                | "嘉宾待定"
                | "地点待定"
                | "时间待定"
                | "待公布"
                | "不详"
                | "空"
                | "同传待定"
                | "tba"
                | "tbc"
                | "tbd"
                | "tobeannounced"
                | "tobeconfirmed"
                | "tobedetermined"
                | "tobedecided"
                | "n/a"
                | "na"
                | "none"
                | "null"
                | "nil"
                | "nan"
                | "unknown"
                | "pending"
                | "notyet"
                | "notavailable"
                | "notapplicable"
        )
}

/// A time or place still open, as opposed to a cell that says "none".
pub(super) fn is_pending(text: &str) -> bool {
    let word = plain(text);
    [
        "待定",
        "未定",
        "待确",
        "待邀",
        "另行通知",
        "待通知",
        "待补",
        "待落实",
        "待安排",
        "暂未",
        "tba",
        "tbc",
        "tbd",
        "to be",
        "待公布",
    ]
    .iter()
    .any(|pending| word.contains(pending))
        && is_placeholder(text)
}

/// "As above": 同上, 〃, ditto.
pub(super) fn is_ditto(text: &str) -> bool {
    const FIRST: &str = "同〃\"'“”″＂dDｄＤ仝々sSaAiI（( -";
    if text.len() > 36 || !text.trim_start().starts_with(|c| FIRST.contains(c)) {
        return false;
    }
    let word: String = plain(text).chars().filter(|c| !matches!(c, ' ' | '(' | ')' | '.' | '-')).collect();
    matches!(
        word.as_str(),
        "同上"
            | "同前"
            | "同上述"
            | "〃"
            | "\""
            | "\"\""
            | "''"
            | "ditto"
            | "do"
            | "asabove"
            | "sameasabove"
            | "同左上"
            | "仝上"
            | "々"
            | "idem"
    )
}

/// Yes, no, or something else.
pub(super) fn yes_or_no(text: &str) -> Option<bool> {
    let word = plain(text);
    match word.as_str() {
        "是" | "有" | "需" | "需要" | "要" | "√" | "✓" | "✔" | "☑" | "v" | "y" | "yes" | "true" | "1"
        | "x" | "●" | "★" | "☆" | "对" | "可" | "required" | "needed" | "available" => Some(true),
        "否" | "无" | "不" | "不需要" | "不需" | "无需" | "没有" | "×" | "✗" | "✘" | "☐" | "n" | "no"
        | "false" | "0" | "-" | "--" | "/" | "none" | "n/a" | "不用" | "not needed" | "not required" => {
            Some(false)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn width_case_and_dashes_meet() {
        assert_eq!(plain(" ６月２１日　１４：００—１５：３０ "), "6月21日 14:00-15:30");
        assert_eq!(plain("Ｓpeaker\u{200b}\n Name"), "speaker name");
        assert_eq!(plain("活動名稱"), "活动名称");
    }

    #[test]
    fn placeholders_and_dittos_are_told_from_words() {
        for nobody in ["待定", "TBA", "—", "／", "N/A", "（待邀请）", "无"] {
            assert!(is_placeholder(nobody), "{nobody}");
        }
        assert!(!is_placeholder("无人机论坛"));
        assert!(is_ditto("〃") && is_ditto("同上") && is_ditto("\"") && !is_ditto("同上海合作"));
    }
}
