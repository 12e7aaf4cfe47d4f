//! What holds of all data: order does not matter, units do not, more is not worse, ranks are ranks, and nothing is missing without a reason.

use festoon_composite::framework::{
    Aggregate, Beyond, Curve, Divisor, Method, MissingChild, NotPositive, Pass, Reference, Scale, Span, Ties,
    Treat, Which, Winsorise,
};
use festoon_composite::framework::{Scope, Weigh, Weighing};
use festoon_composite::numbers::Scale as CriterionScale;
use festoon_composite::ranking::{CopelandScore, Weighting};
use festoon_composite::weights::{CriticChoices, ShareBounds, ZeroShares};
use festoon_composite::{Data, Missing, Run, Step, Unit, run};
use proptest::prelude::*;

use super::small::{flat, less, mean, min_max, ranks, scale};

const CODES: [&str; 3] = ["a", "b", "c"];

fn treat() -> Step {
    Step::Treat(Treat {
        pass: Pass::default(),
        winsorise: Some(Winsorise::default()),
        otherwise: Some(Curve::ShiftedLogarithm { share: 0.01 }),
        over: Span::AllYears,
        which: Which::All,
    })
}

fn of(rows: &[(usize, [Option<f64>; 3])]) -> Data {
    let mut data = Data::of_year(rows.iter().map(|(name, _)| Unit::of(format!("u{name}"))).collect(), 2020)
        .expect("it is sound here");
    for (at, code) in CODES.iter().enumerate() {
        data.column(*code, rows.iter().map(|(_, cells)| cells[at])).expect("it is sound here");
    }
    data
}

fn cell() -> impl Strategy<Value = Option<f64>> {
    prop_oneof![
        1 => Just(None),
        4 => (-20_i32..20).prop_map(|whole| Some(f64::from(whole))),
        4 => (-1e3..1e3_f64).prop_map(Some),
        1 => prop_oneof![Just(0.0), Just(1e300), Just(-1e300), Just(1e-300), Just(f64::MAX)].prop_map(Some),
    ]
}

fn rows() -> impl Strategy<Value = Vec<(usize, [Option<f64>; 3])>> {
    prop::collection::vec([cell(), cell(), cell()], 1..12)
        .prop_map(|rows| rows.into_iter().enumerate().collect())
}

fn whole_rows() -> impl Strategy<Value = Vec<(usize, [Option<f64>; 3])>> {
    let cell = || (1_i32..10_000).prop_map(|whole| Some(f64::from(whole) / 8.0));
    prop::collection::vec([cell(), cell(), cell()], 3..12)
        .prop_map(|rows| rows.into_iter().enumerate().collect())
}

fn normalising() -> impl Strategy<Value = Step> {
    prop_oneof![
        Just(min_max()),
        Just(scale(Scale::MinMax { low: 1.0, high: 100.0 })),
        Just(scale(Scale::ZScore { mean: 10.0, sd: 2.0, divisor: Divisor::Sample })),
        Just(scale(Scale::Rank { ties: Ties::Mean })),
        Just(scale(Scale::Borda { ties: Ties::Min })),
        Just(scale(Scale::Percentile { ties: Ties::Dense })),
        Just(scale(Scale::Share { of: Reference::default() })),
        Just(scale(Scale::Distance { to: Reference::default(), beyond: Beyond::default() })),
    ]
}

fn aggregating() -> impl Strategy<Value = Step> {
    let by = prop_oneof![
        Just(Method::Arithmetic),
        Just(Method::Geometric),
        Just(Method::Harmonic),
        (-3.0..3.0_f64).prop_map(Method::Power),
        Just(Method::Copeland(CopelandScore::default())),
        Just(Method::Topsis { scale: CriterionScale::Vector, weighting: Weighting::Values }),
        Just(Method::BenefitOfTheDoubt(ShareBounds::FREE)),
    ];
    let missing = prop_oneof![
        Just(MissingChild::Renormalise),
        Just(MissingChild::Undefined),
        Just(MissingChild::AtLeast(0.6)),
    ];
    let not_positive = prop_oneof![
        Just(NotPositive::ZeroIsZero),
        Just(NotPositive::Undefined),
        Just(NotPositive::Lifted(0.5)),
        Just(NotPositive::Shifted(2.0)),
    ];
    (by, missing, not_positive).prop_map(|(by, missing, not_positive)| {
        Step::Aggregate(Aggregate { missing, not_positive, ..Aggregate::by(by) })
    })
}

fn weighing() -> impl Strategy<Value = Step> {
    let by = prop_oneof![
        Just(Weighing::Given),
        Just(Weighing::Equal),
        Just(Weighing::Entropy { zeros: ZeroShares::CountNothing }),
        Just(Weighing::Critic(CriticChoices::default())),
        Just(Weighing::StandardDeviation),
    ];
    by.prop_map(|by| Step::Weigh(Weigh { by, scope: Scope::Leaves, nodes: Which::All }))
}

/// The score of the root by the name of the unit.
fn by_name(run: &Run) -> Vec<(String, Option<f64>, Option<f64>)> {
    let root = run.indexes[0].root();
    let mut named: Vec<_> = (0..run.cases.len())
        .map(|case| (run.units[run.cases[case].unit].code.clone(), root.scores[case], root.ranks[case]))
        .collect();
    named.sort_by(|left, right| left.0.cmp(&right.0));
    named
}

proptest! {
    #[test]
    fn nothing_is_missing_without_a_reason(
        rows in rows(), normalise in normalising(), weigh in weighing(), aggregate in aggregating(),
    ) {
        let framework = less(flat(&CODES, vec![treat(), normalise, weigh, aggregate, ranks()]), "b");
        let run = run(&framework, &of(&rows)).unwrap();
        let told = |what: Missing| run.undefined.iter().any(|one| one.what == what);
        for stage in &run.stages {
            for (column, &indicator) in stage.indicators.iter().enumerate() {
                for (row, &case) in stage.cases.iter().enumerate() {
                    let cell = stage.sheet.column(column)[row];
                    prop_assert!(!cell.is_infinite());
                    let what = Missing::Cell { case, indicator };
                    prop_assert!(!cell.is_nan() || told(what));
                }
            }
        }
        for (node, scored) in run.indexes[0].nodes.iter().enumerate() {
            for (case, score) in scored.scores.iter().enumerate() {
                let what = match scored.indicator {
                    Some(indicator) => Missing::Cell { case, indicator },
                    None => Missing::Score { case, index: 0, node },
                };
                prop_assert_eq!(score.is_none(), scored.ranks[case].is_none());
                prop_assert!(score.is_some_and(f64::is_finite) || (score.is_none() && told(what)));
            }
        }
    }

    #[test]
    fn ranks_are_valid(rows in rows(), normalise in normalising(), aggregate in aggregating()) {
        let framework = flat(&CODES, vec![normalise, aggregate, ranks()]);
        let run = run(&framework, &of(&rows)).unwrap();
        let root = run.indexes[0].root();
        for (score, rank) in root.scores.iter().zip(&root.ranks) {
            let better = root.scores.iter().flatten().filter(|other| Some(**other) > *score).count();
            let expected = score.map(|_| f64::from(u32::try_from(better + 1).unwrap()));
            prop_assert_eq!(*rank, expected);
        }
    }

    #[test]
    fn the_order_of_units_changes_nothing_but_rounding(
        rows in whole_rows(), seed in any::<u64>(), normalise in normalising(),
    ) {
        let framework = less(flat(&CODES, vec![treat(), normalise, mean(Method::Arithmetic), ranks()]), "b");
        let straight = by_name(&run(&framework, &of(&rows)).unwrap());
        let mut mixed = rows;
        fastrand::Rng::with_seed(seed).shuffle(&mut mixed);
        let mixed = by_name(&run(&framework, &of(&mixed)).unwrap());
        for (left, right) in straight.iter().zip(&mixed) {
            let close = match (left.1, right.1) {
                (Some(left), Some(right)) => (left - right).abs() <= 1e-9 * left.abs().max(1.0),
                (left, right) => left == right,
            };
            prop_assert!(close, "{:?} {:?}", left, right);
        }
    }

    #[test]
    fn the_unit_of_measurement_does_not_matter(rows in whole_rows(), power in -8_i32..8) {
        // A power of two moves no bit of a quotient; shift and size together leave the place between minimum and maximum.
        let framework = less(flat(&CODES, vec![min_max(), mean(Method::Arithmetic)]), "c");
        let other: Vec<_> = rows
            .iter()
            .map(|(name, cells)| (*name, cells.map(|cell| cell.map(|cell| cell * 2.0_f64.powi(power)))))
            .collect();
        prop_assert_eq!(
            run(&framework, &of(&rows)).unwrap().indexes[0].root().scores.clone(),
            run(&framework, &of(&other)).unwrap().indexes[0].root().scores.clone()
        );
    }

    #[test]
    fn more_of_what_is_good_is_never_worse(
        rows in whole_rows(), which in 0_usize..3, more in 1_i32..100,
        by in prop_oneof![Just(Method::Arithmetic), Just(Method::Geometric), Just(Method::Harmonic)],
    ) {
        // On a scale that the others do not move.
        let goal = Scale::Goalposts { low: 1.0, high: 100.0, beyond: Beyond::Extended };
        let mut framework = flat(&CODES, vec![scale(goal), mean(by)]);
        for code in CODES {
            framework = super::small::posts(framework, code, 0.0, 2000.0);
        }
        let before = run(&framework, &of(&rows)).unwrap().indexes[0].root().scores[0];
        let mut better = rows;
        better[0].1[which] = better[0].1[which].map(|cell| cell + f64::from(more));
        let after = run(&framework, &of(&better)).unwrap().indexes[0].root().scores[0];
        prop_assert!(after > before, "{:?} {:?}", after, before);
    }

    #[test]
    fn means_lie_between_their_children_and_fall_with_their_power(rows in whole_rows(), low in -4.0..4.0_f64, more in 0.01..4.0_f64) {
        let of_power = |power| {
            let framework = flat(&CODES, vec![mean(Method::Power(power))]);
            run(&framework, &of(&rows)).unwrap().indexes[0].root().scores.clone()
        };
        let (lower, upper) = (of_power(low), of_power(low + more));
        for ((lower, upper), (_, cells)) in lower.iter().zip(&upper).zip(&rows) {
            let least = cells.iter().flatten().fold(f64::INFINITY, |least, cell| least.min(*cell));
            let most = cells.iter().flatten().fold(0.0_f64, |most, cell| most.max(*cell));
            let (lower, upper) = (lower.unwrap(), upper.unwrap());
            prop_assert!(least * (1.0 - 1e-9) <= lower && lower <= upper * (1.0 + 1e-9) && upper <= most * (1.0 + 1e-9));
        }
    }
}
