//! A problem as JSON, for the peer: what there is to place, where, and what it costs; only rules that are on.

use festoon_solver::{At, BlockUse, Cost, Problem, Rule, Weight};
use serde_json::{Value, json};

pub(super) fn json(problem: &Problem) -> Value {
    let weights: serde_json::Map<String, Value> = Rule::ALL
        .into_iter()
        .filter(|rule| problem.rules.on(*rule))
        .map(|rule| match problem.rules.weight(rule) {
            Weight::Hard => (format!("{rule:?}"), json!("hard")),
            Weight::Soft(weight) => (format!("{rule:?}"), json!(weight)),
            Weight::Off => (format!("{rule:?}"), json!(0)),
        })
        .collect();
    let bonds = |bonds: &[festoon_solver::Bond]| -> Vec<Value> {
        let on = bonds.iter().filter(|bond| problem.rules.on(bond.rule));
        on.map(|bond| json!([format!("{:?}", bond.rule), bond.one, bond.other, bond.count])).collect()
    };
    json!({
        "one_track": problem.block_use == BlockUse::OneTrack,
        "step": problem.step,
        "weights": weights,
        "periods": problem.periods.iter().map(|period| period.slots).collect::<Vec<_>>(),
        "venues": problem.venues.iter().map(|venue| json!({"places": venue.places, "roads": venue.roads})).collect::<Vec<_>>(),
        "rooms": problem.rooms.iter().map(|room| room.venue).collect::<Vec<_>>(),
        "blocks": problem.blocks.iter().map(|block| json!([block.period, block.room, block.from, block.slots])).collect::<Vec<_>>(),
        "tracks": problem.tracks.iter().map(|track| costs(problem, &track.costs)).collect::<Vec<_>>(),
        "hosts": problem.hosts.iter().map(|host| host.share).collect::<Vec<_>>(),
        "stocks": problem.stocks.iter().map(|stock| json!([stock.of, format!("{:?}", stock.rule)])).collect::<Vec<_>>(),
        "prime": problem.prime.iter().map(|hours| json!([hours.period, hours.from, hours.till])).collect::<Vec<_>>(),
        "languages": problem.languages,
        "people": problem.people.iter().filter(|entries| entries.len() > 1).collect::<Vec<_>>(),
        "bonds": bonds(&problem.bonds),
        "track_bonds": bonds(&problem.track_bonds),
        "block_costs": problem.block_costs,
        "entries": problem.entries.iter().map(|entry| json!({
            "track": entry.track,
            "slots": entry.slots,
            "pause": entry.pause,
            "order": entry.order,
            "audience": entry.audience,
            "host": entry.host,
            "language": entry.language,
            "costs": costs(problem, &entry.costs),
            "draws": entry.draws.iter().map(|draw| json!([draw.stock, draw.amount])).collect::<Vec<_>>(),
        })).collect::<Vec<_>>(),
    })
}

fn costs(problem: &Problem, costs: &[Cost]) -> Vec<Value> {
    let on = costs.iter().filter(|cost| problem.rules.on(cost.rule));
    on.map(|cost| {
        let rule = format!("{:?}", cost.rule);
        match cost.at {
            At::Period(period) => json!([rule, "period", period, cost.count]),
            At::Room(room) => json!([rule, "room", room, cost.count]),
            At::Hours(hours) => json!([rule, "hours", [hours.period, hours.from, hours.till], cost.count]),
        }
    })
    .collect()
}
