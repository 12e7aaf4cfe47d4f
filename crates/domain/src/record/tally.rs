//! What a release changed, by what it means for the public.

use super::{Change, FieldChange, Kind, Names, Value, What};
use crate::text::Lang;

/// What a change means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Meaning {
    /// Something takes place that did not.
    New,
    /// Something takes place at another time or in another place.
    Moved,
    /// Something does not take place.
    Cancelled,
    /// Something takes place after all.
    Restored,
    /// Something is called otherwise.
    Renamed,
    /// Others appear.
    People,
    /// Everything else.
    Other,
}

impl Meaning {
    /// As a heading.
    #[must_use]
    pub const fn called(self, lang: Lang) -> &'static str {
        let (zh, en) = match self {
            Self::New => ("新增", "New"),
            Self::Moved => ("时间地点变动", "Moved"),
            Self::Cancelled => ("取消", "Cancelled"),
            Self::Restored => ("恢复", "Restored"),
            Self::Renamed => ("更名", "Renamed"),
            Self::People => ("人员变动", "People"),
            Self::Other => ("其他", "Other"),
        };
        match lang {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }
}

/// Changes of one meaning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// What they mean.
    pub sort: Meaning,
    /// A sentence each.
    pub sentences: Vec<String>,
}

/// Groups what a release changed, in the order of [`Meaning`]. What changed in several ways stands in each of them.
#[must_use]
pub fn tally(changes: &[Change], names: &Names, lang: Lang) -> Vec<Group> {
    let mut sorted: Vec<(Meaning, String)> = Vec::new();
    for change in changes {
        for (meaning, part) in parts(change) {
            sorted.extend(names.sentences(&part, lang).into_iter().map(|sentence| (meaning, sentence)));
        }
    }
    sorted.sort_by_key(|(meaning, _)| *meaning);
    let mut groups: Vec<Group> = Vec::new();
    for (sort, sentence) in sorted {
        match groups.last_mut().filter(|group| group.sort == sort) {
            Some(group) => group.sentences.push(sentence),
            None => groups.push(Group { sort, sentences: vec![sentence] }),
        }
    }
    groups
}

/// A change, cut into what its fields mean.
fn parts(change: &Change) -> Vec<(Meaning, Change)> {
    let fields = match &change.what {
        What::Added(_) => {
            let meaning = if change.kind == Kind::Occurrence { Meaning::New } else { Meaning::Other };
            return vec![(meaning, change.clone())];
        }
        What::Removed(_) => return vec![(Meaning::Other, change.clone())],
        What::Changed(fields) => fields,
    };
    let mut parts: Vec<(Meaning, Vec<FieldChange>)> = Vec::new();
    for field in fields {
        let meaning = meaning(change.kind, field);
        match parts.iter_mut().find(|(known, _)| *known == meaning) {
            Some((_, fields)) => fields.push(field.clone()),
            None => parts.push((meaning, vec![field.clone()])),
        }
    }
    let part = |(meaning, fields)| {
        (meaning, Change { kind: change.kind, key: change.key.clone(), what: What::Changed(fields) })
    };
    parts.into_iter().map(part).collect()
}

fn meaning(kind: Kind, change: &FieldChange) -> Meaning {
    match (kind, kind.fields()[change.field].name) {
        (Kind::Occurrence, "start" | "end" | "room" | "venue") => Meaning::Moved,
        (Kind::Occurrence, "state") if change.to == Value::Nothing => Meaning::Restored,
        (Kind::Occurrence, "state") => Meaning::Cancelled,
        (Kind::Session | Kind::Activity | Kind::Part, "title_zh" | "title_en") => Meaning::Renamed,
        (Kind::Session, "speakers" | "chairs" | "guests" | "interpreters") => Meaning::People,
        _ => Meaning::Other,
    }
}
