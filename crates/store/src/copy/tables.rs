//! The tables there are, and what is asked of each.

use std::sync::LazyLock;

use festoon_domain::record::Kind;

use crate::tx::Type;
use crate::{draft, journal};

/// A table.
#[derive(Debug)]
pub struct Table {
    /// Its name.
    pub name: &'static str,
    /// Its columns and their types.
    pub columns: &'static [(&'static str, Type)],
    /// How many of the columns, from the first, are its key.
    pub key: usize,
    /// How many rows are read at once: few where they are large.
    pub chunk: usize,
    /// Whether it goes into backups.
    pub backed: Backed,
    pub(super) first: &'static str,
    pub(super) next: &'static str,
    pub(super) wipe: &'static str,
}

/// Whether a table goes into backups.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Backed {
    /// It does.
    Up,
    /// It does not, and outlives a restore: what a visitor has taken back must not come back with an older state of the weeks.
    Never,
}

/// All tables, in an order in which what is named stands before what names it.
#[must_use]
pub fn tables() -> &'static [Table] {
    static ALL: LazyLock<Vec<Table>> = LazyLock::new(|| {
        let mut all = vec![made("week", WEEK, 1, MANY), made("current_week", CURRENT_WEEK, 1, MANY)];
        all.extend(Kind::ALL.into_iter().map(|kind| {
            let (name, columns) = draft::columns_of(kind);
            made(name, columns, 2, MANY)
        }));
        all.extend([
            made("imported_source", IMPORTED_SOURCE, 2, MANY),
            made("imported_record", IMPORTED_RECORD, 4, MANY),
            made("journal", journal::COLUMNS, 3, MANY),
            made("released", RELEASED, 2, MANY),
            made("released_body", RELEASED_BODY, 2, 1),
            made("outbox", OUTBOX, 1, MANY),
            made("upload", UPLOAD, 2, MANY),
            made("notice", NOTICE, 2, MANY),
            Table { backed: Backed::Never, ..made("plan_copy", PLAN_COPY, 1, MANY) },
        ]);
        all
    });
    &ALL
}

/// Some megabytes of the widest table.
const MANY: usize = 2_000;

fn made(name: &'static str, columns: &'static [(&'static str, Type)], key: usize, chunk: usize) -> Table {
    let quoted: Vec<String> = columns.iter().map(|(name, _)| format!("\"{name}\"")).collect();
    let (all, keys) = (quoted.join(", "), quoted[..key].join(", "));
    let places = (1..=key).map(|place| format!("${place}")).collect::<Vec<_>>().join(", ");
    Table {
        name,
        columns,
        key,
        chunk,
        backed: Backed::Up,
        first: format!("SELECT {all} FROM {name} ORDER BY {keys} LIMIT {chunk}").leak(),
        next: format!("SELECT {all} FROM {name} WHERE ({keys}) > ({places}) ORDER BY {keys} LIMIT {chunk}")
            .leak(),
        wipe: format!("DELETE FROM {name}").leak(),
    }
}

const WEEK: &[(&str, Type)] = &[("slug", Type::Text), ("revision", Type::Int), ("created_at", Type::Int)];

const CURRENT_WEEK: &[(&str, Type)] = &[("single", Type::Int), ("week", Type::Text)];

const IMPORTED_SOURCE: &[(&str, Type)] = &[("week", Type::Text), ("source", Type::Text), ("at", Type::Int)];

const IMPORTED_RECORD: &[(&str, Type)] = &[
    ("week", Type::Text),
    ("source", Type::Text),
    ("kind", Type::Text),
    ("key", Type::Text),
    ("said", Type::Text),
];

const RELEASED: &[(&str, Type)] = &[
    ("week", Type::Text),
    ("number", Type::Int),
    ("at", Type::Int),
    ("actor", Type::Text),
    ("reason", Type::Text),
    ("revision", Type::Int),
    ("rolled_back_to", Type::Int),
];

const RELEASED_BODY: &[(&str, Type)] =
    &[("week", Type::Text), ("number", Type::Int), ("frozen", Type::Bytes)];

const OUTBOX: &[(&str, Type)] = &[
    ("id", Type::Text),
    ("kind", Type::Text),
    ("body", Type::Text),
    ("created_at", Type::Int),
    ("due_at", Type::Int),
    ("attempts", Type::Int),
    ("holder", Type::Text),
    ("leased_until", Type::Int),
    ("last_error", Type::Text),
    ("dead_at", Type::Int),
];

const UPLOAD: &[(&str, Type)] = &[
    ("week", Type::Text),
    ("hash", Type::Text),
    ("media_type", Type::Text),
    ("bytes", Type::Int),
    ("width", Type::Int),
    ("height", Type::Int),
    ("name", Type::Text),
    ("at", Type::Int),
    ("actor", Type::Text),
];

const NOTICE: &[(&str, Type)] = &[
    ("week", Type::Text),
    ("number", Type::Int),
    ("text_zh", Type::Text),
    ("text_en", Type::Text),
    ("posted_at", Type::Int),
    ("posted_by", Type::Text),
    ("ends_at", Type::Int),
    ("withdrawn_at", Type::Int),
    ("withdrawn_by", Type::Text),
];

const PLAN_COPY: &[(&str, Type)] = &[
    ("key", Type::Text),
    ("secret_hash", Type::Text),
    ("week", Type::Text),
    ("numbers", Type::Text),
    ("lang", Type::Text),
    ("made_at", Type::Int),
    ("expires_at", Type::Int),
];
