//! `festoon tasks`: what waits in the outbox, and what was given up and why.

use std::process::ExitCode;

use festoon_app::tasks::Mishap;
use festoon_domain::text::Lang;
use festoon_store::outbox::{self, Standing};
use serde_json::json;
use uuid::Uuid;

use crate::answer::{Answer, Format, Verdict, answer, stamp};
use crate::changes::push;
use crate::complaint::Complaint;
use crate::database::Database;
use crate::language::both;
use crate::now;

const MOST: u32 = 1_000;

/// List the tasks that wait or were given up, or try one again · 查看待办和已放弃的后台任务
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Example:
  festoon tasks
  festoon tasks --retry 6f1c0e7a-52d4-5b8e-9a37-c1f02d8b4e65
Exit codes: 0 nothing was given up · 1 something was · 2 the database cannot be opened")]
pub(crate) struct Tasks {
    /// Let a task that was given up be tried again
    #[arg(long, value_name = "ID")]
    retry: Option<Uuid>,

    #[command(flatten)]
    database: Database,

    /// How it is told: for people, or one JSON object
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

impl Tasks {
    /// An administrator asks what is left undone.
    pub(crate) fn run(self) -> ExitCode {
        answer(self.format, |lang| self.answer(lang))
    }

    fn answer(&self, lang: Lang) -> Result<Answer, Vec<Complaint>> {
        let store = self.database.open()?;
        if let Some(id) = self.retry {
            let now = now();
            let revived = store.write(move |tx| outbox::revive(tx, id, now));
            if !revived.map_err(|error| self.database.complain(&error))? {
                let sentence = both(
                    "没有这个已放弃的任务。festoon tasks 会列出编号。",
                    "no task of this id was given up. festoon tasks lists them.",
                );
                return Err(vec![Complaint::about(&id.to_string(), sentence)]);
            }
        }
        let standing = store.read(|read| outbox::standing(read, MOST));
        let standing = standing.map_err(|error| self.database.complain(&error))?;

        let mut text = String::new();
        if standing.is_empty() {
            push(
                &mut text,
                match lang {
                    Lang::Zh => "没有待办的任务。",
                    Lang::En => "Nothing is left to do.",
                },
            );
        }
        for one in &standing {
            push(&mut text, &line(one, lang));
        }
        let any_dead = standing.iter().any(|one| one.dead_at.is_some());
        let json = json!({ "tasks": standing.iter().map(object).collect::<Vec<_>>() });
        Ok(Answer { text, json, verdict: if any_dead { Verdict::No } else { Verdict::Done } })
    }
}

fn line(one: &Standing, lang: Lang) -> String {
    let task = &one.task;
    let state = match (one.dead_at.is_some(), one.leased_until.is_some(), lang) {
        (true, _, Lang::Zh) => "已放弃".to_owned(),
        (true, _, Lang::En) => "given up".to_owned(),
        (false, true, Lang::Zh) => "进行中".to_owned(),
        (false, true, Lang::En) => "under way".to_owned(),
        (false, false, Lang::Zh) => format!("等待到 {}", task.due_at),
        (false, false, Lang::En) => format!("waits until {}", task.due_at),
    };
    let tried = match lang {
        Lang::Zh => format!("试过 {} 次", task.attempts),
        Lang::En => format!("tried {}×", task.attempts),
    };
    let error =
        one.last_error.as_deref().map(|words| format!("\n    {}", Mishap::parse(words).sentence(lang)));
    format!("{}  {}  {state}  {tried}{}", task.id, task.kind, error.unwrap_or_default())
}

fn object(one: &Standing) -> serde_json::Value {
    let mishap = one.last_error.as_deref().map(Mishap::parse);
    json!({
        "id": one.task.id.to_string(),
        "kind": one.task.kind,
        "due_at": stamp(one.task.due_at),
        "created_at": stamp(one.created_at),
        "attempts": one.task.attempts,
        "held_until": one.leased_until.map(stamp),
        "given_up_at": one.dead_at.map(stamp),
        "zh": mishap.as_ref().map(|mishap| mishap.sentence(Lang::Zh)),
        "en": mishap.as_ref().map(|mishap| mishap.sentence(Lang::En)),
    })
}
