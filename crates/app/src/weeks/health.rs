//! Whether the memory is well: everything a doctor looks at, in words.

use festoon_domain::record::put_together;
use festoon_domain::text::Lang;
use festoon_store::weeks::WeekRow;
use festoon_store::{Store, StoreError, draft, outbox, releases, weeks};
use jiff::{SignedDuration, Timestamp};

use crate::releases::thaw;
use crate::uploads::{self, UploadFolder};

/// How far a clock may lie behind the newest entry before somebody should know: two machines are never quite together.
const TOLERATED: SignedDuration = SignedDuration::from_secs(5);

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Finding {
    /// A week is well: its name, records, sessions, and the number of its newest release.
    Week(String, usize, usize, Option<u32>),
    /// The draft of a week holds what its newest release does not; after going back to an older one too.
    Unreleased(String),
    /// A draft cannot be read as a week: week, zh, en.
    Draft(String, String, String),
    /// A release cannot be read: week, number, zh, en.
    Release(String, u32, String, String),
    /// The database file itself is damaged; the database's words.
    Damaged(String),
    /// The clock is behind what was written last.
    Clock(SignedDuration),
    /// Tasks that were given up.
    Dead(usize),
    /// Tasks that should have been done long ago: nobody does them.
    Overdue(usize),
    /// Uploads whose file is gone.
    Missing(Vec<String>),
    /// Pictures without copies.
    WithoutCopies(usize),
    /// Files that belong to nothing.
    Orphans(usize),
    /// The folder of uploads cannot be read: zh, en.
    Uploads(String, String),
    /// Something about the keys: zh, en.
    Keys(String, String),
}

/// What was found about the whole memory.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Health {
    /// In the order in which it was looked at.
    pub findings: Vec<Finding>,
}

impl Health {
    /// Nothing needs to be done.
    #[must_use]
    pub fn is_well(&self) -> bool {
        self.findings.iter().all(|finding| !finding.is_trouble())
    }
}

impl Finding {
    /// Whether somebody should do something.
    #[must_use]
    pub const fn is_trouble(&self) -> bool {
        !matches!(self, Self::Week(..) | Self::Unreleased(_) | Self::Orphans(_))
    }
}

/// An administrator asks whether all is well; nothing is changed.
///
/// # Errors
/// When the database does not answer.
pub fn examine(store: &Store, folder: &UploadFolder, now: Timestamp) -> Result<Health, StoreError> {
    let mut health = Health::default();
    health.findings.extend(store.damage()?.into_iter().map(Finding::Damaged));

    let known = store.read(weeks::all)?;
    let mut newest: Option<Timestamp> = None;
    for week in known {
        newest = newest.max(Some(week.created_at));
        newest = newest.max(examine_week(store, &week, &mut health)?);
    }
    let behind = newest.map(|newest| newest.duration_since(now)).filter(|behind| *behind > TOLERATED);
    health.findings.extend(behind.map(Finding::Clock));

    examine_tasks(store, now, &mut health)?;
    examine_uploads(store, folder, now, &mut health)?;
    Ok(health)
}

/// The draft and every release of a week; when its newest release was made.
fn examine_week(store: &Store, week: &WeekRow, health: &mut Health) -> Result<Option<Timestamp>, StoreError> {
    let slug = week.slug.clone();
    let (records, rows) = store.read(move |read| {
        Ok::<_, StoreError>((draft::load(read, &slug)?, releases::of_week(read, &slug)?))
    })?;
    let newest = rows.first();
    match put_together(&records) {
        Ok(together) => health.findings.push(Finding::Week(
            week.slug.clone(),
            records.len(),
            together.programme.sessions.len(),
            newest.map(|row| row.number),
        )),
        Err(fault) => {
            let (zh, en) = (fault.sentence(Lang::Zh), fault.sentence(Lang::En));
            health.findings.push(Finding::Draft(week.slug.clone(), zh, en));
        }
    }
    // One that brings an older one back is of the draft's revision of then.
    if newest.is_some_and(|row| row.revision < week.revision) {
        health.findings.push(Finding::Unreleased(week.slug.clone()));
    }
    for row in &rows {
        let (slug, number) = (week.slug.clone(), row.number);
        let bytes = store.read(move |read| releases::frozen(read, &slug, number))?.unwrap_or_default();
        if let Err(damaged) = thaw(&bytes) {
            let (zh, en) = (damaged.sentence(Lang::Zh).to_owned(), damaged.sentence(Lang::En).to_owned());
            health.findings.push(Finding::Release(week.slug.clone(), row.number, zh, en));
        }
    }
    Ok(newest.map(|row| row.at))
}

fn examine_tasks(store: &Store, now: Timestamp, health: &mut Health) -> Result<(), StoreError> {
    let standing = store.read(|read| outbox::standing(read, 10_000))?;
    let dead = standing.iter().filter(|standing| standing.dead_at.is_some()).count();
    let late = |due: Timestamp| now.duration_since(due) > SignedDuration::from_mins(10);
    let overdue = standing
        .iter()
        .filter(|standing| standing.dead_at.is_none() && standing.leased_until.is_none_or(late))
        .filter(|standing| late(standing.task.due_at))
        .count();
    if dead > 0 {
        health.findings.push(Finding::Dead(dead));
    }
    if overdue > 0 {
        health.findings.push(Finding::Overdue(overdue));
    }
    Ok(())
}

fn examine_uploads(
    store: &Store,
    folder: &UploadFolder,
    now: Timestamp,
    health: &mut Health,
) -> Result<(), StoreError> {
    let folder = folder.clone();
    match store.read(move |read| uploads::look(read, &folder, now))? {
        Err(refusal) => {
            let (zh, en) = (refusal.sentence(Lang::Zh), refusal.sentence(Lang::En));
            health.findings.push(Finding::Uploads(zh, en));
        }
        Ok(stray) => {
            if !stray.missing.is_empty() {
                let names = stray.missing.into_iter().map(|upload| upload.name).collect();
                health.findings.push(Finding::Missing(names));
            }
            if !stray.without_copies.is_empty() {
                health.findings.push(Finding::WithoutCopies(stray.without_copies.len()));
            }
            if !stray.orphans.is_empty() {
                health.findings.push(Finding::Orphans(stray.orphans.len()));
            }
        }
    }
    Ok(())
}

impl Finding {
    /// What was found, and what to do.
    #[must_use]
    pub fn sentence(&self, lang: Lang) -> String {
        match lang {
            Lang::Zh => self.in_chinese(),
            Lang::En => self.in_english(),
        }
    }

    fn in_chinese(&self) -> String {
        match self {
            Self::Week(week, records, sessions, Some(number)) => {
                format!("「{week}」：{records} 条记录，{sessions} 个场次，已发布到第{number}版。")
            }
            Self::Week(week, records, sessions, None) => {
                format!("「{week}」：{records} 条记录，{sessions} 个场次，尚未发布。")
            }
            Self::Unreleased(week) => format!("「{week}」的草稿里有最新一版没有的改动。"),
            Self::Draft(week, zh, _) => {
                format!("「{week}」的草稿读不成完整的一届：{zh}请从备份恢复，或用 festoon edit 改正。")
            }
            Self::Release(week, number, zh, _) => {
                format!("「{week}」第{number}版读不出来：{zh}请从备份恢复。")
            }
            Self::Damaged(words) => format!("数据库已损坏（{words}）。请立即停止写入，从备份恢复。"),
            Self::Clock(behind) => format!(
                "这台机器的时钟比数据库里最新的记录慢 {}。新的发布会记在上一版之后；请校准时钟。",
                length(*behind, Lang::Zh)
            ),
            Self::Dead(count) => {
                format!("有 {count} 个后台任务已放弃：festoon tasks 会列出原因，--retry 可再试。")
            }
            Self::Overdue(count) => {
                format!("有 {count} 个后台任务早该完成却没有人做：请让 festoon serve 保持运行。")
            }
            Self::Missing(names) => {
                format!("数据库里有、磁盘上没有的上传文件：{}。请从备份恢复，或重新上传。", names.join("、"))
            }
            Self::WithoutCopies(count) => format!("有 {count} 张图片还没有缩小的副本，公众暂时看不到。"),
            Self::Orphans(count) => format!("有 {count} 个没有用处的旧文件，festoon doctor --sweep 可清理。"),
            Self::Uploads(zh, _) => format!("上传文件夹有问题：{zh}"),
            Self::Keys(zh, _) => format!("密钥文件有问题：{zh}"),
        }
    }

    fn in_english(&self) -> String {
        match self {
            Self::Week(week, records, sessions, number) => {
                let state =
                    number.map_or("not released yet".into(), |number| format!("released as {number}"));
                format!("{week}: {records} records, {sessions} sessions, {state}.")
            }
            Self::Unreleased(week) => {
                format!("The draft of {week} holds changes that are not in its newest release.")
            }
            Self::Draft(week, _, en) => {
                format!(
                    "The draft of {week} does not make a week: {en} Restore a backup, or put it right with festoon edit."
                )
            }
            Self::Release(week, number, _, en) => {
                format!("Release {number} of {week} cannot be read: {en} Restore a backup.")
            }
            Self::Damaged(words) => {
                format!("The database is damaged ({words}). Stop writing to it and restore a backup.")
            }
            Self::Clock(behind) => format!(
                "This machine's clock is {} behind the newest entry of the database. A release will be dated after the last one; set the clock right.",
                length(*behind, Lang::En)
            ),
            Self::Dead(1) => "1 task was given up: festoon tasks tells why, --retry tries again.".into(),
            Self::Dead(count) => {
                format!("{count} tasks were given up: festoon tasks tells why, --retry tries again.")
            }
            Self::Overdue(count) => {
                format!("{count} of the tasks should have been done long ago: keep a festoon serve running.")
            }
            Self::Missing(names) => {
                format!(
                    "Uploads that are in the database and not on disk: {}. Restore a backup, or upload them again.",
                    names.join(", ")
                )
            }
            Self::WithoutCopies(count) => {
                format!("{count} of the pictures have no smaller copies yet; the public does not see them.")
            }
            Self::Orphans(count) => {
                format!("{count} old files belong to nothing; festoon doctor --sweep removes them.")
            }
            Self::Uploads(_, en) => format!("There is something wrong with the folder of uploads: {en}"),
            Self::Keys(_, en) => format!("There is something wrong with the keys: {en}"),
        }
    }
}

fn length(duration: SignedDuration, lang: Lang) -> String {
    let (seconds, minutes, hours) = (duration.as_secs(), duration.as_mins(), duration.as_hours());
    match (lang, hours, minutes) {
        (Lang::Zh, 0, 0) => format!("{seconds} 秒"),
        (Lang::Zh, 0, _) => format!("{minutes} 分钟"),
        (Lang::Zh, ..) => format!("{hours} 小时"),
        (Lang::En, 0, 0) => format!("{seconds} s"),
        (Lang::En, 0, _) => format!("{minutes} min"),
        (Lang::En, ..) => format!("{hours} h"),
    }
}
