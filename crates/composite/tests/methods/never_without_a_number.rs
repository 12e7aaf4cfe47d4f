//! Whatever comes in, what comes out are numbers or an error.

use festoon_composite::Matrix;
use festoon_composite::numbers::{
    Alpha, Basis, Correlation, Direction, Divisor, Estimator, Keep, Order, QuantileRule, Rotation, Scale,
    Scores, Ties, components, correlations, cronbach, kurtosis, mean, median, quantile, ranks,
    sampling_adequacy, scaled, sd, skewness,
};
use festoon_composite::ranking::{
    Averaging, CopelandScore, Link, Mean, Missing, Preference, Weighting, Zeros, aras, borda, chained_growth,
    codas, copeland, copras, edas, fixed_base, gra, mabac, moora, moora_multiplicative, moora_reference,
    promethee, saw, topsis, vikor, waspas, weighted_mean, wpm,
};
use festoon_composite::weights::{
    CriticChoices, Derivation, Envelopment, Judgements, RandomIndex, ShareBounds, ZeroShares, ahp,
    benefit_of_the_doubt, coefficient_of_variation, critic, efficiencies, entropy, equal, standard_deviation,
};
use proptest::prelude::*;

/// A cell as data really have them: mostly ordinary, sometimes not.
fn cell() -> impl Strategy<Value = f64> {
    prop_oneof![
        8 => 0.1_f64..100.0,
        2 => Just(0.0),
        1 => Just(5.0),
        1 => -100.0_f64..0.0,
        1 => Just(f64::NAN),
        1 => Just(f64::INFINITY),
        1 => prop_oneof![Just(1e300), Just(1e-300), Just(5e-324), Just(-0.0)],
    ]
}

fn table() -> impl Strategy<Value = Matrix> {
    // Mostly small and without oddities beyond zeros, so that methods often get to their end.
    let plain = prop_oneof![6 => 0.1_f64..100.0, 1 => Just(0.0), 1 => Just(5.0)];
    (1_usize..7, 1_usize..5).prop_flat_map(move |(rows, columns)| {
        prop_oneof![
            prop::collection::vec(plain.clone().boxed(), rows * columns),
            prop::collection::vec(cell().boxed(), rows * columns),
        ]
        .prop_map(move |cells| Matrix::of(columns, cells))
    })
}

fn number<E>(result: Result<f64, E>) {
    numbers(result.map(|value| vec![value]));
}

fn numbers<E>(result: Result<Vec<f64>, E>) {
    let Ok(values) = result else { return };
    assert!(values.iter().all(|value| value.is_finite()), "{values:?}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn columns_give_numbers_or_errors(values in prop::collection::vec(cell(), 0..12), share in -0.1_f64..1.1) {
        number(mean(&values));
        number(median(&values));
        number(quantile(&values, share, QuantileRule::Hazen));
        number(quantile(&values, share, QuantileRule::NearestEven));
        number(sd(&values, Divisor::Sample));
        number(sd(&values, Divisor::Population));
        number(skewness(&values, Estimator::SampleAdjusted));
        number(kurtosis(&values, Estimator::SampleAdjusted));
        let there = values.iter().filter(|value| !value.is_nan()).count();
        let ranked = ranks(&values, Order::Descending, Ties::Min);
        prop_assert_eq!(ranked.iter().filter(|rank| rank.is_finite()).count(), there);
        let weights = equal(values.len().max(1)).unwrap();
        for mean in [Mean::Arithmetic, Mean::Geometric, Mean::Harmonic, Mean::Power(0.5)] {
            for (missing, zeros) in [(Missing::Refuse, Zeros::MakeZero), (Missing::Renormalise, Zeros::Raise(0.01))] {
                number(weighted_mean(&values, &weights, Averaging { mean, missing, zeros }));
            }
        }
    }

    #[test]
    fn weights_are_numbers_or_errors(table in table()) {
        let directions = vec![Direction::Cost; table.columns()];
        numbers(entropy(&table, ZeroShares::CountNothing).map(|found| found.weights));
        numbers(entropy(&table, ZeroShares::Shift(0.01)).map(|found| found.weights));
        for scale in [Scale::MinMax, Scale::SumRatio, Scale::AsIs] {
            let choices = CriticChoices { scale, ..CriticChoices::default() };
            numbers(critic(&table, &directions, choices).map(|found| found.weights));
        }
        numbers(standard_deviation(&table));
        numbers(coefficient_of_variation(&table));
        numbers(cronbach(&table, Alpha::Raw).map(|alpha| vec![alpha]));
        numbers(cronbach(&table, Alpha::Standardised).map(|alpha| vec![alpha]));
        numbers(sampling_adequacy(&table).map(|(overall, mut each)| { each.push(overall); each }));
        numbers(correlations(&table, Correlation::Kendall).map(|table| table.row(0).to_vec()));
        let found = components(&table, Basis::Correlation, Keep::Kaiser, Rotation::Varimax);
        numbers(found.map(|found| found.composite(&table, Scores::Standard)));
        numbers(benefit_of_the_doubt(&table, &vec![ShareBounds { least: 0.0, most: 0.9 }; table.columns()]).map(|found| found.scores));
        numbers(efficiencies(&table, &table, Envelopment::default()).map(|units| units.iter().map(|unit| unit.score).collect()));
        if let Ok(judgements) = Judgements::of(table, 1e9) {
            numbers(ahp(&judgements, Derivation::default(), RandomIndex::default()).map(|found| found.weights));
        }
    }

    #[test]
    fn scores_are_numbers_or_errors(table in table()) {
        let directions: Vec<Direction> =
            (0..table.columns()).map(|column| if column % 2 == 0 { Direction::Benefit } else { Direction::Cost }).collect();
        let weights = equal(table.columns()).unwrap();
        let (w, d) = (&weights, &directions);
        for scale in [
            Scale::AsIs, Scale::MinMax, Scale::Max, Scale::MaxRatio, Scale::Sum, Scale::SumRatio, Scale::Vector,
            Scale::VectorMirrored, Scale::VectorReciprocal, Scale::Z(Divisor::Sample),
        ] {
            numbers(scaled(&table, d, scale).map(|scaled| (0..scaled.rows()).flat_map(|row| scaled.row(row).to_vec()).collect()));
            numbers(topsis(&table, w, d, scale, Weighting::Values).map(|found| found.closeness));
            numbers(saw(&table, w, d, scale));
            numbers(wpm(&table, w, d, scale));
            numbers(gra(&table, w, d, scale, 0.5));
        }
        numbers(waspas(&table, w, d, 0.5));
        numbers(moora(&table, w, d));
        numbers(moora_reference(&table, w, d));
        numbers(moora_multiplicative(&table, w, d));
        numbers(copras(&table, w, d).map(|found| found.utility));
        numbers(aras(&table, w, d).map(|found| found.utility));
        numbers(edas(&table, w, d).map(|found| found.scores));
        numbers(codas(&table, w, d, 0.02).map(|found| found.scores));
        numbers(mabac(&table, w, d).map(|found| found.scores));
        numbers(vikor(&table, w, d, 0.5).map(|found| found.compromise));
        numbers(promethee(&table, w, d, &vec![Preference::Gaussian { bend: 3.0 }; table.columns()]).map(|flows| flows.net));
        numbers(copeland(&table, w, d, CopelandScore::WinsLessLosses));
        numbers(borda(&table, w, d));
        for link in [Link::Ratios, Link::GeometricRatios, Link::Symmetric] {
            numbers(chained_growth(&table, w, d, link));
        }
        numbers(fixed_base(&table, w, d, 0));
    }
}
