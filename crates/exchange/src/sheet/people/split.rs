//! Cutting a cell into one piece a person.

use festoon_domain::programme::Role;

use super::super::words::{is_han, plain};
use super::names::{is_chinese_name, is_of_work, is_person_like};

/// The words about one person, and the role said before them.
pub(super) struct Piece {
    pub(super) role: Option<Role>,
    pub(super) words: String,
}

/// Cuts at line ends, `;`, `、`, `,`, `/`, `&` and "and", but not inside brackets, and not before an organisation.
pub(super) fn pieces(cell: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for line in cut(cell, |c| matches!(c, '\n' | '\r' | ';' | '；' | '|')) {
        let (role, rest) = role_prefix(line.trim());
        let before = pieces.len();
        if let Some(turned) = surname_first(rest, cell) {
            pieces.push(Piece { role, words: turned });
            continue;
        }
        let mut parts: Vec<String> = Vec::new();
        for part in cut(rest, |c| matches!(c, '、' | ',' | '，' | '/' | '／')) {
            let (inner, words) = role_prefix(part.trim());
            if inner.is_some() {
                flush(&mut pieces, &mut parts, role);
                pieces.push(Piece { role: inner, words: words.to_owned() });
                continue;
            }
            for single in joined_by_and(words) {
                // "张三，南京大学校长": what looks like work belongs to the person before it.
                match parts.last_mut() {
                    Some(person) if is_of_work(&single) && !has_own_name(&single) => {
                        person.push('\u{1f}');
                        person.push_str(&single);
                    }
                    _ => parts.extend(spaced_names(&single)),
                }
            }
        }
        flush(&mut pieces, &mut parts, role);
        carry_role(&mut pieces[before..], role);
    }
    pieces
}

fn flush(pieces: &mut Vec<Piece>, parts: &mut Vec<String>, role: Option<Role>) {
    pieces.extend(parts.drain(..).map(|words| Piece { role, words }));
}

/// "演讲人：张三、李四": the role holds up to the next one.
fn carry_role(pieces: &mut [Piece], first: Option<Role>) {
    let mut role = first;
    for piece in pieces {
        match piece.role {
            Some(said) => role = Some(said),
            None => piece.role = role,
        }
    }
}

/// Cuts where `at` holds, outside brackets.
fn cut(text: &str, at: impl Fn(char) -> bool) -> Vec<&str> {
    let (mut pieces, mut from, mut depth) = (Vec::new(), 0, 0_i32);
    for (i, c) in text.char_indices() {
        match c {
            '(' | '（' | '[' | '【' => depth += 1,
            ')' | '）' | ']' | '】' => depth = (depth - 1).max(0),
            c if at(c) && (depth == 0 || c == '\n') => {
                depth = 0;
                pieces.push(&text[from..i]);
                from = i + c.len_utf8();
            }
            _ => {}
        }
    }
    pieces.push(&text[from..]);
    pieces.retain(|piece| !piece.trim().is_empty());
    pieces
}

/// `主持人：`, `Speaker:` at the beginning.
pub(super) fn role_prefix(text: &str) -> (Option<Role>, &str) {
    let Some((at, colon)) = text.char_indices().take(24).find(|(_, c)| matches!(c, ':' | '：')) else {
        return (None, text);
    };
    let word = plain(&text[..at]);
    let has = |words: &[&str]| words.iter().any(|known| word.contains(known));
    let role = if has(&["主持", "moderator", "chair", "主席", "mc"]) {
        Role::Chair
    } else if has(&["同传", "翻译", "口译", "interpreter"]) {
        Role::Interpreter
    } else if has(&[
        "演讲",
        "主讲",
        "报告",
        "发言",
        "讲者",
        "致辞",
        "点评",
        "对话",
        "圆桌",
        "分享",
        "speaker",
        "panelist",
        "panellist",
        "presenter",
        "keynote",
    ]) {
        Role::Speaker
    } else if has(&["嘉宾", "领导", "贵宾", "guest", "vip"]) {
        Role::GuestOfHonour
    } else {
        return (None, text);
    };
    (Some(role), text[at + colon.len_utf8()..].trim())
}

/// `Holm, Ada` only where every piece of the cell is so written; "Lin, Ada" alone may be two people.
fn surname_first(line: &str, cell: &str) -> Option<String> {
    let single = |word: &str| {
        let mut chars = word.chars();
        chars.next().is_some_and(char::is_uppercase)
            && chars.clone().count() > 0
            && chars.all(|c| c.is_lowercase() || matches!(c, '-' | '\''))
    };
    let turned = |line: &str| {
        let (last, first) = line.split_once(',')?;
        (single(last.trim()) && single(first.trim())).then(|| format!("{} {}", first.trim(), last.trim()))
    };
    let lines: Vec<&str> = cell.split([';', '；']).filter(|line| !line.trim().is_empty()).collect();
    if lines.len() < 2 || !lines.iter().all(|line| turned(line).is_some()) {
        return None;
    }
    turned(line)
}

/// "张三和李四", "Ada Holm and Otto Berg", "Ada & Wei", where both sides are names.
fn joined_by_and(text: &str) -> Vec<String> {
    for joint in [" and ", " & ", "&", " et ", " und "] {
        if let Some((a, b)) = text.split_once(joint)
            && is_person_like(a.trim())
            && b.split(joint).all(|b| is_person_like(b.trim()))
        {
            return std::iter::once(a).chain(b.split(joint)).map(|name| name.trim().to_owned()).collect();
        }
    }
    for joint in ['和', '与', '及'] {
        if let Some((a, b)) = text.split_once(joint)
            && is_chinese_name(a.trim())
            && is_chinese_name(b.trim())
        {
            return vec![a.trim().to_owned(), b.trim().to_owned()];
        }
    }
    vec![text.trim().to_owned()]
}

/// "张三 李四 王五": nothing but Chinese names and spaces.
fn spaced_names(text: &str) -> Vec<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    // "张 三" is one name written wide.
    if words.len() > 1 && words.iter().all(|word| is_chinese_name(word)) {
        return words.into_iter().map(str::to_owned).collect();
    }
    if words.len() == 2
        && words.iter().all(|word| word.chars().all(is_han))
        && words.iter().all(|w| w.chars().count() == 1)
    {
        return vec![words.concat()];
    }
    vec![text.to_owned()]
}

/// "南京大学 张三" has a name of its own, so it is another person.
fn has_own_name(text: &str) -> bool {
    if text.split_whitespace().count() > 1 && text.split_whitespace().any(is_chinese_name) {
        return true;
    }
    text.contains(['（', '(']) && text.chars().next().is_some_and(is_han) && {
        let head = text.split(['（', '(']).next().unwrap_or("");
        is_chinese_name(head.trim())
    } || super::names::name_after_work(text).is_some()
}
