//! Words as files take them: in the asked language, without characters that no text format holds.

use std::borrow::Cow;

use festoon_domain::programme::{Occurrence, Programme, Session, SessionKind, State};
use festoon_domain::text::{Lang, Text};

use super::{Loss, Losses};
use crate::schedule::vocabulary;

/// A text in the asked language, else in the other, which is noted; without control characters.
pub(crate) fn shown(text: &Text, lang: Lang, losses: &mut Losses) -> String {
    let (wording, written) = text.shown(lang);
    if written != lang && !wording.is_empty() {
        losses.note(Loss::OtherLanguage, wording);
    }
    clean(wording, losses)
}

/// Words without what XML 1.0 does not hold and no other text format should; line ends are `\n`.
pub(crate) fn clean(words: &str, losses: &mut Losses) -> String {
    let words: Cow<'_, str> = if words.contains('\r') {
        Cow::Owned(words.replace("\r\n", "\n").replace('\r', "\n"))
    } else {
        Cow::Borrowed(words)
    };
    if !words.contains(is_unfit) {
        return words.into_owned();
    }
    losses.note(Loss::ControlCharacters, &words);
    words.replace(is_unfit, "").trim().to_owned()
}

fn is_unfit(c: char) -> bool {
    (c.is_control() && !matches!(c, '\n' | '\t')) || matches!(c, '\u{fffe}' | '\u{ffff}')
}

/// Words on one line.
pub(crate) fn line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What a session is called; something always stands there.
pub(crate) fn title(session: &Session, lang: Lang, losses: &mut Losses) -> String {
    let title = line(&shown(&session.title, lang, losses));
    if title.is_empty() { vocabulary::untitled(lang).to_owned() } else { title }
}

/// What a session is called in a format that has no word for a cancelled one.
pub(crate) fn marked_title(
    programme: &Programme,
    occurrence: &Occurrence,
    lang: Lang,
    losses: &mut Losses,
) -> String {
    let title = title(&programme[occurrence.session], lang, losses);
    if occurrence.state == State::Scheduled || vocabulary::is_marked_cancelled(&title) {
        return title;
    }
    losses.note(Loss::CancelledInTitle, &title);
    format!("{}{title}", vocabulary::cancelled_mark(lang))
}

/// What schedule files call a kind of session; programs compare the word, so it is the same in both languages.
pub(crate) const fn kind(kind: Option<SessionKind>) -> &'static str {
    match kind {
        Some(SessionKind::Talk) => "talk",
        Some(SessionKind::Keynote) => "keynote",
        Some(SessionKind::Panel) => "panel",
        Some(SessionKind::Ceremony) => "ceremony",
        Some(SessionKind::Signing) => "signing ceremony",
        Some(SessionKind::Contest) => "contest",
        Some(SessionKind::Roadshow) => "roadshow",
        Some(SessionKind::Exhibition) => "exhibition",
        Some(SessionKind::Visit) => "visit",
        Some(SessionKind::Workshop) => "workshop",
        Some(SessionKind::Performance) => "performance",
        Some(SessionKind::Meeting) => "meeting",
        None => "other",
    }
}

/// What people call a kind of session.
pub(crate) const fn kind_name(session: SessionKind, lang: Lang) -> &'static str {
    let Lang::Zh = lang else { return kind(Some(session)) };
    match session {
        SessionKind::Talk => "报告",
        SessionKind::Keynote => "主旨演讲",
        SessionKind::Panel => "圆桌",
        SessionKind::Ceremony => "仪式",
        SessionKind::Signing => "签约",
        SessionKind::Contest => "比赛",
        SessionKind::Roadshow => "路演",
        SessionKind::Exhibition => "展览",
        SessionKind::Visit => "参观",
        SessionKind::Workshop => "工作坊",
        SessionKind::Performance => "演出",
        SessionKind::Meeting => "会议",
    }
}

/// The one language of a session for a format that takes one: a code of two letters, all that its apps know.
pub(crate) fn language(languages: &[String], title: &str, losses: &mut Losses) -> Option<String> {
    let is_code = |code: &&String| code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_lowercase());
    let written = languages.iter().find(is_code).cloned();
    if languages.len() > usize::from(written.is_some()) {
        losses.note(Loss::SeveralLanguages, title);
    }
    written
}
