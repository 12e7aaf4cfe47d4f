//! Headings: which field a heading's words name, in Chinese, English and some words of other languages.
//!
//! A heading counts as *sure* when it is a known word as a whole, and as *likely* when it only ends in one
//! (`拟举办时间`, `Name of the venue`): rows are scored by it.

use festoon_domain::programme::Role;
use festoon_domain::text::Lang;

use super::fields::Field;
use super::moments::durations::Unit;
use super::words::{is_han, plain};

mod chinese;
mod english;
pub(crate) mod ours;

/// What a heading says.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Heading {
    pub(super) field: Field,
    pub(super) lang: Option<Lang>,
    pub(super) unit: Option<Unit>,
    pub(super) is_sure: bool,
}

/// The longest heading with all its brackets, in bytes.
const LONGEST: usize = 120;

/// Reads a heading; nothing for words that name no field.
pub(super) fn read(text: &str) -> Option<Heading> {
    if text.len() > LONGEST {
        return None;
    }
    if text.chars().filter(|c| is_han(*c)).count() > 16 {
        return None;
    }
    let text = plain(text);
    let text = text.trim_matches(|c: char| matches!(c, '*' | ':' | ' ' | '※' | '#' | '.' | '、' | '★' | '●'));
    let (base, notes) = without_brackets(text);
    // "主持人：林一" is an answer, not a heading.
    if base.contains(':') {
        return None;
    }
    let unit = unit(&notes).or_else(|| unit(&base));
    let mut lang = language_note(&notes);
    let base = strip_language(&base, &mut lang);

    let han: String = base.chars().filter(|c| is_han(*c)).collect();
    let latin: String = base.chars().map(|c| if is_han(c) { ' ' } else { c }).collect();
    let latin = latin.trim();
    let (field, is_sure) = if han.is_empty() {
        english::field(latin)?
    } else {
        match chinese::field(&base.replace(' ', "")) {
            Some(found @ (_, true)) => found,
            likely => chinese::field(&han)
                .filter(|(_, sure)| *sure)
                .or(likely)
                .or_else(|| chinese::field(&han))
                .or_else(|| english::field(latin))?,
        }
    };
    Some(Heading { field, lang: lang.filter(|_| field.is_text()), unit, is_sure })
}

/// The words outside brackets, and those inside.
fn without_brackets(text: &str) -> (String, String) {
    let (mut base, mut notes, mut depth) = (String::new(), String::new(), 0_u32);
    for c in text.chars() {
        match c {
            '(' => depth += 1,
            ')' => {
                depth = depth.saturating_sub(1);
                notes.push(' ');
            }
            c if depth > 0 => notes.push(c),
            c => base.push(c),
        }
    }
    let base = base.trim_matches(|c: char| matches!(c, '*' | ':' | ' ' | '-' | '/')).to_owned();
    if base.is_empty() { (notes.trim().to_owned(), String::new()) } else { (base, notes) }
}

fn unit(notes: &str) -> Option<Unit> {
    let has = |words: &[&str]| words.iter().any(|word| notes.contains(word));
    if has(&["分钟", "min"]) {
        Some(Unit::Minutes)
    } else if has(&["小时", "hour", "hrs"]) {
        Some(Unit::Hours)
    } else {
        None
    }
}

fn language_note(notes: &str) -> Option<Lang> {
    let word = |wanted: &str| notes.split(|c: char| !c.is_alphanumeric()).any(|word| word == wanted);
    let chinese = ["中文", "中", "cn", "zh", "chinese", "汉语"].iter().any(|w| word(w));
    let english = ["英文", "英", "en", "eng", "english", "英语"].iter().any(|w| word(w));
    match (chinese, english) {
        (true, false) => Some(Lang::Zh),
        (false, true) => Some(Lang::En),
        _ => None,
    }
}

/// Takes 中文/英文/English/_en off a heading's ends.
fn strip_language(base: &str, lang: &mut Option<Lang>) -> String {
    const MARKS: &[(&str, Lang)] = &[
        ("中文", Lang::Zh),
        ("英文", Lang::En),
        ("chinese", Lang::Zh),
        ("english", Lang::En),
        ("zh", Lang::Zh),
        ("cn", Lang::Zh),
        ("en", Lang::En),
        ("eng", Lang::En),
    ];
    for (mark, marked) in MARKS {
        let boundary = |rest: &str, at_end: bool| {
            let next = if at_end { rest.chars().last() } else { rest.chars().next() };
            !mark.is_ascii() || next.is_some_and(|c| !c.is_ascii_alphanumeric())
        };
        for (rest, at_end) in [(base.strip_suffix(mark), true), (base.strip_prefix(mark), false)] {
            if let Some(rest) = rest
                && !rest.trim().is_empty()
                && boundary(rest, at_end)
            {
                *lang = lang.or(Some(*marked));
                return rest
                    .trim_matches(|c: char| matches!(c, ' ' | '-' | '_' | '/' | ':' | ',' | '.'))
                    .to_owned();
            }
        }
    }
    base.to_owned()
}

/// The role a word names, Chinese or English.
fn role(word: &str) -> Option<Role> {
    const ROLES: &[(&str, Role)] = &[
        ("主持", Role::Chair),
        ("主席", Role::Chair),
        ("moderator", Role::Chair),
        ("chair", Role::Chair),
        ("facilitator", Role::Chair),
        ("master of ceremonies", Role::Chair),
        ("session host", Role::Chair),
        ("同传", Role::Interpreter),
        ("翻译", Role::Interpreter),
        ("口译", Role::Interpreter),
        ("译员", Role::Interpreter),
        ("interpreter", Role::Interpreter),
        ("translator", Role::Interpreter),
        ("演讲", Role::Speaker),
        ("主讲", Role::Speaker),
        ("报告人", Role::Speaker),
        ("发言", Role::Speaker),
        ("讲者", Role::Speaker),
        ("讲师", Role::Speaker),
        ("speaker", Role::Speaker),
        ("presenter", Role::Speaker),
        ("lecturer", Role::Speaker),
        ("panelist", Role::Speaker),
        ("panellist", Role::Speaker),
        ("领导", Role::GuestOfHonour),
        ("嘉宾", Role::GuestOfHonour),
        ("贵宾", Role::GuestOfHonour),
        ("vip", Role::GuestOfHonour),
        ("guest", Role::GuestOfHonour),
        ("dignitar", Role::GuestOfHonour),
    ];
    let mut named = ROLES.iter().filter(|(known, _)| word.contains(known)).map(|(_, role)| *role);
    let first = named.next()?;
    // "主持人/演讲人": who leads is said in the cells, the rest speak.
    if first == Role::Chair && named.any(|role| role == Role::Speaker) {
        Some(Role::Speaker)
    } else {
        Some(first)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn word(text: &str) -> &'static str {
        read(text).map_or("", |heading| heading.field.word(heading.lang))
    }

    #[test]
    fn headings_are_known_however_they_are_dressed() {
        for (text, field) in [
            ("活动名称", "activity"),
            ("*活动名称（必填）", "activity"),
            ("活动名称 Activity Title", "activity"),
            ("活动\n名称：", "activity"),
            ("活动名称（中文）", "activity-zh"),
            ("活动名称(EN)", "activity-en"),
            ("Title (English)", "title-en"),
            ("英文名称", "name-en"),
            ("演讲题目", "title"),
            ("人数（人）", "expected"),
            ("预计参会人数", "expected"),
            ("起止时间", "time"),
            ("活动时间", "time"),
            ("开始时间", "start"),
            ("时长（分钟）", "duration"),
            ("地 点", "place"),
            ("举办地点", "place"),
            ("会议室", "room"),
            ("主办单位", "host"),
            ("承办单位", "co-hosts"),
            ("演讲嘉宾", "speaker"),
            ("主持人", "chair"),
            ("出席领导", "guest"),
            ("嘉宾姓名", "guest"),
            ("嘉宾单位", "guest-organisation"),
            ("同传译员", "interpreter"),
            ("Speaker(s)", "speaker"),
            ("Speaker name", "speaker"),
            ("Session Title", "title"),
            ("Venue / Room", "place"),
            ("Start time", "start"),
            ("From", "start"),
            ("To", "end"),
            ("Organiser", "host"),
            ("Guest of honour", "guest"),
            ("Name of speaker", "speaker"),
            ("備註", "note"),
            ("時間", "time"),
            ("Seats", "seats"),
            ("主讲人单位及职务", "speaker-organisation"),
            ("报名截止时间", ""),
            ("电话", "contact"),
            ("Uhrzeit", "time"),
        ] {
            assert_eq!(word(text), field, "{text}");
        }
    }

    #[test]
    fn words_of_data_are_no_headings() {
        for text in ["6月21日", "14:00-15:30", "紫金厅", "Ada Holm", "200"] {
            assert_eq!(word(text), "", "{text}");
        }
    }
}
