//! The schema, step by step: numbered SQL files, each run once and never changed afterwards.
//!
//! A step is kept whole or not at all, with the line that says that it was taken; the driver holds a lock meanwhile, so that two
//! processes cannot take the same. There is no way back: who wants the older schema restores a backup.
//! Steps are written in the portable subset; `{text}` stands for a text that compares by its bytes.

use crate::drivers::Connection;
use crate::{StoreError, Trouble};

/// A step of the schema.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Step {
    pub(crate) number: i64,
    name: &'static str,
    sql: &'static str,
}

/// All steps, in their order.
pub(crate) const STEPS: &[Step] = &[
    Step { number: 1, name: "weeks", sql: include_str!("migrations/0001_weeks.sql") },
    Step { number: 2, name: "outside_releases", sql: include_str!("migrations/0002_outside_releases.sql") },
    Step { number: 3, name: "counted_plans", sql: include_str!("migrations/0003_counted_plans.sql") },
];

/// The newest schema that these steps lead to.
pub(crate) fn newest(steps: &[Step]) -> i64 {
    steps.last().map_or(0, |step| step.number)
}

/// The schema that a database with the table of steps has.
pub(crate) fn found(connection: &mut dyn Connection) -> Result<i64, StoreError> {
    let mut found = 0;
    connection.each("SELECT COALESCE(MAX(number), 0) FROM schema_step", &[], &mut |row| {
        found = row.get(0)?;
        Ok(())
    })?;
    Ok(found)
}

/// Whether this schema is the one that these steps lead to.
pub(crate) fn check(found: i64, steps: &[Step]) -> Result<(), StoreError> {
    let newest = newest(steps);
    let trouble = match found.cmp(&newest) {
        std::cmp::Ordering::Equal => return Ok(()),
        std::cmp::Ordering::Less => Trouble::Older(found, newest),
        std::cmp::Ordering::Greater => Trouble::Newer(found, newest),
    };
    Err(StoreError::new(trouble, format!("schema {found} instead of {newest}")))
}

/// Takes the steps that are missing, within a transaction that keeps others out; the schema found before.
pub(crate) fn take(connection: &mut dyn Connection, steps: &[Step], text: &str) -> Result<i64, StoreError> {
    connection.batch(
        "CREATE TABLE IF NOT EXISTS schema_step (number BIGINT NOT NULL PRIMARY KEY, name TEXT NOT NULL)",
    )?;
    let found = found(connection)?;
    if found > newest(steps) {
        check(found, steps)?;
    }

    for step in steps.iter().filter(|step| step.number > found) {
        connection.batch(&step.sql.replace("{text}", text))?;
        let line = [step.number.into(), step.name.into()];
        connection.run("INSERT INTO schema_step (number, name) VALUES ($1, $2)", &line)?;
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_of_the_folder_is_a_step_and_they_are_numbered_without_gaps() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/migrations");
        let files = std::fs::read_dir(folder).expect("the folder is there");
        let mut files: Vec<String> =
            files.map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
        files.sort_unstable();

        let steps: Vec<String> =
            STEPS.iter().map(|step| format!("{:04}_{}.sql", step.number, step.name)).collect();
        assert_eq!(files, steps);
        assert!((1..).zip(STEPS).all(|(number, step)| step.number == number));
    }
}
