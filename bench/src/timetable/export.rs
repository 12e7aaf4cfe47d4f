//! A problem of the solver as JSON for a peer, and a peer's plan back: the solver's own numbers, everything known by its place in a list.

use anyhow::Context;
use festoon_solver::{At, Cost, Hours, Place, Plan, Problem, Rule, Weight};
use serde_json::{Value, json};

/// What the generated week uses of a problem.
pub(super) fn problem(problem: &Problem) -> Value {
    let weights: serde_json::Map<String, Value> = Rule::ALL
        .into_iter()
        .filter_map(|rule| match problem.rules.weight(rule) {
            Weight::Off => None,
            Weight::Soft(weight) => Some((format!("{rule:?}"), json!(weight))),
            Weight::Hard => Some((format!("{rule:?}"), json!("hard"))),
        })
        .collect();
    let entries = problem.entries.iter().map(|entry| {
        json!({
            "track": entry.track,
            "slots": entry.slots,
            "pause": entry.pause,
            "audience": entry.audience,
            "host": entry.host,
            "costs": entry.costs.iter().map(cost).collect::<Vec<_>>(),
            "draws": entry.draws.iter().map(|draw| [draw.stock, draw.amount]).collect::<Vec<_>>(),
        })
    });
    json!({
        "weights": weights,
        "periods": problem.periods.iter().map(|period| period.slots).collect::<Vec<_>>(),
        "venues": problem.venues.iter().map(|venue| json!({ "places": venue.places, "roads": venue.roads })).collect::<Vec<_>>(),
        "rooms": problem.rooms.iter().map(|room| room.venue).collect::<Vec<_>>(),
        "blocks": problem.blocks.iter().map(|block| json!([block.period, block.room, block.from, block.slots])).collect::<Vec<_>>(),
        "hosts": problem.hosts.iter().map(|host| host.share).collect::<Vec<_>>(),
        "stocks": problem.stocks.iter().map(|stock| stock.of).collect::<Vec<_>>(),
        "prime": problem.prime.iter().copied().map(hours).collect::<Vec<_>>(),
        "people": problem.people,
        "bonds": problem.bonds.iter().map(|bond| json!([format!("{:?}", bond.rule), bond.one, bond.other, bond.count])).collect::<Vec<_>>(),
        "entries": entries.collect::<Vec<_>>(),
    })
}

fn cost(cost: &Cost) -> Value {
    let at = match &cost.at {
        At::Period(period) => json!({ "period": period }),
        At::Room(room) => json!({ "room": room }),
        At::Hours(those) => json!({ "hours": hours(*those) }),
    };
    json!([format!("{:?}", cost.rule), at, cost.count])
}

fn hours(hours: Hours) -> Value {
    json!([hours.period, hours.from, hours.till])
}

/// A list with block and slot of each entry.
pub(super) fn plan(told: &Value) -> anyhow::Result<Plan> {
    let places = told.as_array().context("a list of places")?.iter().map(|place| {
        let number = |at: usize| place[at].as_u64().context("block and slot");
        Ok(Some(Place { block: u32::try_from(number(0)?)?, slot: u16::try_from(number(1)?)? }))
    });
    Ok(Plan(places.collect::<anyhow::Result<_>>()?))
}
