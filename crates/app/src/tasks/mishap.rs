//! Why a task was not done, as it is written into the outbox and told to people.
//!
//! The outbox holds one text: a word for the kind of mishap, a colon, and the details. It is read back when somebody looks.

use std::fmt;

use festoon_domain::text::Lang;

/// Why a task was not done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mishap {
    /// The work did not succeed; in words for the log.
    Failed(String),
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
        let Some((word, details)) = text.split_once(": ") else { return Self::Failed(text.to_owned()) };
        let details = details.to_owned();
        match word {
            "failed" => Self::Failed(details),
            "panicked" => Self::Panicked(details),
            "unknown-kind" => Self::UnknownKind(details),
            "unreadable" => Self::Unreadable(details),
            "unfinished" => details.parse().map_or_else(|_| Self::Failed(text.to_owned()), Self::Unfinished),
            _ => Self::Failed(text.to_owned()),
        }
    }

    /// What is wrong and what would be right.
    #[must_use]
    pub fn sentence(&self, lang: Lang) -> String {
        match (self, lang) {
            (Self::Failed(words), Lang::Zh) => format!("任务未完成（{words}）。请排除原因后重试。"),
            (Self::Failed(words), Lang::En) => {
                format!("It did not succeed ({words}). Remove the cause and try again.")
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
            Self::Failed(words)
            | Self::Panicked(words)
            | Self::UnknownKind(words)
            | Self::Unreadable(words) => f.write_str(words),
            Self::Unfinished(times) => write!(f, "{times}"),
        }
    }
}
