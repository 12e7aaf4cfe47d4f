//! What can be wrong with a record.

use super::Kind;
use crate::text::Lang;

/// A record that does not fit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Which of the records, counted from 0 in the list that was given.
    pub index: usize,
    /// What it is.
    pub kind: Kind,
    /// Its key.
    pub key: Box<str>,
    /// The field, where it is about one.
    pub field: Option<&'static str>,
    /// What stood there.
    pub stood: String,
    /// What is wrong.
    pub wrong: Wrong,
}

/// What is wrong with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wrong {
    /// The field cannot hold this; what would be right.
    Unfit(&'static str),
    /// No record of this kind has this key.
    Unknown(Kind),
    /// Another record of its kind has its key.
    Twice,
    /// The key is not one: `a-z 0-9 -`.
    NoKey,
    /// There must be exactly one record of the kind.
    NotOne,
}

impl Fault {
    /// What is wrong and what would be right.
    #[must_use]
    pub fn sentence(&self, lang: Lang) -> String {
        match lang {
            Lang::Zh => format!("{}「{}」{}", self.kind.called(lang), self.key, self.in_chinese()),
            Lang::En => format!("{} “{}”{}", self.kind.called(lang), self.key, self.in_english()),
        }
    }

    fn in_chinese(&self) -> String {
        let field = self.called(Lang::Zh);
        let stood = &self.stood;
        match self.wrong {
            Wrong::Unfit(right) if stood.is_empty() => format!("的{field}没有填，应为：{right}。"),
            Wrong::Unfit(right) => format!("的{field}「{stood}」不对，应为：{right}。"),
            Wrong::Unknown(kind) => format!("的{field}指向「{stood}」，但没有这个{}。", kind.called(Lang::Zh)),
            Wrong::Twice => "出现了不止一次，每个 key 只能用一次。".into(),
            Wrong::NoKey => "的 key 不对：只能用小写字母、数字和连字符。".into(),
            Wrong::NotOne => "应当恰好有一条。".into(),
        }
    }

    fn in_english(&self) -> String {
        let field = self.called(Lang::En);
        let stood = &self.stood;
        match self.wrong {
            Wrong::Unfit(right) if stood.is_empty() => format!(": {field} is missing; right would be: {right}."),
            Wrong::Unfit(right) => format!(": {field} “{stood}” does not fit; right would be: {right}."),
            Wrong::Unknown(kind) => format!(": {field} names “{stood}”, but there is no such {}.", kind.called(Lang::En)),
            Wrong::Twice => ": it stands there more than once; each key may stand once.".into(),
            Wrong::NoKey => ": that is no key; small letters, digits and hyphens are.".into(),
            Wrong::NotOne => ": there must be exactly one.".into(),
        }
    }

    fn called(&self, lang: Lang) -> &'static str {
        let place = self.field.and_then(|field| self.kind.place_of(field));
        place.map_or("", |place| self.kind.fields()[place].called(lang))
    }
}
