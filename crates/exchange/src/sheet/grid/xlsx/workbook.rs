//! Which sheets a workbook lists, and where their parts are.

use std::collections::HashMap;
use std::sync::Arc;

use super::super::xml::Piece;
use super::super::{Harvest, Package};
use crate::Reason;

#[derive(Default)]
pub(super) struct Workbook {
    pub(super) sheets: Vec<Listed>,
    pub(super) styles: Option<String>,
    pub(super) texts: Option<String>,
    pub(super) is_1904: bool,
}

pub(super) struct Listed {
    pub(super) name: Arc<str>,
    pub(super) part: String,
    pub(super) is_hidden: bool,
    pub(super) kind: SheetKind,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum SheetKind {
    Cells,
    NotCells,
}

impl Workbook {
    pub(super) fn read(package: &mut Package<'_>, harvest: &mut Harvest) -> Result<Self, Reason> {
        let main = related(package, "")?
            .into_values()
            .find(|target| target.kind == "officeDocument" && package.has(&target.part))
            .map_or_else(|| "xl/workbook.xml".to_owned(), |target| target.part);
        let mut targets = related(package, &main)?;
        let folder = main.rsplit_once('/').map_or("", |(folder, _)| folder).to_owned();
        let of_kind = |kind: &str, usual: &str| {
            let stated = targets.values().find(|target| target.kind == kind);
            Some(stated.map_or_else(|| format!("{folder}/{usual}"), |target| target.part.clone()))
        };
        let mut workbook = Self {
            styles: of_kind("styles", "styles.xml"),
            texts: of_kind("sharedStrings", "sharedStrings.xml"),
            ..Self::default()
        };

        let Some(mut part) = package.part(&main)? else {
            return Err(Reason::Broken(main));
        };
        loop {
            let element = match part.next()? {
                Piece::Open(element) => element,
                Piece::End => return Ok(workbook),
                _ => continue,
            };
            match element.name() {
                "workbookPr" => workbook.is_1904 = element.says("date1904"),
                "sheet" => {
                    harvest.budget.cells(1)?;
                    let name = element.attribute("name").unwrap_or_default();
                    harvest.budget.text(name.len())?;
                    let target = element.prefixed("id").and_then(|id| targets.remove(id.as_ref()));
                    let (part, kind) = target.map_or((String::new(), SheetKind::Cells), |target| {
                        let has_cells = target.kind == "worksheet";
                        (target.part, if has_cells { SheetKind::Cells } else { SheetKind::NotCells })
                    });
                    let is_hidden = element.attribute("state").is_some_and(|state| state != "visible");
                    workbook.sheets.push(Listed { name: name.as_ref().into(), part, is_hidden, kind });
                }
                _ => (),
            }
        }
    }
}

struct Target {
    /// The last word of the relationship's type: `worksheet`, `chartsheet`, `styles`.
    kind: String,
    /// The part, from the root of the archive.
    part: String,
}

/// What a part points at, by id; nothing where it points at nothing.
fn related(package: &mut Package<'_>, of: &str) -> Result<HashMap<String, Target>, Reason> {
    let (folder, name) = of.rsplit_once('/').unwrap_or(("", of));
    let slash = if folder.is_empty() { "" } else { "/" };
    let mut targets = HashMap::new();
    let Some(mut part) = package.part(&format!("{folder}{slash}_rels/{name}.rels"))? else {
        return Ok(targets);
    };
    loop {
        match part.next()? {
            Piece::Open(element) if element.name() == "Relationship" && targets.len() < 100_000 => {
                let kind = element.attribute("Type").unwrap_or_default();
                let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
                let stated = element.attribute("Target").unwrap_or_default();
                let part = match stated.strip_prefix('/') {
                    Some(absolute) => absolute.to_owned(),
                    None => joined(folder, &stated),
                };
                targets
                    .insert(element.attribute("Id").unwrap_or_default().into_owned(), Target { kind, part });
            }
            Piece::End => return Ok(targets),
            _ => (),
        }
    }
}

fn joined(folder: &str, target: &str) -> String {
    let mut steps: Vec<&str> = folder.split('/').filter(|step| !step.is_empty()).collect();
    for step in target.split('/') {
        match step {
            "" | "." => (),
            ".." => {
                steps.pop();
            }
            name => steps.push(name),
        }
    }
    steps.join("/")
}
