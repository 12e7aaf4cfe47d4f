//! `festoon weeks`: which weeks the database holds, and which one is current.

use std::process::ExitCode;

use festoon_domain::text::Lang;
use festoon_store::{StoreError, releases, weeks};
use serde_json::json;

use crate::answer::{Answer, Format, Verdict, answer};
use crate::changes::push;
use crate::complaint::Complaint;
use crate::database::Database;
use crate::language::both;

/// List the weeks, or make one the current week · 列出各届，或指定当前一届
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  festoon weeks\n  festoon weeks --current nanjing-2027")]
pub(crate) struct Weeks {
    /// Make this week the one that addresses without /w/ show
    #[arg(long, value_name = "SLUG")]
    current: Option<String>,

    #[command(flatten)]
    database: Database,

    /// How it is told: for people, or one JSON object
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

impl Weeks {
    /// Somebody asks what there is.
    pub(crate) fn run(self) -> ExitCode {
        answer(self.format, |lang| self.answer(lang))
    }

    fn answer(&self, lang: Lang) -> Result<Answer, Vec<Complaint>> {
        let store = self.database.open()?;
        if let Some(slug) = &self.current {
            let wanted = slug.clone();
            let made = store.write(move |tx| weeks::make_current(tx, &wanted));
            if !made.map_err(|error| self.database.complain(&error))? {
                let sentence = both(
                    "没有这一届。festoon weeks 会列出现有的各届。",
                    "there is no such week. festoon weeks lists those there are.",
                );
                return Err(vec![Complaint::about(slug, sentence)]);
            }
        }
        let found = store.read(|read| Ok::<_, StoreError>((weeks::all(read)?, releases::latest(read)?)));
        let (weeks, latest) = found.map_err(|error| self.database.complain(&error))?;
        let number =
            |slug: &str| latest.iter().find(|release| release.week == slug).map(|release| release.number);

        let mut text = String::new();
        if weeks.is_empty() {
            push(
                &mut text,
                match lang {
                    Lang::Zh => "数据库里还没有创新周。",
                    Lang::En => "The database has no week yet.",
                },
            );
        }
        for week in &weeks {
            let mark = if week.is_current { "●" } else { "○" };
            let state = match (number(&week.slug), lang) {
                (Some(number), Lang::Zh) => format!("第{number}版"),
                (None, Lang::Zh) => "尚未发布".into(),
                (Some(number), Lang::En) => format!("release {number}"),
                (None, Lang::En) => "not released yet".into(),
            };
            push(&mut text, &format!("{mark} {}  {state}", week.slug));
        }
        let json = weeks.iter().map(|week| {
            json!({ "slug": week.slug, "current": week.is_current, "release": number(&week.slug), "revision": week.revision })
        });
        let json = json!({ "weeks": json.collect::<Vec<_>>() });
        Ok(Answer { text, json, verdict: Verdict::Done })
    }
}
