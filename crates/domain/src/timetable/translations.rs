//! Translations: texts that lack one of the two languages, or whose translation is behind.
//!
//! A text nobody wrote in either language lacks nothing.
//! A programme that is wholly in one language (another system's schedule file) is told so once.

use super::{Clash, Field, Rule, Subject};
use crate::programme::{ActivityId, OccurrenceId, Programme, SessionId};
use crate::text::{Lang, Text, Translation};

pub(super) fn check(programme: &Programme, clashes: &mut Vec<Clash>) {
    for lang in Lang::BOTH {
        if let Some(everywhere) = wholly_without(programme, lang) {
            clashes.push(everywhere);
            continue;
        }
        for (id, session) in (0..).map(SessionId).zip(&programme.sessions) {
            let subject = Subject::Session(id);
            clashes.extend(missing(subject, Field::Title, &session.title, lang));
            clashes.extend(missing(subject, Field::Summary, &session.summary, lang));
        }
        for (id, activity) in (0..).map(ActivityId).zip(&programme.activities) {
            let subject = Subject::Activity(id);
            clashes.extend(missing(subject, Field::Title, &activity.title, lang));
            clashes.extend(missing(subject, Field::Summary, &activity.summary, lang));
        }
    }
    for lang in Lang::BOTH {
        for (id, session) in (0..).map(SessionId).zip(&programme.sessions) {
            clashes.extend(stale(Subject::Session(id), Field::Title, &session.title, lang));
            clashes.extend(stale(Subject::Session(id), Field::Summary, &session.summary, lang));
        }
        for (id, activity) in (0..).map(ActivityId).zip(&programme.activities) {
            clashes.extend(stale(Subject::Activity(id), Field::Title, &activity.title, lang));
            clashes.extend(stale(Subject::Activity(id), Field::Summary, &activity.summary, lang));
        }
    }
}

fn missing(subject: Subject, field: Field, text: &Text, lang: Lang) -> Option<Clash> {
    let absent = !text.is_empty() && text.translation(lang) == Translation::Missing;
    absent.then_some(Clash::Untranslated { subject, field, lang })
}

fn stale(subject: Subject, field: Field, text: &Text, lang: Lang) -> Option<Clash> {
    (text.translation(lang) == Translation::Stale).then_some(Clash::Stale { subject, field, lang })
}

/// Three sessions in one language, and not one in both, are a habit; fewer may be an oversight.
const FEWEST_FOR_ONE_SENTENCE: usize = 3;

fn wholly_without(programme: &Programme, lang: Lang) -> Option<Clash> {
    let titles = || programme.sessions.iter().map(|session| &session.title);
    let lacking = titles().all(|title| title.translation(lang) == Translation::Missing);
    let sessions = titles().filter(|title| !title.is_empty()).count();
    (lacking && sessions >= FEWEST_FOR_ONE_SENTENCE && !programme.occurrences.is_empty()).then(|| {
        Clash::Everywhere {
            rule: Rule::Untranslated,
            lang: Some(lang),
            sessions: u32::try_from(sessions).unwrap_or(u32::MAX),
            example: OccurrenceId(0),
        }
    })
}
