//! What cannot be meant is told, with the place and what would be right.

use festoon_composite::framework::{
    Aggregate, Bend, Beyond, Curve, Doubtful, Method, MissingChild, Normalise, Scale, Scope, Screen, Span,
    Turn, Weigh, Weighing, Which,
};
use festoon_composite::weights::{Derivation, Judgements, RandomIndex};
use festoon_composite::{Case, Data, Fault, Framework, Index, Node, Step, Unit, run};

use super::small::{data, flat, less, mean, min_max, posts, ranks, scale, there};

fn told(framework: &Framework) -> Vec<String> {
    framework.faults().iter().map(ToString::to_string).collect()
}

fn of_nodes(nodes: Vec<Node>) -> Vec<String> {
    let mut framework = flat(&["a", "b"], vec![min_max(), mean(Method::Arithmetic), ranks()]);
    framework.indexes = vec![Index { code: "all".into(), nodes }];
    told(&framework)
}

#[test]
fn a_sound_framework_has_no_faults() {
    assert_eq!(told(&flat(&["a", "b"], vec![min_max(), mean(Method::Geometric), ranks()])), [""; 0]);
}

#[test]
fn a_ring_names_all_who_are_in_it() {
    let nodes = vec![
        Node::root("all"),
        Node::below("all", "a", 1.0),
        Node::below("y", "x", 1.0),
        Node::below("x", "y", 1.0),
        Node::below("x", "b", 1.0),
    ];
    assert_eq!(
        of_nodes(nodes),
        [
            "index all: x → y stand below each other in a ring; one of them must stand below a node that leads to all"
        ]
    );
}

#[test]
fn every_fault_of_a_tree_is_told_at_once() {
    let nodes = vec![
        Node::below("all", "a", 0.0),
        Node::below("all", "b", -1.0),
        Node::below("nowhere", "c", 1.0),
        Node { code: "d".into(), parent: None, weight: f64::NAN },
        Node::below("a", "d", 1.0),
    ];
    assert_eq!(
        of_nodes(nodes),
        [
            "index all: node b has the weight -1; a weight is a number that is not negative",
            "index all: node d has the weight NaN; a weight is a number that is not negative",
            "index all: node d is there twice; a node stands in one place of an index",
            "index all: node a stands below all, which is no node of this index",
            "index all: node b stands below all, which is no node of this index",
            "index all: node c stands below nowhere, which is no node of this index",
            "index all: node d has no parent; only the root all has none",
            "index all: indicator a has d below it; an indicator is a leaf, so give one of them another code",
            "index all: node c has no children and is no indicator; put something below it, or add an indicator c to the pool",
            "index all: node d has no children and is no indicator; put something below it, or add an indicator d to the pool",
            "index all: node d has no children and is no indicator; put something below it, or add an indicator d to the pool",
            "index all has no root: add a node all without a parent",
        ]
    );
}

#[test]
fn weights_that_sum_to_nothing_name_their_node() {
    let nodes = vec![Node::root("all"), Node::below("all", "a", 0.0), Node::below("all", "b", 0.0)];
    assert_eq!(
        of_nodes(nodes),
        ["index all: the weights below all sum to 0; give at least one of a, b a weight above 0"]
    );
}

#[test]
fn codes_are_there_once() {
    let mut framework = flat(&["a", "a"], vec![]);
    framework.indexes.push(framework.indexes[0].clone());
    let told = told(&framework);
    assert!(told.contains(&"indicator a is there twice; every indicator has a code of its own".to_owned()));
    assert!(told.contains(&"index all is there twice; every index has a code of its own".to_owned()));
}

#[test]
fn steps_name_what_is_there_with_numbers_that_can_be_used() {
    let only = |code: &str| Which::Only(vec![code.into()]);
    let steps = vec![
        Step::Screen(Screen { cases: Some(90.0), ..Screen::default() }),
        Step::Bend(Bend {
            curve: Curve::ShiftedLogarithm { share: 0.0 },
            over: Span::AllYears,
            which: only("z"),
        }),
        Step::Normalise(Normalise {
            scale: Scale::Rank { ties: festoon_composite::framework::Ties::Min },
            turn: Turn::Before,
            over: Span::Year(2020),
            which: Which::All,
        }),
        scale(Scale::MinMax { low: 1.0, high: 1.0 }),
        Step::Aggregate(Aggregate {
            missing: MissingChild::AtLeast(2.0),
            nodes: only("q"),
            ..Aggregate::by(Method::Power(f64::INFINITY))
        }),
    ];
    assert_eq!(
        told(&flat(&["a"], steps)),
        [
            "index all: no step aggregates node all; name it in an aggregating step",
            "step 1: the share of cases is 90; give a share between 0 and 1, such as 0.9 for 90 %",
            "step 2 names z, which is no indicator of the framework",
            "step 2: the share of the range in the logarithm is 0; give a number above 0, customarily 0.01",
            "step 3: a rank cannot take one year for all; choose all years, or each year for itself",
            "step 4: the high end of the scale is 1; make it greater than the low end",
            "step 5 names q, which is no node of the framework",
            "step 5: the power of the mean is inf; give a number; 1 is arithmetic, 0 geometric",
            "step 5: the least share of the weight is 2; give a share between 0 and 1, such as 0.9 for 90 %",
        ]
    );
}

#[test]
fn what_is_smaller_and_better_must_be_turned_before_it_is_added_up() {
    let framework = less(flat(&["a"], vec![mean(Method::Arithmetic)]), "a");
    assert_eq!(
        told(&framework),
        ["indicator a: less of it is better, and no normalising step turns it before index all adds it up"]
    );
    assert_eq!(
        told(&flat(&["a"], vec![ranks()])),
        ["step 1 ranks scores, and no step aggregates; add an aggregating step before it"]
    );
}

#[test]
fn goalposts_stand_the_way_the_indicator_points() {
    let goal = || {
        vec![
            scale(Scale::Goalposts { low: 0.0, high: 1.0, beyond: Beyond::default() }),
            mean(Method::Geometric),
        ]
    };
    let framework = posts(less(flat(&["a", "b"], goal()), "a"), "a", 0.0, 10.0);
    assert_eq!(
        told(&framework),
        [
            "indicator a: the worst goalpost is 0 and the best 10, but less of it is better, so the worst must be the greater number",
            "step 1: indicator b has no goalposts; state it, or leave the indicator out of the step",
        ]
    );
}

#[test]
fn judgements_that_contradict_each_other_name_the_worst() {
    // 1 beats 2 nine times, 2 beats 3 nine times, 3 beats 1 nine times.
    let judgements = Judgements::by_upper_half(3, &[9.0, 1.0 / 9.0, 9.0]).unwrap();
    let weigh = |doubtful, children: &[&str]| {
        Step::Weigh(Weigh {
            by: Weighing::Judged {
                children: children.iter().map(|code| (*code).to_owned()).collect(),
                judgements: judgements.clone(),
                derivation: Derivation::Eigenvector,
                random: RandomIndex::Saaty,
                doubtful,
            },
            scope: Scope::Siblings,
            nodes: Which::All,
        })
    };
    let steps = |weigh| vec![min_max(), weigh, mean(Method::Arithmetic)];
    let refused = told(&flat(&["a", "b", "c"], steps(weigh(Doubtful::Refused, &["a", "b", "c"]))));
    assert_eq!(refused.len(), 1);
    assert!(
        refused[0].starts_with("step 2, judgements below all: the judgements contradict each other"),
        "{refused:?}"
    );
    let flagged = flat(&["a", "b", "c"], steps(weigh(Doubtful::Flagged, &["a", "b", "c"])));
    assert_eq!(told(&flagged), [""; 0]);
    let cells = there(&[1.0, 2.0]);
    let run = run(&flagged, &data(&[("a", &cells), ("b", &cells), ("c", &cells)])).unwrap();
    assert!(
        matches!(run.warnings[..], [festoon_composite::Warning::Inconsistent { node: (0, 0), ratio, .. }] if ratio > 0.1)
    );
    let others = told(&flat(&["a", "b", "c"], steps(weigh(Doubtful::Flagged, &["a", "b", "d"]))));
    assert_eq!(others, ["step 2 judges a, b, d, but the children of all are a, b, c"]);
}

#[test]
fn data_is_one_row_a_unit_and_year_and_one_cell_a_row() {
    let unit = |code: &str| Unit::of(code);
    let error = |result: Result<Data, Fault>| result.unwrap_err().to_string();
    assert_eq!(
        error(Data::of_year(vec![unit("x"), unit("y"), unit("x")], 2020)),
        "unit x is there twice, as rows 1 and 3; every unit has a code of its own"
    );
    let case = Case { unit: 0, year: 2020 };
    assert_eq!(
        error(Data::of(vec![unit("x")], vec![case, case])),
        "unit x has two rows for 2020, rows 1 and 2; keep one of them"
    );
    assert_eq!(error(Data::of(vec![], vec![])), "the data has no row; give one row a unit and year");
    assert_eq!(
        error(Data::of(vec![unit("x")], vec![Case { unit: 1, year: 2020 }])),
        "row 1 names unit number 1, and there are 1; a case names a unit by its place"
    );
    let mut data = Data::of_year(vec![unit("x")], 2020).unwrap();
    data.column("a", [Some(1.0)]).unwrap();
    let twice = data.column("a", [Some(1.0)]).unwrap_err().to_string();
    assert_eq!(twice, "column a is there twice; every column has a code of its own");
    let long = data.column("b", [Some(1.0), None]).unwrap_err().to_string();
    assert_eq!(
        long,
        "column b has 2 cells, and there are 1 rows; give one cell a row, empty where nothing is measured"
    );
}

#[test]
fn what_the_data_lacks_is_named() {
    let mut framework = flat(&["a", "b"], vec![]);
    framework.indicators[0].denominator =
        Some(festoon_composite::framework::Denominator { column: "people".into(), factor: 1.0 });
    framework
        .steps
        .push(scale(Scale::Share { of: festoon_composite::framework::Reference::Unit("nobody".into()) }));
    let faults = run(&framework, &data(&[("a", &there(&[1.0]))])).unwrap_err();
    assert_eq!(
        faults.to_string(),
        "indicator a is divided by people, which is no column of the data\nindicator b has no column in the data; add a column headed b, or take it out of the framework\nstep 1 compares with unit nobody, which is not in the data"
    );
}
