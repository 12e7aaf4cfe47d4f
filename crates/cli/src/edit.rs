//! `festoon edit`: one field of one record, by hand, with a reason.

use std::process::ExitCode;

use festoon_app::draft::{self, Edit};
use festoon_domain::record::{Kind, Names};
use festoon_domain::text::Lang;
use serde_json::json;

use crate::answer::{Answer, Format, Verdict, answer};
use crate::changes;
use crate::complaint::Complaint;
use crate::database::{Database, Who};
use crate::journal::record;
use crate::now;

/// Change one field of a week's draft · 修改草稿中的一项
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Example:
  festoon edit session/opening title_en \"Opening ceremony\" --reason \"as the host wrote\"
  festoon edit occurrence/6f1c0e7a-52d4-5b8e-9a37-c1f02d8b4e65 start \"2027-06-21 14:00\" --reason \"the hall is taken\"")]
pub(crate) struct EditField {
    /// Which record: its kind and key
    #[arg(value_name = "KIND/KEY", value_parser = record)]
    record: (Kind, String),

    /// Which field, by the name of its column in the week folder
    #[arg(value_name = "FIELD")]
    field: String,

    /// What is to stand there; "" for nothing; lists between semicolons
    #[arg(value_name = "VALUE", allow_hyphen_values = true)]
    value: String,

    /// Why
    #[arg(long, value_name = "TEXT")]
    reason: String,

    /// In which week [default: the current one]
    #[arg(long, value_name = "SLUG")]
    week: Option<String>,

    #[command(flatten)]
    who: Who,

    #[command(flatten)]
    database: Database,

    /// How it is told: for people, or one JSON object
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

impl EditField {
    /// A week office puts something right.
    pub(crate) fn run(self) -> ExitCode {
        answer(self.format, |lang| self.answer(lang))
    }

    fn answer(&self, lang: Lang) -> Result<Answer, Vec<Complaint>> {
        let store = self.database.open()?;
        let edit = Edit {
            week: self.week.clone(),
            kind: self.record.0,
            key: self.record.1.clone(),
            field: self.field.clone(),
            value: self.value.clone(),
            actor: self.who.actor(),
            why: self.reason.clone(),
        };
        let failed = |failure| {
            let about = format!("{}/{}", edit.kind.word(), edit.key);
            self.database
                .failed(&about, failure, |refusal: &draft::DraftRefusal, lang| refusal.sentence(lang))
        };
        let change = draft::edit(&store, now(), &edit).map_err(failed)?;
        let mut names = Names::default();
        names.learn(&draft::load(&store, self.week.as_deref()).map_err(failed)?.records);

        let changes: Vec<_> = change.into_iter().collect();
        let mut text = String::new();
        changes::text(&changes, &names, lang, &mut text);
        if changes.is_empty() {
            changes::push(
                &mut text,
                match lang {
                    Lang::Zh => "原来就是这样，没有改动。",
                    Lang::En => "It stood so already; nothing changed.",
                },
            );
        }
        Ok(Answer {
            text,
            json: json!({ "changes": changes::json(&changes, &names) }),
            verdict: Verdict::Done,
        })
    }
}
