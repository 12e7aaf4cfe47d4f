//! The sorts of work that there are.

use std::io::Cursor;
use std::sync::{Arc, Mutex};

use festoon_app::tasks::{self, Mishap, ReleaseAt, ResizePicture};
use festoon_app::uploads::{self, Added, Edge, MediaType, UploadFolder, Wanted};
use festoon_jobs::handlers::{ReleasesAtTheirHour, ResizesPictures};
use festoon_jobs::{Handler, Outcome, Step};
use festoon_store::{StoreError, Trouble, weeks};
use image::{ImageFormat, RgbImage};

use crate::stage::{Clock, on_both, outcome, put, standing, worker};

fn picture() -> Vec<u8> {
    let mut bytes = Vec::new();
    RgbImage::new(40, 30).write_to(&mut Cursor::new(&mut bytes), ImageFormat::Png).expect("a PNG");
    bytes
}

#[test]
fn an_upload_is_a_row_and_a_task_at_once_and_the_task_makes_its_copies() {
    on_both(|place| {
        let root = tempfile::tempdir().expect("a folder");
        let folder = UploadFolder::open(root.path()).expect("a folder");
        let clock = Clock::new();
        let kept = folder.keep(&picture(), Wanted::Picture).expect("kept");
        let (now, hash) = (clock.now(), kept.hash.clone());
        let add = move |tx: &mut festoon_store::Tx<'_>| {
            uploads::add(tx, now, "Lin", "jiangning-2021", &kept, "logo.png")
        };

        let refused: Result<(), StoreError> = place.store.write({
            let add = add.clone();
            move |tx| {
                weeks::create(tx, "jiangning-2021", now)?;
                add(tx)?;
                Err(StoreError::new(Trouble::Ours, "something else went wrong"))
            }
        });
        assert!(refused.is_err());
        assert_eq!(standing(place), [], "neither row nor task");

        place.store.write(move |tx| weeks::create(tx, "jiangning-2021", now)).expect("a week");
        assert_eq!(place.store.write(add.clone()), Ok(Added::New));
        assert_eq!(place.store.write(add), Ok(Added::Before));

        let worker = worker(place, "one", &clock, vec![Box::new(ResizesPictures::new(folder.clone()))]);
        assert_eq!(outcome(worker.step()), (1, Outcome::Done));
        assert_eq!(worker.step(), Ok(Step::Idle), "the same picture twice is one task");
        assert_eq!(folder.public(&hash, Edge::Large).map(|(_, as_type)| as_type), Some(MediaType::Webp));
    });
}

#[test]
fn a_picture_whose_file_is_not_there_is_waited_for() {
    on_both(|place| {
        let root = tempfile::tempdir().expect("a folder");
        let folder = UploadFolder::open(root.path()).expect("a folder");
        let clock = Clock::new();
        let (now, hash) = (clock.now(), uploads::Hash::of(&picture()));
        let body = ResizePicture { week: "jiangning-2021".into(), hash: hash.to_string() };
        place.store.write(move |tx| tasks::put(tx, &body, now, now)).expect("written");

        let worker = worker(place, "one", &clock, vec![Box::new(ResizesPictures::new(folder.clone()))]);
        assert!(matches!(outcome(worker.step()), (1, Outcome::Again(..))));
        folder.keep(&picture(), Wanted::Picture).expect("brought back");
        clock.moves(5);
        assert_eq!(outcome(worker.step()), (2, Outcome::Done));
        assert!(folder.public(&hash, Edge::Small).is_some());
    });
}

#[test]
fn a_release_is_made_at_its_hour_with_its_reason_and_its_author() {
    on_both(|place| {
        let clock = Clock::new();
        let (now, at) = (clock.now(), clock.in_seconds(1800));
        let body = ReleaseAt {
            week: "jiangning-2021".into(),
            at,
            reason: "the closing moved indoors".into(),
            actor: "Lin".into(),
        };
        let again = body.clone();
        assert_eq!(
            place.store.write({
                let body = body.clone();
                move |tx| tasks::put(tx, &body, at, now)
            }),
            Ok(true)
        );
        assert_eq!(place.store.write(move |tx| tasks::put(tx, &again, at, now)), Ok(false));

        let released = Arc::new(Mutex::new(Vec::new()));
        let handler: Box<dyn Handler> = Box::new(ReleasesAtTheirHour::new({
            let released = Arc::clone(&released);
            move |asked: &ReleaseAt, now| {
                released.lock().expect("whole").push((asked.clone(), now));
                Ok(())
            }
        }));
        let worker = worker(place, "one", &clock, vec![handler]);
        clock.moves(1799);
        assert_eq!(worker.step(), Ok(Step::Idle));
        clock.moves(1);
        assert_eq!(outcome(worker.step()), (1, Outcome::Done));
        assert_eq!(*released.lock().expect("whole"), [(body, at)]);
    });
}

#[test]
fn a_body_of_a_newer_festoon_is_not_done_by_halves() {
    on_both(|place| {
        let clock = Clock::new();
        put(place, &clock, "release-at", 1);
        let handler = ReleasesAtTheirHour::new(|_: &ReleaseAt, _| panic!("it was understood"));
        let worker = worker(place, "one", &clock, vec![Box::new(handler)]);
        assert!(matches!(outcome(worker.step()), (1, Outcome::Dead(Mishap::Unreadable(_)))));
    });
}
