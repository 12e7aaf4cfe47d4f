//! What is told of a claim, word for word in both languages: what a press officer reads, and what could stand instead.

use festoon_claims::{Date, Finding, Ledger, Linter, Occasion};

const LEDGER: &str = r#"
version = 1

[[week]]
id = "nanjing-2021"
zh = ["2021南京创新周"]
en = ["Nanjing Tech Week 2021"]

[scope.place]
jiangning = { zh = ["江宁区", "江宁"], en = ["Jiangning District", "Jiangning"] }

[[figure]]
id = "space"
zh = ["展览面积"]
en = ["exhibition space"]
kind = "count"
value = 30000
unit = "square-metre"
scope = { week = "nanjing-2021" }
"#;

/// What is told of the claim whose words are `claim`.
fn finding(text: &str, claim: &str, day: &str) -> (Ledger, Finding) {
    let ledger = Ledger::parse(LEDGER).expect("a ledger");
    assert_eq!(ledger.faults(), Vec::new());
    let occasion = Occasion {
        day: Date::parse(day).expect("a day"),
        at: format!("{day}T12:00:00+08:00").parse().expect("an instant"),
        week: Some("nanjing-2021".to_owned()),
    };
    let findings = Linter::new(&ledger).lint(text, &occasion);
    let finding = findings
        .into_iter()
        .find(|finding| text[finding.claim.place.clone()].contains(claim))
        .unwrap_or_else(|| panic!("“{claim}” is found in “{text}”"));
    (ledger, finding)
}

fn word(text: &str, claim: &str) -> &'static str {
    finding(text, claim, "2021-06-25").1.verdict.word()
}

#[test]
fn square_feet_are_no_square_metres() {
    assert_eq!(word("展览面积3万平方米。", "3万"), "right");
    assert_eq!(word("The exhibition space is 30,000 square metres.", "30,000"), "right");
    assert_eq!(word("展览面积3万平方英尺。", "3万"), "wrong-unit");
    assert_eq!(word("The exhibition space is 30,000 square feet.", "30,000"), "wrong-unit");
}
