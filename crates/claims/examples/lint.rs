//! Holds a text against a ledger and prints what there is to say of each of its claims.
//!
//! `cargo run -p festoon-claims --example lint FIGURES.toml 2022-06-27 chenghu-2022 < TEXT`

use festoon_claims::{Date, Language, Ledger, Linter, Occasion};
use std::error::Error;
use std::io::Read;

fn main() -> Result<(), Box<dyn Error>> {
    let mut words = std::env::args().skip(1);
    let path = words.next().ok_or("the figures file is missing")?;
    let day = words.next().ok_or("the day on which the text goes out is missing")?;
    let ledger = Ledger::parse(&std::fs::read_to_string(path)?).map_err(|fault| format!("{fault:?}"))?;
    let occasion = Occasion {
        day: Date::parse(&day).ok_or("a day is written as 2022-06-27")?,
        at: format!("{day}T12:00:00+08:00").parse()?,
        week: words.next(),
    };
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text)?;

    for finding in Linter::new(&ledger).lint(&text, &occasion) {
        let claim = &finding.claim;
        let unit = claim.unit.map_or_else(String::new, |unit| format!("{unit:?}"));
        println!(
            "{}\t{:?} {} {unit}\t{} {}\t{}",
            &text[claim.place.clone()],
            claim.kind,
            claim.value,
            finding.verdict.word(),
            finding.figure.as_deref().unwrap_or("-"),
            finding.sentence(&text, &ledger, Language::En),
        );
    }
    Ok(())
}
