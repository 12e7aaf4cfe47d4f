//! Trees of several methods, contributions, influence, leaving out, and years, on numbers that can be checked by hand.

use festoon_composite::framework::{
    Aggregate, Bend, Beyond, Curve, Goalposts, Method, MissingChild, NotPositive, Scale, Scope, Span, Weigh,
    Weighing, Which,
};
use festoon_composite::numbers::Scale as CriterionScale;
use festoon_composite::ranking::{CopelandScore, Link, Weighting};
use festoon_composite::reading::{
    Among, Influence, contributions, honours, influence, leave_one_out, year_on_year,
};
use festoon_composite::weights::{ShareBounds, ZeroShares, entropy};
use festoon_composite::{Framework, Index, Matrix, Missing, Model, Node, Step, Undefined, Why, run};

use super::small::{data, flat, less, mean, min_max, panel, ranks, scale, there};

/// root ← (left ← a, b), c.
fn deep(steps: Vec<Step>) -> Framework {
    let mut framework = flat(&["a", "b", "c"], steps);
    framework.indexes[0].nodes = vec![
        Node::root("all"),
        Node::below("all", "left", 3.0),
        Node::below("left", "a", 1.0),
        Node::below("left", "b", 3.0),
        Node::below("all", "c", 1.0),
    ];
    framework
}

#[test]
fn human_development_is_a_geometric_mean_over_an_arithmetic_one() {
    // Norway in the report of 2021/22: 83.2339 years, 18.1852 and 13.00363 years of school, 64,660.11 dollars: 0.961.
    let codes = ["life", "expected", "mean", "income"];
    let goal = Scale::Goalposts { low: 0.0, high: 1.0, beyond: Beyond::Capped };
    let only = |code: &str| Which::Only(vec![code.to_owned()]);
    let mut framework = flat(
        &codes,
        vec![
            Step::Bend(Bend { curve: Curve::Logarithm, over: Span::AllYears, which: only("income") }),
            scale(goal),
            mean(Method::Geometric),
            Step::Aggregate(Aggregate { nodes: only("school"), ..Aggregate::by(Method::Arithmetic) }),
        ],
    );
    let posts = [(20.0, 85.0), (0.0, 18.0), (0.0, 15.0), (100.0, 75_000.0)];
    for (one, (worst, best)) in framework.indicators.iter_mut().zip(posts) {
        one.goalposts = Some(Goalposts { worst, best });
    }
    framework.indexes[0].nodes = vec![
        Node::root("all"),
        Node::below("all", "life", 1.0),
        Node::below("all", "school", 1.0),
        Node::below("school", "expected", 1.0),
        Node::below("school", "mean", 1.0),
        Node::below("all", "income", 1.0),
    ];
    let cells = [83.2339, 18.1852, 13.003_63, 64_660.11].map(|cell| there(&[cell]));
    let columns: Vec<_> = codes.iter().copied().zip(cells.iter().map(Vec::as_slice)).collect();
    let run = run(&framework, &data(&columns)).unwrap();
    assert_eq!(format!("{:.3}", run.indexes[0].root().scores[0].unwrap()), "0.961");
}

#[test]
fn contributions_sum_to_the_score_in_trees_of_any_means() {
    let cells = [there(&[10.0, 20.0, 0.0]), there(&[40.0, 5.0, 10.0]), vec![Some(30.0), None, Some(8.0)]];
    let columns = [("a", &*cells[0]), ("b", &*cells[1]), ("c", &*cells[2])];
    for by in
        [Method::Arithmetic, Method::Geometric, Method::Harmonic, Method::Power(2.5), Method::Power(-0.5)]
    {
        let left = Aggregate { nodes: Which::Only(vec!["left".into()]), ..Aggregate::by(Method::Geometric) };
        let model = Model::of(&deep(vec![mean(by), Step::Aggregate(left)]), &data(&columns)).unwrap();
        let found = contributions(&model, "all").unwrap();
        let scores = model.run().indexes[0].root().scores.clone();
        for case in 0..3 {
            assert!(found.rest[case].unwrap().abs() < 1e-12, "{by:?}: {:?} of {:?}", found.rest, scores);
        }
        assert_eq!(found.of[2][1], Some(0.0));
    }
    let model = Model::of(&deep(vec![mean(Method::Arithmetic)]), &data(&columns)).unwrap();
    let found = contributions(&model, "all").unwrap();
    assert_eq!(found.leaves, [2, 3, 4]);
    assert_eq!(found.of.iter().map(|of| of[0].unwrap()).collect::<Vec<_>>(), [1.875, 22.5, 7.5]);
}

#[test]
fn influence_has_four_meanings() {
    let cells = [there(&[1.0, 2.0, 3.0, 4.0]), there(&[1.0, 1.0, 1.0, 1.0]), there(&[4.0, 1.0, 5.0, 9.0])];
    let columns = [("a", &*cells[0]), ("b", &*cells[1]), ("c", &*cells[2])];
    let model = Model::of(&deep(vec![mean(Method::Arithmetic), ranks()]), &data(&columns)).unwrap();
    let of = |by| {
        influence(&model, "all", Among::Leaves, by)
            .unwrap()
            .into_iter()
            .map(|(_, one)| one)
            .collect::<Vec<_>>()
    };
    assert_eq!(of(Influence::Weight), there(&[0.1875, 0.5625, 0.25]));
    assert_eq!(of(Influence::SquaredCorrelation)[1], None);
    for by in [Influence::SquaredCorrelation, Influence::LeaveOneOut] {
        let sum: f64 = of(by).iter().flatten().sum();
        assert!((sum - 1.0).abs() < 1e-12, "{by:?}");
    }
    let covariance: f64 = of(Influence::Covariance).iter().flatten().sum();
    assert!((covariance - 1.0).abs() < 1e-12);
    let below = influence(&model, "all", Among::Children("left"), Influence::Weight).unwrap();
    assert_eq!(below, [(2, Some(0.25)), (3, Some(0.75))]);
    assert_eq!(influence(&model, "nothing", Among::Leaves, Influence::Weight), None);
}

#[test]
fn without_a_node_its_siblings_share_its_weight() {
    let cells = [there(&[1.0, 5.0]), there(&[9.0, 2.0]), there(&[3.0, 4.0])];
    let columns = [("a", &*cells[0]), ("b", &*cells[1]), ("c", &*cells[2])];
    let model = Model::of(&deep(vec![mean(Method::Arithmetic), ranks()]), &data(&columns)).unwrap();
    let left = leave_one_out(&model, "all").unwrap();
    let told: Vec<_> = left.iter().map(|one| (one.code.as_str(), one.scores.clone(), one.shift)).collect();
    assert_eq!(
        told,
        [
            ("left", there(&[3.0, 4.0]), Some(1.0)),
            ("a", there(&[7.5, 2.5]), Some(0.0)),
            ("b", there(&[1.5, 4.75]), Some(1.0)),
            ("c", there(&[7.0, 2.75]), Some(0.0)),
        ]
    );
}

#[test]
fn missing_zero_and_negative_children_do_what_the_framework_says() {
    let cells = [
        vec![Some(4.0), Some(0.0), Some(-1.0), None, Some(4.0)],
        vec![Some(9.0), Some(9.0), Some(9.0), None, None],
    ];
    let scores = |missing, not_positive| {
        let step = Step::Aggregate(Aggregate { missing, not_positive, ..Aggregate::by(Method::Geometric) });
        let run = run(&flat(&["a", "b"], vec![step]), &data(&[("a", &cells[0]), ("b", &cells[1])])).unwrap();
        let why = |one: &Undefined| match one.what {
            Missing::Score { case, .. } => Some((case, one.why)),
            _ => None,
        };
        (run.indexes[0].root().scores.clone(), run.undefined.iter().filter_map(why).collect::<Vec<_>>())
    };
    let close = |found: &[Option<f64>], expected: [Option<f64>; 5]| {
        for (found, expected) in found.iter().zip(expected) {
            assert_eq!(found.is_some(), expected.is_some());
            assert!(
                (found.unwrap_or(0.0) - expected.unwrap_or(0.0)).abs() < 1e-12,
                "{found:?} for {expected:?}"
            );
        }
    };
    let negative = (2, Why::ChildNotPositive { child: 1, score: -1.0 });
    let nothing = (3, Why::NoChildHasAScore);
    let (found, why) = scores(MissingChild::Renormalise, NotPositive::ZeroIsZero);
    close(&found, [Some(6.0), Some(0.0), None, None, Some(4.0)]);
    assert_eq!(why, [negative, nothing]);
    let (found, why) = scores(MissingChild::Undefined, NotPositive::Undefined);
    close(&found, [Some(6.0), None, None, None, None]);
    let zero = (1, Why::ChildNotPositive { child: 1, score: 0.0 });
    assert_eq!(
        why,
        [zero, negative, (3, Why::ChildMissing { child: 1 }), (4, Why::ChildMissing { child: 2 })]
    );
    let (found, why) = scores(MissingChild::AtLeast(0.6), NotPositive::Lifted(1.0));
    close(&found, [Some(6.0), Some(3.0), Some(3.0), None, None]);
    assert_eq!(why, [nothing, (4, Why::TooLittleWeight { share: 0.5 })]);
    let (found, _) = scores(MissingChild::Renormalise, NotPositive::Shifted(7.0));
    close(
        &found,
        [
            Some(176.0_f64.sqrt() - 7.0),
            Some(112.0_f64.sqrt() - 7.0),
            Some(96.0_f64.sqrt() - 7.0),
            None,
            Some(4.0),
        ],
    );
}

#[test]
fn weights_come_from_the_numbers_of_siblings_or_of_all_leaves() {
    let cells = [there(&[1.0, 2.0, 7.0]), there(&[3.0, 3.0, 4.0]), there(&[5.0, 1.0, 1.0])];
    let columns = [("a", &*cells[0]), ("b", &*cells[1]), ("c", &*cells[2])];
    let weigh = |scope| {
        let by = Weighing::Entropy { zeros: ZeroShares::CountNothing };
        let step = Step::Weigh(Weigh { by, scope, nodes: Which::All });
        let run = run(&deep(vec![step, mean(Method::Arithmetic)]), &data(&columns)).unwrap();
        run.indexes[0].nodes.iter().map(|node| node.weight).collect::<Vec<_>>()
    };
    let of = |columns: &[usize]| {
        let rows = (0..3).flat_map(|row| columns.iter().map(move |&at| (row, at)));
        let cells = rows.map(|(row, at)| cells[at][row].unwrap()).collect();
        entropy(&Matrix::of(columns.len(), cells), ZeroShares::CountNothing).unwrap().weights
    };
    let siblings = weigh(Scope::Siblings);
    assert_eq!(siblings[2..4], of(&[0, 1])[..]);
    let leaves = weigh(Scope::Leaves);
    let all = of(&[0, 1, 2]);
    assert!((leaves[1] * leaves[2] - all[0]).abs() < 1e-15 && (leaves[4] - all[2]).abs() < 1e-15);
}

#[test]
fn weights_that_the_numbers_do_not_give_are_told() {
    let cells = there(&[1.0, 1.0, 1.0]);
    let step =
        Step::Weigh(Weigh { by: Weighing::StandardDeviation, scope: Scope::Siblings, nodes: Which::All });
    let framework = flat(&["a", "b"], vec![step, mean(Method::Arithmetic)]);
    let run = run(&framework, &data(&[("a", &cells), ("b", &cells)])).unwrap();
    assert_eq!(run.indexes[0].root().scores, [None; 3]);
    assert!(run.undefined.iter().all(|one| one.why == Why::WeightsUndefined));
    assert_eq!(run.warnings.len(), 1);
}

#[test]
fn cases_are_compared_by_copeland_topsis_and_the_benefit_of_the_doubt() {
    let cells = [there(&[1.0, 2.0, 3.0]), there(&[3.0, 2.0, 1.0]), there(&[1.0, 3.0, 2.0])];
    let columns = [("a", &*cells[0]), ("b", &*cells[1]), ("c", &*cells[2])];
    let scores = |by| {
        let run = run(&flat(&["a", "b", "c"], vec![mean(by), ranks()]), &data(&columns)).unwrap();
        run.indexes[0].root().scores.clone()
    };
    assert_eq!(scores(Method::Copeland(CopelandScore::WinsLessLosses)), there(&[-2.0, 2.0, 0.0]));
    let topsis = scores(Method::Topsis { scale: CriterionScale::MinMax, weighting: Weighting::Values });
    assert!(topsis[1] > topsis[2] && topsis[2] > topsis[0], "{topsis:?}");
    assert_eq!(scores(Method::BenefitOfTheDoubt(ShareBounds::FREE)), there(&[1.0, 1.0, 1.0]));
}

#[test]
fn a_chain_of_growth_begins_at_a_hundred_and_turns_itself() {
    let cells = [there(&[10.0, 20.0, 30.0]), there(&[8.0, 4.0, 2.0])];
    let columns = [("a", &*cells[0]), ("b", &*cells[1])];
    let scores = |base| {
        let step = mean(Method::ChainedGrowth { link: Link::Ratios, base });
        let framework = less(flat(&["a", "b"], vec![step]), "b");
        run(&framework, &panel(1, &columns)).unwrap().indexes[0].root().scores.clone()
    };
    assert_eq!(scores(None), there(&[100.0, 200.0, 350.0]));
    assert_eq!(scores(Some(2019)), there(&[50.0, 100.0, 175.0]));
}

#[test]
fn units_move_from_year_to_year_and_are_honoured() {
    let a = there(&[1.0, 4.0, 9.0, 2.0, 3.0, 1.0]);
    let b = there(&[5.0, 5.0, 5.0, 1.0, 9.0, 1.0]);
    let mut framework = flat(&["a", "b"], vec![min_max(), mean(Method::Arithmetic), ranks()]);
    let index = |code: &str, of: &str| Index {
        code: code.into(),
        nodes: vec![Node::root(code), Node::below(code, of, 1.0)],
    };
    framework.indexes = vec![index("one", "a"), index("two", "b")];
    let run = run(&framework, &panel(2, &[("a", &a), ("b", &b)])).unwrap();
    let ways = year_on_year(&run, run.indexes[0].root());
    let told: Vec<_> = ways.iter().map(|way| (way.unit, way.from, way.to, way.change, way.climbed)).collect();
    assert_eq!(
        told,
        [
            (0, 0, 1, Some(37.5), Some(1.0)),
            (0, 1, 2, Some(62.5), Some(0.0)),
            (1, 3, 4, Some(12.5), Some(-1.0)),
            (1, 4, 5, Some(-25.0), Some(0.0)),
        ]
    );
    let told: Vec<_> =
        honours(&run).iter().map(|one| (one.year, one.unit, one.on.clone(), one.of, one.time)).collect();
    assert_eq!(
        told,
        [
            (2018, 0, vec![1], 2, 1),
            (2018, 1, vec![0], 2, 1),
            (2019, 0, vec![0], 2, 2),
            (2019, 1, vec![1], 2, 2),
            (2020, 0, vec![0, 1], 2, 1),
        ]
    );
}
