//! What happened to a record, said in one line a field.
//!
//! Times of an occurrence that change together are one move, hall and house one place.

use super::{Names, place, quoted, when, words};
use crate::record::{Change, Conflict, FieldChange, Kind, Value, What};
use crate::text::Lang;

impl Names {
    /// A change as lines: one for a record that is new or gone, one a field for one that changed.
    #[must_use]
    pub fn sentences(&self, change: &Change, lang: Lang) -> Vec<String> {
        match &change.what {
            What::Added(values) => {
                let name = self.of_values(change.kind, &change.key, values, lang);
                vec![match lang {
                    Lang::Zh => format!("新增{}{name}", called(change.kind, lang)),
                    Lang::En => format!("new {} {name}", called(change.kind, lang)),
                }]
            }
            What::Removed(values) => {
                let name = self.of_values(change.kind, &change.key, values, lang);
                vec![match lang {
                    Lang::Zh => format!("删去{}{name}", called(change.kind, lang)),
                    Lang::En => format!("{} {name} is gone", called(change.kind, lang)),
                }]
            }
            What::Changed(fields) => {
                let subject = self.subject(change.kind, &change.key, fields, lang);
                let parts = self.parts(change.kind, fields, lang);
                parts.into_iter().map(|part| joined(&subject, &part, lang)).collect()
            }
        }
    }

    /// Several changes of one record in one line.
    pub(in crate::record) fn sentence(&self, change: &Change, lang: Lang) -> String {
        let What::Changed(fields) = &change.what else {
            return self.sentences(change, lang).concat();
        };
        let semicolon = match lang {
            Lang::Zh => "；",
            Lang::En => "; ",
        };
        let subject = self.subject(change.kind, &change.key, fields, lang);
        joined(&subject, &self.parts(change.kind, fields, lang).join(semicolon), lang)
    }

    /// A field on which draft and file do not agree; which of the two was taken is for the caller to say.
    #[must_use]
    pub fn conflict(&self, kind: Kind, key: &str, conflict: &Conflict, lang: Lang) -> String {
        let subject = format!("{}{}{}", called(kind, lang), space(lang), self.of(kind, key, lang));
        let field = kind.fields().get(conflict.field).map_or("?", |field| field.called(lang));
        let said = |value: &Value| match (value, lang) {
            (Value::Nothing, Lang::Zh) => "空".to_owned(),
            (Value::Nothing, Lang::En) => "empty".to_owned(),
            _ => self.value(kind, conflict.field, value, lang),
        };
        let (kept, offered) = (said(&conflict.kept), said(&conflict.offered));
        let part = match lang {
            Lang::Zh => format!("{field}在草稿中为{kept}，在文件中为{offered}"),
            Lang::En => {
                format!("{field} is {kept} in the draft and {offered} in the file")
            }
        };
        joined(&subject, &part, lang)
    }

    /// What a record with these values is called; an occurrence with its time and place.
    fn of_values(&self, kind: Kind, key: &str, values: &[Value], lang: Lang) -> String {
        let at = |name: &str| place(kind, name).and_then(|place| values.get(place));
        if kind == Kind::Occurrence {
            let session = at("session").and_then(words).unwrap_or_default();
            let room = at("room").and_then(words).map(|room| self.plain(Kind::Room, room, lang));
            let venue = at("venue").and_then(words).map(|venue| self.plain(Kind::Venue, venue, lang));
            return self.held(session, when(at("start"), at("end")), room.or(venue), lang);
        }
        let name = |lang: Lang| {
            at(&format!("name_{}", lang.code())).or_else(|| at(&format!("title_{}", lang.code())))
        };
        let own = name(lang).and_then(words).or_else(|| name(lang.other()).and_then(words));
        own.map_or_else(|| self.of(kind, key, lang), |own| quoted(own, lang))
    }

    /// Of what is said: an occurrence that moves is named without a time, since both are said after it.
    fn subject(&self, kind: Kind, key: &str, fields: &[FieldChange], lang: Lang) -> String {
        let moves = kind == Kind::Occurrence
            && fields.iter().any(|change| matches!(name(kind, change), "start" | "end"));
        let name = match self.occurrences.get(key).filter(|_| moves) {
            Some(held) => self.of(Kind::Session, &held.session, lang),
            None => self.of(kind, key, lang),
        };
        format!("{}{}{name}", called(kind, lang), space(lang))
    }

    fn parts(&self, kind: Kind, fields: &[FieldChange], lang: Lang) -> Vec<String> {
        let one = |wanted: &str| {
            fields.iter().find(|change| kind == Kind::Occurrence && name(kind, change) == wanted)
        };
        let mut parts = Vec::new();

        let moved = one("start").zip(one("end")).and_then(|(start, end)| self.moved(start, end, lang));
        let placed = one("room").zip(one("venue")).map(|(room, venue)| self.placed(room, venue, lang));
        for change in fields {
            match name(kind, change) {
                "start" if moved.is_some() => parts.extend(moved.clone()),
                "room" if placed.is_some() => parts.extend(placed.clone()),
                "end" if moved.is_some() => {}
                "venue" if placed.is_some() => {}
                _ => parts.push(self.part(kind, change, lang)),
            }
        }
        parts
    }

    fn moved(&self, start: &FieldChange, end: &FieldChange, lang: Lang) -> Option<String> {
        let from = when(Some(&start.from), Some(&end.from)).map(|when| self.span(when, lang));
        let to = when(Some(&start.to), Some(&end.to)).map(|when| self.span(when, lang));
        Some(match (from, to, lang) {
            (Some(from), Some(to), Lang::Zh) => format!("时间由{from}改为{to}"),
            (Some(from), Some(to), Lang::En) => format!("moved from {from} to {to}"),
            (None, Some(to), Lang::Zh) => format!("时间定为{to}"),
            (None, Some(to), Lang::En) => format!("time set to {to}"),
            (Some(from), None, Lang::Zh) => format!("时间待定（原为{from}）"),
            (Some(from), None, Lang::En) => format!("time open again (was {from})"),
            (None, None, _) => return None,
        })
    }

    fn placed(&self, room: &FieldChange, venue: &FieldChange, lang: Lang) -> String {
        let place = |room: &Value, venue: &Value| match (words(room), words(venue)) {
            (Some(room), _) => Some(self.of(Kind::Room, room, lang)),
            (None, Some(venue)) => Some(self.of(Kind::Venue, venue, lang)),
            (None, None) => None,
        };
        let label = match lang {
            Lang::Zh => "地点",
            Lang::En => "place",
        };
        turned(label, place(&room.from, &venue.from), place(&room.to, &venue.to), lang)
    }

    fn part(&self, kind: Kind, change: &FieldChange, lang: Lang) -> String {
        let label = kind.fields().get(change.field).map_or("?", |field| field.called(lang));
        let said = |value: &Value| self.value(kind, change.field, value, lang);
        let name = name(kind, change);
        if name.ends_with("_stale") {
            return match lang {
                Lang::Zh => format!("{label}：{}", said(&change.to)),
                Lang::En => format!("{label}: {}", said(&change.to)),
            };
        }
        if name == "state" {
            let cancelled = words(&change.to) == Some("cancelled");
            return match (cancelled, lang) {
                (true, Lang::Zh) => "取消".into(),
                (true, Lang::En) => "cancelled".into(),
                (false, Lang::Zh) => "恢复举行".into(),
                (false, Lang::En) => "takes place again".into(),
            };
        }
        let something = |value: &Value| (*value != Value::Nothing).then(|| said(value));
        turned(label, something(&change.from), something(&change.to), lang)
    }
}

/// The name of the field that changed.
fn name(kind: Kind, change: &FieldChange) -> &'static str {
    kind.fields().get(change.field).map_or("", |field| field.name)
}

/// People do not tell a session from its occurrence.
const fn called(kind: Kind, lang: Lang) -> &'static str {
    match kind {
        Kind::Occurrence => Kind::Session.called(lang),
        _ => kind.called(lang),
    }
}

const fn space(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "",
        Lang::En => " ",
    }
}

fn joined(subject: &str, part: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{subject}：{part}"),
        Lang::En => format!("{subject}: {part}"),
    }
}

/// From one value to another, either of which may be missing.
fn turned(label: &str, from: Option<String>, to: Option<String>, lang: Lang) -> String {
    match (from, to, lang) {
        (Some(from), Some(to), Lang::Zh) => format!("{label}由{from}改为{to}"),
        (Some(from), Some(to), Lang::En) => format!("{label} changed from {from} to {to}"),
        (None, Some(to), Lang::Zh) => format!("{label}定为{to}"),
        (None, Some(to), Lang::En) => format!("{label} set to {to}"),
        (Some(from), None, Lang::Zh) => format!("{label}清空（原为{from}）"),
        (Some(from), None, Lang::En) => format!("{label} emptied (was {from})"),
        (None, None, Lang::Zh) => format!("{label}未变"),
        (None, None, Lang::En) => format!("{label} as before"),
    }
}
