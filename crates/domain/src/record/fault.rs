//! What can be wrong with a record.

use super::Kind;
use crate::text::Lang;

/// A record that does not fit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Which of the records, counted from 0 in the list that was given; its length where one is missing.
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
        let (kind, key) = (self.kind.called(lang), &self.key);
        match lang {
            Lang::Zh => match self.wrong {
                Wrong::NotOne => format!("应恰好有一条{kind}记录，现有 {} 条。", self.stood),
                Wrong::Twice => format!("{kind}「{key}」出现了两次，每个 key 只能出现一次。"),
                Wrong::NoKey => format!("「{key}」不能作{kind}的 key，应为：{}。", self.right_key(lang)),
                Wrong::Unfit(right) => {
                    format!("{}{}，应为：{right}。", self.place(lang), self.standing(lang))
                }
                Wrong::Unknown(other) => format!(
                    "{}{}，但没有这样的{}；请填写已有的 key。",
                    self.place(lang),
                    self.standing(lang),
                    other.called(lang)
                ),
            },
            Lang::En => match self.wrong {
                Wrong::NotOne => format!("there must be exactly one {kind}, not {}.", self.stood),
                Wrong::Twice => format!("the {kind} “{key}” stands there twice; each key may stand once."),
                Wrong::NoKey => {
                    format!("“{key}” is no key for this {kind}; right would be: {}.", self.right_key(lang))
                }
                Wrong::Unfit(right) => {
                    format!("{} {}; right would be: {right}.", self.place(lang), self.standing(lang))
                }
                Wrong::Unknown(other) => format!(
                    "{} {}, but there is no such {}; right would be the key of one.",
                    self.place(lang),
                    self.standing(lang),
                    other.called(lang)
                ),
            },
        }
    }

    fn right_key(&self, lang: Lang) -> &'static str {
        match (self.kind, lang) {
            (Kind::Occurrence, Lang::Zh) => "小写的 UUID",
            (Kind::Occurrence, Lang::En) => "a UUID in small letters",
            (Kind::Road, Lang::Zh) => "起点/终点",
            (Kind::Road, Lang::En) => "from/to",
            (_, _) => "a-z 0-9 -",
        }
    }

    /// `场馆「park」的「开放时间」（hours）`, `“opening hours” (hours) of the venue “park”`.
    fn place(&self, lang: Lang) -> String {
        let (kind, key) = (self.kind.called(lang), &self.key);
        let field = self.kind.fields().iter().find(|field| Some(field.name) == self.field);
        match (field, lang) {
            (Some(field), Lang::Zh) => {
                format!("{kind}「{key}」的「{}」（{}）", field.called(lang), field.name)
            }
            (Some(field), Lang::En) => {
                format!("“{}” ({}) of the {kind} “{key}”", field.called(lang), field.name)
            }
            (None, Lang::Zh) => format!("{kind}「{key}」"),
            (None, Lang::En) => format!("the {kind} “{key}”"),
        }
    }

    fn standing(&self, lang: Lang) -> String {
        match (self.stood.as_str(), lang) {
            ("", Lang::Zh) => "未填写".into(),
            ("", Lang::En) => "is empty".into(),
            (stood, Lang::Zh) => format!("写的是「{stood}」"),
            (stood, Lang::En) => format!("says “{stood}”"),
        }
    }
}
