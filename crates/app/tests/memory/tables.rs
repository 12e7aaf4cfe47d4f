//! A table that this program wrote of a draft, such as a plan, comes back as what it was made from.

use festoon_app::draft::{Asked, Brought, Plan, bring, rehearse};
use festoon_app::timetable::planning::{TableForm, as_table, of_draft};
use festoon_app::weeks::export;
use festoon_domain::record::{Kind, What};
use festoon_domain::text::Lang;
use festoon_exchange::{NamedFile, Options};

use super::hosts::{asked, brought_in, morning, on_both, sheet};

const OPENING: &str = "2021-06-21,09:00,10:00,开幕式,Opening,紫金山科技城,秦淮厅,创新办,林悦";
const FORUM: &str = "2021-06-21,10:30,12:00,高峰论坛,Summit forum,紫金山科技城,秦淮厅,创新办,顾明棠";

/// The whole week as a folder, and a table of it as a plan is written, in which one session begins an hour later.
fn folder_and_plan(from: &festoon_store::Store) -> (Brought, Brought) {
    let named = |(name, bytes): (String, Vec<u8>)| NamedFile { name: name.as_str().into(), bytes };
    let files = export(from, "test-week").expect("exported").into_iter();
    let files: Vec<NamedFile> = files.filter(|(name, _)| !name.contains('/')).map(named).collect();
    let folder = bring(&files, &Options::default()).expect("it can be read");

    let mut programme = of_draft(from, Some("test-week")).expect("the draft").programme;
    let hour = jiff::SignedDuration::from_hours(1);
    let opening = programme.occurrences.first_mut().expect("it has one");
    let when = opening.when.expect("it has a time");
    opening.when = festoon_domain::programme::Span::new(when.start() + hour, when.end() + hour);
    let table = as_table(&programme, TableForm::Csv, Lang::En, morning()).expect("it can be written");
    let file = NamedFile { name: "planned.csv".into(), bytes: table.bytes };
    (folder, bring(&[file], &Options::default()).expect("our own table"))
}

#[test]
fn a_table_of_a_plan_comes_back_into_a_draft_that_a_folder_or_hosts_files_made() {
    on_both(|hosts| {
        brought_in(hosts, &sheet("host.csv", &[OPENING, FORUM]), &asked());
        let (folder, plan) = folder_and_plan(hosts);
        on_both(|fresh| {
            brought_in(fresh, &folder, &asked());
            let replacing = Asked { replaces: Some("sessions.csv".into()), ..asked() };
            let there = rehearse(fresh, &plan, &replacing).expect("it is the draft's own");
            only_the_start_moves(&there);
            let plan = brought_in(fresh, &plan, &replacing);
            only_the_start_moves(&plan);
        });
        let there = brought_in(hosts, &plan, &asked());
        only_the_start_moves(&there);
        let again = brought_in(hosts, &plan, &asked());
        assert_eq!((again.changes.len(), again.conflicts.len(), again.missing.len()), (0, 0, 0));
    });
}

fn only_the_start_moves(plan: &Plan) {
    let fields = |what: &What| match what {
        What::Changed(fields) => fields.iter().map(|one| Kind::Occurrence.fields()[one.field].name).collect(),
        What::Added(_) | What::Removed(_) => vec!["all"],
    };
    let changed: Vec<(Kind, Vec<&str>)> =
        plan.changes.iter().map(|change| (change.kind, fields(&change.what))).collect();
    assert_eq!(changed, [(Kind::Occurrence, vec!["start", "end"])]);
    assert_eq!((plan.conflicts.len(), plan.missing.len()), (0, 0));
}
