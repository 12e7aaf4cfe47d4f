//! Chinese numerals that belong to a date or a clock, as digits: `二〇二一年六月二十一日` → `2021年6月21日`.

use super::super::numbers::chinese_number;

/// Replaces numerals in front of 年月日号点时分刻 and after 点; leaves 周一, 第一 and 半 alone.
pub(super) fn to_digits(text: &str) -> String {
    if text.is_ascii() || !text.chars().any(is_numeral) {
        return text.to_owned();
    }
    let chars: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len());
    let mut i = 0;
    while i < chars.len() {
        let end = i + chars[i..].iter().take_while(|c| is_numeral(**c)).count();
        if end == i {
            out.push(chars[i]);
            i += 1;
            continue;
        }
        let before = i.checked_sub(1).map(|at| chars[at]);
        let after = chars.get(end).copied();
        let numeral: String = chars[i..end].iter().collect();
        let belongs = !matches!(before, Some('周' | '期' | '拜' | '第'))
            && (matches!(after, Some('年' | '月' | '日' | '号' | '点' | '时' | '分' | '个' | '小'))
                || (before == Some('点') && numeral != "一"
                    || matches!((before, after), (Some('点'), Some('刻'))))
                || (matches!(after, Some('-' | '~' | '至' | '到')) && i > 0));
        match chinese_number(&numeral) {
            Some(value) if belongs => out.push_str(&value.to_string()),
            _ => out.push_str(&numeral),
        }
        i = end;
    }
    out
}

fn is_numeral(c: char) -> bool {
    matches!(c, '〇' | '零' | '一' | '二' | '两' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numerals_of_dates_and_clocks_become_digits_and_weekdays_stay() {
        assert_eq!(to_digits("二〇二一年六月二十一日"), "2021年6月21日");
        assert_eq!(to_digits("周一 下午两点半"), "周一 下午2点半");
        assert_eq!(to_digits("上午十点三十分"), "上午10点30分");
        assert_eq!(to_digits("十点一刻"), "10点1刻");
        assert_eq!(to_digits("第一天"), "第一天");
    }
}
