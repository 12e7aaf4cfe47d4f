//! What the database itself says of its health.

use super::Store;
use crate::StoreError;
use crate::drivers::Driver;
use crate::migrations::STEPS;

impl Store {
    /// The schema that this Festoon knows.
    pub const NEWEST_SCHEMA: i64 = STEPS[STEPS.len() - 1].number;

    /// What is damaged, in the database's own words; none when it is whole. Reads a SQLite file from end to end; a PostgreSQL server
    /// looks after its files itself.
    ///
    /// # Errors
    /// When the database does not answer at all.
    pub fn damage(&self) -> Result<Vec<String>, StoreError> {
        match *self.driver {
            Driver::Sqlite(_) => {
                let said: Vec<String> =
                    self.read(|read| read.all("PRAGMA integrity_check", &[], |row| row.get(0)))?;
                Ok(said.into_iter().filter(|words| words != "ok").collect())
            }
            Driver::Postgres(_) => Ok(Vec::new()),
        }
    }
}
