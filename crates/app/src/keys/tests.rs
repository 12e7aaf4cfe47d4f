//! Key files: made once, refused when anything is odd, never made anew.

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::Barrier;

use festoon_domain::text::Lang;
use tempfile::TempDir;

use super::*;

fn folder() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("keys.toml");
    (folder, path)
}

/// Bytes that differ from call to call, and from seed to seed.
fn chance(seed: u8) -> impl FnMut(&mut [u8]) {
    let mut next = seed;
    move |bytes| {
        next = next.wrapping_add(1);
        bytes.fill(next);
    }
}

fn permit(path: &Path, mode: u32) {
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("permissions");
}

#[test]
fn keys_are_made_once_and_come_back_the_same() {
    let (_folder, path) = folder();
    let made = make(&path, chance(0)).expect("keys");
    assert_eq!(made.of(Purpose::Passes).bytes(), &[1; 32]);
    assert_eq!(made.of(Purpose::Totp).bytes(), &[2; 32]);
    assert_eq!(make(&path, chance(100)), Ok(made.clone()));
    assert_eq!(load(&path), Ok(made));
    assert_eq!(fs::metadata(&path).expect("a file").permissions().mode() & 0o777, 0o600);
    assert_eq!(fs::read_dir(path.parent().expect("a folder")).expect("a folder").count(), 1);
}

#[test]
fn no_key_is_printed() {
    let (_folder, path) = folder();
    let keys = make(&path, chance(0x5a)).expect("keys");
    assert_eq!(format!("{keys:?}"), "Keys { passes: Key(…), totp: Key(…) }");
}

#[test]
fn a_new_purpose_gets_its_key_and_touches_no_other() {
    let (_folder, path) = folder();
    let ring =
        Ring::from([("passes".to_owned(), Key([7; 32])), ("of a newer one".replace(' ', "-"), Key([8; 32]))]);
    file::replace(&path, &text::write(&ring)).expect("a file");

    assert_eq!(load(&path), Err(KeysFault::Lacking("totp")));
    let keys = complete(&path, chance(20)).expect("keys");

    assert_eq!(keys, Keys { passes: Key([7; 32]), totp: Key([21; 32]) });
    let after = text::read(&file::read(&path).expect("a file")).expect("keys");
    assert_eq!(
        after.into_iter().map(|(word, key)| (word, key.0[0])).collect::<Vec<_>>(),
        [("of-a-newer-one".to_owned(), 8), ("passes".to_owned(), 7), ("totp".to_owned(), 21)]
    );
}

#[test]
fn no_file_is_no_keys_unless_they_are_to_be_made() {
    let (_folder, path) = folder();
    assert_eq!(load(&path), Err(KeysFault::Absent));
    assert_eq!(complete(&path, chance(0)), Err(KeysFault::Absent));
    assert!(!path.exists());
}

#[test]
fn a_file_that_others_may_read_or_write_is_refused_with_what_would_be_right() {
    let (_folder, path) = folder();
    make(&path, chance(0)).expect("keys");
    for mode in [0o640, 0o604, 0o620, 0o602, 0o666] {
        permit(&path, mode);
        assert_eq!(load(&path), Err(KeysFault::Open(mode)));
        assert_eq!(make(&path, chance(9)), Err(KeysFault::Open(mode)));
    }
    for lang in Lang::BOTH {
        assert!(KeysFault::Open(0o640).sentence(lang).contains("chmod 600"));
    }
    permit(&path, 0o400);
    assert!(load(&path).is_ok());
}

#[test]
fn a_link_or_a_folder_is_refused() {
    let (_folder, path) = folder();
    make(&path, chance(0)).expect("keys");
    let link = path.with_file_name("link.toml");
    symlink(&path, &link).expect("a link");
    assert_eq!(load(&link), Err(KeysFault::Link));
    assert_eq!(make(&link, chance(0)), Err(KeysFault::Link));
    assert_eq!(load(path.parent().expect("a folder")), Err(KeysFault::NoFile));
}

#[test]
fn a_file_cut_off_anywhere_is_refused_and_left_as_it_is() {
    let (_folder, path) = folder();
    make(&path, chance(0)).expect("keys");
    let whole = fs::read(&path).expect("a file");
    // The last line break may go: every key is still there.
    for end in 0..whole.len() - 1 {
        fs::write(&path, &whole[..end]).expect("written");
        assert!(matches!(load(&path), Err(KeysFault::Damaged(_))), "cut off after {end} bytes");
        assert!(matches!(make(&path, chance(50)), Err(KeysFault::Damaged(_))), "cut off after {end} bytes");
        assert_eq!(fs::read(&path).expect("a file"), &whole[..end]);
    }
}

#[test]
fn a_changed_byte_is_refused_and_its_key_is_not_in_the_message() {
    let (_folder, path) = folder();
    make(&path, chance(0x5a)).expect("keys");
    let whole = fs::read_to_string(&path).expect("a file");
    for (from, to) in [("5b5b", "5b5c"), ("5b5b", "xxxx"), ("[keys]", "[key]"), ("totp", "topt"), ("\"", "")]
    {
        fs::write(&path, whole.replacen(from, to, 1)).expect("written");
        let Err(fault @ KeysFault::Damaged(_)) = load(&path) else {
            panic!("{from} became {to} and was taken")
        };
        assert!(!fault.sentence(Lang::En).contains("5b5b"));
    }
    fs::write(&path, [0xff, 0xfe]).expect("written");
    assert_eq!(load(&path), Err(KeysFault::Damaged("not text".into())));
}

#[test]
fn chance_that_gives_nothing_or_repeats_itself_makes_no_keys() {
    let (_folder, path) = folder();
    assert_eq!(make(&path, |_| {}), Err(KeysFault::Chance));
    assert_eq!(make(&path, |bytes| bytes.fill(3)), Err(KeysFault::Chance));
    assert!(!path.exists());
}

const MAKERS: u8 = 8;
const PATH: &str = "FESTOON_TEST_KEYS";
const SEED: &str = "FESTOON_TEST_SEED";

#[test]
fn many_programs_that_make_keys_at_once_end_with_one_file() {
    let (_folder, path) = folder();
    let program = std::env::current_exe().expect("a program");
    let makers: Vec<_> = (0..MAKERS)
        .map(|number| {
            let mut maker = Command::new(&program);
            maker
                .args(["--exact", "keys::tests::one_of_many_programs", "--nocapture"])
                .stdout(Stdio::piped());
            maker.env(PATH, &path).env(SEED, (number * 16).to_string()).spawn().expect("it starts")
        })
        .collect();
    let told = makers.into_iter().map(|maker| maker.wait_with_output().expect("it ends").stdout);
    let told: Vec<String> = told.map(|out| String::from_utf8(out).expect("text")).collect();

    let lasting = load(&path).expect("keys").of(Purpose::Passes).bytes()[0];
    for made in told {
        assert!(made.contains(&format!("made with {lasting}.")), "{made}");
    }
    assert_eq!(fs::read_dir(path.parent().expect("a folder")).expect("a folder").count(), 1);
}

/// Run by the test above in processes of its own; alone it does nothing.
#[test]
fn one_of_many_programs() {
    let (Ok(path), Ok(seed)) = (std::env::var(PATH), std::env::var(SEED)) else { return };
    let made = make(Path::new(&path), chance(seed.parse().expect("a number"))).expect("keys");
    println!("made with {}.", made.of(Purpose::Passes).bytes()[0]);
}

#[test]
fn many_threads_that_make_keys_at_once_end_with_one_file() {
    let (_folder, path) = folder();
    let start = Barrier::new(MAKERS.into());
    let made: Vec<Keys> = std::thread::scope(|scope| {
        let makers: Vec<_> = (0..MAKERS)
            .map(|number| {
                let (path, start) = (&path, &start);
                scope.spawn(move || {
                    start.wait();
                    make(path, chance(number * 16)).expect("keys")
                })
            })
            .collect();
        makers.into_iter().map(|maker| maker.join().expect("ends")).collect()
    });
    let lasting = load(&path).expect("keys");
    assert_eq!(made, vec![lasting; MAKERS.into()]);
}

#[test]
fn what_a_maker_that_ended_in_the_middle_left_is_in_nobodys_way() {
    let (_folder, path) = folder();
    fs::write(path.with_file_name("keys.toml.new"), "half").expect("written");
    assert!(make(&path, chance(0)).is_ok());
    assert_eq!(fs::read_dir(path.parent().expect("a folder")).expect("a folder").count(), 1);
}
