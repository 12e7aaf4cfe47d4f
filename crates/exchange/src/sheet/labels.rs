//! Words such as `地点：钟山厅` in the lines above and between the rows of a table: they hold for what stands below.
//!
//! Only the place and the host are taken; days are read elsewhere. Costs one pass a line.

use super::words::is_placeholder;

/// What a line says about everything below it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Labelled {
    pub(super) place: Option<String>,
    pub(super) host: Option<String>,
    /// The line without them.
    pub(super) rest: String,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Label {
    Place,
    Host,
    /// Ends the value before it.
    Other,
}

const LABELS: &[(&str, Label)] = &[
    ("地点", Label::Place),
    ("会场", Label::Place),
    ("场地", Label::Place),
    ("venue", Label::Place),
    ("location", Label::Place),
    ("place", Label::Place),
    ("主办单位", Label::Host),
    ("主办方", Label::Host),
    ("主办", Label::Host),
    ("hosted by", Label::Host),
    ("organised by", Label::Host),
    ("organized by", Label::Host),
    ("organiser", Label::Host),
    ("organizer", Label::Host),
    ("承办单位", Label::Other),
    ("协办单位", Label::Other),
    ("时间", Label::Other),
    ("日期", Label::Other),
    ("主持人", Label::Other),
    ("主持", Label::Other),
    ("联系人", Label::Other),
    ("电话", Label::Other),
    ("人数", Label::Other),
    ("date", Label::Other),
    ("time", Label::Other),
    ("contact", Label::Other),
];

/// What stands before a label as part of it: 会议地点, 活动地点.
const PREFIXES: &[&str] = &["会议", "活动", "举办", "论坛", "具体"];

/// Reads a line; without labels all of it is the rest.
pub(super) fn read(line: &str) -> Labelled {
    const LONGEST: usize = 600;
    let line = line.trim();
    let mut found = Labelled::default();
    let mut marks: Vec<(usize, usize, Label)> = Vec::new();
    if line.len() <= LONGEST {
        let lower = line.to_ascii_lowercase();
        for (at, colon) in line.char_indices().filter(|(_, c)| matches!(c, ':' | '：')) {
            let before = lower[..at].trim_end();
            if let Some((word, label)) = LABELS.iter().find(|(word, _)| before.ends_with(word)) {
                let stem = &before[..before.len() - word.len()];
                if word.is_ascii() && stem.ends_with(|c: char| c.is_ascii_alphanumeric()) {
                    continue;
                }
                let stem = PREFIXES.iter().find_map(|prefix| stem.strip_suffix(prefix)).unwrap_or(stem);
                marks.push((stem.len(), at + colon.len_utf8(), *label));
            }
        }
    }
    let mut rest = String::new();
    let mut from = 0;
    for (i, (start, value_at, label)) in marks.iter().enumerate() {
        if *label == Label::Other {
            continue;
        }
        let end = marks.get(i + 1).map_or(line.len(), |next| next.0.max(*value_at));
        let all = &line[*value_at..end];
        let cut = ["\n", "；", ";", "）", "  ", "\u{3000}", "\t"]
            .iter()
            .filter_map(|stop| all.trim_start().find(stop).map(|at| at + all.len() - all.trim_start().len()))
            .min()
            .unwrap_or(all.len());
        let value = tidy(&all[..cut]);
        let slot = if *label == Label::Place { &mut found.place } else { &mut found.host };
        if slot.is_none() && !value.is_empty() && value.chars().count() <= 60 && !is_placeholder(value) {
            *slot = Some(value.to_owned());
            rest.push_str(&line[from..*start]);
            rest.push(' ');
            from = value_at + cut;
        }
    }
    rest.push_str(&line[from..]);
    // The bracket a value stood in is empty now.
    let rest = ["（ ）", "( )", "（ )", "( ）"].iter().fold(rest, |rest, empty| rest.replace(empty, " "));
    tidy(&rest).clone_into(&mut found.rest);
    found
}

fn tidy(text: &str) -> &str {
    let text =
        text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '，' | ',' | '。' | '、' | '；' | ';'));
    // What is left of a bracket whose other half went with the value.
    let text = if text.contains(['（', '(']) { text } else { text.trim_end_matches(['）', ')']) };
    let text = if text.contains(['）', ')']) { text } else { text.trim_end_matches(['（', '(']) };
    text.trim_end_matches(['（', '(']).trim_matches(|c: char| c.is_whitespace()).trim_end_matches("（）")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn place_and_host_are_taken_out_of_a_line() {
        let read = |line| {
            let found = read(line);
            (found.place.unwrap_or_default(), found.host.unwrap_or_default(), found.rest)
        };
        let is = |place: &str, host: &str, rest: &str| (place.to_owned(), host.to_owned(), rest.to_owned());
        assert_eq!(read("时间：6月18日上午  地点：二楼钟山厅"), is("二楼钟山厅", "", "时间：6月18日上午"));
        assert_eq!(read("一、人工智能论坛（地点：紫金厅）"), is("紫金厅", "", "一、人工智能论坛"));
        assert_eq!(read("6月21日（星期一） 地点：会议中心"), is("会议中心", "", "6月21日（星期一）"));
        assert_eq!(read("主办单位：江宁区科技局"), is("", "江宁区科技局", ""));
        assert_eq!(read("Venue: Aula; Date: 21 June"), is("Aula", "", "Date: 21 June"));
        assert_eq!(read("9:00 开幕"), is("", "", "9:00 开幕"));
    }
}
