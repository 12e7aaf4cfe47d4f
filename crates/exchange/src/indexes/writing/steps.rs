//! A step as keys and values, none of its choices left out.

mod aggregating;
mod weighing;

use festoon_composite::Step;
use festoon_composite::framework::{
    Curve, Fallback, Filling, Impute, Normalise, Reference, Scale, Screen, Span, Treat, Winsorise,
};

use super::super::words::{
    BEYOND, DIVISOR, ESTIMATOR, POSTS, PRESENCE, SCREENING, TIES, TURN, WINSOR_TIES, step_word, word,
};
use super::{quoted, which_fields};

type Fields = Vec<(&'static str, String)>;

/// Keys and values in TOML.
pub(super) fn fields(step: &Step) -> Fields {
    let mut fields = vec![("do", quoted(step_word(step)))];
    match step {
        Step::Denominate => {}
        Step::Screen(screen) => fields.extend(of_screen(screen)),
        Step::Impute(impute) => fields.extend(of_impute(impute)),
        Step::Treat(treat) => fields.extend(of_treat(treat)),
        Step::Bend(bend) => {
            fields.extend(of_curve("by", bend.curve));
            fields.push(span(bend.over));
            fields.extend(which_fields(&bend.which));
        }
        Step::Normalise(normalise) => fields.extend(of_normalise(normalise)),
        Step::Weigh(weigh) => fields.extend(weighing::of_weigh(weigh)),
        Step::Aggregate(aggregate) => fields.extend(aggregating::of_aggregate(aggregate)),
        Step::Rank(rank) => fields.push(("ties", quoted(word(TIES, &rank.ties)))),
    }
    fields
}

/// The same on one line.
pub(super) fn inline(step: &Step) -> String {
    let pairs: Vec<String> =
        fields(step).into_iter().map(|(key, value)| format!("{key} = {value}")).collect();
    format!("{{ {} }}", pairs.join(", "))
}

fn number(number: f64) -> String {
    format!("{number:?}")
}

fn span(over: Span) -> (&'static str, String) {
    match over {
        Span::AllYears => ("over", quoted("all-years")),
        Span::EachYear => ("over", quoted("each-year")),
        Span::Year(year) => ("year", year.to_string()),
    }
}

fn of_screen(screen: &Screen) -> Fields {
    let shares = [("cases", screen.cases), ("indicators", screen.indicators)];
    let mut fields: Fields =
        shares.into_iter().filter_map(|(key, share)| Some((key, number(share?)))).collect();
    fields.push(("order", quoted(word(SCREENING, &screen.order))));
    fields.push(("presence", quoted(word(PRESENCE, &screen.presence))));
    fields
}

fn of_impute(impute: &Impute) -> Fields {
    let by = match impute.by {
        Filling::Mean => "mean",
        Filling::Median => "median",
        Filling::Carry => "carry",
        Filling::Interpolate => "interpolate",
        Filling::InterpolateAndHold => "interpolate-and-hold",
        Filling::Constant(_) => "constant",
    };
    let mut fields = vec![("by", quoted(by))];
    if let Filling::Constant(with) = impute.by {
        fields.push(("constant", number(with)));
    }
    fields.extend(impute.group.as_ref().map(|group| ("group", quoted(group))));
    let fallback = match impute.fallback {
        Fallback::LeaveMissing => "leave-missing",
        Fallback::AllUnits => "all-units",
    };
    fields.push(("fallback", quoted(fallback)));
    fields.push(span(impute.over));
    fields.extend(which_fields(&impute.which));
    fields
}

fn of_treat(treat: &Treat) -> Fields {
    let winsorise = treat.winsorise.unwrap_or(Winsorise { most: 0, ..Winsorise::default() });
    let mut fields = vec![
        ("skewness", number(treat.pass.skewness)),
        ("kurtosis", number(treat.pass.kurtosis)),
        ("estimator", quoted(word(ESTIMATOR, &treat.pass.estimator))),
        ("winsorise", winsorise.most.to_string()),
        ("ties", quoted(word(WINSOR_TIES, &winsorise.ties))),
    ];
    fields.extend(treat.otherwise.into_iter().flat_map(|curve| of_curve("otherwise", curve)));
    fields.push(span(treat.over));
    fields.extend(which_fields(&treat.which));
    fields
}

fn of_curve(key: &'static str, curve: Curve) -> Fields {
    match curve {
        Curve::Logarithm => vec![(key, quoted("logarithm"))],
        Curve::ShiftedLogarithm { share } => {
            vec![(key, quoted("shifted-logarithm")), ("share", number(share))]
        }
        Curve::BoxCox { lambda } => {
            let power = lambda.map(|lambda| ("lambda", number(lambda)));
            [(key, quoted("box-cox"))].into_iter().chain(power).collect()
        }
    }
}

fn of_normalise(normalise: &Normalise) -> Fields {
    let by = |name: &str| ("by", quoted(name));
    let beyond = |beyond| ("beyond", quoted(word(BEYOND, beyond)));
    let ties = |ties| ("ties", quoted(word(TIES, ties)));
    let mut fields = match &normalise.scale {
        Scale::MinMax { low, high } => {
            vec![by("min-max"), ("low", number(*low)), ("high", number(*high))]
        }
        Scale::ZScore { mean, sd, divisor } => vec![
            by("z-score"),
            ("mean", number(*mean)),
            ("sd", number(*sd)),
            ("divisor", quoted(word(DIVISOR, divisor))),
        ],
        Scale::Rank { ties: of } => vec![by("rank"), ties(of)],
        Scale::Borda { ties: of } => vec![by("borda"), ties(of)],
        Scale::Percentile { ties: of } => vec![by("percentile"), ties(of)],
        Scale::Share { of } => [vec![by("share")], reference("of", of)].concat(),
        Scale::Distance { to, beyond: of } => {
            [vec![by("distance")], reference("to", to), vec![beyond(of)]].concat()
        }
        Scale::Nearest { low, high } => vec![by("nearest"), ("low", number(*low)), ("high", number(*high))],
        Scale::Goalposts { low, high, beyond: of } => {
            vec![by("goalposts"), ("low", number(*low)), ("high", number(*high)), beyond(of)]
        }
        Scale::Efficacy { base, span, posts, beyond: of } => vec![
            by("efficacy"),
            ("base", number(*base)),
            ("span", number(*span)),
            ("posts", quoted(word(POSTS, posts))),
            beyond(of),
        ],
    };
    fields.push(("turn", quoted(word(TURN, &normalise.turn))));
    fields.push(span(normalise.over));
    fields.extend(which_fields(&normalise.which));
    fields
}

fn reference(key: &'static str, to: &Reference) -> Fields {
    match to {
        Reference::Best => vec![(key, quoted("best"))],
        Reference::Mean => vec![(key, quoted("mean"))],
        Reference::Target => vec![(key, quoted("target"))],
        Reference::Unit(unit) => vec![(key, quoted("unit")), ("unit", quoted(unit))],
    }
}
