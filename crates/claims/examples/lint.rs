//! dbg
use festoon_claims::*;
fn main() {
    let l =
        Ledger::parse(&std::fs::read_to_string("crates/claims/tests/corpus/figures.toml").unwrap()).unwrap();
    let linter = Linter::new(&l);
    let mut a = std::env::args().skip(1);
    let text = a.next().unwrap();
    let day = a.next().unwrap_or("2022-06-27".into());
    let week = a.next().unwrap_or("chenghu-2022".into());
    let o = Occasion {
        day: Date::parse(&day).unwrap(),
        at: format!("{day}T12:00:00+08:00").parse().unwrap(),
        week: Some(week),
    };
    for f in linter.lint(&text, &o) {
        println!(
            "{:28} {:?} {} {:?} {:?} st={:?} ch={:?} -> {} {:?} | {} | {}",
            &text[f.claim.place.clone()],
            f.claim.kind,
            f.claim.value,
            f.claim.unit,
            f.claim.hedge,
            f.claim.stage,
            f.claim.change,
            f.verdict.word(),
            f.figure,
            f.sentence(&l, Language::Zh),
            f.suggestion.unwrap_or_default()
        );
    }
}
