//! What the outbox holds is done here, and the uploads of released weeks are found here.

use std::collections::HashSet;
use std::io;
use std::path::Path;

use festoon_app::releases::{ReleaseRefusal, release_planned};
use festoon_app::tasks::{ReleaseAt, Words};
use festoon_app::uploads::{Edge, Hash, UploadFolder};
use festoon_app::{Actor, Failure};
use festoon_domain::programme::upload_of;
use festoon_domain::text::Lang;
use festoon_guide::frozen::Frozen;
use festoon_jobs::handlers::{ReleasesAtTheirHour, ResizesPictures};
use festoon_jobs::{Failed, Running, Worker};
use festoon_store::Store;
use festoon_web::Upload;
use jiff::Timestamp;

/// Works until the answer is dropped.
pub(super) fn begin(store: &Store, folder: &UploadFolder) -> io::Result<Running> {
    let releasing = store.clone();
    let handlers: Vec<Box<dyn festoon_jobs::Handler>> = vec![
        Box::new(ResizesPictures::new(folder.clone())),
        Box::new(ReleasesAtTheirHour::new(move |asked: &ReleaseAt, now| at_its_hour(&releasing, asked, now))),
    ];
    let holder = format!("{}/{}", hostname(), std::process::id());
    Worker::new(store.clone(), holder, super::read_clock, handlers).run()
}

fn at_its_hour(store: &Store, asked: &ReleaseAt, now: Timestamp) -> Result<(), Failed> {
    let Some(actor) = Actor::new(&asked.actor) else {
        return Err(Failed::for_good(Words::said(|lang| match lang {
            Lang::Zh => "没有写明是谁安排的".into(),
            Lang::En => "nobody asked for it".into(),
        })));
    };
    match release_planned(store, now, &actor, asked) {
        Ok(_) | Err(Failure::Refused(ReleaseRefusal::MadeAlready | ReleaseRefusal::NothingChanged(_))) => {
            Ok(())
        }
        Err(Failure::Store(error)) => Err(Failed::for_now(&error)),
        Err(Failure::Refused(refusal)) => {
            let words = Words::said(|lang| refusal.sentence(lang));
            let may_pass = refusal == ReleaseRefusal::Overtaken;
            Err(if may_pass { Failed::for_now(words) } else { Failed::for_good(words) })
        }
    }
}

/// Two machines may have one process number.
fn hostname() -> String {
    let named = std::fs::read_to_string("/etc/hostname").unwrap_or_default();
    let named = named.trim();
    if named.is_empty() { "server".to_owned() } else { named.to_owned() }
}

/// Under which names the uploads of a release are had: a picture in each size, a paper as it came.
pub(super) fn public_names(frozen: &Frozen) -> HashSet<String> {
    let programme = &frozen.records.programme;
    let pictures = programme.people.iter().filter_map(|person| upload_of(person.picture.as_deref()?));
    let sized = pictures.flat_map(|hash| Edge::ALL.map(|edge| format!("{hash}-{}", edge.pixels())));
    let references = programme.sessions.iter().flat_map(|session| &session.references);
    let papers = references.filter_map(|reference| upload_of(&reference.address)).map(str::to_owned);
    sized.chain(papers).collect()
}

/// Finds what a public name stands for. The original of a picture has no public name: it may say where it was taken.
pub(super) fn fetch(folder: &UploadFolder, name: &str) -> io::Result<Option<Upload>> {
    let (hash, edge) = name.split_once('-').map_or((name, None), |(hash, edge)| (hash, Some(edge)));
    let Some(hash) = Hash::parse(hash) else { return Ok(None) };
    let found = match edge {
        Some(edge) => Edge::parse(edge).and_then(|edge| folder.public(&hash, edge)),
        None => folder.paper(&hash).map(|path| (path, festoon_app::uploads::MediaType::Pdf)),
    };
    let Some((path, media_type)) = found else { return Ok(None) };
    read(&path).map(|bytes| bytes.map(|bytes| Upload { bytes, media_type: media_type.word().to_owned() }))
}

fn read(path: &Path) -> io::Result<Option<Vec<u8>>> {
    match std::fs::read(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        read => read.map(Some),
    }
}
