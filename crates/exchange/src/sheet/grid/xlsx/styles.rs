//! Which cell styles show a date or time.

use std::collections::HashMap;

use super::super::Package;
use super::super::number_format::{is_moment, is_moment_by_number};
use super::super::xml::Piece;
use crate::Reason;

/// More than any program lets a workbook have.
const MOST_STYLES: usize = 65_536;

#[derive(Default)]
pub(super) struct Styles(Vec<bool>);

impl Styles {
    pub(super) fn read(package: &mut Package<'_>, name: Option<&str>) -> Result<Self, Reason> {
        let mut styles = Self::default();
        let Some(mut part) = name.map(|name| package.part(name)).transpose()?.flatten() else {
            return Ok(styles);
        };
        let mut custom = HashMap::new();
        let mut is_of_cells = false;
        loop {
            match part.next()? {
                Piece::Open(element) => match element.name() {
                    "numFmt" if custom.len() < MOST_STYLES => {
                        let code = element.attribute("formatCode").unwrap_or_default();
                        custom.insert(element.number("numFmtId").unwrap_or(0), is_moment(&code));
                    }
                    "cellXfs" => is_of_cells = true,
                    "xf" if is_of_cells && styles.0.len() < MOST_STYLES => {
                        let id = element.number("numFmtId").unwrap_or(0);
                        styles.0.push(custom.get(&id).copied().unwrap_or_else(|| is_moment_by_number(id)));
                    }
                    _ => (),
                },
                Piece::Close(end) if end.name() == "cellXfs" => is_of_cells = false,
                Piece::End => return Ok(styles),
                _ => (),
            }
        }
    }

    pub(super) fn is_moment(&self, style: usize) -> bool {
        self.0.get(style).copied().unwrap_or(false)
    }
}
