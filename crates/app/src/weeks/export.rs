//! Everything about a week, as files that other programs and people read: leaving is easy.
//!
//! The tables of the week folder, which import into an empty database as an equal week; beside them the journal, the list of
//! releases and each release as it was frozen.

use festoon_domain::record::{Fault, Kind, Names, Value, put_together};
use festoon_domain::text::Lang;
use festoon_domain::week::Records;
use festoon_exchange::week_folder;
use festoon_store::journal::Line;
use festoon_store::releases::ReleaseRow;
use festoon_store::{Store, StoreError, journal, releases};

use crate::Failure;
use crate::draft::{Draft, DraftRefusal, load};

/// Why a week is not exported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ExportRefusal {
    /// There is no such week.
    Draft(DraftRefusal),
    /// The draft does not fit together: the database is damaged.
    Unfit(Fault),
}

impl ExportRefusal {
    /// What is wrong and what would be right.
    #[must_use]
    pub fn sentence(&self, lang: Lang) -> String {
        match self {
            Self::Draft(refusal) => refusal.sentence(lang),
            Self::Unfit(fault) => fault.sentence(lang),
        }
    }
}

/// A week office takes its week along: file names, with `/` between folders, and bytes.
///
/// # Errors
/// When there is no such week.
pub fn export(store: &Store, week: &str) -> Result<Vec<(String, Vec<u8>)>, Failure<ExportRefusal>> {
    let (draft, records) = whole(store, Some(week))?;
    let mut files = week_folder::write(&records);

    let slug = week.to_owned();
    let (lines, rows) = store.read(move |read| {
        let lines = journal::of_week(read, &slug, None, u32::MAX)?;
        Ok::<_, StoreError>((lines, releases::of_week(read, &slug)?))
    })?;
    let mut names = Names::default();
    names.learn(&draft.records);
    files.push(("journal.csv".into(), journal_table(&lines, &names)));
    files.push(("releases.csv".into(), release_table(&rows)));
    for row in rows {
        let (slug, number) = (row.week, row.number);
        if let Some(bytes) = store.read(move |read| releases::frozen(read, &slug, number))? {
            files.push((format!("releases/{number}.week"), bytes));
        }
    }
    Ok(files)
}

/// A week's draft, as records and put together; the current week's where none is named.
pub(crate) fn whole(store: &Store, week: Option<&str>) -> Result<(Draft, Records), Failure<ExportRefusal>> {
    let draft = load(store, week).map_err(|failure| match failure {
        Failure::Store(error) => Failure::Store(error),
        Failure::Refused(refusal) => Failure::Refused(ExportRefusal::Draft(refusal)),
    })?;
    let records =
        put_together(&draft.records).map_err(|fault| Failure::Refused(ExportRefusal::Unfit(fault)))?;
    Ok((draft, records))
}

fn journal_table(lines: &[Line], names: &Names) -> Vec<u8> {
    let headings = ["revision", "at", "by", "why", "kind", "key", "field", "from", "to"];
    let said = |line: &Line, value: &Value| -> String {
        let field = line.field.as_deref().and_then(|field| line.kind.place_of(field));
        match (field, value) {
            (_, Value::Nothing) => String::new(),
            (Some(field), value) => names.value(line.kind, field, value, Lang::En),
            // A record that came or went as a whole: everything it said.
            (None, Value::Words(words)) => words.to_string(),
            (None, value) => format!("{value:?}"),
        }
    };
    let row = |line: &Line| {
        [
            line.deed.revision.to_string(),
            line.deed.at.to_string(),
            line.deed.actor.clone(),
            line.deed.why.clone(),
            Kind::word(line.kind).to_owned(),
            line.key.clone(),
            line.field.clone().unwrap_or_default(),
            said(line, &line.from),
            said(line, &line.to),
        ]
    };
    table(&headings, lines.iter().map(row))
}

fn release_table(rows: &[ReleaseRow]) -> Vec<u8> {
    let headings = ["number", "at", "by", "reason", "revision", "back_to"];
    let row = |row: &ReleaseRow| {
        [
            row.number.to_string(),
            row.at.to_string(),
            row.actor.clone(),
            row.reason.clone(),
            row.revision.to_string(),
            row.rolled_back_to.map(|number| number.to_string()).unwrap_or_default(),
        ]
    };
    table(&headings, rows.iter().map(row))
}

fn table<const N: usize>(headings: &[&str; N], rows: impl Iterator<Item = [String; N]>) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(headings).expect("writing to memory cannot fail");
    for row in rows {
        writer.write_record(&row).expect("writing to memory cannot fail");
    }
    writer.into_inner().expect("writing to memory cannot fail")
}
