//! Each scale on numbers that can be checked by hand, in both directions.

use festoon_composite::framework::{
    Beyond, Divisor, Normalise, Posts, Reference, Scale, Span, Ties, Turn, Which,
};
use festoon_composite::{Missing, Step, Why, run};

use super::small::{column, data, flat, less, panel, posts, scale, there};

const CELLS: [f64; 4] = [10.0, 20.0, 20.0, 50.0];

fn more(by: Scale) -> Vec<Option<f64>> {
    column(
        &run(&flat(&["a"], vec![scale(by)]), &data(&[("a", &there(&CELLS))])).expect("it is sound here"),
        0,
    )
}

fn fewer(by: Scale, turn: Turn) -> Vec<Option<f64>> {
    let step = Step::Normalise(Normalise { scale: by, turn, over: Span::AllYears, which: Which::All });
    column(
        &run(&less(flat(&["a"], vec![step]), "a"), &data(&[("a", &there(&CELLS))]))
            .expect("it is sound here"),
        0,
    )
}

#[test]
fn between_minimum_and_maximum() {
    let by = || Scale::MinMax { low: 0.0, high: 80.0 };
    assert_eq!(more(by()), there(&[0.0, 20.0, 20.0, 80.0]));
    assert_eq!(fewer(by(), Turn::Before), there(&[80.0, 60.0, 60.0, 0.0]));
    assert_eq!(fewer(by(), Turn::After), there(&[80.0, 60.0, 60.0, 0.0]));
    assert_eq!(fewer(by(), Turn::Never), there(&[0.0, 20.0, 20.0, 80.0]));
}

#[test]
fn around_a_mean() {
    // Mean 25, squares 225 + 25 + 25 + 625 = 900.
    let by = |divisor| Scale::ZScore { mean: 100.0, sd: 15.0, divisor };
    assert_eq!(more(by(Divisor::Population)), there(&[85.0, 95.0, 95.0, 125.0]));
    assert_eq!(fewer(by(Divisor::Population), Turn::Before), there(&[115.0, 105.0, 105.0, 75.0]));
    assert_eq!(fewer(by(Divisor::Population), Turn::After), there(&[115.0, 105.0, 105.0, 75.0]));
    let sample = more(by(Divisor::Sample));
    assert!((sample[3].unwrap() - (100.0 + 15.0 * 25.0 / 300.0_f64.sqrt())).abs() < 1e-12);
}

#[test]
fn by_places() {
    let rank = |ties| Scale::Rank { ties };
    assert_eq!(more(rank(Ties::Min)), there(&[1.0, 2.0, 2.0, 4.0]));
    assert_eq!(more(rank(Ties::Mean)), there(&[1.0, 2.5, 2.5, 4.0]));
    assert_eq!(more(rank(Ties::Max)), there(&[1.0, 3.0, 3.0, 4.0]));
    assert_eq!(more(rank(Ties::Dense)), there(&[1.0, 2.0, 2.0, 3.0]));
    assert_eq!(fewer(rank(Ties::Min), Turn::Before), there(&[4.0, 2.0, 2.0, 1.0]));
    assert_eq!(fewer(rank(Ties::Min), Turn::After), there(&[4.0, 3.0, 3.0, 1.0]));
    assert_eq!(fewer(rank(Ties::Dense), Turn::After), there(&[3.0, 2.0, 2.0, 1.0]));
    assert_eq!(more(Scale::Borda { ties: Ties::Mean }), there(&[0.0, 1.5, 1.5, 3.0]));
    assert_eq!(more(Scale::Percentile { ties: Ties::Min }), there(&[0.0, 1.0 / 3.0, 1.0 / 3.0, 1.0]));
    assert_eq!(more(Scale::Percentile { ties: Ties::Dense }), there(&[0.0, 0.5, 0.5, 1.0]));
}

#[test]
fn as_a_share_of_a_reference() {
    let share = |of| Scale::Share { of };
    assert_eq!(more(share(Reference::Best)), there(&[0.2, 0.4, 0.4, 1.0]));
    assert_eq!(fewer(share(Reference::Best), Turn::Before), there(&[1.0, 0.5, 0.5, 0.2]));
    assert_eq!(more(share(Reference::Unit("u1".into()))), there(&[0.5, 1.0, 1.0, 2.5]));
    assert_eq!(more(share(Reference::Mean)), there(&[0.4, 0.8, 0.8, 2.0]));
}

#[test]
fn by_the_distance_to_a_target() {
    let by = |beyond| Scale::Distance { to: Reference::Target, beyond };
    let with = |target: f64, by: Scale, turned: bool| {
        let mut framework = flat(&["a"], vec![scale(by)]);
        if turned {
            framework = less(framework, "a");
        }
        framework.indicators[0].target = Some(target);
        column(&run(&framework, &data(&[("a", &there(&CELLS))])).unwrap(), 0)
    };
    assert_eq!(with(30.0, by(Beyond::Capped), false), there(&[0.0, 0.5, 0.5, 1.0]));
    assert_eq!(with(30.0, by(Beyond::Extended), false), there(&[0.0, 0.5, 0.5, 2.0]));
    assert_eq!(with(20.0, by(Beyond::Capped), true), there(&[1.0, 1.0, 1.0, 0.0]));
    let best = Scale::Distance { to: Reference::Best, beyond: Beyond::Capped };
    assert_eq!(fewer(best, Turn::After), there(&[1.0, 0.75, 0.75, 0.0]));
}

#[test]
fn between_goalposts_and_as_a_coefficient_of_efficacy() {
    let with = |worst, best, by: Scale, turned: bool| {
        let mut framework = flat(&["a"], vec![scale(by)]);
        if turned {
            framework = less(framework, "a");
        }
        column(&run(&posts(framework, "a", worst, best), &data(&[("a", &there(&CELLS))])).unwrap(), 0)
    };
    let goal = |beyond| Scale::Goalposts { low: 0.0, high: 1.0, beyond };
    assert_eq!(with(0.0, 40.0, goal(Beyond::Capped), false), there(&[0.25, 0.5, 0.5, 1.0]));
    assert_eq!(with(0.0, 40.0, goal(Beyond::Extended), false), there(&[0.25, 0.5, 0.5, 1.25]));
    assert_eq!(with(50.0, 10.0, goal(Beyond::Capped), true), there(&[1.0, 0.75, 0.75, 0.0]));

    let efficacy = |posts, beyond| Scale::Efficacy { base: 60.0, span: 40.0, posts, beyond };
    let d = with(10.0, 30.0, efficacy(Posts::Stated, Beyond::Extended), false);
    assert_eq!(d, there(&[60.0, 80.0, 80.0, 140.0]));
    let d = with(50.0, 10.0, efficacy(Posts::Measured, Beyond::Extended), true);
    assert_eq!(d, there(&[100.0, 90.0, 90.0, 60.0]));
}

#[test]
fn a_direction_is_turned_once() {
    let steps = vec![
        scale(Scale::ZScore { mean: 0.0, sd: 1.0, divisor: Divisor::Sample }),
        scale(Scale::MinMax { low: 0.0, high: 80.0 }),
    ];
    let run = run(&less(flat(&["a"], steps), "a"), &data(&[("a", &there(&CELLS))])).unwrap();
    let expected = [80.0, 60.0, 60.0, 0.0];
    for (found, expected) in column(&run, 0).into_iter().zip(expected) {
        assert!((found.unwrap() - expected).abs() < 1e-12);
    }
}

#[test]
fn a_panel_is_on_one_scale_or_each_year_or_one_year_for_all() {
    let cells = there(&[0.0, 5.0, 10.0, 20.0]);
    let with = |over| {
        let scale = Scale::MinMax { low: 0.0, high: 100.0 };
        let step = Step::Normalise(Normalise { scale, turn: Turn::Before, over, which: Which::All });
        column(&run(&flat(&["a"], vec![step]), &panel(2, &[("a", &cells)])).unwrap(), 0)
    };
    assert_eq!(with(Span::AllYears), there(&[0.0, 25.0, 50.0, 100.0]));
    assert_eq!(with(Span::EachYear), there(&[0.0, 0.0, 100.0, 100.0]));
    assert_eq!(with(Span::Year(2018)), there(&[0.0, 50.0, 100.0, 200.0]));
}

#[test]
fn what_has_no_spread_is_undefined_and_says_so() {
    let undefined = |by: Scale, cells: &[f64]| {
        let run = run(&flat(&["a"], vec![scale(by)]), &data(&[("a", &there(cells))])).unwrap();
        assert_eq!(column(&run, 0), vec![None; cells.len()]);
        run.undefined.iter().map(|one| (one.what, one.why)).collect::<Vec<_>>()
    };
    let cell = |case| Missing::Cell { case, indicator: 0 };
    let constant = Why::Constant { value: 7.0 };
    let min_max = || Scale::MinMax { low: 0.0, high: 1.0 };
    let z = || Scale::ZScore { mean: 0.0, sd: 1.0, divisor: Divisor::Sample };
    assert_eq!(undefined(min_max(), &[7.0, 7.0]), [(cell(0), constant), (cell(1), constant)]);
    assert_eq!(undefined(z(), &[7.0, 7.0]), [(cell(0), constant), (cell(1), constant)]);
    assert_eq!(undefined(z(), &[7.0]), [(cell(0), Why::SingleValue)]);
    assert_eq!(undefined(min_max(), &[1e308, -1e308]), [(cell(0), Why::TooLarge), (cell(1), Why::TooLarge)]);
    let zero = Scale::Share { of: Reference::Best };
    assert_eq!(undefined(zero, &[0.0, 0.0]), [(cell(0), Why::ZeroReference), (cell(1), Why::ZeroReference)]);
}

/// 适度指标: neither more nor less is better, and the direction that the framework gives says nothing.
#[test]
fn the_nearest_to_the_target_is_the_best_and_the_farthest_the_worst() {
    for one in [
        flat(&["a"], vec![scale(Scale::Nearest { low: 0.0, high: 100.0 })]),
        less(flat(&["a"], vec![scale(Scale::Nearest { low: 0.0, high: 100.0 })]), "a"),
    ] {
        let mut framework = one;
        framework.indicators[0].target = Some(50.0);
        let run = run(&framework, &data(&[("a", &[Some(50.0), Some(40.0), None, Some(70.0)])])).unwrap();
        assert_eq!(column(&run, 0), [Some(100.0), Some(50.0), None, Some(0.0)]);
        framework.indicators[0].target = None;
        assert_eq!(
            framework.faults().iter().map(ToString::to_string).collect::<Vec<_>>(),
            ["step 1: indicator a has no target; state it, or leave the indicator out of the step"]
        );
    }
}
