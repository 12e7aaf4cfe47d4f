//! Texts whose lines were broken at some column are read as if they had not been, and each claim stands where it stands in the text.

#[path = "mutator/mod.rs"]
#[expect(dead_code, reason = "only the marked texts are read here")]
mod mutator;

use festoon_claims::{Claim, Value, find};
use mutator::marks::{Corpus, Language};

/// What is read of a text: the words without blanks, and what they say.
fn read(text: &str) -> Vec<(String, String, Value)> {
    let words = |claim: &Claim| text[claim.place.clone()].split_whitespace().collect::<Vec<_>>().concat();
    find(text).iter().map(|claim| (words(claim), claim.kind.word().to_owned(), claim.value)).collect()
}

/// Breaks a text at a column, Chinese between any two characters and all else between words.
fn wrapped(text: &str, columns: usize) -> String {
    let is_wide = |letter: char| letter >= '\u{2E80}';
    let wide = |piece: &str| piece.chars().map(|letter| if is_wide(letter) { 2 } else { 1 }).sum::<usize>();
    let mut pieces: Vec<String> = Vec::new();
    for letter in text.chars() {
        let stays = "，。；：、！？）”》%％".contains(letter);
        let parts = |last: &String| {
            let last = last.chars().next_back().unwrap_or(' ');
            !stays
                && (last == ' ' || is_wide(last) && !"（“《".contains(last) || is_wide(letter) && last != '“')
        };
        match pieces.last_mut() {
            Some(piece) if !parts(piece) => piece.push(letter),
            _ => pieces.push(letter.to_string()),
        }
    }
    let (mut lines, mut line) = (Vec::new(), String::new());
    for piece in pieces {
        if wide(&line) + wide(piece.trim_end()) > columns && !line.is_empty() {
            lines.push(line.trim_end().to_owned());
            line.clear();
        }
        line += &piece;
    }
    lines.push(line);
    lines.join("\n")
}

#[test]
fn texts_broken_at_a_column_are_read_as_if_they_had_not_been() {
    let mut apart = Vec::new();
    let mut told = [0, 0];
    for set in ["corpus", "en-1", "zh-1", "en-3", "zh-5"] {
        for paragraph in Corpus::read_in(set).paragraphs {
            for columns in [72, 76, 80] {
                let lines: Vec<_> = paragraph.text.split('\n').collect();
                let longest = lines.iter().copied().max_by_key(|line| line.len()).unwrap_or_default();
                let whole = read(longest);
                let broken = read(&wrapped(longest, columns));
                told[usize::from(paragraph.language == Language::English)] += whole.len();
                let lost: Vec<_> = whole.iter().filter(|one| !broken.contains(one)).collect();
                if !lost.is_empty() {
                    let text = wrapped(longest, columns);
                    apart.push(format!("{} at {columns}: {lost:?} {text:?}", paragraph.source));
                }
            }
        }
    }
    // What stands apart is a full stop that may be a list's: “Hosts:⏎58. Countries”, or a name that may begin anything: “21⏎June”.
    assert!(apart.len() <= 10 && told[0] > 5000 && told[1] > 6000, "{} of {told:?}: {apart:#?}", apart.len());
}

/// The words of each claim of a text as they stand in it.
fn words(text: &str) -> Vec<&str> {
    find(text).into_iter().map(|claim| &text[claim.place]).collect()
}

#[test]
fn a_figure_on_both_sides_of_a_break_is_one_and_stands_where_it_stands() {
    let english = "The Yunwan Innovation Week closed on Friday after five days with nearly 50\nbillion yuan of investment, while 150\nprojects were signed.";
    assert_eq!(words(english), ["five days", "nearly 50\nbillion yuan", "150\nprojects"]);
    let chinese = "云湾创新周于周五落下帷幕，五天里共举办活动86场，吸引参展企业415家，总投资近\n  500亿元，志愿者640名。";
    assert_eq!(words(chinese), ["五天", "86场", "415家", "近\n  500亿元", "640名"]);
    let item = "- The week closed with a total of 174,236 visits to the halls, and more than\n  150 projects were signed on its five days.\n- Volunteers: 640";
    assert_eq!(words(item), ["174,236 visits", "more than\n  150 projects", "five days", "640"]);
}

#[test]
fn lists_tables_and_posters_keep_their_lines() {
    for text in [
        "Activities: 86\nExhibitors: 415\nVolunteers: 640",
        "活动86场\n参展企业415家\n志愿者640名",
        "The companies which exhibited at the week in the halls by the river: 415\nThe volunteers of the week, who wore the yellow jackets you all know: 640",
        "41.8 million views online, more than twice the count on the Wednesday night\n82: projects signed\n164: letters of intent",
        "86 activities held in the halls by the river and all over the old town\n415 exhibitors from home and abroad, who took all the room there was\n640 volunteers",
        "1. A report on what became of the projects signed at the week before\n2. Volunteers: 640",
        "| The activities that were held in the halls by the river | 86 |\n| volunteers of the week | 640 |",
    ] {
        let alone: Vec<_> = text.split('\n').flat_map(words).collect();
        assert_eq!(words(text), alone, "{text}");
    }
}
