//! Denominators, screening, filling and treating, on numbers that can be checked by hand.

use festoon_composite::framework::{
    Bend, Curve, Denominator, Fallback, Filling, Impute, Pass, Presence, Screen, Screening, Span, Treat,
    Which, WinsorTies, Winsorise,
};
use festoon_composite::{
    Change, Data, FilledFrom, Missing, Outcome, Step, Undefined, Unit, Warning, Why, WhyChanged, run,
};

use super::small::{column, data, flat, panel, there};

#[test]
fn a_denominator_that_is_zero_or_missing_gives_no_number_and_a_reason() {
    let mut framework = flat(&["a"], vec![Step::Denominate]);
    framework.indicators[0].denominator = Some(Denominator { column: "people".into(), factor: 10.0 });
    let people = [Some(4.0), Some(0.0), None, Some(1e-300), Some(2.0)];
    let run = run(
        &framework,
        &data(&[("a", &[Some(2.0), Some(2.0), Some(2.0), Some(1e300), None]), ("people", &people)]),
    )
    .unwrap();
    assert_eq!(column(&run, 0), [Some(5.0), None, None, None, None]);
    let no = |step, case, why| Undefined { step, what: Missing::Cell { case, indicator: 0 }, why };
    assert_eq!(
        run.undefined,
        [
            no(0, 4, Why::NotMeasured),
            no(1, 1, Why::ZeroDenominator),
            no(1, 2, Why::DenominatorMissing),
            no(1, 3, Why::TooLarge),
        ]
    );
}

#[test]
fn screening_names_its_order() {
    // Case 2 has one of three, indicator c one of three.
    let columns: [(&str, &[Option<f64>]); 3] = [
        ("a", &[Some(1.0), Some(1.0), Some(0.0)]),
        ("b", &[Some(1.0), Some(1.0), None]),
        ("c", &[Some(1.0), None, None]),
    ];
    let kept = |order, presence, share| {
        let screen = Screen { cases: Some(share), indicators: Some(share), order, presence };
        let run = run(&flat(&["a", "b", "c"], vec![Step::Screen(screen)]), &data(&columns)).unwrap();
        (run.last().cases.clone(), run.last().indicators.clone())
    };
    assert_eq!(kept(Screening::AtOnce, Presence::Measured, 0.6), (vec![0, 1], vec![0, 1]));
    assert_eq!(kept(Screening::CasesFirst, Presence::Measured, 0.5), (vec![0, 1], vec![0, 1, 2]));
    assert_eq!(kept(Screening::IndicatorsFirst, Presence::Measured, 0.5), (vec![0, 1, 2], vec![0, 1]));
    assert_eq!(kept(Screening::CasesFirst, Presence::NotZero, 0.1), (vec![0, 1], vec![0, 1, 2]));
    // Exactly the share stays.
    assert_eq!(kept(Screening::AtOnce, Presence::Measured, 1.0 / 3.0).0, [0, 1, 2]);
}

#[test]
fn what_is_left_out_is_told_with_its_share() {
    let screen = Screen { cases: Some(0.75), indicators: Some(0.75), ..Screen::default() };
    let columns: [(&str, &[Option<f64>]); 2] = [("a", &[Some(1.0), Some(2.0)]), ("b", &[Some(1.0), None])];
    let run = run(&flat(&["a", "b"], vec![Step::Screen(screen)]), &data(&columns)).unwrap();
    let out = |what| Undefined { step: 1, what, why: Why::TooFewMeasured { share: 0.5 } };
    assert_eq!(
        run.undefined[1..],
        [out(Missing::Case { case: 1 }), out(Missing::Indicator { indicator: 1 })]
    );
}

fn filling(by: Filling, group: Option<&str>, fallback: Fallback, over: Span) -> Step {
    Step::Impute(Impute { by, group: group.map(str::to_owned), fallback, over, which: Which::All })
}

#[test]
fn cells_are_filled_from_their_group() {
    let unit = |at: usize, group: &str| Unit::of(format!("u{at}")).in_group("side", group);
    let units = vec![unit(0, "e"), unit(1, "e"), unit(2, "w"), unit(3, "w"), unit(4, "e"), unit(5, "n")];
    let mut data = Data::of_year(units, 2020).unwrap();
    data.column("a", [Some(1.0), Some(5.0), Some(10.0), None, None, None]).unwrap();
    let filled = |fallback| {
        let step = filling(Filling::Mean, Some("side"), fallback, Span::AllYears);
        run(&flat(&["a"], vec![step]), &data).unwrap()
    };
    let run = filled(Fallback::LeaveMissing);
    assert_eq!(column(&run, 0), [Some(1.0), Some(5.0), Some(10.0), Some(10.0), Some(3.0), None]);
    let change = |case, to, of| Change {
        step: 1,
        case,
        indicator: 0,
        from: None,
        to: Some(to),
        why: WhyChanged::Filled { of, from: FilledFrom::Group },
    };
    assert_eq!(run.changes, [change(3, 10.0, 1), change(4, 3.0, 2)]);
    assert_eq!(run.undefined.last().unwrap().why, Why::NothingToFillFrom);
    assert_eq!(column(&filled(Fallback::AllUnits), 0)[5], Some(16.0 / 3.0));
}

#[test]
fn cells_are_filled_along_time() {
    let cells = [None, Some(2.0), None, Some(6.0), None, None, None, None, None, None];
    let filled = |by, fallback| {
        let step = filling(by, None, fallback, Span::AllYears);
        column(&run(&flat(&["a"], vec![step]), &panel(2, &[("a", &cells)])).unwrap(), 0)
    };
    let leave = Fallback::LeaveMissing;
    let of_first = |cells: Vec<Option<f64>>| cells[..5].to_vec();
    assert_eq!(of_first(filled(Filling::Carry, leave)), [None, Some(2.0), Some(2.0), Some(6.0), Some(6.0)]);
    assert_eq!(of_first(filled(Filling::Interpolate, leave)), [None, Some(2.0), Some(4.0), Some(6.0), None]);
    assert_eq!(
        filled(Filling::InterpolateAndHold, leave),
        [there(&[2.0, 2.0, 4.0, 6.0, 6.0]), vec![None; 5]].concat()
    );
    assert_eq!(filled(Filling::Carry, Fallback::AllUnits)[0], Some(4.0));
}

#[test]
fn medians_and_years_are_choices_too() {
    let cells = [Some(1.0), None, Some(2.0), Some(30.0), Some(9.0), Some(50.0)];
    let filled = |by, over| {
        let step = filling(by, None, Fallback::LeaveMissing, over);
        column(&run(&flat(&["a"], vec![step]), &panel(3, &[("a", &cells)])).unwrap(), 0)[1]
    };
    assert_eq!(filled(Filling::Median, Span::AllYears), Some(9.0));
    assert_eq!(filled(Filling::Median, Span::EachYear), Some(40.0));
    assert_eq!(filled(Filling::Mean, Span::Year(2018)), Some(4.0));
    assert_eq!(filled(Filling::Constant(0.5), Span::AllYears), Some(0.5));
}

fn treat(winsorise: Option<Winsorise>, otherwise: Option<Curve>) -> Step {
    Step::Treat(Treat {
        pass: Pass::default(),
        winsorise,
        otherwise,
        over: Span::AllYears,
        which: Which::All,
    })
}

/// Forty-six small values, three great ones of one size, and one that is greater.
fn outliers() -> Vec<Option<f64>> {
    let mut cells: Vec<f64> = (1..=46).map(f64::from).collect();
    cells.extend([900.0, 900.0, 900.0, 1000.0]);
    there(&cells)
}

#[test]
fn ties_at_the_extreme_move_together_or_stay() {
    let moved = |most, ties| {
        let step = treat(Some(Winsorise { most, ties }), None);
        let run = run(&flat(&["a"], vec![step]), &data(&[("a", &outliers())])).unwrap();
        (run.treated[0].winsorised, run.treated[0].outcome, run.changes.len(), run.warnings.len())
    };
    // The shape passes only when all four have come down to 46.
    assert_eq!(moved(1, WinsorTies::Together), (1, Outcome::StillFails, 1, 1));
    assert_eq!(moved(2, WinsorTies::Together), (4, Outcome::Winsorised, 4, 0));
    assert_eq!(moved(2, WinsorTies::WithinLimit), (1, Outcome::StillFails, 1, 1));
    assert_eq!(moved(4, WinsorTies::WithinLimit), (4, Outcome::Winsorised, 4, 0));
}

#[test]
fn what_still_fails_is_bent_from_its_untreated_values() {
    let curve = Curve::ShiftedLogarithm { share: 0.01 };
    let step = treat(Some(Winsorise { most: 1, ties: WinsorTies::Together }), Some(curve));
    let treated = run(&flat(&["a"], vec![step]), &data(&[("a", &outliers())])).unwrap();
    let bend = Step::Bend(Bend { curve, over: Span::AllYears, which: Which::All });
    let other = run(&flat(&["a"], vec![bend]), &data(&[("a", &outliers())])).unwrap();
    assert_eq!(column(&treated, 0), column(&other, 0));
    let top = column(&other, 0)[49].unwrap();
    assert!((top - (999.0_f64 * 1.01).ln()).abs() < 1e-14);
    assert!(treated.changes.iter().all(|change| change.why == WhyChanged::BentAfterWinsorising));
    assert_eq!(treated.changes.len(), 50);
}

#[test]
fn a_column_of_two_values_is_not_made_a_constant() {
    let mut cells = vec![Some(0.0); 30];
    cells[7] = Some(1.0);
    let run =
        run(&flat(&["a"], vec![treat(Some(Winsorise::default()), None)]), &data(&[("a", &cells)])).unwrap();
    assert_eq!(column(&run, 0), cells);
    assert_eq!(run.treated[0].outcome, Outcome::StillFails);
    assert!(matches!(run.warnings[..], [Warning::StillFails { indicator: 0, .. }]));
}

#[test]
fn curves_have_nothing_for_what_is_not_positive() {
    for curve in [Curve::Logarithm, Curve::BoxCox { lambda: Some(0.5) }, Curve::BoxCox { lambda: None }] {
        let bend = Step::Bend(Bend { curve, over: Span::AllYears, which: Which::All });
        let cells = there(&[-1.0, 0.0, 1.0, 4.0]);
        let run = run(&flat(&["a"], vec![bend]), &data(&[("a", &cells)])).unwrap();
        let whys: Vec<Why> = run.undefined.iter().map(|one| one.why).collect();
        assert_eq!(whys, [Why::NotPositive { value: -1.0 }, Why::NotPositive { value: 0.0 }], "{curve:?}");
        assert_eq!(column(&run, 0)[2], Some(0.0), "{curve:?}");
    }
}

#[test]
fn the_power_of_box_and_cox_makes_a_column_of_squares_straight() {
    // Squares of numbers that are nearly normal: the power is near one half.
    let normal =
        [1.0, 2.0, 2.6, 3.1, 3.5, 3.8, 4.1, 4.4, 4.7, 5.0, 5.3, 5.6, 5.9, 6.2, 6.5, 6.9, 7.4, 8.0, 9.0];
    let squares: Vec<f64> = normal.iter().map(|cell| cell * cell).collect();
    let bend =
        Step::Bend(Bend { curve: Curve::BoxCox { lambda: None }, over: Span::AllYears, which: Which::All });
    let run = run(&flat(&["a"], vec![bend]), &data(&[("a", &there(&squares))])).unwrap();
    // 1 goes to 0 under every power, and a great x to (x^λ − 1) / λ.
    let top = column(&run, 0)[18].unwrap();
    let at = |lambda: f64| (81.0_f64.powf(lambda) - 1.0) / lambda;
    assert!((at(0.4)..at(0.6)).contains(&top), "{top}");
}
