//! Every method on one small table whose results were worked out apart from this engine, from the formulas of the papers.

use festoon_composite::Matrix;
use festoon_composite::numbers::{
    Correlation, Direction, Estimator, Order, QuantileRule, Scale, Ties, correlation, kurtosis, nearest,
    quantile, ranks, skewness, within,
};
use festoon_composite::ranking::{
    Averaging, CopelandScore, Link, Mean, Missing, Preference, Weighting, Zeros, aras, borda, chained_growth,
    codas, copeland, copras, edas, fixed_base, gra, mabac, majorities, moora, moora_multiplicative,
    moora_reference, promethee, rebased, saw, topsis, vikor, waspas, weighted_mean,
};
use festoon_composite::weights::{
    CriticChoices, ZeroShares, coefficient_of_variation, critic, entropy, standard_deviation,
};

use super::{DIRECTIONS, close, three};

const WEIGHTS: [f64; 3] = [0.5, 0.3, 0.2];

#[test]
fn topsis_depends_on_its_scale_and_on_where_the_weight_stands() {
    let by = |scale, weighting| topsis(&three(), &WEIGHTS, &DIRECTIONS, scale, weighting).unwrap().closeness;
    close(&by(Scale::MinMax, Weighting::Values), &[0.357_774_721_07, 0.539_146_345_04, 0.642_225_278_93]);
    close(&by(Scale::Vector, Weighting::Values), &[0.430_032_159_855, 0.550_242_359_674, 0.569_967_840_145]);
    close(&by(Scale::SumRatio, Weighting::Values), &[0.416_093_864_969, 0.459_602_567_03, 0.583_906_135_031]);
    close(
        &by(Scale::MaxRatio, Weighting::Values),
        &[0.406_878_198_855, 0.470_485_754_034, 0.593_121_801_145],
    );
    let squares = by(Scale::Vector, Weighting::SquaredDifferences);
    close(&squares, &[0.443_146_161_185, 0.535_779_666_207, 0.556_853_838_815]);
}

#[test]
fn sums_and_products_of_scaled_cells() {
    let (x, w, d) = (three(), WEIGHTS, DIRECTIONS);
    close(&saw(&x, &w, &d, Scale::MinMax).unwrap(), &[0.3, 0.541_666_666_667, 0.7]);
    close(&waspas(&x, &w, &d, 0.5).unwrap(), &[0.567_943_365_634, 0.671_285_340_635, 0.759_611_546_662]);
    close(&moora(&x, &w, &d).unwrap(), &[0.143_624_630_51, 0.237_258_734_789, 0.288_822_131_4]);
    close(&moora_reference(&x, &w, &d).unwrap(), &[0.185_695_338_177, 0.092_847_669_089, 0.171_428_571_429]);
    close(
        &moora_multiplicative(&x, &w, &d).unwrap(),
        &[2.574_666_587_09, 3.207_341_826_733, 3.455_505_723_505],
    );
}

#[test]
fn proportions_distances_and_outranking() {
    let (x, w, d) = (three(), WEIGHTS, DIRECTIONS);
    let shares = copras(&x, &w, &d).unwrap();
    close(&shares.significance, &[0.289_682_539_683, 0.323_809_523_81, 0.386_507_936_508]);
    close(&shares.utility, &[0.749_486_652_977, 0.837_782_340_862, 1.0]);
    close(&aras(&x, &w, &d).unwrap().utility, &[0.597_430_406_852, 0.668_807_994_29, 0.795_860_099_929]);
    close(&edas(&x, &w, &d).unwrap().scores, &[0.220_279_720_28, 0.537_264_430_485, 0.660_246_533_128]);
    close(
        &codas(&x, &w, &d, 0.02).unwrap().scores,
        &[-0.334_252_693_055, -0.206_137_398_117, 0.540_390_091_172],
    );
    close(&mabac(&x, &w, &d).unwrap().scores, &[-0.153_957_640_675, 0.087_709_025_991, 0.246_042_359_325]);
    close(&vikor(&x, &w, &d, 0.5).unwrap().compromise, &[1.0, 0.197_916_666_667, 0.1]);
    close(&gra(&x, &w, &d, Scale::MinMax, 0.5).unwrap(), &[0.533_333_333_333, 0.535_714_285_714, 0.8]);
    close(&promethee(&x, &w, &d, &[Preference::Usual; 3]).unwrap().net, &[-0.4, 0.0, 0.4]);
    let linear = [Preference::Linear { indifference: 1.0, preference: 4.0 }; 3];
    close(&promethee(&x, &w, &d, &linear).unwrap().net, &[-0.383_333_333_333, 0.1, 0.283_333_333_333]);
}

#[test]
fn weights_drawn_from_the_numbers() {
    let x = three();
    let even = entropy(&x, ZeroShares::Refuse).unwrap();
    close(&even.entropies, &[0.965_633_607_143, 0.905_618_517_865, 0.869_915_529_774]);
    close(&even.weights, &[0.132_774_722_681, 0.364_643_306_289, 0.502_581_971_03]);
    let shifted = entropy(&x, ZeroShares::Shift(1.0)).unwrap();
    close(&shifted.weights, &[0.123_955_156_45, 0.287_547_053_479, 0.588_497_790_071]);

    let found = critic(&x, &DIRECTIONS, CriticChoices::default()).unwrap();
    close(&found.deviations, &[0.5, 0.520_416_499_867, 0.509_175_077_217]);
    close(&found.conflicts, &[1.978_788_416_769, 3.956_639_517_716, 2.013_890_088_824]);
    close(&found.weights, &[0.242_860_648_873, 0.505_435_019_355, 0.251_704_331_772]);

    close(&standard_deviation(&x).unwrap(), &[0.103_322_231_739, 0.107_541_188_4, 0.789_136_579_861]);
    close(&coefficient_of_variation(&x).unwrap(), &[0.214_263_876_921, 0.364_930_222_5, 0.420_805_900_579]);
}

#[test]
fn a_share_of_zero_counts_nothing_in_entropy() {
    let halves = Matrix::of(1, vec![0.0, 0.0, 1.0, 1.0]);
    let found = entropy(&halves, ZeroShares::CountNothing).unwrap();
    close(&found.entropies, &[0.5]);
    close(&found.weights, &[1.0]);
}

#[test]
fn votes_count_won_comparisons_and_points() {
    // The first wins against the second by 0.5 of 0.8 decided, the third draws with both.
    let x = Matrix::of(3, vec![3.0, 1.0, 1.0, 2.0, 2.0, 1.0, 2.0, 1.0, 1.0]);
    let d = [Direction::Benefit; 3];
    close(majorities(&x, &WEIGHTS, &d).unwrap().row(0), &[0.5, 0.6, 0.75]);
    close(&copeland(&x, &WEIGHTS, &d, CopelandScore::WinsLessLosses).unwrap(), &[2.0, 0.0, -2.0]);
    close(&copeland(&x, &WEIGHTS, &d, CopelandScore::WinsAndHalfDraws).unwrap(), &[2.0, 1.0, 0.0]);
    close(&borda(&x, &WEIGHTS, &d).unwrap(), &[1.35, 1.05, 0.6]);

    let level = Matrix::of(2, vec![1.0, 2.0, 2.0, 1.0]);
    let draws = copeland(&level, &[1.0, 1.0], &d[..2], CopelandScore::WinsAndHalfDraws).unwrap();
    close(&draws, &[0.5, 0.5]);
}

#[test]
fn estimators_of_skew_and_kurtosis_differ_and_are_named() {
    let values = [2.0, 4.0, 4.0, 5.0, 9.0, 30.0];
    let all = [Estimator::Population, Estimator::SampleAdjusted, Estimator::SampleDeviation];
    let skews = all.map(|estimator| skewness(&values, estimator).unwrap());
    let tails = all.map(|estimator| kurtosis(&values, estimator).unwrap());
    close(&skews, &[1.607_547_593_147, 2.201_225_197_574, 1.222_902_887_541]);
    close(&tails, &[0.850_499_456_55, 4.980_623_414_937, -0.326_042_044_063]);
}

#[test]
fn nine_rules_place_a_quantile() {
    let values = [50.0, 15.0, 40.0, 20.0, 35.0];
    let rules = [
        QuantileRule::InverseEmpirical,
        QuantileRule::AveragedInverse,
        QuantileRule::NearestEven,
        QuantileRule::LinearEmpirical,
        QuantileRule::Hazen,
        QuantileRule::Weibull,
        QuantileRule::Linear,
        QuantileRule::MedianUnbiased,
        QuantileRule::NormalUnbiased,
    ];
    let own = rules.map(|rule| quantile(&values, 0.3, rule).unwrap());
    close(&own, &[20.0, 20.0, 20.0, 17.5, 20.0, 19.0, 23.0, 19.666_666_666_667, 19.75]);
}

#[test]
fn tied_values_rank_by_the_rule_that_is_named() {
    let values = [7.0, 9.0, 7.0, f64::NAN, 1.0];
    let of = |ties| {
        let ranks = ranks(&values, Order::Descending, ties);
        assert!(ranks[3].is_nan(), "what is missing has no rank");
        [ranks[0], ranks[1], ranks[2], ranks[4]]
    };
    close(&of(Ties::Min), &[2.0, 1.0, 2.0, 4.0]);
    close(&of(Ties::Max), &[3.0, 1.0, 3.0, 4.0]);
    close(&of(Ties::Mean), &[2.5, 1.0, 2.5, 4.0]);
    close(&of(Ties::Dense), &[2.0, 1.0, 2.0, 3.0]);
    close(&of(Ties::First), &[2.0, 1.0, 3.0, 4.0]);
}

#[test]
fn correlations_of_ties_are_those_of_their_definitions() {
    let (left, right) = ([1.0, 2.0, 2.0, 4.0], [1.0, 3.0, 2.0, 2.0]);
    // Of six pairs three agree, one disagrees, one is tied on each side.
    close(&[correlation(&left, &right, Correlation::KendallA).unwrap()], &[2.0 / 6.0]);
    close(&[correlation(&left, &right, Correlation::Kendall).unwrap()], &[2.0 / 5.0]);
}

#[test]
fn means_say_what_missing_and_zero_values_do() {
    let of = |values: &[f64], mean, missing, zeros| {
        weighted_mean(values, &[1.0, 1.0, 2.0], Averaging { mean, missing, zeros }).unwrap()
    };
    let gap = [2.0, f64::NAN, 8.0];
    close(&[of(&gap, Mean::Arithmetic, Missing::Renormalise, Zeros::Refuse)], &[6.0]);
    close(&[of(&gap, Mean::Arithmetic, Missing::As(0.0), Zeros::Refuse)], &[4.5]);
    close(&[of(&gap, Mean::Arithmetic, Missing::RenormaliseFrom(0.75), Zeros::Refuse)], &[6.0]);
    let zero = [0.0, 4.0, 9.0];
    close(&[of(&zero, Mean::Geometric, Missing::Refuse, Zeros::MakeZero)], &[0.0]);
    close(&[of(&zero, Mean::Geometric, Missing::Refuse, Zeros::Raise(1.0))], &[324_f64.powf(0.25)]);
    close(&[of(&[2.0, 4.0, 8.0], Mean::Harmonic, Missing::Refuse, Zeros::Refuse)], &[4.0]);
}

#[test]
fn growth_is_chained_or_held_to_its_base() {
    let years = Matrix::of(2, vec![10.0, 50.0, 20.0, 40.0, 30.0, 40.0]);
    let d = [Direction::Benefit, Direction::Cost];
    let w = [0.5, 0.5];
    close(&chained_growth(&years, &w, &d, Link::Ratios).unwrap(), &[100.0, 162.5, 203.125]);
    let geometric = [100.0, 100.0 * 2.5_f64.sqrt(), 100.0 * 3.75_f64.sqrt()];
    close(&chained_growth(&years, &w, &d, Link::GeometricRatios).unwrap(), &geometric);
    close(&fixed_base(&years, &w, &d, 0).unwrap(), &[100.0, 162.5, 212.5]);
    close(&rebased(&[100.0, 162.5, 203.125], 1).unwrap(), &[100.0 / 1.625, 100.0, 125.0]);
}

#[test]
fn a_best_value_or_range_makes_shares_of_distance() {
    close(&nearest(&[5.0, 7.0, 8.0, 11.0], 7.0).unwrap(), &[0.5, 1.0, 0.75, 0.0]);
    close(&within(&[35.0, 36.5, 40.0], 36.0, 37.0).unwrap(), &[2.0 / 3.0, 1.0, 0.0]);
}
