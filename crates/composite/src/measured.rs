//! What was measured: units, the years in which they were looked at, and one column for each thing.

use std::collections::BTreeMap;

use crate::framework::Fault;
use crate::sheet::Sheet;

/// What is compared: a district, a country, a firm.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unit {
    /// A code of its own.
    pub code: String,
    /// Which group it is in, by the name of the grouping: `region` → `north`.
    pub groups: BTreeMap<String, String>,
}

impl Unit {
    /// A unit in no group.
    pub fn of(code: impl Into<String>) -> Self {
        Self { code: code.into(), groups: BTreeMap::new() }
    }

    /// The same, in a group.
    #[must_use]
    pub fn in_group(mut self, grouping: impl Into<String>, group: impl Into<String>) -> Self {
        self.groups.insert(grouping.into(), group.into());
        self
    }
}

/// One row: a unit in a year. A panel need not be complete.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Case {
    /// The unit's place among the units.
    pub unit: usize,
    /// The year, or the number of whatever period is compared.
    pub year: i32,
}

/// Units, cases and columns: indicators, denominators and whatever else is carried along.
#[derive(Clone, Debug, PartialEq)]
pub struct Data {
    units: Vec<Unit>,
    cases: Vec<Case>,
    columns: Vec<String>,
    sheet: Sheet,
}

impl Data {
    /// Rows without columns yet.
    ///
    /// # Errors
    /// When a unit or a case is there twice, a case names no unit, or there is none.
    pub fn of(units: Vec<Unit>, cases: Vec<Case>) -> Result<Self, Fault> {
        if cases.is_empty() {
            return Err(Fault::NoCases);
        }
        let mut seen = BTreeMap::new();
        for (place, unit) in units.iter().enumerate() {
            if let Some(first) = seen.insert(unit.code.as_str(), place) {
                let unit = unit.code.clone();
                return Err(Fault::UnitTwice { unit, first: first + 1, second: place + 1 });
            }
        }
        let mut seen = BTreeMap::new();
        for (place, &case) in cases.iter().enumerate() {
            let Some(unit) = units.get(case.unit) else {
                return Err(Fault::NoSuchUnit { row: place + 1, unit: case.unit, units: units.len() });
            };
            if let Some(first) = seen.insert(case, place) {
                let (unit, year) = (unit.code.clone(), case.year);
                return Err(Fault::CaseTwice { unit, year, first: first + 1, second: place + 1 });
            }
        }
        let sheet = Sheet::of(cases.len());
        Ok(Self { units, cases, columns: Vec::new(), sheet })
    }

    /// Every unit once, in one year.
    ///
    /// # Errors
    /// When a unit is there twice, or there is none.
    pub fn of_year(units: Vec<Unit>, year: i32) -> Result<Self, Fault> {
        let cases = (0..units.len()).map(|unit| Case { unit, year }).collect();
        Self::of(units, cases)
    }

    /// Adds a column, one cell a case; `None` is a missing cell, and so is an infinite one.
    ///
    /// # Errors
    /// When the code is taken, or there is not one cell a case.
    pub fn column(
        &mut self,
        code: impl Into<String>,
        cells: impl IntoIterator<Item = Option<f64>>,
    ) -> Result<(), Fault> {
        let column = code.into();
        if self.columns.contains(&column) {
            return Err(Fault::ColumnTwice { column });
        }
        let cells: Vec<_> = cells.into_iter().collect();
        if cells.len() != self.cases.len() {
            return Err(Fault::ColumnLength { column, cells: cells.len(), cases: self.cases.len() });
        }
        self.sheet.push(cells);
        self.columns.push(column);
        Ok(())
    }

    /// The units.
    #[must_use]
    pub fn units(&self) -> &[Unit] {
        &self.units
    }

    /// The rows, in the order they were given; every stage names a case by its place here.
    #[must_use]
    pub fn cases(&self) -> &[Case] {
        &self.cases
    }

    /// The codes of the columns.
    #[must_use]
    pub fn columns(&self) -> &[String] {
        &self.columns
    }

    /// The cells, cases by columns.
    #[must_use]
    pub fn sheet(&self) -> &Sheet {
        &self.sheet
    }

    /// The cells of a column, if there is one of that code.
    #[must_use]
    pub fn cells(&self, code: &str) -> Option<&[f64]> {
        let place = self.columns.iter().position(|column| column == code)?;
        Some(self.sheet.column(place))
    }
}
