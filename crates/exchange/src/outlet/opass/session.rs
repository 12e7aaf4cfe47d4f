//! One session of the file: an occurrence with its time, its room and its words in both languages.

use festoon_domain::programme::{OccurrenceId, Programme, Session, Span, State};
use festoon_domain::text::Lang;
use serde::Serialize;

use super::super::account::{self, Lead};
use super::super::{Asked, Loss, Losses, moments, people, words};
use super::directory::Directory;

/// What nobody knows is null, as real files have it: some apps want the key.
#[derive(Serialize)]
pub(super) struct SessionListed {
    id: String,
    #[serde(rename = "type")]
    kind: Option<String>,
    room: String,
    start: String,
    end: String,
    language: Option<String>,
    zh: Words,
    en: Words,
    speakers: Vec<String>,
    tags: Vec<&'static str>,
    co_write: Option<String>,
    qa: Option<String>,
    slide: Option<String>,
    record: Option<String>,
    uri: Option<String>,
}

#[derive(Serialize)]
struct Words {
    title: String,
    description: String,
}

pub(super) fn listed(
    programme: &Programme,
    id: OccurrenceId,
    when: Span,
    asked: &Asked,
    directory: &mut Directory,
    losses: &mut Losses,
) -> SessionListed {
    let occurrence = &programme[id];
    let session = &programme[occurrence.session];
    if occurrence.place.is_none() {
        losses.note(Loss::NoRoom, session.title.read(asked.lang));
    }

    let at = |instant: jiff::Timestamp| moments::exact(&instant.to_zoned(programme.week.zone.clone()));
    let [zh, en] = worded(programme, id, losses);
    let [slide, record] = elsewhere(session, losses);
    let stage = people::on_stage(programme, session, asked.audience, losses);
    SessionListed {
        id: occurrence.guid.to_string(),
        kind: directory.kind(programme, session),
        room: directory.room(programme, occurrence.place),
        start: at(when.start()),
        end: at(when.end()),
        language: language(&session.languages),
        zh,
        en,
        speakers: stage.into_iter().map(|(person, _)| directory.speaker(programme, person)).collect(),
        tags: directory.tags_of(session),
        co_write: None,
        qa: None,
        slide,
        record,
        uri: account::known_page(asked, session),
    }
}

/// Title and description in both languages; the description is all that there is to say.
fn worded(programme: &Programme, id: OccurrenceId, losses: &mut Losses) -> [Words; 2] {
    let occurrence = &programme[id];
    let session = &programme[occurrence.session];
    if !session.subtitle.is_empty() {
        losses.note(Loss::TextsLeftOut, session.subtitle.read(Lang::Zh));
    }
    let mut told = Losses::default();
    Lang::BOTH.map(|lang| {
        // A session that is cancelled is so in both languages, and counts once.
        let once =
            if lang == Lang::En && occurrence.state == State::Cancelled { &mut told } else { &mut *losses };
        let title = words::marked_title(programme, occurrence, lang, once);
        let summary = words::shown(&session.summary, lang, losses);
        let more = words::shown(&session.description, lang, losses);
        let description = match (summary.is_empty(), more.is_empty()) {
            (_, true) => summary,
            (true, _) => more,
            _ if begins_with(&more, &summary) => more,
            _ => format!("{summary}\n\n{more}"),
        };
        Words { title, description }
    })
}

/// The first slides and the first recording; what else there is has no place.
fn elsewhere(session: &Session, losses: &mut Losses) -> [Option<String>; 2] {
    let (mut slide, mut record) = (None, None);
    for reference in &session.references {
        let place = match account::lead(reference) {
            Lead::Slides => Some(&mut slide),
            Lead::Recording => Some(&mut record),
            Lead::Other => None,
        };
        match (place, account::web(&reference.address)) {
            (Some(place @ None), Some(address)) => *place = Some(address),
            _ => losses.note(Loss::TextsLeftOut, &reference.address),
        }
    }
    [slide, record]
}

/// The languages by the names their speakers give them, as the apps show them; codes where a name is not at hand.
fn language(codes: &[String]) -> Option<String> {
    let name = |code: &String| match code.as_str() {
        "zh" => "中文".to_owned(),
        "en" => "English".to_owned(),
        "fr" => "Français".to_owned(),
        "de" => "Deutsch".to_owned(),
        "es" => "Español".to_owned(),
        _ => code.chars().filter(|c| !c.is_control()).collect(),
    };
    let names: Vec<String> = codes.iter().map(name).collect();
    Some(names.join(" / ")).filter(|names| !names.is_empty())
}

/// Whether a summary is the first paragraph of what follows it, and not merely how that begins: “AI” does not stand in “AIGC for all”.
fn begins_with(more: &str, summary: &str) -> bool {
    more.strip_prefix(summary).is_some_and(|rest| rest.is_empty() || rest.starts_with('\n'))
}
