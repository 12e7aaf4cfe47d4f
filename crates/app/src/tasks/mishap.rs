//! Why a task was not done, as it is written into the outbox and told to people.
//!
//! The outbox holds one text: a word for the kind of mishap, a colon, and the details, in Chinese and English where they are ours. It is
//! read back when somebody looks.

use std::fmt;

use festoon_domain::text::Lang;
use festoon_store::StoreError;

/// Stands between the Chinese and the English: nobody writes it.
const BETWEEN: char = '\u{1f}';

/// What went wrong, in both languages; what a system said stands in both as it said it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    zh: String,
    en: String,
}

impl Words {
    /// A sentence in each language.
    #[must_use]
    pub fn said(sentence: impl Fn(Lang) -> String) -> Self {
        Self { zh: sentence(Lang::Zh), en: sentence(Lang::En) }
    }

    fn parse(text: &str) -> Self {
        text.split_once(BETWEEN).map_or_else(|| text.into(), |(zh, en)| Self { zh: zh.into(), en: en.into() })
    }

    /// Without the end of a sentence, to stand in brackets.
    fn read(&self, lang: Lang) -> &str {
        match lang {
            Lang::Zh => self.zh.trim_end_matches('。'),
            Lang::En => self.en.trim_end_matches('.'),
        }
    }
}

impl From<&str> for Words {
    fn from(words: &str) -> Self {
        Self { zh: words.to_owned(), en: words.to_owned() }
    }
}

impl From<String> for Words {
    fn from(words: String) -> Self {
        words.as_str().into()
    }
}

impl From<&StoreError> for Words {
    fn from(error: &StoreError) -> Self {
        Self::said(|lang| match (error.words.is_empty(), lang) {
            (true, lang) => error.sentence(lang),
            (false, Lang::Zh) => format!("{}（{}）", error.sentence(lang), error.words),
            (false, Lang::En) => format!("{} ({})", error.sentence(lang), error.words),
        })
    }
}

impl fmt::Display for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.zh == self.en { f.write_str(&self.en) } else { write!(f, "{}{BETWEEN}{}", self.zh, self.en) }
    }
}

/// Why a task was not done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mishap {
    /// The work did not succeed, and why.
    Failed(Words),
    /// The work ended in a mistake of ours; its message.
    Panicked(String),
    /// Nobody here knows this sort of work.
    UnknownKind(String),
    /// What it says is not what this Festoon knows of its sort; the reader's words.
    Unreadable(String),
    /// The program ended while it worked, as often as this.
    Unfinished(u32),
}

impl Mishap {
    const fn word(&self) -> &'static str {
        match self {
            Self::Failed(_) => "failed",
            Self::Panicked(_) => "panicked",
            Self::UnknownKind(_) => "unknown-kind",
            Self::Unreadable(_) => "unreadable",
            Self::Unfinished(_) => "unfinished",
        }
    }

    /// Reads what [`Display`](fmt::Display) wrote; anything else is a failure in these words.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        let Some((word, details)) = text.split_once(": ") else { return Self::Failed(text.into()) };
        let details = details.to_owned();
        match word {
            "failed" => Self::Failed(Words::parse(&details)),
            "panicked" => Self::Panicked(details),
            "unknown-kind" => Self::UnknownKind(details),
            "unreadable" => Self::Unreadable(details),
            "unfinished" => details.parse().map_or_else(|_| Self::Failed(text.into()), Self::Unfinished),
            _ => Self::Failed(text.into()),
        }
    }

    /// What is wrong and what would be right.
    #[must_use]
    pub fn sentence(&self, lang: Lang) -> String {
        match (self, lang) {
            (Self::Failed(words), Lang::Zh) => {
                format!("任务未完成（{}）。请排除原因后重试。", words.read(lang))
            }
            (Self::Failed(words), Lang::En) => {
                format!("It did not succeed ({}). Remove the cause and try again.", words.read(lang))
            }
            (Self::Panicked(words), Lang::Zh) => {
                format!("程序内部出错（{words}）。请把这条信息反馈给开发者。")
            }
            (Self::Panicked(words), Lang::En) => {
                format!("The program made a mistake ({words}). Please report this message.")
            }
            (Self::UnknownKind(kind), Lang::Zh) => {
                format!("不认识「{kind}」这种任务，可能是更新版本的 Festoon 留下的。请升级后重试。")
            }
            (Self::UnknownKind(kind), Lang::En) => format!(
                "Nobody here knows tasks of the kind “{kind}”; a newer Festoon may have left it. Upgrade, then try again."
            ),
            (Self::Unreadable(words), Lang::Zh) => {
                format!("无法识别任务内容（{words}），可能是更新版本的 Festoon 留下的。请升级后重试。")
            }
            (Self::Unreadable(words), Lang::En) => format!(
                "What the task says is not understood ({words}); a newer Festoon may have left it. Upgrade, then try again."
            ),
            (Self::Unfinished(times), Lang::Zh) => {
                format!("程序在处理时中断了 {times} 次，不再自动重试。请检查内存和磁盘后手动重试。")
            }
            (Self::Unfinished(times), Lang::En) => format!(
                "The program ended {times} times while working on it, so it is not tried again by itself. Check memory and disk, then try again."
            ),
        }
    }
}

impl fmt::Display for Mishap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: ", self.word())?;
        match self {
            Self::Failed(words) => words.fmt(f),
            Self::Panicked(words) | Self::UnknownKind(words) | Self::Unreadable(words) => f.write_str(words),
            Self::Unfinished(times) => write!(f, "{times}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_is_read_back_in_the_language_of_whoever_looks() {
        let words = Words::said(|lang| match lang {
            Lang::Zh => "磁盘已满。".into(),
            Lang::En => "The disk is full.".into(),
        });
        let mishap = Mishap::parse(&Mishap::Failed(words.clone()).to_string());
        assert_eq!(mishap, Mishap::Failed(words));
        assert_eq!(mishap.sentence(Lang::Zh), "任务未完成（磁盘已满）。请排除原因后重试。");
        assert_eq!(
            mishap.sentence(Lang::En),
            "It did not succeed (The disk is full). Remove the cause and try again."
        );
        let said = Mishap::Failed("connection refused".into());
        assert_eq!(said.to_string(), "failed: connection refused");
        assert_eq!(Mishap::parse(&said.to_string()), said);
    }
}
