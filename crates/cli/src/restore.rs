//! `festoon restore`: a backup brought back, never over a living week by accident.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use festoon_app::Failure;
use festoon_app::uploads::UploadFolder;
use festoon_app::weeks::{Over, RestoreRefusal, Restored, backup, restore};
use festoon_domain::text::Lang;
use festoon_guide::clash_report::Both;
use festoon_store::{Store, StoreError, weeks};
use serde_json::json;

use crate::answer::{Answer, Format, Verdict, answer};
use crate::changes::push;
use crate::complaint::Complaint;
use crate::database::Database;
use crate::now;

/// Bring a backup back into an empty database · 把备份恢复到空数据库
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Example:
  festoon restore 2027-06-20.zip
  festoon restore 2027-06-20.zip --database postgres://festoon@localhost/festoon")]
pub(crate) struct Restore {
    /// A file that festoon backup wrote
    #[arg(value_name = "FILE")]
    from: PathBuf,

    /// Replace the weeks that are there; they are backed up first
    #[arg(long)]
    over: bool,

    #[command(flatten)]
    database: Database,

    /// How it is told: for people, or one JSON object
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

impl Restore {
    /// An administrator has a bad day.
    pub(crate) fn run(self) -> ExitCode {
        answer(self.format, |lang| self.answer(lang))
    }

    /// What was restored, and where what was there before is.
    fn restore(
        &self,
        store: &Store,
        folder: &UploadFolder,
    ) -> Result<(Restored, Option<String>), Vec<Complaint>> {
        let about = self.from.display().to_string();
        let failed = |failure| self.database.failed(&about, failure, RestoreRefusal::sentence);
        let living = store.read(|read| Ok::<_, StoreError>(!weeks::all(read)?.is_empty()));
        if !self.over || !living.map_err(|error| self.database.complain(&error))? {
            return Ok((restore(store, folder, &self.from, Over::Nothing).map_err(failed)?, None));
        }
        for attempt in 1.. {
            let now = now();
            crate::database::make(&self.database.data())?;
            let to = free(&self.database.data(), &now.strftime("before-restore-%Y%m%dT%H%M%SZ").to_string());
            let kept = backup(store, folder, now, &to).map_err(|trouble| {
                let about = to.display().to_string();
                vec![Complaint::about(&about, Both::said(|lang| trouble.sentence(lang)))]
            })?;
            match restore(store, folder, &self.from, Over::Kept(kept.state)) {
                Ok(restored) => return Ok((restored, Some(to.display().to_string()))),
                Err(Failure::Refused(RestoreRefusal::Changed)) if attempt < ATTEMPTS => {}
                Err(failure) => return Err(failed(failure)),
            }
        }
        unreachable!("the last attempt returns")
    }

    fn answer(&self, lang: Lang) -> Result<Answer, Vec<Complaint>> {
        let store = self.database.open_or_make()?;
        // A server on the same file would go on with what it has in memory.
        let lock = store.serving().map_err(|error| self.database.complain(&error))?;
        let folder = self.database.uploads()?;
        let (restored, kept) = self.restore(&store, &folder)?;
        drop(lock);

        let (weeks, rows, uploads) = (&restored.weeks, restored.rows, restored.uploads);
        let mut text = String::new();
        push(
            &mut text,
            &match lang {
                Lang::Zh => format!("已恢复：{}；{rows} 条数据，{uploads} 个上传文件。", weeks.join("、")),
                Lang::En => format!("Restored: {}; rows {rows}, uploads {uploads}.", weeks.join(", ")),
            },
        );
        if let Some(kept) = &kept {
            push(
                &mut text,
                &match lang {
                    Lang::Zh => format!("原有内容已备份到 {kept}。"),
                    Lang::En => format!("What was there before is in {kept}."),
                },
            );
        }
        let json = json!({ "weeks": weeks, "rows": rows, "uploads": uploads, "before": kept });
        Ok(Answer { text, json, verdict: Verdict::Done })
    }
}

/// How often what is there is backed up anew because somebody wrote meanwhile.
const ATTEMPTS: u32 = 5;

/// A name that nothing has: what is restored may itself be such a backup, and must not be written over.
fn free(folder: &Path, stem: &str) -> PathBuf {
    let plain = std::iter::once(format!("{stem}.zip"));
    let more = (2..).map(|number| format!("{stem}-{number}.zip"));
    let mut names = plain.chain(more).map(|name| folder.join(name));
    names.find(|path| !path.exists()).expect("numbers do not run out")
}
