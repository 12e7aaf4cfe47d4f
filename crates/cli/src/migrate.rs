//! `festoon migrate`: brings a database's schema up to this Festoon's.

use std::process::ExitCode;

use festoon_domain::text::Lang;
use festoon_store::Store;
use serde_json::json;

use crate::answer::{Answer, Format, Verdict, answer};
use crate::complaint::Complaint;
use crate::database::{Database, make_folder};

/// Bring the database up to this version's schema; harmless when repeated · 升级数据库结构，可重复执行
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  festoon backup before.zip && festoon migrate\n  festoon migrate --database postgres://festoon@localhost/festoon"
)]
pub(crate) struct Migrate {
    #[command(flatten)]
    database: Database,

    /// How it is told: for people, or one JSON object
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

impl Migrate {
    /// An administrator has a newer Festoon.
    pub(crate) fn run(self) -> ExitCode {
        answer(self.format, |lang| self.answer(lang))
    }

    fn answer(&self, lang: Lang) -> Result<Answer, Vec<Complaint>> {
        let address = self.database.address();
        make_folder(&address)?;
        let from = Store::migrate(&address).map_err(|error| self.database.complain(&error))?;
        let to = Store::NEWEST_SCHEMA;
        let text = match (lang, from == to) {
            (Lang::Zh, true) => format!("数据库结构已是最新（第 {to} 步）：{address}\n"),
            (Lang::Zh, false) => format!("数据库结构已从第 {from} 步升到第 {to} 步：{address}\n"),
            (Lang::En, true) => format!("The schema is up to date (step {to}): {address}\n"),
            (Lang::En, false) => format!("The schema went from step {from} to step {to}: {address}\n"),
        };
        let json = json!({ "database": address.to_string(), "from": from, "to": to });
        Ok(Answer { text, json, verdict: Verdict::Done })
    }
}
