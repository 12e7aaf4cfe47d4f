//! Notices 紧急通知: posted, withdrawn, never taken out. Who did it stands in the row, as with a release: a notice is no part of a draft.

use festoon_domain::notice::Notice;
use festoon_domain::text::{Lang, Text};
use jiff::Timestamp;

use crate::{Read, Row, StoreError, Tx};

/// A notice with what the office knows of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoticeRow {
    /// Of which week.
    pub week: String,
    /// What everybody reads.
    pub notice: Notice,
    /// Who posted it.
    pub posted_by: String,
    /// When and by whom it was withdrawn.
    pub withdrawn: Option<(Timestamp, String)>,
}

/// What is to be posted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewNotice {
    /// In which week.
    pub week: String,
    /// What it says, in both languages.
    pub text: Text,
    /// When.
    pub posted: Timestamp,
    /// By whom.
    pub posted_by: String,
    /// When it ends by itself.
    pub ends: Option<Timestamp>,
}

/// Posts a notice under the number after the week's last; that number.
///
/// # Errors
/// When there is no such week, the database refuses or does not answer.
pub fn put(tx: &mut Tx<'_>, new: &NewNotice) -> Result<u32, StoreError> {
    // Two who take the same number meet at the key, and one of them looks again.
    let number: u32 = tx.one(
        "SELECT COALESCE(MAX(number), 0) + 1 FROM notice WHERE week = $1",
        &[new.week.as_str().into()],
        |row| row.get(0),
    )?;
    tx.run(
        "INSERT INTO notice (week, number, text_zh, text_en, posted_at, posted_by, ends_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        &[
            new.week.as_str().into(),
            number.into(),
            new.text.wording(Lang::Zh).into(),
            new.text.wording(Lang::En).into(),
            new.posted.into(),
            new.posted_by.as_str().into(),
            new.ends.into(),
        ],
    )?;
    Ok(number)
}

/// Withdraws a notice; false, and nothing done, when there is none or it was withdrawn before.
///
/// # Errors
/// When the database refuses or does not answer.
pub fn withdraw(
    tx: &mut Tx<'_>,
    week: &str,
    number: u32,
    at: Timestamp,
    by: &str,
) -> Result<bool, StoreError> {
    let withdrawn = tx.run(
        "UPDATE notice SET withdrawn_at = $3, withdrawn_by = $4
         WHERE week = $1 AND number = $2 AND withdrawn_at IS NULL",
        &[week.into(), number.into(), at.into(), by.into()],
    )?;
    Ok(withdrawn == 1)
}

/// The notices of a week, newest first, whether or not they stand.
///
/// # Errors
/// When the database does not answer.
pub fn of_week(read: &mut Read<'_>, week: &str) -> Result<Vec<NoticeRow>, StoreError> {
    read.all(
        "SELECT week, number, text_zh, text_en, posted_at, posted_by, ends_at, withdrawn_at, withdrawn_by
         FROM notice WHERE week = $1 ORDER BY number DESC",
        &[week.into()],
        notice_row,
    )
}

/// The notices of all weeks that are to be read at a time, by week, newest first.
///
/// # Errors
/// When the database does not answer.
pub fn standing(read: &mut Read<'_>, now: Timestamp) -> Result<Vec<NoticeRow>, StoreError> {
    read.all(
        "SELECT week, number, text_zh, text_en, posted_at, posted_by, ends_at, withdrawn_at, withdrawn_by
         FROM notice WHERE withdrawn_at IS NULL AND (ends_at IS NULL OR ends_at > $1)
         ORDER BY week, number DESC",
        &[now.into()],
        notice_row,
    )
}

/// When what is to be read over a week changed last, by week: a notice came, was withdrawn or ended by itself.
///
/// # Errors
/// When the database does not answer.
pub fn changed(read: &mut Read<'_>, now: Timestamp) -> Result<Vec<(String, Timestamp)>, StoreError> {
    let latest = "SELECT week, MAX(CASE
           WHEN withdrawn_at IS NOT NULL THEN withdrawn_at
           WHEN ends_at IS NOT NULL AND ends_at <= $1 THEN ends_at
           ELSE posted_at END)
         FROM notice GROUP BY week ORDER BY week";
    read.all(latest, &[now.into()], |row| Ok((row.get(0)?, row.get(1)?)))
}

fn notice_row(row: &mut Row) -> Result<NoticeRow, StoreError> {
    let (zh, en): (String, String) = (row.get(2)?, row.get(3)?);
    let withdrawn: (Option<Timestamp>, Option<String>) = (row.get(7)?, row.get(8)?);
    Ok(NoticeRow {
        week: row.get(0)?,
        notice: Notice {
            number: row.get(1)?,
            text: Text::from_wordings(&zh, &en, None),
            posted: row.get(4)?,
            ends: row.get(6)?,
        },
        posted_by: row.get(5)?,
        withdrawn: withdrawn.0.zip(withdrawn.1),
    })
}
