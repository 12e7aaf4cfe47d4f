//! The week folder: what does not fit is refused with file, row, column and what would be right.

use std::sync::Arc;

use festoon_domain::programme::Spot;
use festoon_domain::text::Lang;
use festoon_exchange::week_folder::{FolderFault, read};
use festoon_exchange::{Reason, Refusal};

use crate::sample_folder::Folder;

/// Every table with a row a record, and a column of it that needs a key of another table, if it has one.
const TABLES: [(&str, Option<&str>); 10] = [
    ("venues.csv", None),
    ("rooms.csv", Some("venue")),
    ("hosts.csv", None),
    ("people.csv", None),
    ("activities.csv", Some("host")),
    ("parts.csv", Some("activity")),
    ("projects.csv", Some("chain")),
    ("points.csv", Some("venue")),
    ("exhibits.csv", Some("point")),
    ("checkpoints.csv", Some("venue")),
];

#[test]
fn every_file_is_needed() {
    let names: Vec<String> = Folder::sample().names();
    assert_eq!(names.len(), 13);
    for name in names {
        let refusals = Folder::sample().without(&name).read().expect_err(&name);
        assert_eq!(refusals, [refusal(&name, Spot::Whole, FolderFault::NoFile)]);
    }
    assert_eq!(read(&|_| None).expect_err("nothing there").len(), 13);
}

#[test]
fn every_column_of_the_first_folders_is_needed() {
    for (file, columns) in [
        ("venues.csv", "key name_zh name_en longitude latitude datum capacity hours origin"),
        ("rooms.csv", "key venue name_zh name_en seats equipment step_free"),
        ("travel.csv", "from to mode minutes"),
        ("hosts.csv", "key name_zh name_en origin"),
        ("people.csv", "key name_zh name_en organisation_zh organisation_en origin"),
        ("activities.csv", "key title_zh title_en host edition city_key partners chain kind origin"),
        ("parts.csv", "key activity kind title_zh title_en origin"),
        (
            "sessions.csv",
            "key activity part title_zh title_en day start end room use expected speakers guests origin",
        ),
        ("projects.csv", "key name_zh name_en stage amount_cny origin"),
        ("points.csv", "key name_zh name_en venue hours origin"),
        ("exhibits.csv", "key name_zh name_en chain point exhibitor_zh exhibitor_en origin"),
        ("checkpoints.csv", "key name_zh name_en place_zh place_en hours origin"),
    ] {
        for column in columns.split(' ') {
            let refusals = Folder::sample().without_column(file, column).read().expect_err(column);
            let [Refusal { reason: Reason::Folder(FolderFault::NoColumn(missing)), .. }] = &refusals[..]
            else {
                panic!("{file} {column}: {refusals:?}");
            };
            assert_eq!((&*refusals[0].file, *missing), (file, column));
        }
    }
}

#[test]
fn a_key_that_stands_twice_is_refused_where_it_stands_again() {
    for (file, _) in TABLES {
        let folder = Folder::sample();
        let (rows, key) = (folder.rows(file), folder.cell(file, 1, "key"));
        let refusals = folder.with_row_again(file, 1).read().expect_err(file);
        let again = row_of_file(rows + 1);
        assert_eq!(refusals, [refusal(file, again, FolderFault::KeyTwice(key))]);
    }
}

#[test]
fn a_key_that_is_none_is_refused() {
    let tables = TABLES.iter().map(|(file, _)| *file).chain(["sessions.csv"]);
    for file in tables {
        for wrong in ["", "Purple Hall", "紫金厅"] {
            let refusals = Folder::sample().with(file, 1, "key", wrong).read().expect_err(file);
            let why = FolderFault::BadValue("key", wrong.to_owned(), "a-z 0-9 -");
            assert_eq!(refusals, [refusal(file, row_of_file(1), why)]);
        }
    }
}

#[test]
fn a_key_that_no_table_defines_is_refused_with_its_column() {
    let more = [
        ("travel.csv", "from"),
        ("travel.csv", "to"),
        ("activities.csv", "co_hosts"),
        ("activities.csv", "chain"),
        ("activities.csv", "venue"),
        ("exhibits.csv", "chain"),
        ("sessions.csv", "activity"),
        ("sessions.csv", "part"),
        ("sessions.csv", "host"),
        ("sessions.csv", "room"),
        ("sessions.csv", "venue"),
        ("sessions.csv", "speakers"),
        ("sessions.csv", "chairs"),
        ("sessions.csv", "guests"),
        ("sessions.csv", "interpreters"),
    ];
    let columns = TABLES.iter().filter_map(|(file, column)| Some((*file, (*column)?))).chain(more);
    for (file, column) in columns {
        for wrong in ["nowhere", "No Where"] {
            let refusals = Folder::sample().with(file, 1, column, wrong).read().expect_err(column);
            let why = FolderFault::UnknownKey(column, wrong.to_owned());
            assert_eq!(refusals, [refusal(file, row_of_file(1), why)], "{file}");
        }
    }
}

#[test]
fn a_word_that_does_not_fit_its_column_is_refused_with_what_would() {
    let guid = "8-4-4-4-12 hexadecimal digits";
    for (file, column, wrong, right) in [
        ("venues.csv", "longitude", "east", "118.8518"),
        ("venues.csv", "latitude", "91", "-180 … 180, -90 … 90"),
        ("venues.csv", "datum", "Mars", "WGS-84 / GCJ-02"),
        ("venues.csv", "capacity", "-1", "123"),
        ("venues.csv", "origin", "guess", "fact / sample"),
        ("rooms.csv", "venue", "", "venues.csv: key"),
        ("rooms.csv", "seats", "many", "123"),
        ("rooms.csv", "step_free", "maybe", "yes / no"),
        ("rooms.csv", "guid", "7", guid),
        ("travel.csv", "from", "", "venues.csv: key"),
        ("travel.csv", "to", "", "venues.csv: key"),
        ("travel.csv", "minutes", "", "35"),
        ("travel.csv", "minutes", "soon", "123"),
        ("hosts.csv", "origin", "guess", "fact / sample"),
        ("hosts.csv", "name_stale", "fr", "zh / en"),
        ("people.csv", "guid", "7", guid),
        ("people.csv", "number", "0", "123"),
        ("activities.csv", "edition", "fifth", "123"),
        ("activities.csv", "city_key", "1", "yes / no"),
        ("activities.csv", "first_day", "17 June", "2021-06-21"),
        ("activities.csv", "details_origin", "guess", "fact / sample"),
        ("sessions.csv", "day", "17 June", "2021-06-21"),
        ("sessions.csv", "start", "9 a.m.", "14:00"),
        ("sessions.csv", "end", "2021-06-17T09:30:00Z", "14:00"),
        ("sessions.csv", "use", "free", "exclusive / shared"),
        ("sessions.csv", "expected", "all", "123"),
        ("sessions.csv", "translation", "old", "current / stale"),
        ("sessions.csv", "state", "none", "scheduled / cancelled"),
        ("sessions.csv", "state", "perhaps", "scheduled / cancelled"),
        ("sessions.csv", "guid", "7", guid),
        ("sessions.csv", "speakers", "lin-yue:nobody", "protocol / hosts / public"),
        ("projects.csv", "amount_cny", "", "1000000000"),
        ("projects.csv", "amount_cny", "1.234", "1000000000"),
        ("points.csv", "origin", "guess", "fact / sample"),
        ("exhibits.csv", "origin", "guess", "fact / sample"),
        ("checkpoints.csv", "origin", "guess", "fact / sample"),
    ] {
        let refusals = Folder::sample().with(file, 1, column, wrong).read().expect_err(column);
        let why = FolderFault::BadValue(column, wrong.to_owned(), right);
        assert_eq!(refusals, [refusal(file, row_of_file(1), why)], "{file} {column}");
    }
}

#[test]
fn words_of_long_lists_are_refused_with_the_whole_list() {
    for (file, column, some) in [
        ("venues.csv", "hours", "Mon-Fri 08:30-18:00"),
        ("activities.csv", "kind", "conference / forum / "),
        ("parts.csv", "kind", "opening / summit-forum / "),
        ("sessions.csv", "kind", "talk / keynote / "),
        ("sessions.csv", "access", "sign-language / "),
        ("sessions.csv", "references", "related / attachment https://"),
        ("projects.csv", "stage", "lead / intent / "),
    ] {
        let refusals = Folder::sample().with(file, 1, column, "gala").read().expect_err(column);
        let sentence = refusals[0].reason.sentence(Lang::En);
        let begins = format!("“gala” in column “{column}” does not fit; right would be: ");
        assert!(sentence.starts_with(&begins) && sentence.contains(some), "{sentence}");
        assert_eq!((&*refusals[0].file, &refusals[0].spot), (file, &row_of_file(1)));
    }
}

#[test]
fn a_row_that_is_too_short_or_long_is_refused_where_it_stands() {
    let tables = TABLES.iter().map(|(file, _)| *file).chain(["travel.csv", "sessions.csv"]);
    for file in tables {
        let folder = Folder::sample();
        let (rows, columns) = (folder.rows(file), folder.columns(file));
        for (row, cells) in [("cut,off", 2), (&*",".repeat(columns), columns + 1)] {
            let refusals = folder.clone().with_line(file, row).read().expect_err(file);
            let (cells, columns) = (cells as u64, columns as u64);
            let why = FolderFault::RowLength { cells, columns };
            assert_eq!(refusals, [refusal(file, row_of_file(rows + 1), why)]);
        }
    }
}

/// Where something stands in the sample's head once it was edited: the first character of what follows it.
fn spot(folder: &Folder, after: &str) -> Spot {
    let text = folder.text("week.toml");
    let at = text.find(after).expect(after) + after.len();
    let number = |count: usize| u32::try_from(count).expect("a short file");
    let line = text[..at].matches('\n').count() + 1;
    let character = text[..at].rsplit('\n').next().expect("a line").chars().count() + 1;
    Spot::Character(number(line), number(character))
}

/// Each mistake of a head, with its place, in English.
fn told(folder: &Folder) -> Vec<(Spot, String)> {
    let refusals = folder.read().expect_err("a head that is none");
    let own = refusals.into_iter().filter(|refusal| &*refusal.file == "week.toml");
    own.map(|refusal| (refusal.spot, refusal.reason.sentence(Lang::En))).collect()
}

#[test]
fn the_head_is_as_strict_as_the_tables() {
    let lacks = |name: &str, of: &str| format!("{of} lacks {name}. Add it.");
    for (from, to, after, said) in [
        ("slug         = \"jiangning-2021\"\n", "", "[", lacks("slug", "[week]")),
        ("theme_en     =", "theme        =", "[", lacks("theme_en", "[week]")),
        ("glyph = \"信\"\n", "", "[[chain]]\nkey = \"next-gen-it\"", lacks("glyph", "[[chain]]")),
        (
            "\"CN\"",
            "\"China\"",
            "country      = ",
            "country of [week] does not fit; right would be: two letters of ISO 3166-1, such as \"CN\"."
                .into(),
        ),
        (
            "\"CNY\"",
            "\"EUR\"",
            "currency     = ",
            "currency of [week] does not fit; right would be: \"CNY\".".into(),
        ),
        (
            "jiangning-2021",
            "Jiangning",
            "slug         = ",
            "“Jiangning” in column “slug” does not fit; right would be: a-z 0-9 -.".into(),
        ),
        (
            "Asia/Shanghai",
            "Asia/Jiangning",
            "zone         = ",
            "“Asia/Jiangning” in column “zone” does not fit; right would be: Asia/Shanghai / +08:00.".into(),
        ),
        (
            "2021-06-10\n",
            "10\n",
            "announced_on = ",
            "announced_on of [week] does not fit; right would be: a date, such as 2021-06-21.".into(),
        ),
    ] {
        let folder = Folder::sample().edited("week.toml", from, to);
        let all = told(&folder);
        assert!(all.iter().any(|(_, own)| *own == said), "{said}: {all:?}");
        if after.ends_with("= ") {
            assert!(all.contains(&(spot(&folder, after), said)), "{after}: {all:?}");
        }
    }
    let folder = Folder::sample().edited("week.toml", "key = \"smart-grid\"", "key = \"next-gen-it\"");
    assert_eq!(told(&folder)[0].1, "the key “next-gen-it” was used before; each may stand once.");
    let folder = Folder::sample().edited("week.toml", "[week]", "[weak]");
    assert_eq!(
        told(&folder),
        [
            (Spot::Character(1, 1), lacks("week", "week.toml")),
            (spot(&folder, "["), "week.toml has no “weak” here. There are: chain, figure, week.".into()),
        ]
    );
}

#[test]
fn all_mistakes_of_the_head_are_told_at_once_with_line_and_character_in_both_languages() {
    let folder = Folder::sample()
        .edited("week.toml", "\"CNY\"", "\"EUR\"")
        .edited("week.toml", "threads_zh   = [\"全民感知创新\", \"品牌传播\"]", "threads_zh   = 3")
        .edited("week.toml", "glyph = \"信\"", "glyph = \"信\"\nsign = 1");
    let refusals = folder.read().expect_err("three mistakes");
    let said: Vec<(Spot, String, String)> = refusals
        .into_iter()
        .map(|refusal| {
            let sentence = |lang| refusal.reason.sentence(lang);
            (refusal.spot.clone(), sentence(Lang::Zh), sentence(Lang::En))
        })
        .collect();
    assert_eq!(
        said[..2],
        [
            (
                spot(&folder, "threads_zh   = "),
                "[week]的 threads_zh 不对，应为：文字的列表，如 [\"a\", \"b\"]。".into(),
                "threads_zh of [week] does not fit; right would be: a list of words, such as [\"a\", \"b\"]."
                    .into(),
            ),
            (
                spot(&folder, "currency     = "),
                "[week]的 currency 不对，应为：\"CNY\"。".into(),
                "currency of [week] does not fit; right would be: \"CNY\".".into(),
            ),
        ]
    );
    assert_eq!(said[2].0, spot(&folder, "glyph = \"信\"\n"));
    assert!(said[2].1.contains("没有「sign」这一项"), "{}", said[2].1);

    let torn = Folder::sample().edited("week.toml", "slug         =", "slug");
    let [(at, said)] = &told(&torn)[..] else { panic!("one mistake") };
    assert_eq!((at, said.starts_with("it does not read as TOML: ")), (&spot(&torn, "slug "), true), "{said}");
}

#[test]
fn every_table_says_its_own_first_fault() {
    let folder = Folder::sample()
        .with("venues.csv", 2, "capacity", "many")
        .with("venues.csv", 3, "capacity", "few")
        .with("rooms.csv", 1, "seats", "some")
        .without("hosts.csv");
    let files: Vec<String> =
        folder.read().expect_err("three faults").iter().map(ToString::to_string).collect();
    assert_eq!(
        files,
        [
            "venues.csv: “many” in column “capacity” does not fit; right would be: 123.",
            "rooms.csv: “some” in column “seats” does not fit; right would be: 123.",
            "hosts.csv: the folder lacks this file.",
        ]
    );
}

fn refusal(file: &str, spot: Spot, fault: FolderFault) -> Refusal {
    Refusal { file: Arc::from(file), spot, reason: Reason::Folder(fault) }
}

/// The headings stand in row 1.
fn row_of_file(row: usize) -> Spot {
    Spot::Row("".into(), u32::try_from(row + 1).expect("few rows"))
}
