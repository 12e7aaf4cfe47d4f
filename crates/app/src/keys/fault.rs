//! Why keys are not taken, and what would be right.

use std::io;

use festoon_domain::text::Lang;

/// Why there are no keys to be had.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeysFault {
    /// There is no file.
    Absent,
    /// It is a link; where keys are must not be somebody else's choice.
    Link,
    /// It is a folder, a pipe or a device.
    NoFile,
    /// Others may read or change it: its permissions.
    Open(u32),
    /// It is cut off, was changed by hand or holds something else; the reader's own words, never a key.
    Damaged(String),
    /// It has no key for this purpose yet.
    Lacking(&'static str),
    /// The source of random bytes gave nothing, or the same twice.
    Chance,
    /// The disk refused; its own words.
    Disk(String),
}

impl KeysFault {
    pub(super) fn of_disk(error: &io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound => Self::Absent,
            _ => Self::Disk(error.to_string()),
        }
    }

    /// What is wrong and what would be right.
    #[must_use]
    pub fn sentence(&self, lang: Lang) -> String {
        match (self, lang) {
            (Self::Absent, Lang::Zh) => {
                "没有密钥文件。若以前有过，请从保管处取回；换用新密钥会使已发出的通行码全部失效。".into()
            }
            (Self::Absent, Lang::En) => {
                "there is no key file. If there was one, bring it back: new keys void every pass already given out.".into()
            }
            (Self::Link, Lang::Zh) => "密钥文件是一个链接。请直接给出文件本身的位置。".into(),
            (Self::Link, Lang::En) => "the key file is a link. Name the file itself.".into(),
            (Self::NoFile, Lang::Zh) => "这个位置上的不是普通文件。请给出密钥文件的位置。".into(),
            (Self::NoFile, Lang::En) => "what is there is no ordinary file. Name the key file.".into(),
            (Self::Open(mode), Lang::Zh) => {
                format!("密钥文件的权限是 {mode:03o}，别人也能读或改。请执行 chmod 600，只留给所有者。")
            }
            (Self::Open(mode), Lang::En) => format!(
                "the key file's permissions are {mode:03o}: others may read or change it. Run chmod 600 on it, so that only its owner may."
            ),
            (Self::Damaged(words), Lang::Zh) => {
                format!("密钥文件不完整或被改过（{words}）。请从保管处取回原件；程序不会自动生成新的密钥。")
            }
            (Self::Damaged(words), Lang::En) => format!(
                "the key file is cut off or was changed ({words}). Bring the original back; no new one is made in its place."
            ),
            (Self::Lacking(purpose), Lang::Zh) => format!("密钥文件里还没有用途「{purpose}」的密钥，需要补上。"),
            (Self::Lacking(purpose), Lang::En) => {
                format!("the key file has no key for “{purpose}” yet; one must be added.")
            }
            (Self::Chance, Lang::Zh) => "系统的随机数不可用，没有生成密钥。请检查系统后再试。".into(),
            (Self::Chance, Lang::En) => {
                "the system gives no random numbers, so no key was made. Check the system and try again.".into()
            }
            (Self::Disk(words), Lang::Zh) => format!("无法读写密钥文件（{words}）。请检查磁盘和文件夹权限。"),
            (Self::Disk(words), Lang::En) => format!(
                "the key file cannot be read or written ({words}). Check the disk and the folder's permissions."
            ),
        }
    }
}
