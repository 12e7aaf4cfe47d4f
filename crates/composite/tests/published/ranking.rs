//! Alternatives that textbooks and papers rank, units at a frontier, and two official indexes.

use festoon_composite::Matrix;
use festoon_composite::numbers::{Direction, Scale, elementary};
use festoon_composite::ranking::{
    Averaging, Link, Mean, Weighting, chained_growth, topsis, vikor, weighted_mean,
};
use festoon_composite::weights::{
    Envelopment, Orientation, Peers, Returns, ReturnsToScale, efficiencies, equal, scale_efficiencies,
};

use super::printed;

const BENEFIT: Direction = Direction::Benefit;
const COST: Direction = Direction::Cost;

/// Hwang and Yoon, “Multiple Attribute Decision Making” (1981): four fighter aircraft.
#[test]
fn four_aircraft_are_as_near_to_the_ideal_as_hwang_and_yoon_have_them() {
    let aircraft = Matrix::of(
        6,
        vec![
            2.0, 1500.0, 20000.0, 5.5, 5.0, 9.0, //
            2.5, 2700.0, 18000.0, 6.5, 3.0, 5.0, //
            1.8, 2000.0, 21000.0, 4.5, 7.0, 7.0, //
            2.2, 1800.0, 20000.0, 5.0, 5.0, 5.0,
        ],
    );
    let result = topsis(
        &aircraft,
        &[0.2, 0.1, 0.1, 0.1, 0.2, 0.3],
        &[BENEFIT, BENEFIT, BENEFIT, COST, BENEFIT, BENEFIT],
        Scale::Vector,
        Weighting::Values,
    );
    // The book's third is 0.613, from steps rounded to four decimals.
    printed(&result.unwrap().closeness, &[0.643, 0.268, 0.614, 0.312], 3);
}

/// Opricovic and Tzeng (2004): three ways up a mountain, by risk and by height.
#[test]
fn the_middle_way_up_the_mountain_is_the_compromise() {
    let ways = Matrix::of(2, vec![1.0, 3000.0, 2.0, 3750.0, 5.0, 4500.0]);
    let result = vikor(&ways, &[0.5, 0.5], &[COST, BENEFIT], 0.5).unwrap();
    assert_eq!(result.group, [0.5, 0.375, 0.5]);
    assert_eq!(result.regret, [0.5, 0.25, 0.5]);
    assert_eq!(result.compromise, [1.0, 0.0, 1.0]);
    assert_eq!(result.proposed, [1]);
}

/// Cooper, Seiford and Tone, “Data Envelopment Analysis” (2000): two inputs and one output of six units.
#[test]
fn six_units_stand_where_the_textbook_has_them() {
    let inputs = Matrix::of(2, vec![4.0, 3.0, 7.0, 3.0, 8.0, 1.0, 4.0, 2.0, 2.0, 4.0, 10.0, 1.0]);
    let outputs = Matrix::of(1, vec![1.0; 6]);
    let units = efficiencies(&inputs, &outputs, Envelopment::default()).unwrap();
    let scores: Vec<f64> = units.iter().map(|unit| unit.score).collect();
    printed(&scores, &[0.8571, 0.6316, 1.0, 1.0, 1.0, 1.0], 4);

    let sixth = &units[5];
    assert_eq!(sixth.peers, [(2, 1.0)]);
    printed(&sixth.input_slacks, &[2.0, 0.0], 9);
}

/// One input and one output, where the frontier can be drawn by hand: A (2, 1), B (3, 3), C (6, 5), D (5, 2).
#[test]
fn returns_to_scale_are_read_off_a_drawn_frontier() {
    let inputs = Matrix::of(1, vec![2.0, 3.0, 6.0, 5.0]);
    let outputs = Matrix::of(1, vec![1.0, 3.0, 5.0, 2.0]);
    let units = scale_efficiencies(&inputs, &outputs, Orientation::Input).unwrap();
    let technical: Vec<f64> = units.iter().map(|unit| unit.technical).collect();
    let pure: Vec<f64> = units.iter().map(|unit| unit.pure).collect();
    let returns: Vec<ReturnsToScale> = units.iter().map(|unit| unit.returns).collect();
    printed(&technical, &[0.5, 1.0, 5.0 / 6.0, 0.4], 9);
    printed(&pure, &[1.0, 1.0, 1.0, 0.5], 9);
    assert_eq!(
        returns,
        [
            ReturnsToScale::Increasing,
            ReturnsToScale::Constant,
            ReturnsToScale::Decreasing,
            ReturnsToScale::Increasing
        ]
    );

    let outward =
        Envelopment { returns: Returns::Variable, orientation: Orientation::Output, peers: Peers::All };
    let last = efficiencies(&inputs, &outputs, outward).unwrap().pop().unwrap();
    printed(&[last.factor, last.score], &[13.0 / 6.0, 6.0 / 13.0], 9);
}

#[test]
fn an_efficient_unit_is_beyond_the_others_by_its_own_part() {
    let inputs = Matrix::of(1, vec![2.0, 3.0, 6.0, 5.0]);
    let outputs = Matrix::of(1, vec![1.0, 3.0, 5.0, 2.0]);
    let beyond = Envelopment { peers: Peers::Others, ..Envelopment::default() };
    let scores: Vec<f64> =
        efficiencies(&inputs, &outputs, beyond).unwrap().iter().map(|unit| unit.score).collect();
    printed(&scores, &[0.5, 1.2, 5.0 / 6.0, 0.4], 9);
}

/// United Nations Development Programme, Human Development Report 2016: Brazil in 2015.
#[test]
fn the_human_development_of_brazil_is_the_geometric_mean_of_three_dimensions() {
    let goal = |value: f64, least: f64, most: f64| (value - least) / (most - least);
    let health = goal(74.7, 20.0, 85.0);
    let education = f64::midpoint(goal(15.2, 0.0, 18.0), goal(7.8, 0.0, 15.0));
    let income = goal(elementary::ln(14_145.0), elementary::ln(100.0), elementary::ln(75_000.0));
    let geometric = Averaging { mean: Mean::Geometric, ..Averaging::default() };
    let index = weighted_mean(&[health, education, income], &equal(3).unwrap(), geometric).unwrap();
    printed(&[index], &[0.754], 3);
}

/// National Bureau of Statistics of China, China Innovation Index: its environment in 2005, 2006 and 2007, from the five indicators it prints. Linked by
/// plain ratios, 2006 would be 106.5.
#[test]
fn the_innovation_environment_of_china_is_chained_symmetrically() {
    let years = Matrix::of(
        5,
        vec![
            100.0, 100.0, 100.0, 100.0, 100.0, //
            111.9, 112.1, 103.7, 106.2, 98.7, //
            121.2, 127.3, 107.4, 107.9, 99.0,
        ],
    );
    let index = chained_growth(&years, &[0.2; 5], &[BENEFIT; 5], Link::Symmetric).unwrap();
    printed(&index, &[100.0, 106.4, 112.1], 1);
}
