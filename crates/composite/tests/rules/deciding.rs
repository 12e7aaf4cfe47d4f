//! Methods of decisions as steps of a framework: they take a matrix as it was measured, and say of one row what is wrong with it.

use festoon_composite::framework::{Aggregate, Method, Preference, Scope, Step, Weigh, Weighing, Which};
use festoon_composite::numbers::{Direction, Scale};
use festoon_composite::ranking::{
    Decision, RatioScore, VikorScore, Weighting, aras, codas, copras, edas, gra, mabac, moora, promethee,
    saw, topsis, vikor, waspas, wpm,
};
use festoon_composite::weights::{
    CriticChoices, Envelopment, Orientation, Peers, Returns, ZeroShares, critic, efficiencies,
};
use festoon_composite::{Framework, Matrix, Run, Warning, Why, run};

use super::small::{data, flat, less, mean, ranks, there};

const COLUMNS: [[f64; 5]; 3] =
    [[3.0, 5.0, 2.0, 8.0, 4.0], [120.0, 90.0, 60.0, 200.0, 75.0], [0.5, 0.9, 0.7, 0.4, 0.8]];
const DIRECTIONS: [Direction; 3] = [Direction::Benefit, Direction::Cost, Direction::Benefit];
const WEIGHTS: [f64; 3] = [1.0 / 3.0; 3];

fn matrix() -> Matrix {
    Matrix::of(3, (0..5).flat_map(|row| COLUMNS.map(|column| column[row])).collect())
}

/// The second of three indicators is a cost, and nothing turns it.
fn of_costs(steps: Vec<Step>) -> Run {
    let cells = COLUMNS.map(|column| there(&column));
    let columns = [("a", &*cells[0]), ("b", &*cells[1]), ("c", &*cells[2])];
    run(&less(flat(&["a", "b", "c"], steps), "b"), &data(&columns)).expect("it needs no normalising")
}

fn scores(run: &Run) -> Vec<f64> {
    run.indexes[0].root().scores.iter().map(|score| score.expect("it has a score")).collect()
}

fn close(found: &[f64], right: &[f64], what: &str) {
    let same = found.len() == right.len()
        && found
            .iter()
            .zip(right)
            .all(|(found, right)| (found - right).abs() <= 1e-12 * right.abs().max(1.0));
    assert!(same, "{what}: {found:?} is not {right:?}");
}

#[test]
fn a_matrix_is_ranked_as_it_was_measured_by_every_method() {
    let (matrix, weights, directions) = (matrix(), &WEIGHTS, &DIRECTIONS);
    let negative = |lost: Vec<f64>| lost.into_iter().map(|lost| -lost).collect::<Vec<f64>>();
    let told = vikor(&matrix, weights, directions, 0.4).unwrap();
    let scale = Scale::Vector;
    let all = [
        (Decision::Sum { scale }, saw(&matrix, weights, directions, scale).unwrap()),
        (Decision::Product { scale: Scale::AsIs }, wpm(&matrix, weights, directions, Scale::AsIs).unwrap()),
        (Decision::Waspas { part: 0.3 }, waspas(&matrix, weights, directions, 0.3).unwrap()),
        (
            Decision::Vikor { majority: 0.4, score: VikorScore::Compromise },
            told.compromise.iter().map(|lost| 1.0 - lost).collect(),
        ),
        (Decision::Vikor { majority: 0.4, score: VikorScore::Group }, negative(told.group)),
        (Decision::Vikor { majority: 0.4, score: VikorScore::Regret }, negative(told.regret)),
        (Decision::Promethee, promethee(&matrix, weights, directions, &[Preference::Usual; 3]).unwrap().net),
        (Decision::Copras(RatioScore::Sum), copras(&matrix, weights, directions).unwrap().significance),
        (Decision::Aras(RatioScore::Utility), aras(&matrix, weights, directions).unwrap().utility),
        (
            Decision::Grey { scale: Scale::MinMax, distinguishing: 0.5 },
            gra(&matrix, weights, directions, Scale::MinMax, 0.5).unwrap(),
        ),
        (Decision::Moora, moora(&matrix, weights, directions).unwrap()),
        (Decision::Edas, edas(&matrix, weights, directions).unwrap().scores),
        (Decision::Codas { threshold: 0.02 }, codas(&matrix, weights, directions, 0.02).unwrap().scores),
        (Decision::Mabac, mabac(&matrix, weights, directions).unwrap().scores),
    ];
    for (decision, right) in all {
        close(
            &scores(&of_costs(vec![mean(Method::Decided(decision)), ranks()])),
            &right,
            &format!("{decision:?}"),
        );
    }
    let by = Method::Topsis { scale: Scale::Vector, weighting: Weighting::Values };
    let right = topsis(&matrix, weights, directions, Scale::Vector, Weighting::Values).unwrap().closeness;
    close(&scores(&of_costs(vec![mean(by)])), &right, "TOPSIS");
}

#[test]
fn critic_weights_know_of_costs_that_nothing_has_turned() {
    let by = Weighing::Critic(CriticChoices::default());
    let weigh = Step::Weigh(Weigh { by, scope: Scope::Siblings, nodes: Which::All });
    let run = of_costs(vec![weigh, mean(Method::Decided(Decision::Moora))]);
    let found: Vec<f64> = run.indexes[0].nodes[1..].iter().map(|node| node.weight).collect();
    close(&found, &critic(&matrix(), &DIRECTIONS, CriticChoices::default()).unwrap().weights, "CRITIC");
}

#[test]
fn an_indicator_has_a_preference_of_its_own() {
    let cells = COLUMNS.map(|column| there(&column));
    let columns = [("a", &*cells[0]), ("b", &*cells[1]), ("c", &*cells[2])];
    let mut framework = less(flat(&["a", "b", "c"], vec![mean(Method::Decided(Decision::Promethee))]), "b");
    let linear = Preference::Linear { indifference: 10.0, preference: 50.0 };
    framework.indicators[1].preference = linear;
    let found = scores(&run(&framework, &data(&columns)).unwrap());
    let preferences = [Preference::Usual, linear, Preference::Usual];
    close(&found, &promethee(&matrix(), &WEIGHTS, &DIRECTIONS, &preferences).unwrap().net, "PROMETHEE");
}

/// Thresholds that cross are a fault of the indicator.
#[test]
fn a_preference_that_cannot_be_kept_is_refused() {
    let mut framework: Framework = flat(&["a", "b"], vec![mean(Method::Decided(Decision::Promethee))]);
    framework.indicators[1].preference = Preference::Level { indifference: 3.0, preference: 1.0 };
    let told: Vec<String> = framework.faults().iter().map(ToString::to_string).collect();
    assert_eq!(
        told,
        [
            "the preference of b cannot be kept; give thresholds of 0 or more, the indifference below the preference"
        ]
    );
}

#[test]
fn costs_are_the_inputs_of_an_envelopment() {
    let inputs = Matrix::of(1, COLUMNS[1].to_vec());
    let outputs = Matrix::of(2, (0..5).flat_map(|row| [COLUMNS[0][row], COLUMNS[2][row]]).collect());
    for returns in [Returns::Constant, Returns::Variable] {
        let how = Envelopment { returns, orientation: Orientation::Output, peers: Peers::All };
        let right: Vec<f64> =
            efficiencies(&inputs, &outputs, how).unwrap().iter().map(|unit| unit.score).collect();
        let run = of_costs(vec![mean(Method::Decided(Decision::Envelopment(how)))]);
        close(&scores(&run), &right, "efficiencies");
    }
}

/// Nobody else makes as much as the fourth unit, whatever goes in: it alone has no score, and a reason.
#[test]
fn a_unit_that_no_others_reach_has_no_super_efficiency_and_leaves_the_others_theirs() {
    let how =
        Envelopment { returns: Returns::Variable, orientation: Orientation::Input, peers: Peers::Others };
    let run = of_costs(vec![mean(Method::Decided(Decision::Envelopment(how)))]);
    let without: Vec<usize> = (0..5).filter(|case| run.indexes[0].root().scores[*case].is_none()).collect();
    assert_eq!(without, [1, 3]);
    assert!(run.undefined.iter().all(|one| one.why == Why::NoPeers), "{:?}", run.undefined);
    assert_eq!(run.undefined.len(), 2);
}

#[test]
fn one_cell_that_cannot_be_used_is_named_and_not_laid_on_the_others() {
    let cells = [there(&[1.0, 2.0, 3.0]), there(&[1.0, -2.0, 3.0])];
    let columns = [("a", &*cells[0]), ("b", &*cells[1])];
    let framework = flat(&["a", "b"], vec![mean(Method::Decided(Decision::Copras(RatioScore::Utility)))]);
    let run = run(&framework, &data(&columns)).unwrap();
    let why: Vec<Why> = run.undefined.iter().map(|one| one.why).collect();
    assert_eq!(why, [Why::NoComparison, Why::ChildNotPositive { child: 2, score: -2.0 }, Why::NoComparison]);
    let Warning::NoComparison { children, cases, .. } = &run.warnings[0] else {
        panic!("{:?}", run.warnings)
    };
    assert_eq!((children.as_slice(), cases.as_slice()), (&[1, 2][..], &[0, 1, 2][..]));
}

#[test]
fn a_comparison_without_weights_says_so_and_does_not_speak_of_numbers_that_are_none() {
    let cells = [there(&[1.0, 2.0, 3.0]), there(&[1.0, -2.0, 3.0])];
    let columns = [("a", &*cells[0]), ("b", &*cells[1])];
    let by = Weighing::Entropy { zeros: ZeroShares::CountNothing };
    let weigh = Step::Weigh(Weigh { by, scope: Scope::Siblings, nodes: Which::All });
    let topsis = Method::Topsis { scale: Scale::Vector, weighting: Weighting::Values };
    let framework = flat(&["a", "b"], vec![weigh, Step::Aggregate(Aggregate::by(topsis))]);
    let run = run(&framework, &data(&columns)).unwrap();
    assert!(run.undefined.iter().all(|one| one.why == Why::WeightsUndefined));
    assert!(matches!(run.warnings[..], [Warning::NoWeights { .. }]), "{:?}", run.warnings);
}
