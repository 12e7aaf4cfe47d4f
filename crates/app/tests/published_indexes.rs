//! What books and offices have published, by way of `framework.toml` and a table, as a user writes them: to the decimals that are printed.

use festoon_app::indexes::Posed;
use festoon_exchange::NamedFile;

/// The scores of the first index, in the order of the table's rows.
fn scores(framework: &str, table: &str) -> Vec<f64> {
    let named = |name: &str, text: &str| NamedFile { name: name.into(), bytes: text.as_bytes().to_vec() };
    let posed =
        Posed::read(named("framework.toml", framework), vec![named("data.csv", table)]).expect("sound");
    let run = posed.evaluate("test").run;
    let root = run.indexes[0].root();
    let units = table.lines().skip(1).map(|line| line.split(',').next().unwrap_or_default());
    let score = |unit: &str| {
        let case = run.cases.iter().position(|case| run.units[case.unit].code == unit).expect("it is there");
        root.scores[case].expect("it has a score")
    };
    units.map(score).collect()
}

/// Indicators that point this way, right below one index, and its steps.
fn flat(indicators: &[(&str, &str, f64)], steps: &str) -> String {
    let one = |(code, direction, _): &(&str, &str, f64)| {
        format!("[[indicator]]\ncode = \"{code}\"\ndirection = \"{direction}\"\n")
    };
    let node = |(code, _, weight): &(&str, &str, f64)| {
        format!("[[index.node]]\ncode = \"{code}\"\nweight = {weight:?}\n")
    };
    let (all, nodes): (String, String) =
        (indicators.iter().map(one).collect(), indicators.iter().map(node).collect());
    format!("years = [2000]\n{all}[[index]]\ncode = \"whole\"\n{nodes}{steps}[[step]]\ndo = \"rank\"\n")
}

fn printed(own: &[f64], printed: &[f64], decimals: i32) {
    let half = 0.5 * 10_f64.powi(-decimals) * (1.0 + 1e-9);
    let same = own.len() == printed.len() && own.iter().zip(printed).all(|(a, b)| (a - b).abs() <= half);
    assert!(same, "{own:?} is not {printed:?} to {decimals} decimals");
}

/// United Nations Development Programme, Human Development Report 2016, table 1: goalposts, a logarithm that they go through with, caps, an
/// arithmetic mean below a geometric one.
#[test]
fn human_development_is_as_the_report_prints_it() {
    let framework = r#"
years = [2015]
[[indicator]]
code = "life"
direction = "more"
goalposts = { worst = 20, best = 85 }
[[indicator]]
code = "expected"
direction = "more"
goalposts = { worst = 0, best = 18 }
[[indicator]]
code = "mean years"
direction = "more"
goalposts = { worst = 0, best = 15 }
[[indicator]]
code = "income"
direction = "more"
goalposts = { worst = 100, best = 75000 }
[[index]]
code = "hdi"
[[index.node]]
code = "life"
[[index.node]]
code = "education"
[[index.node]]
code = "expected"
under = "education"
[[index.node]]
code = "mean years"
under = "education"
[[index.node]]
code = "income"
[[step]]
do = "bend"
by = "logarithm"
only = ["income"]
[[step]]
do = "normalise"
by = "goalposts"
low = 0
high = 1
[[step]]
do = "aggregate"
by = "geometric"
[[step]]
do = "aggregate"
by = "arithmetic"
only = ["education"]
[[step]]
do = "rank"
"#;
    let table = "unit,life,expected,mean years,income
Norway,81.7,17.7,12.7,67614
Australia,82.5,20.4,13.2,42822
Switzerland,83.1,16.0,13.4,56364
Germany,81.1,17.1,13.2,45000
Singapore,83.2,15.4,11.6,78162
Brazil,74.7,15.2,7.8,14145
India,68.3,11.7,6.3,5663
Central African Republic,51.5,7.1,4.2,587
";
    printed(&scores(framework, table), &[0.949, 0.939, 0.939, 0.926, 0.925, 0.754, 0.624, 0.352], 3);
}

/// Cooper, Seiford and Tone, “Data Envelopment Analysis” (2000), tables 1.5 and 1.6: doctors and nurses, outpatients and inpatients of twelve hospitals.
#[test]
fn twelve_hospitals_are_as_efficient_as_the_textbook_has_them() {
    let columns =
        [("doctors", "less", 1.0), ("nurses", "less", 1.0), ("out", "more", 1.0), ("in", "more", 1.0)];
    let framework = flat(&columns, "[[step]]\ndo = \"aggregate\"\nby = \"envelopment\"\n");
    let table = "unit,doctors,nurses,out,in
A,20,151,100,90\nB,19,131,150,50\nC,25,160,160,55\nD,27,168,180,72\nE,22,158,94,66\nF,55,255,230,90
G,33,235,220,88\nH,31,206,152,80\nI,30,244,190,100\nJ,50,268,250,100\nK,53,306,260,147\nL,38,284,250,120\n";
    let right = [1.0, 1.0, 0.883, 1.0, 0.763, 0.835, 0.902, 0.796, 0.960, 0.871, 0.955, 0.958];
    printed(&scores(&framework, table), &right, 3);
}

/// Hwang and Yoon, “Multiple Attribute Decision Making” (1981): four fighter aircraft, the price as a cost that nothing turns. The book's third is
/// 0.613, from steps rounded to four decimals.
#[test]
fn four_aircraft_are_as_near_to_the_ideal_as_the_book_has_them() {
    let columns = [
        ("speed", "more", 0.2),
        ("range", "more", 0.1),
        ("payload", "more", 0.1),
        ("price", "less", 0.1),
        ("reliability", "more", 0.2),
        ("manoeuvrability", "more", 0.3),
    ];
    let framework = flat(&columns, "[[step]]\ndo = \"aggregate\"\nby = \"topsis\"\n");
    let table = "unit,speed,range,payload,price,reliability,manoeuvrability
A,2.0,1500,20000,5.5,5,9\nB,2.5,2700,18000,6.5,3,5\nC,1.8,2000,21000,4.5,7,7\nD,2.2,1800,20000,5.0,5,5\n";
    printed(&scores(&framework, table), &[0.643, 0.268, 0.614, 0.312], 3);
}

/// Opricovic and Tzeng, European Journal of Operational Research 156 (2004): three ways up a mountain, by risk and by height.
#[test]
fn the_middle_way_up_the_mountain_is_the_compromise() {
    let framework = flat(
        &[("risk", "less", 1.0), ("height", "more", 1.0)],
        "[[step]]\ndo = \"aggregate\"\nby = \"vikor\"\n",
    );
    let table = "unit,risk,height\nA,1,3000\nB,2,3750\nC,5,4500\n";
    printed(&scores(&framework, table), &[0.0, 1.0, 0.0], 9);
}

/// T. L. Saaty's rule for groups: two experts who judge 2 and 8 judge 4 together.
#[test]
fn experts_together_judge_by_geometric_means() {
    let steps = "[[step]]\ndo = \"weigh\"\nby = \"judged\"\nchildren = [\"a\", \"b\"]\nexperts = [[2], [8]]
[[step]]\ndo = \"aggregate\"\nby = \"arithmetic\"\n";
    let framework = flat(&[("a", "more", 1.0), ("b", "more", 1.0)], steps);
    printed(&scores(&framework, "unit,a,b\nx,1,0\ny,0,1\n"), &[0.8, 0.2], 12);
}
