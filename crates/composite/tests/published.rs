//! Cases that papers, handbooks and offices have published, to the decimals they print.

#[path = "published/judgements.rs"]
mod judgements;
#[path = "published/ranking.rs"]
mod ranking;
#[path = "published/technology.rs"]
mod technology;

/// Refuses a list that differs from the printed one by more than half a unit of its last decimal.
fn printed(own: &[f64], printed: &[f64], decimals: i32) {
    let half = 0.5 * 10_f64.powi(-decimals) * (1.0 + 1e-9);
    let same = own.len() == printed.len() && own.iter().zip(printed).all(|(a, b)| (a - b).abs() <= half);
    assert!(same, "{own:?} is not {printed:?} to {decimals} decimals");
}
