//! meetings.toml: what is taken, and what is refused with its line and what would be right.

use festoon_domain::programme::Spot;
use festoon_domain::text::Lang;

use super::*;

const DAY: &str = r#"minutes = 30
[[day]]
date = 2021-06-22
hours = ["09:00-11:00"]
[[venue]]
name = "A"
tables = 2
[[party]]
name = "One"
people = ["P"]
languages = ["zh"]
wishes = ["Two"]
[[party]]
name = "Two"
languages = ["zh", "EN"]
away = ["2021-06-22 09:00-09:30"]
"#;

/// What is wrong, by lines.
fn parsed(text: &str) -> Result<MeetingsFile, Vec<(u32, String)>> {
    let file = NamedFile { name: "meetings.toml".into(), bytes: text.as_bytes().to_vec() };
    let told = |refusal: &Refusal| match refusal.spot {
        Spot::Character(line, _) => (line, refusal.reason.sentence(Lang::En)),
        _ => (0, refusal.reason.sentence(Lang::En)),
    };
    read(&file).map_err(|refusals| refusals.iter().map(told).collect())
}

#[test]
fn the_example_of_the_documentation_is_taken_as_it_says() {
    let page = include_str!("../../../../docs/meetings.md");
    let example = page.split("```").nth(1).and_then(|block| block.strip_prefix("toml")).expect("an example");
    let read = parsed(example).expect("the example is sound");
    assert_eq!((read.parties.len(), read.venues.len(), read.interpreters.len()), (3, 2, 1));
    // 9 to 12 and half past one to five, in steps of 25 minutes of which the last has no pause to keep.
    assert_eq!(read.slots.len(), 7 + 8);
    assert_eq!(read.pins[0].slot, Some(3));
    assert_eq!(read.roads, [(0, 1, 15)]);
    let schema = include_str!("../../../../docs/schemas/meetings.schema.json");
    for line in example.lines().filter_map(|line| line.split_once(" = ")) {
        assert!(schema.contains(&format!("\"{}\"", line.0)), "{} is in the schema", line.0);
    }
}

#[test]
fn what_does_not_fit_is_refused_with_its_line() {
    let also = |more: &str| format!("{DAY}{more}");
    for (text, line, said) in [
        (DAY.replace("minutes = 30", "minutes = -3"), 1, "right would be: a whole number, 5 … 240"),
        (DAY.replace("tables = 2", "tables = 0"), 7, "right would be: a whole number, 1 … 10000"),
        (DAY.replace("\"Two\"]", "\"Tow\"]"), 12, "there is no party “Tow”"),
        (DAY.replace("\"Two\"]", "\"One\"]"), 12, "“One” stands on both sides"),
        (
            DAY.replace("name = \"Two\"", "name = \"Two\"\npeople = [\"P\"]"),
            15,
            "“P” comes for “One” already",
        ),
        (
            DAY.replace("name = \"Two\"", "name = \"Two\"\nmost = -1"),
            15,
            "most of [[party]] does not fit; right would be: a whole number, 0 … 10000",
        ),
        (DAY.replace("name = \"Two\"", "name = \"One\""), 14, "the party “One” is said twice"),
        (DAY.replace("[\"zh\"]", "[]"), 9, "“One” speaks fewer than 1 languages"),
        (DAY.replace("09:00-11:00", "11:00-09:00"), 4, "right would be: 09:00-12:00"),
        (DAY.replace("09:00-11:00", "09:00-09:20"), 4, "no meeting of 30 minutes fits"),
        (DAY.replace("\"09:00-11:00\"", "\"09:00-11:00\", \"10:00-12:00\""), 3, "are said twice"),
        (DAY.replace("09:00-09:30", "nine"), 16, "“2021-06-22 nine” for “away” does not fit"),
        (
            also("[[pin]]\none = \"One\"\nother = \"Two\"\nstart = 2021-06-22T09:10:00\n"),
            20,
            "right would be: 2021-06-22T09:00:00",
        ),
        (
            also("[[pin]]\none = \"One\"\nother = \"Two\"\n[[pin]]\none = \"Two\"\nother = \"One\"\n"),
            21,
            "pinned in line 18 already",
        ),
        (
            also("[[break]]\nname = \"Lunch\"\nbetween = \"09:00-10:00\"\nfree = 3\n"),
            19,
            "has 2 slots, of which 3 cannot be free",
        ),
        (also("[[interpreter]]\nname = \"I\"\nlanguages = [\"zh\"]\n"), 18, "fewer than 2 languages"),
        (also("quota = 3\n"), 17, "[[party]] has no “quota” here"),
    ] {
        let told = parsed(&text).expect_err(&text);
        let is_told = told.iter().any(|(at, sentence)| *at == line && sentence.contains(said));
        assert!(is_told, "line {line}: {said}: {told:?}");
    }
}

#[test]
fn a_list_that_a_spreadsheet_would_run_is_written_as_text() {
    let sheet = Sheet { name: "Meetings", rows: vec![vec!["one".into()], vec!["=1+1".into()]] };
    assert_eq!(csv(&sheet), "\u{feff}one\n'=1+1\n".as_bytes());
    assert!(xlsx(&[sheet]).starts_with(b"PK"));
}
