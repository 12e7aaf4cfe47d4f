//! Choices that must not matter, on real numbers.

use festoon_composite::framework::{Normalise, Scale, Span, Turn, Which};
use festoon_composite::{Step, run};

use super::published::{asem, assert_close, scores, steps};

#[test]
fn turning_before_or_after_is_one_thing_between_minimum_and_maximum() {
    let Some((mut framework, data)) = asem() else { return };
    framework.steps = steps();
    let before = scores(&run(&framework, &data).unwrap());
    framework.steps[4] = Step::Normalise(Normalise {
        scale: Scale::MinMax { low: 0.0, high: 100.0 },
        turn: Turn::After,
        over: Span::AllYears,
        which: Which::All,
    });
    let after = scores(&run(&framework, &data).unwrap());
    assert_close(&after, &before, "turned after");
}
