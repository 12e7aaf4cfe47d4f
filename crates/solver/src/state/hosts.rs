//! Prime time among hosts: how far each is from its share.

use super::{Ground, Shift};
use crate::{Hours, Rule, Score};

#[derive(Clone)]
pub(crate) struct Hosts {
    /// By period.
    prime: Vec<Vec<Hours>>,
    /// By host: its entries in prime time.
    in_prime: Vec<u32>,
}

impl Hosts {
    pub(crate) fn new(ground: &Ground<'_>) -> Self {
        let problem = ground.problem;
        let mut prime = vec![Vec::new(); problem.periods.len()];
        for hours in &problem.prime {
            prime[hours.period as usize].push(*hours);
        }
        Self { prime, in_prime: vec![0; problem.hosts.len()] }
    }

    /// What it costs that nobody has anything yet.
    pub(crate) fn first_cost(ground: &Ground<'_>) -> Score {
        let short: i64 = ground.problem.hosts.iter().map(|host| i64::from(host.share)).sum();
        ground.unit[Rule::Fairness as usize] * short
    }

    pub(crate) fn shift(&mut self, ground: &Ground<'_>, shift: Shift) -> Score {
        let asks = &ground.problem.entries[shift.entry as usize];
        let Some(host) = asks.host else {
            return Score::default();
        };
        let period = ground.period[shift.block as usize] as usize;
        let till = shift.slot + asks.slots;
        if !self.prime[period].iter().any(|hours| hours.from < till && shift.slot < hours.till) {
            return Score::default();
        }
        let share = ground.problem.hosts[host as usize].share;
        let has = &mut self.in_prime[host as usize];
        let before = has.abs_diff(share);
        *has = if shift.sign > 0 { *has + 1 } else { *has - 1 };
        ground.unit[Rule::Fairness as usize] * (i64::from(has.abs_diff(share)) - i64::from(before))
    }
}
