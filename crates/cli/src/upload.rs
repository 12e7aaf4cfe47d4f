//! `festoon upload`: a picture or paper into a week, and whose it is.

use std::path::PathBuf;
use std::process::ExitCode;

use festoon_app::draft::{self, DraftRefusal, Edit};
use festoon_app::uploads::{Added, Kept, Wanted, add};
use festoon_domain::programme::UPLOAD;
use festoon_domain::record::{Kind, Value};
use festoon_domain::text::Lang;
use festoon_guide::clash_report::Both;
use festoon_store::Store;
use serde_json::json;

use crate::answer::{Answer, Format, Verdict, answer};
use crate::complaint::Complaint;
use crate::database::{Database, Who};
use crate::inputs;
use crate::journal::record;
use crate::language::both;
use crate::now;

/// Put a person's picture or a session's paper with the week · 上传人员照片或场次资料
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Example:
  festoon upload ada.jpg --for person/ada-holm
  festoon upload slides.pdf --for session/fnc-welcome
Pictures are PNG, JPEG or WebP, papers PDF; what a file is, is told by its bytes. The public gets smaller copies of a picture,
without what the camera wrote into it.
图片可用 PNG、JPEG、WebP，资料可用 PDF，以文件内容为准。公众看到的是缩小的副本，不含拍摄地点等信息。")]
pub(crate) struct UploadFile {
    /// The file
    #[arg(value_name = "FILE")]
    file: PathBuf,

    /// Whose it is: person/KEY for a picture, session/KEY for a paper
    #[arg(long = "for", value_name = "KIND/KEY", value_parser = record)]
    owner: (Kind, String),

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

impl UploadFile {
    /// A host hands in a file.
    pub(crate) fn run(self) -> ExitCode {
        answer(self.format, |lang| self.answer(lang))
    }

    fn answer(&self, lang: Lang) -> Result<Answer, Vec<Complaint>> {
        let wanted = match self.owner.0 {
            Kind::Person => Wanted::Picture,
            Kind::Session => Wanted::Paper,
            _ => {
                let sentence = both(
                    "照片用 person/…，资料用 session/…。",
                    "a picture goes to person/…, a paper to session/….",
                );
                return Err(vec![Complaint::about("--for", sentence)]);
            }
        };
        let store = self.database.open()?;
        let folder = self.database.uploads()?;
        // Whose it is comes first: a file for nobody is not taken in.
        let (week, field) = self.place(&store)?;
        let name = inputs::base_name(&self.file);
        let file = inputs::open(&self.file, &name).map_err(|complaint| vec![complaint])?;
        let kept = folder
            .keep(&file.bytes, wanted)
            .map_err(|refusal| vec![Complaint::about(&name, Both::said(|lang| refusal.sentence(lang)))])?;

        let (actor, now) = (self.who.actor(), now());
        let (row, called, by, slug) = (kept.clone(), name.clone(), actor.clone(), week.clone());
        let added = store.write(move |tx| add(tx, now, by.name(), &slug, &row, &called));
        let added = added.map_err(|error| self.database.complain(&error))?;
        let edit = Edit {
            week: Some(week.clone()),
            kind: self.owner.0,
            key: self.owner.1.clone(),
            field: field.name().to_owned(),
            value: field.with(&kept, &name),
            actor,
            why: format!("upload {name}"),
        };
        draft::edit(&store, now, &edit).map_err(|failure| self.failed(failure))?;
        Ok(told(&kept, &name, added, &week, lang))
    }

    /// The week, and what stands in the field that is to name the file.
    fn place(&self, store: &Store) -> Result<(String, Field), Vec<Complaint>> {
        let draft = draft::load(store, self.week.as_deref()).map_err(|failure| self.failed(failure))?;
        let (kind, key) = &self.owner;
        let found = draft.records.iter().find(|record| record.kind == *kind && *record.key == **key);
        let Some(found) = found else {
            let refusal = DraftRefusal::NoRecord(*kind, key.clone());
            let sentence = Both::said(|lang| refusal.sentence(lang));
            return Err(vec![Complaint::about(&format!("{}/{key}", kind.word()), sentence)]);
        };
        let field = match (kind, found.value("references")) {
            (Kind::Person, _) => Field::Picture,
            (_, Value::List(entries)) => Field::References(entries.iter().map(ToString::to_string).collect()),
            _ => Field::References(Vec::new()),
        };
        Ok((draft.week.slug, field))
    }

    fn failed(&self, failure: festoon_app::Failure<DraftRefusal>) -> Vec<Complaint> {
        let about = format!("{}/{}", self.owner.0.word(), self.owner.1);
        self.database.failed(&about, failure, DraftRefusal::sentence)
    }
}

/// The field that names a file.
enum Field {
    /// A person has one picture.
    Picture,
    /// A session has papers, these already.
    References(Vec<String>),
}

impl Field {
    const fn name(&self) -> &'static str {
        match self {
            Self::Picture => "picture",
            Self::References(_) => "references",
        }
    }

    /// What is to stand there with the file.
    fn with(&self, kept: &Kept, name: &str) -> String {
        let address = format!("{UPLOAD}{}", kept.hash);
        match self {
            Self::Picture => address,
            Self::References(had) => {
                let paper = format!("attachment {address} {}", name.replace([';', '；'], " "));
                let others = had.iter().filter(|entry| !entry.contains(&address)).cloned();
                others.chain([paper]).collect::<Vec<_>>().join(";")
            }
        }
    }
}

fn told(kept: &Kept, name: &str, added: Added, week: &str, lang: Lang) -> Answer {
    let text = match (lang, added) {
        (Lang::Zh, Added::New) => {
            format!("「{name}」已上传。发布后公众可见：festoon release {week} --reason …\n")
        }
        (Lang::Zh, Added::Before) => format!("「{name}」以前上传过，现已用在这里。发布后公众可见。\n"),
        (Lang::En, Added::New) => {
            format!(
                "“{name}” is with the week. The public sees it with the next release: festoon release {week} --reason …\n"
            )
        }
        (Lang::En, Added::Before) => {
            format!(
                "“{name}” was with the week before and is used here now. The public sees it with the next release.\n"
            )
        }
    };
    let json = json!({
        "week": week,
        "hash": kept.hash.to_string(),
        "media_type": kept.media_type.word(),
        "bytes": kept.bytes,
        "new": added == Added::New,
    });
    Answer { text, json, verdict: Verdict::Done }
}
