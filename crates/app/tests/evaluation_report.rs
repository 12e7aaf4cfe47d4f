//! The report on the example: three indexes of an invented city, computed and told in both languages.
//!
//! What a page does with all that may be missing is held in `guide`, on evaluations written down by hand.

use std::num::NonZeroUsize;
use std::ops::ControlFlow;
use std::path::Path;

use festoon_app::indexes::{Asked, Posed};
use festoon_domain::text::Lang;
use festoon_exchange::NamedFile;
use festoon_guide::evaluation::{Evaluation, write_page};

fn example(framework: impl Fn(&str) -> String) -> Posed {
    let read = |name: &str| {
        let path = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../demo/indexes")).join(name);
        std::fs::read(path).expect("it is in the tree")
    };
    let said = String::from_utf8(read("framework.toml")).expect("it is text");
    let framework = NamedFile { name: "framework.toml".into(), bytes: framework(&said).into_bytes() };
    let districts = NamedFile { name: "districts.csv".into(), bytes: read("districts.csv") };
    Posed::read(framework, vec![districts]).expect("it can be used")
}

fn studied(posed: &Posed) -> Evaluation {
    let watch = |_| ControlFlow::Continue(());
    let threads = NonZeroUsize::new(2).expect("two");
    let asked = Asked { runs: 500, seed: 1, threads, year: None, watch: &watch };
    posed.study("0.0.0", &asked).expect("it can be studied").evaluation
}

fn page(evaluation: &Evaluation) -> String {
    let mut page = Vec::new();
    write_page(evaluation, Lang::Zh, &mut page).expect("memory takes all");
    String::from_utf8(page).expect("it is text")
}

/// The words of a language as somebody reads them from top to bottom, a line for every row, entry, head and paragraph; without pictures.
fn words(page: &str, lang: Lang) -> String {
    let (_, rest) = page.split_once(&format!("<main class=\"in-{}\"", lang.code())).expect("its part");
    // What is drawn stands beside it in words and numbers, so that a picture's own letters would only be in the way.
    let body = rest.split_once("</main>").expect("its end").0.split("<svg");
    let body: String = body
        .enumerate()
        .map(|(at, part)| if at == 0 { part } else { part.split_once("</svg>").expect("its end").1 })
        .collect();
    let mut lines = vec![String::new()];
    for piece in body.split('<').skip(1) {
        let (tag, words) = piece.split_once('>').unwrap_or((piece, ""));
        match tag.split(' ').next().unwrap_or_default() {
            "/tr" | "/li" | "/p" | "/h1" | "/h2" | "/h3" | "/h4" | "/caption" | "/summary" | "/legend"
            | "/output" => lines.push(String::new()),
            "/th" | "/td" | "/label" => lines.last_mut().expect("a line").push_str(" | "),
            _ => {}
        }
        lines.last_mut().expect("a line").push_str(words);
    }
    let plain = |line: &String| line.split_whitespace().collect::<Vec<_>>().join(" ");
    let lines: Vec<String> = lines.iter().map(plain).filter(|line| !line.is_empty()).collect();
    lines.join("\n")
}

#[test]
fn the_example_is_told_in_chinese() {
    insta::assert_snapshot!(words(&page(&studied(&example(str::to_owned))), Lang::Zh));
}

#[test]
fn the_example_is_told_in_english() {
    insta::assert_snapshot!(words(&page(&studied(&example(str::to_owned))), Lang::En));
}

#[test]
fn weights_of_a_readers_own_can_be_tried_on_every_index_of_the_example() {
    let page = page(&studied(&example(str::to_owned)));
    assert_eq!(page.matches("class=\"trying\"").count(), 2 * 3);
    let (_, rest) = page.split_once("id=\"evaluation-scores\">").expect("the script's numbers");
    assert!(!rest.split_once("</script>").expect("its end").0.contains("null,{"), "no index without scores");
}

#[test]
fn one_index_is_told_like_three_and_says_of_one() {
    // All that follows the first index's nodes up to the steps is of the other two.
    let alone = |said: &str| {
        let second = said.match_indices("[[index]]").nth(1).expect("a second index").0;
        let steps = said.find("[[step]]").expect("steps");
        format!("{}{}", &said[..second], &said[steps..])
    };
    let evaluation = studied(&example(alone));
    let page = page(&evaluation);
    assert_eq!(page.matches("class=\"index\"").count(), 2);
    let (zh, en) = (words(&page, Lang::Zh), words(&page, Lang::En));
    assert!(en.contains(
        "● In 2021 Canal (sample) is first on “Sample innovation capacity index”, for the second time."
    ));
    assert!(zh.contains("● 2021 年，示例运河区在「示例创新能力指数」中排名第一，为第 2 次。"));
}

#[test]
fn an_example_that_nobody_studied_is_a_whole_report_all_the_same() {
    let evaluation = example(str::to_owned).evaluate("0.0.0").evaluation;
    let page = page(&evaluation);
    let english = words(&page, Lang::En);
    assert_eq!(english.matches("No sensitivity study was made").count(), 2 * 3);
    assert!(english.contains("1 | Canal (sample) | 96.70 | ="), "{english}");
    assert!(!english.contains("In 90 % of variants") && !page.contains("NaN"));
}
