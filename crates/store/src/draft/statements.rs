//! The draft's statements, made from the fields of each kind once and kept for as long as the program runs.

use std::fmt::Write as _;
use std::sync::LazyLock;

use festoon_domain::record::Kind;

use crate::columns::type_of;
use crate::tx::{Put, Type};

/// How many keys one statement takes out.
pub(super) const REMOVED_AT_ONCE: usize = 200;

/// What is asked of a kind's table.
pub(super) struct Statements {
    table: &'static str,
    columns: &'static [(&'static str, Type)],
    /// Key, position, source and fields of a week's records, in no order.
    pub(super) load: &'static str,
    /// The last position of a week, 0 where there is none.
    pub(super) last: &'static str,
    /// Takes out keys of a week: [`REMOVED_AT_ONCE`] of them.
    pub(super) remove: &'static str,
    replace: &'static str,
}

impl Statements {
    /// Where rows are put: all columns, in the order of [`columns_of`].
    pub(super) const fn put(&self) -> Put<'static> {
        Put { table: self.table, columns: self.columns, rest: self.replace }
    }
}

static ALL: LazyLock<Vec<Statements>> = LazyLock::new(|| Kind::ALL.into_iter().map(made).collect());

/// The statements of a kind.
pub(super) fn statements(kind: Kind) -> &'static Statements {
    &ALL[kind as usize]
}

/// The table of a kind and its columns.
pub(crate) fn columns_of(kind: Kind) -> (&'static str, &'static [(&'static str, Type)]) {
    (statements(kind).table, statements(kind).columns)
}

fn made(kind: Kind) -> Statements {
    let table: &'static str = format!("draft_{}", kind.word()).leak();
    let mut columns = vec![
        ("week", Type::Text),
        ("key", Type::Text),
        ("position", Type::Int),
        ("source_file", Type::Text),
        ("source_spot", Type::Text),
    ];
    columns.extend(kind.fields().iter().map(|field| (field.name, type_of(field.sort))));

    let mut load = "SELECT key, position, source_file, source_spot".to_owned();
    let mut replace =
        "ON CONFLICT (week, key) DO UPDATE SET source_file = excluded.source_file, source_spot = excluded.source_spot"
            .to_owned();
    for field in kind.fields() {
        write!(load, ", \"{}\"", field.name).expect("a text takes all that is written");
        write!(replace, ", \"{0}\" = excluded.\"{0}\"", field.name)
            .expect("a text takes all that is written");
    }
    write!(load, " FROM {table} WHERE week = $1").expect("a text takes all that is written");

    let keys: Vec<String> = (0..REMOVED_AT_ONCE).map(|place| format!("${}", place + 2)).collect();
    Statements {
        table,
        columns: columns.leak(),
        load: load.leak(),
        last: format!("SELECT COALESCE(MAX(position), 0) FROM {table} WHERE week = $1").leak(),
        remove: format!("DELETE FROM {table} WHERE week = $1 AND key IN ({})", keys.join(", ")).leak(),
        replace: replace.leak(),
    }
}
