//! The tables of both databases are those that the program knows, column by column.
//!
//! A field without a migration, a migration without a field, and a table that no backup would hold fail here.

use festoon_domain::record::Kind;
use festoon_store::tx::Type;
use festoon_store::{Read, StoreError, copy};

use crate::both::{self, Which};

/// Every table with its columns and their types, by name; in a table in the order in which they were made.
type Schema = Vec<(String, Vec<(String, String)>)>;

fn schema(which: Which, read: &mut Read<'_>) -> Result<Schema, StoreError> {
    let (tables, columns) = match which {
        Which::Sqlite => (
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
            "SELECT name, type FROM pragma_table_info($1) ORDER BY cid",
        ),
        Which::Postgres => (
            "SELECT CAST(table_name AS TEXT) AS name FROM information_schema.tables
             WHERE table_schema = current_schema() ORDER BY CAST(table_name AS TEXT) COLLATE \"C\"",
            "SELECT CAST(column_name AS TEXT), UPPER(CAST(data_type AS TEXT)) FROM information_schema.columns
             WHERE table_schema = current_schema() AND table_name = CAST($1 AS TEXT) ORDER BY ordinal_position",
        ),
    };
    let names: Vec<String> = read.all(tables, &[], |row| row.get(0))?;
    let with_columns = names.into_iter().map(|name| {
        let columns = read.all(columns, &[name.as_str().into()], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok((name, columns))
    });
    with_columns.collect()
}

/// What the program knows.
fn known() -> Schema {
    let columns = |columns: &[(&str, Type)]| {
        columns.iter().map(|(name, of)| ((*name).to_owned(), type_name(*of).to_owned())).collect()
    };
    let mut known: Schema =
        copy::tables().iter().map(|table| (table.name.to_owned(), columns(table.columns))).collect();
    known.sort_unstable();
    known
}

const fn type_name(of: Type) -> &'static str {
    match of {
        Type::Int => "BIGINT",
        Type::Real => "DOUBLE PRECISION",
        Type::Bool => "BOOLEAN",
        Type::Text => "TEXT",
        Type::Bytes => "BYTEA",
    }
}

#[test]
fn both_databases_have_the_tables_and_columns_that_the_program_knows() {
    for told in both::stores() {
        let which = told.which;
        let found: Schema = told.store.read(move |read| schema(which, read)).expect("it can be read");
        let found: Schema =
            found.into_iter().filter(|(name, _)| !both::OWN_TABLES.contains(&name.as_str())).collect();
        assert_eq!(found, known(), "{which:?}");
    }
}

#[test]
fn a_table_of_each_kind_has_a_column_a_field_under_its_name() {
    for kind in Kind::ALL {
        let table = copy::tables().iter().find(|table| table.name == format!("draft_{}", kind.word()));
        let columns = table.expect("every kind has a table").columns;
        let names: Vec<&str> = columns.iter().map(|(name, _)| *name).collect();
        let leading = ["week", "key", "position", "source_file", "source_spot"];
        let fields = kind.fields().iter().map(|field| field.name);
        assert_eq!(names, leading.into_iter().chain(fields).collect::<Vec<_>>());
    }
}
