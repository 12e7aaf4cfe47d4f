//! What happened to a record, in a sentence or a few.

use super::Names;
use crate::record::{Change, Conflict, FieldChange, Kind, Value, What};
use crate::text::Lang;

impl Names {
    /// A change as lines: one for a record that is new or gone, one a field for one that changed; a new time is one line.
    #[must_use]
    pub fn sentences(&self, change: &Change, lang: Lang) -> Vec<String> {
        let (kind, name) = (change.kind.called(lang), self.of(change.kind, &change.key, lang));
        match (&change.what, lang) {
            (What::Added(values), Lang::Zh) => vec![format!("新增{kind}{name}{}", self.details(change.kind, values, lang))],
            (What::Added(values), Lang::En) => vec![format!("new {kind} {name}{}", self.details(change.kind, values, lang))],
            (What::Removed(_), Lang::Zh) => vec![format!("删除{kind}{name}")],
            (What::Removed(_), Lang::En) => vec![format!("{kind} {name} is gone")],
            (What::Changed(fields), lang) => self.changed(change.kind, &change.key, fields, lang),
        }
    }

    /// A field on which draft and file do not agree.
    #[must_use]
    pub fn conflict(&self, kind: Kind, key: &str, conflict: &Conflict, lang: Lang) -> String {
        let field = kind.fields()[conflict.field].called(lang);
        let name = self.of(kind, key, lang);
        let kept = self.value(kind, conflict.field, &conflict.kept, lang);
        let offered = self.value(kind, conflict.field, &conflict.offered, lang);
        match lang {
            Lang::Zh => format!("{}{name}的{field}：草稿为{kept}，文件为{offered}", kind.called(lang)),
            Lang::En => format!("{} {name}: {field} is {kept} in the draft, {offered} in the file", kind.called(lang)),
        }
    }

    /// Where and when, of an occurrence.
    fn details(&self, kind: Kind, values: &[Value], lang: Lang) -> String {
        if kind != Kind::Occurrence {
            return String::new();
        }
        let at = |field| kind.place_of(field).and_then(|place| values.get(place).map(|value| (place, value)));
        let place = [at("room"), at("venue")].into_iter().flatten().find(|(_, value)| **value != Value::Nothing);
        let place = place.map(|(field, value)| self.value(kind, field, value, lang));
        match (place, lang) {
            (None, _) => String::new(),
            (Some(place), Lang::Zh) => format!("，{place}"),
            (Some(place), Lang::En) => format!(", {place}"),
        }
    }

    fn changed(&self, kind: Kind, key: &str, fields: &[FieldChange], lang: Lang) -> Vec<String> {
        let mut lines = Vec::new();
        let (start, end) = (kind.place_of("start"), kind.place_of("end"));
        if kind == Kind::Occurrence {
            lines.extend(self.moved(key, fields, lang));
        }
        let is_time = |field: &FieldChange| {
            kind == Kind::Occurrence && (Some(field.field) == start || Some(field.field) == end)
        };
        for field in fields.iter().filter(|field| !is_time(field)) {
            lines.push(self.field(kind, key, field, lang));
        }
        lines
    }

    /// Start and end are one thing to people.
    fn moved(&self, key: &str, fields: &[FieldChange], lang: Lang) -> Option<String> {
        let change = |name| {
            let place = Kind::Occurrence.place_of(name);
            fields.iter().find(|field| Some(field.field) == place)
        };
        let (start, end) = (change("start"), change("end"));
        let session = self.session_of(key, lang);
        match (start, end) {
            (None, None) => None,
            (Some(start), Some(end)) => {
                let said = |from: &Value, to: &Value| match (from, to) {
                    (Value::Instant(from), Value::Instant(to)) => self.span(*from, *to, lang),
                    _ => self.value(Kind::Occurrence, start.field, from, lang),
                };
                Some(moved(&session, &said(&start.from, &end.from), &said(&start.to, &end.to), lang))
            }
            (Some(one), None) | (None, Some(one)) => Some(self.field(Kind::Occurrence, key, one, lang)),
        }
    }

    fn field(&self, kind: Kind, key: &str, change: &FieldChange, lang: Lang) -> String {
        let state = Kind::Occurrence.place_of("state");
        if kind == Kind::Occurrence && Some(change.field) == state {
            return self.state(key, &change.to, lang);
        }
        let called = kind.fields()[change.field].called(lang);
        let name = self.of(kind, key, lang);
        let (from, to) =
            (self.value(kind, change.field, &change.from, lang), self.value(kind, change.field, &change.to, lang));
        let subject = if kind == Kind::Occurrence { Kind::Session } else { kind };
        match lang {
            Lang::Zh => format!("{}{name}：{called}由{from}改为{to}", subject.called(lang)),
            Lang::En => format!("{} {name}: {called} changed from {from} to {to}", subject.called(lang)),
        }
    }

    fn state(&self, key: &str, to: &Value, lang: Lang) -> String {
        let name = self.of(Kind::Occurrence, key, lang);
        let cancelled = *to == Value::Words("cancelled".into());
        match (lang, cancelled) {
            (Lang::Zh, true) => format!("取消场次{name}"),
            (Lang::Zh, false) => format!("恢复场次{name}"),
            (Lang::En, true) => format!("session {name} is cancelled"),
            (Lang::En, false) => format!("session {name} takes place after all"),
        }
    }
}

fn moved(session: &str, from: &str, to: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("场次{session}由 {from} 改到 {to}"),
        Lang::En => format!("session {session} moved from {from} to {to}"),
    }
}
