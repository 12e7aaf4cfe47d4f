//! `projects.csv`: the signing list.

use festoon_domain::signing::Project;

use super::table::Table;
use super::{Files, words};
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
                stage: row
                    .parsed("stage", words::STAGES, words::stage)?
                    .ok_or_else(|| wrong("stage", words::STAGES))?,
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
