//! Statements that the server has been told already.

use std::collections::HashMap;

use postgres::{Client, Error, Statement};

/// Statements by their text, for as long as the connection lasts. Texts are in the program, so there are not many.
#[derive(Default)]
pub(super) struct Prepared(HashMap<String, Statement>);

impl Prepared {
    /// The statement, told to the server the first time.
    pub(super) fn of(&mut self, client: &mut Client, sql: &str) -> Result<Statement, Error> {
        if let Some(known) = self.0.get(sql) {
            return Ok(known.clone());
        }
        let prepared = client.prepare(sql)?;
        self.0.insert(sql.to_owned(), prepared.clone());
        Ok(prepared)
    }

    /// What was told is no longer good.
    pub(super) fn forget(&mut self) {
        self.0.clear();
    }
}
