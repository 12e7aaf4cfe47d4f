//! Evaluations written down by hand: three units in two years, one of them without numbers.

use festoon_domain::text::Text;
use festoon_guide::evaluation::{
    Better, Both, CaseRead, Combined, Evaluation, Firmness, HonourRead, IndexRead, IndicatorRead, Judged,
    Left, MethodStep, NodeRead, Origin, Shared, Standing, Swap, UnitRead, Way,
};

pub(crate) fn both(zh: &str, en: &str) -> Both {
    Both { zh: zh.to_owned(), en: en.to_owned() }
}

fn unit(code: &str, name: Text) -> UnitRead {
    UnitRead { code: code.to_owned(), name, groups: Vec::new() }
}

fn indicator(code: &str, name: Text) -> IndicatorRead {
    IndicatorRead {
        code: code.to_owned(),
        name,
        measure: Text::new("件", "pieces"),
        source: Text::default(),
        better: Better::More,
        per: None,
        goalposts: Some((0.0, 100.0)),
        target: None,
        measured: Vec::new(),
    }
}

fn leaf(place: usize, weight: f64, name: Text, scores: Vec<Option<f64>>) -> NodeRead {
    NodeRead {
        code: format!("leaf-{place}"),
        name,
        parent: Some(0),
        depth: 1,
        indicator: Some(place),
        weight,
        overall: weight,
        combined: None,
        ranks: Vec::new(),
        gives: scores.iter().map(|score| score.map(|score| weight * score)).collect(),
        scores,
        decides: Some(weight),
    }
}

fn root(leaves: &[NodeRead], ranks: Vec<Option<f64>>) -> NodeRead {
    let cases = ranks.len();
    let sum = |case: usize| leaves.iter().map(|leaf| leaf.gives[case]).sum::<Option<f64>>();
    let scores: Vec<Option<f64>> = (0..cases).map(sum).collect();
    NodeRead {
        code: "strength".to_owned(),
        name: Text::new("实力", "Strength"),
        parent: None,
        depth: 0,
        indicator: None,
        weight: 1.0,
        overall: 1.0,
        combined: Some(Combined::Mean(1.0)),
        gives: scores.clone(),
        scores,
        ranks,
        decides: Some(1.0),
    }
}

fn index(nodes: Vec<NodeRead>, ways: Vec<Way>) -> IndexRead {
    IndexRead {
        code: "strength".to_owned(),
        name: Text::new("实力", "Strength"),
        about: Text::default(),
        without: vec![Left { node: 1, ranks: Vec::new(), shift: Some(0.5) }],
        nodes,
        ways,
        pillars: None,
        leaves: None,
        firmness: None,
    }
}

/// Without a study, warnings, treated cells or gaps.
pub(crate) fn evaluation() -> Evaluation {
    let case = |unit, year| CaseRead { unit, year };
    let leaves = vec![
        leaf(0, 0.5, Text::new("投入", "Input"), vec![Some(40.0), Some(64.0), Some(100.0), Some(24.0), None]),
        leaf(
            1,
            0.25,
            Text::new("产出", "Output"),
            vec![Some(60.0), Some(60.0), Some(20.0), Some(120.0), None],
        ),
        leaf(
            2,
            0.25,
            Text::new("秩序", "Order"),
            vec![Some(60.0), Some(60.0), Some(100.0), Some(72.0), None],
        ),
    ];
    let root = root(&leaves, vec![Some(2.0), Some(1.0), Some(1.0), Some(2.0), None]);
    let nodes = [root].into_iter().chain(leaves).collect();
    let ways = vec![
        Way { unit: 0, from: 0, to: 2, change: Some(30.0), growth: Some(0.6), climbed: Some(1.0) },
        Way { unit: 1, from: 1, to: 3, change: Some(-2.0), growth: Some(-2.0 / 62.0), climbed: Some(-1.0) },
    ];
    let step = |word, zh, en| MethodStep { word, sentence: both(zh, en) };
    let honour = |unit, year, time, sentence| HonourRead { unit, year, on: vec![0], of: 1, time, sentence };
    Evaluation {
        title: Text::new("实力评价", "Strength"),
        note: Text::default(),
        origin: Origin::Measured,
        version: "0.0.0".to_owned(),
        years: vec![2020, 2021],
        units: vec![
            unit("n", Text::new("北岭", "Northridge")),
            unit("e", Text::single("East & <Shore>")),
            unit("w", Text::single("西湖")),
        ],
        cases: vec![case(0, 2020), case(1, 2020), case(0, 2021), case(1, 2021), case(2, 2021)],
        indicators: vec![
            indicator("input", Text::new("投入", "Input")),
            indicator("output", Text::new("产出", "Output")),
            indicator("order", Text::new("秩序", "Order")),
        ],
        indexes: vec![index(nodes, ways)],
        method: vec![
            step("normalise", "先标准化。", "Normalise."),
            step("aggregate", "再合成。", "Aggregate."),
        ],
        honours: vec![
            honour(0, 2021, 1, both("北岭第一。", "Northridge is first.")),
            honour(1, 2020, 1, both("去年是另一个。", "Last year it was another.")),
        ],
        warnings: Vec::new(),
        treated: Vec::new(),
        gaps: Vec::new(),
    }
}

/// A study in which the first two swap in 38 % of the runs.
pub(crate) fn firmness() -> Firmness {
    let standing = |case, published: f64, mean, worst, shares| Standing {
        case,
        published: Some(published),
        median: published,
        mean,
        low: 1.0,
        high: 2.0,
        best: 1.0,
        worst,
        ranked: 1.0,
        shares,
    };
    Firmness {
        year: 2021,
        runs: 400,
        seed: 7,
        judged: Judged::ByDrawing,
        factors: vec![both("权重", "weights"), both("方法", "method")],
        standings: vec![
            standing(2, 1.0, 1.375, 2.0, vec![(1.0, 0.62), (2.0, 0.38)]),
            standing(3, 2.0, 1.7, 3.0, vec![(1.0, 0.38), (2.0, 0.6), (3.0, 0.02)]),
        ],
        swaps: vec![Swap { above: 2, below: 3, swapped: 0.38, level: 0.0 }],
        shift: 0.25,
        shares: Ok(vec![
            Shared { alone: 0.6, alone_between: (0.55, 0.65), together: 0.7, together_between: (0.66, 0.74) },
            Shared { alone: 0.3, alone_between: (0.3, 0.3), together: 0.4, together_between: (0.4, 0.4) },
        ]),
    }
}

/// So many units in one year, the first the best.
pub(crate) fn of_units(units: usize) -> Evaluation {
    let mut given = evaluation();
    given.years = vec![2021];
    given.honours.clear();
    given.units =
        (0..units).map(|place| unit(&format!("u{place}"), Text::single(&format!("Unit {place}")))).collect();
    given.cases = (0..units).map(|unit| CaseRead { unit, year: 2021 }).collect();
    let scores = |offset: u32| -> Vec<Option<f64>> {
        (0..units).map(|place| Some(f64::from(offset + 100 - u32::try_from(place).expect("few")))).collect()
    };
    let leaves: Vec<NodeRead> = (0..3)
        .map(|place| {
            leaf(place, 0.25 + 0.25 * f64::from(u8::from(place == 0)), Text::single("Part"), scores(7))
        })
        .collect();
    let ranks = (1..=units).map(|rank| Some(f64::from(u32::try_from(rank).expect("few")))).collect();
    let root = root(&leaves, ranks);
    given.indexes = vec![index([root].into_iter().chain(leaves).collect(), Vec::new())];
    given
}

/// What tests take away.
pub(crate) trait Cut {
    /// Leaves one year.
    fn only(&mut self, year: i32);
    /// Leaves nobody.
    fn empty(&mut self);
}

impl Cut for Evaluation {
    fn only(&mut self, year: i32) {
        let stays: Vec<bool> = self.cases.iter().map(|case| case.year == year).collect();
        let cut = |values: &mut Vec<Option<f64>>| {
            let mut stays = stays.iter();
            values.retain(|_| *stays.next().expect("one a case"));
        };
        for index in &mut self.indexes {
            index.ways.clear();
            for node in &mut index.nodes {
                cut(&mut node.scores);
                cut(&mut node.gives);
                if !node.ranks.is_empty() {
                    cut(&mut node.ranks);
                }
            }
        }
        self.cases.retain(|case| case.year == year);
        self.years = vec![year];
    }

    fn empty(&mut self) {
        self.cases.clear();
        self.years.clear();
        self.honours.clear();
        for index in &mut self.indexes {
            index.ways.clear();
            for node in &mut index.nodes {
                node.scores.clear();
                node.gives.clear();
                node.ranks.clear();
            }
        }
    }
}
