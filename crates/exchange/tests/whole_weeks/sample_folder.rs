//! The folder of the sample week in memory, to be changed a little before it is read.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::Path;

use festoon_domain::week::Records;
use festoon_exchange::{Refusal, week_folder};

/// Files by name.
#[derive(Debug, Clone)]
pub(crate) struct Folder(BTreeMap<String, String>);

impl Folder {
    pub(crate) fn sample() -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../demo/week");
        let files = std::fs::read_dir(folder).expect("the sample week").map(|file| {
            let path = file.expect("a file").path();
            let name = path.file_name().expect("a name").to_string_lossy().into_owned();
            (name, std::fs::read_to_string(path).expect("UTF-8"))
        });
        Self(files.collect())
    }

    pub(crate) fn of(files: Vec<(String, Vec<u8>)>) -> Self {
        let text = |(name, bytes)| (name, String::from_utf8(bytes).expect("UTF-8"));
        Self(files.into_iter().map(text).collect())
    }

    pub(crate) fn read(&self) -> Result<Records, Vec<Refusal>> {
        week_folder::read(&|name| self.0.get(name).map(|text| Cow::Owned(text.clone().into_bytes())))
    }

    pub(crate) fn names(&self) -> Vec<String> {
        self.0.keys().cloned().collect()
    }

    pub(crate) fn text(&self, file: &str) -> &str {
        &self.0[file]
    }

    pub(crate) fn without(mut self, file: &str) -> Self {
        self.0.remove(file).expect("it was there");
        self
    }

    /// The first `from` becomes `to`.
    pub(crate) fn edited(mut self, file: &str, from: &str, to: &str) -> Self {
        let text = self.0.get_mut(file).expect("it is there");
        assert!(text.contains(from), "{file} has {from}");
        *text = text.replacen(from, to, 1);
        self
    }

    /// One more line as it stands.
    pub(crate) fn with_line(mut self, file: &str, line: &str) -> Self {
        let text = self.0.get_mut(file).expect("it is there");
        text.push_str(line);
        text.push('\n');
        self
    }

    /// The cell of a row, counted from 1 below the headings; a column that is not there is added.
    pub(crate) fn with(self, file: &str, row: usize, column: &str, cell: &str) -> Self {
        let mut rows = self.table(file);
        let place = rows[0].iter().position(|have| have == column).unwrap_or_else(|| {
            for (place, row) in rows.iter_mut().enumerate() {
                row.push(if place == 0 { column.to_owned() } else { String::new() });
            }
            rows[0].len() - 1
        });
        cell.clone_into(&mut rows[row][place]);
        self.with_table(file, &rows)
    }

    pub(crate) fn without_column(self, file: &str, column: &str) -> Self {
        let mut rows = self.table(file);
        let place = rows[0].iter().position(|have| have == column).expect("the column is there");
        for row in &mut rows {
            row.remove(place);
        }
        self.with_table(file, &rows)
    }

    pub(crate) fn with_row_again(self, file: &str, row: usize) -> Self {
        let mut rows = self.table(file);
        rows.push(rows[row].clone());
        self.with_table(file, &rows)
    }

    pub(crate) fn cell(&self, file: &str, row: usize, column: &str) -> String {
        let rows = self.table(file);
        let place = rows[0].iter().position(|have| have == column).expect("the column is there");
        rows[row][place].clone()
    }

    /// How many rows stand below the headings.
    pub(crate) fn rows(&self, file: &str) -> usize {
        self.table(file).len() - 1
    }

    pub(crate) fn columns(&self, file: &str) -> usize {
        self.table(file)[0].len()
    }

    fn table(&self, file: &str) -> Vec<Vec<String>> {
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(self.0[file].as_bytes());
        reader
            .records()
            .map(|row| row.expect("a row").iter().map(str::to_owned).collect::<Vec<_>>())
            .collect()
    }

    fn with_table(mut self, file: &str, rows: &[Vec<String>]) -> Self {
        let mut writer = csv::Writer::from_writer(Vec::new());
        for row in rows {
            writer.write_record(row).expect("a row");
        }
        let bytes = writer.into_inner().expect("memory");
        self.0.insert(file.to_owned(), String::from_utf8(bytes).expect("UTF-8"));
        self
    }
}
