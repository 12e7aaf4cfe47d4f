//! What can go wrong with a database, as far as somebody can do something about it.

use std::fmt;

use festoon_domain::text::Lang;

/// A database did not do what was asked; nothing of the transaction is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoreError {
    /// What somebody can do about it.
    pub trouble: Trouble,
    /// The database's own words, for the log.
    pub words: String,
}

/// Kinds of trouble, by what would be right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// A newer Festoon has been here: schema found, newest known.
    Newer(i64, i64),
    /// The schema is older than this Festoon: found, newest known. `festoon migrate` is right.
    Older(i64, i64),
    /// It is no database, or one that is damaged.
    Corrupt,
    /// It is another program's database.
    Foreign,
    /// The disk is full.
    Full,
    /// Reading or writing is not allowed.
    Forbidden,
    /// There is no such file, folder or database.
    Absent,
    /// Another server holds this SQLite file.
    Served,
    /// Another process wrote for too long.
    Busy,
    /// The database does not answer.
    Away,
    /// The connection broke while the transaction was being made lasting, and nobody knows whether it is.
    Unknown,
    /// Writers got into each other's way again and again.
    Contended,
    /// A mistake of ours.
    Ours,
}

impl StoreError {
    /// A trouble with the database's own words.
    #[must_use]
    pub fn new(trouble: Trouble, words: impl Into<String>) -> Self {
        Self { trouble, words: words.into() }
    }

    pub(crate) fn unfit(column: usize) -> Self {
        Self::new(Trouble::Ours, format!("column {column} does not hold what was expected"))
    }

    /// What is wrong and what would be right.
    #[must_use]
    pub fn sentence(&self, lang: Lang) -> String {
        match lang {
            Lang::Zh => chinese(&self.trouble),
            Lang::En => english(&self.trouble),
        }
    }
}

fn chinese(trouble: &Trouble) -> String {
    match trouble {
        Trouble::Newer(found, newest) => {
            return format!(
                "数据库已由更新版本的 Festoon 升级（结构 {found}，本程序最高支持 {newest}）。请改用新版本，或恢复升级前的备份。"
            );
        }
        Trouble::Older(found, newest) => {
            return format!("数据库结构（{found}）比本程序（{newest}）旧。请先运行 `festoon migrate`。");
        }
        Trouble::Corrupt => "这不是数据库文件，或者文件已损坏。请检查地址，或用备份恢复。",
        Trouble::Foreign => "这是其他程序的数据库，Festoon 不会改动它。请另选一个文件名。",
        Trouble::Full => "磁盘已满，什么也没有写入。请清出空间后重试。",
        Trouble::Forbidden => "没有读写数据库的权限。请检查运行 Festoon 的用户对该文件及所在文件夹的权限，或数据库账号的权限。",
        Trouble::Absent => "没有这个数据库。请检查地址（--database、--data）；SQLite 文件会在第一次 festoon import 时建立，PostgreSQL 请先用 createdb 建库。",
        Trouble::Served => "另一个 Festoon 正在使用这个 SQLite 文件。请先停掉它；需要同时运行多台服务器时，请改用 PostgreSQL。",
        Trouble::Busy => "数据库一直被占用，什么也没有写入。请稍后重试。",
        Trouble::Away => "数据库没有响应，什么也没有写入。请确认它正在运行，然后重试。",
        Trouble::Unknown => "保存时连接中断，无法确定是否已经保存。请先查看结果，再决定是否重做。",
        Trouble::Contended => "同时修改的人太多，这次没有保存。请重试。",
        Trouble::Ours => "这是 Festoon 自身的错误，什么也没有写入。请把日志发给开发者。",
    }
    .to_owned()
}

fn english(trouble: &Trouble) -> String {
    match trouble {
        Trouble::Newer(found, newest) => {
            return format!(
                "A newer Festoon has upgraded this database (schema {found}; this one knows up to {newest}). \
                 Use the newer version, or restore a backup from before."
            );
        }
        Trouble::Older(found, newest) => {
            return format!(
                "The database's schema ({found}) is older than this Festoon's ({newest}). Run `festoon migrate` first."
            );
        }
        Trouble::Corrupt => {
            "This is not a database, or it is damaged. Check the address, or restore a backup."
        }
        Trouble::Foreign => {
            "This database belongs to another program, and Festoon leaves it alone. Choose another file name."
        }
        Trouble::Full => "The disk is full; nothing was written. Make room and try again.",
        Trouble::Forbidden => {
            "The database may not be read or written. Check what the user that runs Festoon may do with the file \
             and its folder, or what the database account may do."
        }
        Trouble::Absent => {
            "There is no such database. Check the address (--database, --data); a SQLite file is made by the first festoon import, a PostgreSQL database by createdb."
        }
        Trouble::Served => {
            "Another Festoon is using this SQLite file. Stop it first; to run several servers, use PostgreSQL."
        }
        Trouble::Busy => "The database stayed busy; nothing was written. Try again in a moment.",
        Trouble::Away => {
            "The database does not answer; nothing was written. Make sure that it is running, then try again."
        }
        Trouble::Unknown => {
            "The connection broke while saving, and it could not be found out whether it was saved. \
             Look before doing it again."
        }
        Trouble::Contended => {
            "Too many people were changing the same thing; this was not saved. Try again."
        }
        Trouble::Ours => {
            "This is a mistake in Festoon; nothing was written. Please send the log to its developers."
        }
    }
    .to_owned()
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.sentence(Lang::En), self.words)
    }
}

impl std::error::Error for StoreError {}
