//! Floors: the least that any program reading the same file must do, each as a process of its own.

use std::fs;
use std::path::Path;

use anyhow::{Context, bail};
use calamine::Reader;

/// Does the least and prints what it saw, so that nothing is optimised away.
pub(crate) fn run(kind: &str, file: &Path) -> anyhow::Result<()> {
    match kind {
        "lines" => {
            let bytes = fs::read(file)?;
            println!("{}", bytes.split(|byte| *byte == b'\n').count());
        }
        "workbook" => {
            let mut workbook = calamine::open_workbook_auto(file)?;
            let sheet = workbook.worksheet_range_at(0).context("a workbook has a sheet")??;
            println!("{}", sheet.used_cells().count());
        }
        "markup" => {
            let text = fs::read_to_string(file)?;
            let mut reader = quick_xml::Reader::from_str(&text);
            let mut events = 0_u64;
            while !matches!(reader.read_event()?, quick_xml::events::Event::Eof) {
                events += 1;
            }
            println!("{events}");
        }
        _ => bail!("there is no floor “{kind}”"),
    }
    Ok(())
}
