//! People in a cell: several, with role words, organisations, titles of honour, in two languages.
//!
//! The titles of honour leave the name, because they are no part of who somebody is, and become the position.

use festoon_domain::programme::Role;
use festoon_domain::text::Text;

use super::words::{is_han, is_letter, is_placeholder};
use crate::entry::PersonStated;

mod names;
mod split;

/// Who stands in a cell, and the pieces in which nobody was recognised.
pub(super) fn read(cell: &str, role: Role) -> (Vec<PersonStated>, Vec<String>) {
    const MOST: usize = 4000;
    let (mut people, mut strange): (Vec<PersonStated>, Vec<String>) = (Vec::new(), Vec::new());
    if is_placeholder(cell) {
        return (people, strange);
    }
    let cell: String = cell.chars().take(MOST).collect();
    for piece in split::pieces(&cell) {
        let mut role_here = role;
        let mut words = piece.words.trim();
        if let Some(said) = piece.role {
            role_here = said;
        }
        words = words.trim_matches(|c: char| {
            matches!(c, '、' | ',' | '，' | ';' | '；' | ' ' | '*' | '·' | '-' | '—' | '•')
        });
        words = without_the_rest(words);
        words = words.strip_suffix("et al.").or_else(|| words.strip_suffix("et al")).unwrap_or(words).trim();
        if words.is_empty() || is_placeholder(words) {
            continue;
        }
        match names::person(words, role_here) {
            Some(person) if !people.contains(&person) => people.push(person),
            Some(_) => {}
            None => strange.push(words.to_owned()),
        }
    }
    (people, strange)
}

/// "林一等", "Ada等3人": the name without the others it stands for.
fn without_the_rest(words: &str) -> &str {
    let Some(at) = words.rfind('等') else { return words };
    let rest = &words[at + '等'.len_utf8()..];
    let counted = rest.trim_end_matches(['人', '位', '名', '余', ' ']);
    let is_count = counted.chars().all(|c| c.is_ascii_digit() || "一二三四五六七八九十多数".contains(c));
    if at > 0 && is_count { words[..at].trim_end() } else { words }
}

/// A line that says people and nothing else: it begins with a role, or every piece is a name.
pub(super) fn looks_like_people(line: &str) -> bool {
    if split::role_prefix(line).0.is_some() {
        return true;
    }
    let pieces = split::pieces(line);
    !pieces.is_empty()
        && pieces.iter().all(|piece| {
            let words = piece.words.split(['\u{1f}', '（', '(']).next().unwrap_or("").trim();
            names::is_person_like(words)
                && (words.chars().any(is_han) || words.split_whitespace().count() > 1)
        })
}

/// A name in one or two languages: `陈思远 Chen Siyuan`.
fn bilingual_name(name: &str) -> Text {
    let name = name.trim();
    let has_han = name.chars().any(is_han);
    let has_letters = name.chars().any(is_letter);
    if !(has_han && has_letters) {
        return Text::single(name);
    }
    let first_han = name.chars().next().is_some_and(is_han);
    let at = name
        .char_indices()
        .find(|(_, c)| if first_han { is_letter(*c) } else { is_han(*c) })
        .map_or(name.len(), |(at, _)| at);
    let (a, b) = name.split_at(at);
    let tidy = |part: &str| {
        part.trim_matches(|c: char| matches!(c, ' ' | '/' | '|' | '(' | ')' | '（' | '）' | ',' | '，' | '-'))
            .to_owned()
    };
    let (zh, en) = if first_han { (tidy(a), tidy(b)) } else { (tidy(b), tidy(a)) };
    if zh.chars().any(is_letter) || en.chars().any(is_han) || en.chars().count() < 3 || zh.chars().count() < 2
    {
        return Text::single(name);
    }
    Text::new(&zh, &en)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(cell: &str) -> Vec<String> {
        use festoon_domain::text::Lang;
        read(cell, Role::Speaker)
            .0
            .iter()
            .map(|person| {
                let both = [person.name.wording(Lang::Zh), person.name.wording(Lang::En)];
                let name = both.iter().filter(|w| !w.is_empty()).copied().collect::<Vec<_>>().join("|");
                let role = match person.role {
                    Role::Speaker => "",
                    Role::Chair => "chair ",
                    Role::GuestOfHonour => "guest ",
                    Role::Interpreter => "interpreter ",
                };
                let at = |text: &Text| {
                    if text.is_empty() { String::new() } else { format!(" <{}>", text.read(Lang::Zh)) }
                };
                format!("{role}{name}{}{}", at(&person.organisation), at(&person.position))
            })
            .collect()
    }

    #[test]
    fn several_people_share_a_cell_in_every_way_hosts_separate_them() {
        for cell in [
            "张三、李四",
            "张三,李四",
            "张三，李四",
            "张三;李四",
            "张三\n李四",
            "张三 / 李四",
            "张三和李四",
            "张三 李四",
        ] {
            assert_eq!(names(cell), ["张三", "李四"], "{cell}");
        }
        assert_eq!(names("Lin, Ada & Wei"), ["Lin", "Ada", "Wei"]);
        assert_eq!(names("Ada Holm and Otto Berg"), ["Ada Holm", "Otto Berg"]);
        assert_eq!(names("Holm, Ada; Berg, Otto"), ["Ada Holm", "Otto Berg"]);
    }

    #[test]
    fn an_organisation_is_not_a_second_person() {
        assert_eq!(names("张三（南京大学 教授）"), ["张三 <南京大学> <教授>"]);
        assert_eq!(names("张三 南京大学教授"), ["张三 <南京大学> <教授>"]);
        assert_eq!(names("张三，南京大学校长"), ["张三 <南京大学> <校长>"]);
        assert_eq!(names("南京大学 张三"), ["张三 <南京大学>"]);
        assert_eq!(names("南京大学教授张三"), ["张三 <南京大学> <教授>"]);
        assert_eq!(names("中国工程院院士 张三"), ["张三 <中国工程院> <院士>"]);
        assert_eq!(names("Ada Holm, CEO, Acme Inc"), ["Ada Holm <Acme Inc> <CEO>"]);
        assert_eq!(names("Prof. Ada Holm (DTU, Denmark)"), ["Ada Holm <DTU, Denmark> <Prof.>"]);
        assert_eq!(names("Ada Holm, DTU; Otto Berg, KTH"), ["Ada Holm <DTU>", "Otto Berg <KTH>"]);
    }

    #[test]
    fn honours_leave_the_name() {
        assert_eq!(names("张三教授"), ["张三 <教授>"]);
        assert_eq!(names("张三先生、李四女士"), ["张三 <先生>", "李四 <女士>"]);
        assert_eq!(names("Dr. Noor Ali"), ["Noor Ali <Dr.>"]);
    }

    #[test]
    fn roles_stand_before_names() {
        assert_eq!(names("主持人：李四；演讲人：张三、王五"), ["chair 李四", "张三", "王五"]);
        assert_eq!(names("Moderator: Mei\nSpeakers: Ada, Otto"), ["chair Mei", "Ada", "Otto"]);
    }

    #[test]
    fn nobody_is_nobody() {
        for cell in ["待定", "TBA", "—", "N/A", "无", "拟邀", "/"] {
            assert!(names(cell).is_empty(), "{cell}");
        }
        assert_eq!(names("张三等"), ["张三"]);
        assert_eq!(names("张三（待定）"), ["张三"]);
    }

    #[test]
    fn a_name_in_two_languages_is_one_person() {
        assert_eq!(names("陈思远 Chen Siyuan"), ["陈思远|Chen Siyuan"]);
        assert_eq!(names("Ada Holm（艾达·霍姆）"), ["艾达·霍姆|Ada Holm"]);
        assert_eq!(names("艾达·霍姆"), ["艾达·霍姆"]);
    }
}
