//! The folder: one file for the same bytes, whole or not at all, and copies for the public.

use std::fs;
use std::path::Path;

use festoon_app::uploads::{DiskTrouble, Edge, Hash, MediaType, UploadFolder, UploadRefusal, Wanted};

use crate::pictures::{jpeg, photograph, png};

fn names(root: &Path) -> Vec<String> {
    let mut names = Vec::new();
    for fan in fs::read_dir(root).expect("a folder") {
        let fan = fan.expect("an entry");
        for file in fs::read_dir(fan.path()).expect("a folder") {
            let file = file.expect("an entry").file_name();
            names.push(format!("{}/{}", fan.file_name().to_string_lossy(), file.to_string_lossy()));
        }
    }
    names.sort_unstable();
    names
}

#[test]
fn the_same_bytes_twice_are_one_file_named_by_their_hash() {
    let root = tempfile::tempdir().expect("a folder");
    let folder = UploadFolder::open(root.path()).expect("a folder");
    let bytes = png(photograph(40, 30));

    let kept = folder.keep(&bytes, Wanted::Picture).expect("kept");
    assert_eq!(folder.keep(&bytes, Wanted::Picture), Ok(kept.clone()));

    assert_eq!(kept.hash, Hash::of(&bytes));
    assert_eq!(
        (kept.media_type, kept.bytes, kept.pixels),
        (MediaType::Png, bytes.len() as u64, Some((40, 30)))
    );
    assert_eq!(names(root.path()), [format!("{}/{}.png", &kept.hash.as_str()[..2], kept.hash)]);
    assert_eq!(fs::read(folder.original(&kept.hash, MediaType::Png)).expect("a file"), bytes);
}

#[test]
fn the_hash_is_sha_256() {
    // Of the empty text, as FIPS 180-4 gives it.
    let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    assert_eq!(Hash::of(b"").as_str(), empty);
    assert_eq!(Hash::parse(empty), Some(Hash::of(b"")));
    for no in ["", &empty[1..], &empty.to_uppercase(), &format!("../{}", &empty[3..])] {
        assert_eq!(Hash::parse(no), None, "{no}");
    }
}

#[test]
fn what_is_refused_leaves_nothing_behind() {
    let root = tempfile::tempdir().expect("a folder");
    let folder = UploadFolder::open(root.path()).expect("a folder");
    assert_eq!(folder.keep(b"<svg/>", Wanted::Picture), Err(UploadRefusal::Svg));
    assert_eq!(names(root.path()), [""; 0]);
}

#[test]
fn the_public_is_given_copies_once_they_are_made_and_never_the_original() {
    let root = tempfile::tempdir().expect("a folder");
    let folder = UploadFolder::open(root.path()).expect("a folder");
    let kept = folder.keep(&jpeg(&photograph(400, 300), 1, None), Wanted::Picture).expect("kept");
    assert_eq!(folder.public(&kept.hash, Edge::Small), None);

    folder.make_copies(&kept.hash).expect("copies");
    folder.make_copies(&kept.hash).expect("copies again");

    let (path, media_type) = folder.public(&kept.hash, Edge::Small).expect("a copy");
    assert_eq!(media_type, MediaType::Jpeg);
    assert_eq!(path.file_name().expect("a name").to_string_lossy(), format!("{}-320.jpg", kept.hash));
    let sizes = ["-1920.jpg", "-320.jpg", "-960.jpg", ".jpg"];
    let fan = &kept.hash.as_str()[..2];
    assert_eq!(names(root.path()), sizes.map(|size| format!("{fan}/{}{size}", kept.hash)));
}

#[test]
fn a_copy_that_went_missing_is_made_again() {
    let root = tempfile::tempdir().expect("a folder");
    let folder = UploadFolder::open(root.path()).expect("a folder");
    let kept = folder.keep(&png(photograph(40, 30)), Wanted::Picture).expect("kept");
    folder.make_copies(&kept.hash).expect("copies");
    let (path, _) = folder.public(&kept.hash, Edge::Medium).expect("a copy");
    fs::remove_file(&path).expect("removed");

    folder.make_copies(&kept.hash).expect("copies");
    assert!(path.is_file());
}

#[test]
fn copies_of_a_picture_that_is_not_there_are_a_trouble_with_the_disk() {
    let root = tempfile::tempdir().expect("a folder");
    let folder = UploadFolder::open(root.path()).expect("a folder");
    let absent = Err(UploadRefusal::Disk(DiskTrouble::Absent));
    assert_eq!(folder.make_copies(&Hash::of(b"nobody brought it")), absent);
}

#[test]
fn a_damaged_file_is_mended_by_bringing_it_again() {
    let root = tempfile::tempdir().expect("a folder");
    let folder = UploadFolder::open(root.path()).expect("a folder");
    let bytes = png(photograph(40, 30));
    let kept = folder.keep(&bytes, Wanted::Picture).expect("kept");
    let path = folder.original(&kept.hash, MediaType::Png);
    fs::write(&path, "half").expect("written");

    folder.keep(&bytes, Wanted::Picture).expect("kept");
    assert_eq!(fs::read(&path).expect("a file"), bytes);
}

#[test]
fn a_paper_is_given_as_it_came() {
    let root = tempfile::tempdir().expect("a folder");
    let folder = UploadFolder::open(root.path()).expect("a folder");
    let kept = folder.keep(b"%PDF-2.0\n%%EOF\n", Wanted::Paper).expect("kept");
    assert_eq!(fs::read(folder.paper(&kept.hash).expect("a paper")).expect("a file"), b"%PDF-2.0\n%%EOF\n");
    assert_eq!(folder.public(&kept.hash, Edge::Small), None);
}

#[test]
fn a_folder_that_cannot_be_made_is_a_trouble_with_the_disk() {
    let root = tempfile::tempdir().expect("a folder");
    let refused = UploadFolder::open(root.path().join("not/there")).err();
    assert_eq!(refused, Some(UploadRefusal::Disk(DiskTrouble::Absent)));
}
