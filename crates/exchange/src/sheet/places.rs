//! Texts in two languages within one cell: `中文标题 / English title`, two lines, or brackets.
//!
//! Split only where one half is clearly Chinese and the other clearly Latin with two words or more:
//! `5G+工业互联网论坛` and `对话 CEO：…` stay whole.

use festoon_domain::text::Text;

use super::words::{is_han, is_letter};

/// A title, host or place in one or two languages.
pub(super) fn bilingual(cell: &str) -> Text {
    let cell = cell.trim();
    let has_han = cell.chars().any(is_han);
    if !has_han || !cell.chars().any(is_letter) {
        return Text::single(&one_line(cell));
    }
    for separator in ["\n", " / ", " | ", "／", "|", "/"] {
        if let Some((a, b)) = cell.split_once(separator)
            && let Some(text) = halves(a, b)
        {
            return text;
        }
    }
    if let Some(open) = cell.find(['（', '('])
        && let Some(inner) = cell[open..].trim_end().strip_suffix(['）', ')'])
        && let Some((_, inner)) = inner.char_indices().nth(1).map(|(at, _)| inner.split_at(at))
        && !inner.contains(['（', '(', ')', '）'])
        && let Some(text) = halves(&cell[..open], inner)
    {
        return text;
    }
    if let Some(text) = tail(cell) {
        return text;
    }
    Text::single(&one_line(cell))
}

fn halves(a: &str, b: &str) -> Option<Text> {
    let (a, b) = (one_line(a), one_line(b));
    let is_chinese = |text: &str| text.chars().filter(|c| is_han(*c)).count() >= 2;
    let is_latin = |text: &str| {
        !text.chars().any(is_han)
            && text.split_whitespace().filter(|word| word.chars().any(is_letter)).count() >= 2
    };
    match (is_chinese(&a) && is_latin(&b), is_latin(&a) && is_chinese(&b)) {
        (true, _) => Some(Text::new(&a, &b)),
        (_, true) => Some(Text::new(&b, &a)),
        _ => None,
    }
}

/// `未来网络大会 Future Network Conference`: a Latin tail of three words or more after the last Chinese character.
fn tail(cell: &str) -> Option<Text> {
    let (at, last) = cell.char_indices().rfind(|(_, c)| is_han(*c) || matches!(c, '》' | '」' | '”'))?;
    let (zh, en) = cell.split_at(at + last.len_utf8());
    if !en.starts_with(' ') || en.split_whitespace().filter(|word| word.chars().any(is_letter)).count() < 3 {
        return None;
    }
    halves(zh, en)
}

/// Line ends within a cell are for show.
pub(super) fn one_line(text: &str) -> String {
    let joint = if text.chars().any(is_han) { "" } else { " " };
    if !text.contains(['\n', '\r']) {
        return text.trim().to_owned();
    }
    text.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(joint)
}

#[cfg(test)]
mod tests {
    use super::*;
    use festoon_domain::text::Lang;

    #[test]
    fn two_languages_in_a_cell_are_told_apart() {
        for cell in [
            "储能技术论坛 / Energy Storage Forum",
            "储能技术论坛\nEnergy Storage Forum",
            "储能技术论坛（Energy Storage Forum）",
            "Energy Storage Forum\n储能技术论坛",
        ] {
            let text = bilingual(cell);
            assert_eq!(
                (text.wording(Lang::Zh), text.wording(Lang::En)),
                ("储能技术论坛", "Energy Storage Forum"),
                "{cell}"
            );
        }
    }

    #[test]
    fn a_chinese_title_with_latin_names_stays_whole() {
        for title in ["5G+工业互联网论坛", "对话 CEO：从 0 到 1", "AI/大数据专场", "AIoT（物联网）论坛"]
        {
            assert_eq!(bilingual(title).wording(Lang::Zh), title);
        }
    }
}
