//! How few breaks there must be at least, whoever meets whom.
//!
//! Every participant may take the slots they like best, as many as they have meetings and no slot in which they are away; only tables bind
//! them together. Using a slot costs a price, the same for everybody, and two participants share a table: by Lagrangian duality what they then
//! pay together, less what all tables are worth, is never more than the breaks of any plan. The prices are raised where too many sit and
//! lowered elsewhere (subgradient ascent; Held, Wolfe, Crowder 1974). Prices are whole parts of a break, so the bound is exact.
//! Order, roads, languages, rows and evenness can only add breaks: leaving them out keeps the bound true.

use super::day::{Day, Half};
use super::state::Ground;

/// Parts of a break.
const BREAK: i64 = 5040;
const ROUNDS: usize = 1500;
const NEVER: i64 = i64::MAX / 4;

/// What a participant needs slots for.
struct Need {
    open: u128,
    meetings: usize,
    /// The fewest and the most of them that are before [`Noon`].
    morning: [usize; 2],
}

/// The first slot of the afternoon, where there is one day that has one; the number of slots otherwise.
struct Noon(usize);

/// The fewest breaks that any plan of the day with all meetings can have.
pub(crate) fn fewest(ground: &Ground<'_>) -> u32 {
    let day = ground.day;
    let noon = noon(day, ground);
    let needs: Vec<Need> = (0..day.participants.len()).map(|who| need(ground, who)).collect();
    // More tables than meetings are as good as enough.
    let all = i64::from(u32::try_from(day.meetings.len()).expect("a checked day counts in 32 bits"));
    let tables = |slot| i64::try_from(day.tables_at(slot)).unwrap_or(i64::MAX);
    let most: Vec<i64> = (0..day.slots.len()).map(|slot| 2 * all.min(tables(slot))).collect();
    let mut prices = vec![0_i64; day.slots.len()];
    let mut best = 0;
    let mut stride = 0.5;
    for round in 0..ROUNDS {
        let mut worth = -prices.iter().zip(&most).map(|(price, most)| price * most).sum::<i64>();
        let mut seated = vec![0_i64; day.slots.len()];
        for need in &needs {
            let Some((cost, slots)) = Diary::cheapest(ground, &noon, need, &prices) else { return 0 };
            worth += cost;
            for (slot, sits) in seated.iter_mut().enumerate() {
                *sits += i64::from(slots & (1 << slot) != 0);
            }
        }
        if worth > best {
            best = worth;
        }
        let over: Vec<i64> = seated.iter().zip(&most).map(|(sits, most)| sits - most).collect();
        if over.iter().all(|&beyond| beyond <= 0) && prices.iter().all(|&price| price == 0) {
            break;
        }
        if round % 50 == 49 {
            stride *= 0.85;
        }
        raise(&mut prices, &over, stride);
    }
    u32::try_from((best + BREAK - 1) / BREAK).unwrap_or(0)
}

#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    reason = "a step of the ascent may be rounded; the bound is not"
)]
fn raise(prices: &mut [i64], over: &[i64], stride: f64) {
    let length = over.iter().map(|beyond| beyond * beyond).sum::<i64>().max(1) as f64;
    for (price, &beyond) in prices.iter_mut().zip(over) {
        let step = stride * BREAK as f64 * beyond as f64 / length.sqrt();
        *price = (*price + step.round() as i64).max(0);
    }
}

/// Mornings bind only where all of them are before all afternoons: on a single day.
fn noon(day: &Day, ground: &Ground<'_>) -> Noon {
    let first = day.slots.iter().position(|slot| slot.half == Half::Afternoon).unwrap_or(day.slots.len());
    let back = day.slots[first..].iter().any(|slot| slot.half == Half::Morning);
    Noon(if back || ground.days.len() > 1 { day.slots.len() } else { first })
}

fn need(ground: &Ground<'_>, who: usize) -> Need {
    let meetings = &ground.of[who];
    let count = |half: Half| {
        let of = |&&meeting: &&u32| ground.day.meetings[meeting as usize].half == Some(half);
        meetings.iter().filter(of).count()
    };
    Need {
        open: meetings.iter().fold(0, |open, &meeting| open | ground.open[meeting as usize]),
        meetings: meetings.len(),
        morning: [count(Half::Morning), meetings.len() - count(Half::Afternoon)],
    }
}

/// Where somebody stands in their day, while their cheapest slots are looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Phase {
    Before,
    Busy,
    Idle,
}

const PHASES: [Phase; 3] = [Phase::Before, Phase::Busy, Phase::Idle];

/// The cheapest cost so far and its slots, by meetings done and phase.
struct Diary(Vec<[(i64, u128); 3]>);

impl Diary {
    /// What the cheapest slots cost, breaks and prices together, and which they are; nothing if there are too few.
    fn cheapest(ground: &Ground<'_>, noon: &Noon, need: &Need, prices: &[i64]) -> Option<(i64, u128)> {
        let mut now = Self::nowhere(need.meetings);
        now.0[0][Phase::Before as usize] = (0, 0);
        for (slot, &price) in prices.iter().enumerate() {
            let bit = 1_u128 << slot;
            if ground.firsts & bit != 0 {
                now.begin_day();
            }
            if slot == noon.0 {
                now.keep(need.morning);
            }
            now = now.step(bit, price, need);
        }
        now.0[need.meetings].iter().copied().min().filter(|&(cost, _)| cost < NEVER)
    }

    fn nowhere(meetings: usize) -> Self {
        Self(vec![[(NEVER, 0); 3]; meetings + 1])
    }

    fn begin_day(&mut self) {
        for at in &mut self.0 {
            let cheapest = at.iter().copied().min().expect("there are three phases");
            *at = [(NEVER, 0); 3];
            at[Phase::Before as usize] = cheapest;
        }
    }

    fn keep(&mut self, [fewest, most]: [usize; 2]) {
        for (done, at) in self.0.iter_mut().enumerate() {
            if done < fewest || done > most {
                *at = [(NEVER, 0); 3];
            }
        }
    }

    fn step(&self, bit: u128, price: i64, need: &Need) -> Self {
        let mut next = Self::nowhere(need.meetings);
        for (done, at) in self.0.iter().enumerate() {
            for phase in PHASES {
                let (cost, slots) = at[phase as usize];
                if cost >= NEVER {
                    continue;
                }
                let idle = if phase == Phase::Before { Phase::Before } else { Phase::Idle };
                let rest = &mut next.0[done][idle as usize];
                *rest = (*rest).min((cost, slots));
                if done == need.meetings || need.open & bit == 0 {
                    continue;
                }
                let broken = if phase == Phase::Idle { BREAK } else { 0 };
                let sits = &mut next.0[done + 1][Phase::Busy as usize];
                *sits = (*sits).min((cost + price + broken, slots | bit));
            }
        }
        next
    }
}
