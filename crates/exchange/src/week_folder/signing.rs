//! `projects.csv`: the signing list.

use festoon_domain::choice::Choice;
use festoon_domain::signing::{Project, Stage};

use super::Files;
use super::table::Table;
use crate::Refusal;

pub(super) fn read(files: Files<'_>) -> Result<Vec<Project>, Refusal> {
    let columns = ["key", "name_zh", "name_en", "stage", "amount_cny", "origin"];
    Table::read(files, "projects.csv", &columns)?
        .rows()
        .map(|row| {
            let whole_yuan = |value: &str| value.parse::<i64>().ok()?.checked_mul(100);
            let wrong = |column, right| row.bad(column, row.get(column), right);
            Ok(Project {
                key: row.get("key").to_owned(),
                name: row.text("name"),
                stage: row.choice("stage")?.ok_or_else(|| wrong("stage", Stage::RIGHT))?,
                amount_fen: row
                    .parsed("amount_cny", "1000000000", whole_yuan)?
                    .ok_or_else(|| wrong("amount_cny", "1000000000"))?,
                chain: row.optional("chain"),
                country: row.optional("country"),
                signed_on: row.date("signed_on")?,
                provenance: row.provenance()?,
            })
        })
        .collect()
}
