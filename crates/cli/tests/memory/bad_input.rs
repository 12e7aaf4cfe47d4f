//! What goes wrong, and what is said about it: exit code 2, the place, and what would be right, in both languages.

use std::fs;

use super::office::{Office, Told, sample, told};

/// The same command to a Chinese and an English terminal; both refuse.
fn refused(office: &Office, words: &[&str]) -> [Told; 2] {
    ["zh_CN.UTF-8", "en_GB.UTF-8"].map(|locale| {
        let told = told(office.command(words).env("LC_ALL", locale));
        assert_eq!(told.code, 2, "{words:?} {told:?}");
        assert!(!told.err.contains("panicked"), "{told:?}");
        told
    })
}

fn says(told: &[Told; 2], zh: &str, en: &str) {
    assert!(told[0].err.contains(zh), "{}", told[0].err);
    assert!(told[1].err.contains(en), "{}", told[1].err);
}

#[test]
fn a_file_that_is_no_database_is_refused_and_left_alone() {
    let office = Office::new();
    fs::create_dir_all(office.path("data")).expect("a folder");
    let database = office.path("data/festoon.db");
    for bytes in [b"hello, I am a text file, and long enough to be looked at".to_vec(), vec![0xA5; 16_384]] {
        fs::write(&database, &bytes).expect("a file");
        let told = refused(&office, &["import", &sample()]);
        says(&told, "数据库", "database");
        assert_eq!(fs::read(&database).expect("still there"), bytes);
    }
}

#[test]
fn a_damaged_database_is_told_by_its_name() {
    let office = Office::new();
    office.does(&["import", &sample()]);
    let database = office.path("data/festoon.db");
    let mut bytes = fs::read(&database).expect("a database");
    let _no_log = fs::remove_file(office.path("data/festoon.db-wal"));
    for place in (4_096..bytes.len()).step_by(97) {
        bytes[place] ^= 0x5A;
    }
    fs::write(&database, &bytes).expect("a file");
    let told = refused(&office, &["doctor"]);
    assert!(told[1].err.contains("festoon.db"), "{told:?}");
}

#[test]
fn a_second_server_on_one_file_is_refused() {
    let office = Office::new();
    office.does(&["import", &sample()]);
    let _server = office.serves();
    let told = refused(&office, &["serve", "--listen", "127.0.0.1:0"]);
    says(&told, "PostgreSQL", "PostgreSQL");
}

#[test]
fn a_restore_over_a_living_week_asks_first_and_keeps_what_was_there() {
    let office = Office::new();
    office.does(&["import", &sample()]);
    let file = office.path("backup.zip").display().to_string();
    office.does(&["backup", &file]);
    office.does(&["edit", "session/fnc-welcome", "title_en", "Hello", "--reason", "a test"]);

    let told = refused(&office, &["restore", &file]);
    says(&told, "--over", "--over");
    assert_eq!(office.does(&["weeks"])["weeks"][0]["revision"], 2);

    let restored = office.does(&["restore", &file, "--over"]);
    assert_eq!(office.does(&["weeks"])["weeks"][0]["revision"], 1);
    let before = restored["before"].as_str().expect("what was there was backed up");
    office.does(&["restore", before, "--over"]);
    assert_eq!(office.does(&["weeks"])["weeks"][0]["revision"], 2);
}

#[test]
fn words_that_stand_for_nothing_are_told_with_what_would_be_right() {
    let office = Office::new();
    let told = refused(&office, &["weeks"]);
    says(&told, "festoon.db", "festoon.db");
    office.does(&["import", &sample()]);

    says(&refused(&office, &["release", "nowhere", "--reason", "x"]), "jiangning-2021", "jiangning-2021");
    says(&refused(&office, &["release", "jiangning-2021", "--reason", " "]), "--reason", "--reason");
    says(
        &refused(&office, &["release", "jiangning-2021", "--back-to", "7", "--reason", "x"]),
        "还没有发布过",
        "nothing of this week was released yet",
    );
    says(&refused(&office, &["import", &sample(), "--week", "南京"]), "nanjing-2027", "nanjing-2027");
    says(
        &refused(&office, &["edit", "session/nobody", "title_en", "x", "--reason", "y"]),
        "nobody",
        "nobody",
    );
    says(
        &refused(&office, &["edit", "session/fnc-welcome", "colour", "red", "--reason", "y"]),
        "title_zh",
        "title_zh",
    );
    says(
        &refused(&office, &["edit", "session/fnc-welcome", "expected", "many", "--reason", "y"]),
        "120",
        "120",
    );
    let text = office.path("ada.jpg");
    fs::write(&text, "no picture").expect("a file");
    let told = refused(&office, &["upload", &text.display().to_string(), "--for", "person/thiago-barrosa"]);
    says(&told, "ada.jpg", "ada.jpg");
    says(&refused(&office, &["export", "jiangning-2021", "--to", &sample()]), "空文件夹", "empty");
    says(&refused(&office, &["restore", &text.display().to_string()]), "festoon backup", "festoon backup");
    says(&refused(&office, &["weeks", "--current", "nowhere"]), "festoon weeks", "festoon weeks");
}

#[test]
fn a_database_that_is_not_there_is_said_to_be_away_and_nothing_hangs() {
    let office = Office::on("postgres://festoon@127.0.0.1:9/festoon");
    let told = refused(&office, &["import", &sample()]);
    assert!(told[1].err.contains("127.0.0.1:9"), "{told:?}");
}

#[test]
fn a_release_at_an_hour_is_arranged_once_and_with_a_reason() {
    let office = Office::new();
    office.does(&["import", &sample()]);
    let at = ["release", "jiangning-2021", "--at", "2099-06-21T08:00:00+08:00", "--reason"];
    let told = refused(&office, &[&at[..], &["  "]].concat());
    says(&told, "写明为什么发布", "say why it is released");

    office.does(&[&at[..], &["the opening"]].concat());
    let told = refused(&office, &[&at[..], &["another reason"]].concat());
    says(&told, "早已安排好", "is planned already");
}
