//! `festoon upload`: a picture or paper into a week, and whose it is.

use std::path::PathBuf;
use std::process::ExitCode;

use festoon_app::draft::{self, Attachment, DraftRefusal};
use festoon_app::uploads::{Added, Wanted};
use festoon_domain::record::Kind;
use festoon_domain::text::Lang;
use festoon_guide::clash_report::Both;
use serde_json::json;

use crate::answer::{Answer, Format, Verdict, answer};
use crate::changes::push;
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

    /// What the public reads as a paper's title [default: the file's name without its ending]
    #[arg(long, value_name = "TEXT")]
    title: Option<String>,

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
        let name = inputs::base_name(&self.file);
        let file = inputs::open(&self.file, &name).map_err(|complaint| vec![complaint])?;
        let kept = folder
            .keep(&file.bytes, wanted)
            .map_err(|refusal| vec![Complaint::about(&name, Both::said(|lang| refusal.sentence(lang)))])?;

        let attachment = Attachment {
            week: self.week.clone(),
            owner: self.owner.clone(),
            kept,
            title: self.title.clone().unwrap_or_else(|| stem(&name).to_owned()),
            name,
            actor: self.who.actor(),
        };
        // A file for nobody stays without a row, and the sweep takes it.
        let attached = draft::attach(&store, now(), &attachment).map_err(|failure| self.failed(failure))?;
        Ok(told(&attachment, attached.0, lang))
    }

    fn failed(&self, failure: festoon_app::Failure<DraftRefusal>) -> Vec<Complaint> {
        let about = format!("{}/{}", self.owner.0.word(), self.owner.1);
        self.database.failed(&about, failure, DraftRefusal::sentence)
    }
}

/// A name without its ending.
fn stem(name: &str) -> &str {
    name.rsplit_once('.').map_or(name, |(stem, _)| if stem.is_empty() { name } else { stem })
}

fn told(attachment: &Attachment, added: Added, lang: Lang) -> Answer {
    let (name, kept) = (&attachment.name, &attachment.kept);
    let address = match kept.media_type.wanted() {
        Wanted::Picture => format!("/uploads/{}-960", kept.hash),
        Wanted::Paper => format!("/uploads/{}", kept.hash),
    };
    let mut text = String::new();
    push(
        &mut text,
        &match (lang, added) {
            (Lang::Zh, Added::New) => format!("「{name}」已上传。"),
            (Lang::Zh, Added::Before) => format!("「{name}」以前上传过，现已用在这里。"),
            (Lang::En, Added::New) => format!("“{name}” is with the week."),
            (Lang::En, Added::Before) => format!("“{name}” was with the week before and is used here now."),
        },
    );
    push(
        &mut text,
        &match lang {
            Lang::Zh => format!("下一次 festoon release 之后，公众可以在 {address} 看到它。"),
            Lang::En => format!("After the next festoon release the public can have it at {address}."),
        },
    );
    let json = json!({
        "hash": kept.hash.to_string(),
        "media_type": kept.media_type.word(),
        "bytes": kept.bytes,
        "address": address,
        "new": added == Added::New,
    });
    Answer { text, json, verdict: Verdict::Done }
}
