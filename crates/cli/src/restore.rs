//! `festoon restore`: a backup brought back, never over a living week by accident.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use festoon_app::weeks::{Over, RestoreRefusal, backup, restore};
use festoon_domain::text::Lang;
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

    fn answer(&self, lang: Lang) -> Result<Answer, Vec<Complaint>> {
        let store = self.database.open_or_make()?;
        // A server on the same file would go on with what it has in memory.
        let lock = store.serving().map_err(|error| self.database.complain(&error))?;
        let folder = self.database.uploads()?;
        let now = now();
        let mut kept = None;
        let mut keep = || {
            let folder_of_data = self.database.data();
            std::fs::create_dir_all(&folder_of_data)?;
            // Kept anew, it takes the place of what was kept before.
            let to = kept.get_or_insert_with(|| {
                free(&folder_of_data, &now.strftime("before-restore-%Y%m%dT%H%M%SZ").to_string())
            });
            Ok(backup(&store, &folder, now, to)?.seen)
        };
        let over = if self.over { Over::Everything(&mut keep) } else { Over::Nothing };
        let restored = restore(&store, &folder, &self.from, over).map_err(|failure| {
            let about = self.from.display().to_string();
            self.database.failed(&about, failure, RestoreRefusal::sentence)
        })?;
        let kept = kept.map(|to| to.display().to_string());
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

/// A name that nothing has: what is restored may itself be such a backup, and must not be written over.
fn free(folder: &Path, stem: &str) -> PathBuf {
    let plain = std::iter::once(format!("{stem}.zip"));
    let more = (2..).map(|number| format!("{stem}-{number}.zip"));
    let mut names = plain.chain(more).map(|name| folder.join(name));
    names.find(|path| !path.exists()).expect("numbers do not run out")
}
