//! What figures count of a week's records.

use festoon_domain::figures::Measure;
use festoon_domain::signing::{Project, Stage};
use festoon_domain::text::Text;
use festoon_domain::week::{Provenance, Records};
use festoon_testkit::TestWeek;

#[test]
fn what_is_not_on_the_signing_list_adds_nothing_to_its_total() {
    let project = |stage, yuan: i64| Project {
        key: String::new(),
        name: Text::default(),
        stage,
        amount_fen: yuan * 100,
        chain: None,
        country: None,
        signed_on: None,
        provenance: Provenance::Stated,
    };
    let projects = vec![
        project(Stage::Lead, 1),
        project(Stage::Intent, 20),
        project(Stage::ToBeSigned, 300),
        project(Stage::Signed, 4_000),
    ];
    let records = Records { projects, ..Records::of(TestWeek::new().build()) };
    let computed = [Measure::Projects, Measure::InvestmentTotal].map(|measure| measure.compute(&records));
    assert_eq!(computed, [2, 4_300]);
}
