//! The planted week as text files. Nothing generated holds a comma, a quotation mark or a line break, so none is escaped.

use std::io::{self, Write};

use super::grounds::{DOORS, Grounds};
use super::row::Time;
use super::{HEADINGS, PlantedWeek, VENUES};

impl PlantedWeek {
    /// The programme, with headings.
    ///
    /// # Errors
    /// Whatever `out` says.
    pub fn write_csv(&self, mut out: impl Write) -> io::Result<()> {
        writeln!(out, "{}", HEADINGS.join(","))?;
        for row in &self.rows {
            writeln!(out, "{}", row.cells().join(","))?;
        }
        out.flush()
    }

    /// The houses: name, English name, how many people they hold, and their doors.
    ///
    /// # Errors
    /// Whatever `out` says.
    pub fn write_venues_csv(&self, mut out: impl Write) -> io::Result<()> {
        writeln!(out, "场馆,英文名称,容量,开放时间")?;
        for venue in 0..VENUES {
            writeln!(
                out,
                "{},Venue {},{},{}-{}",
                Grounds::venue_name(venue),
                venue + 1,
                self.grounds.capacity(venue),
                Time::clock(DOORS.0),
                Time::clock(DOORS.1),
            )?;
        }
        out.flush()
    }

    /// The road between each two houses.
    ///
    /// # Errors
    /// Whatever `out` says.
    pub fn write_travel_csv(&self, mut out: impl Write) -> io::Result<()> {
        writeln!(out, "from,to,mode,minutes")?;
        for from in 0..VENUES {
            for to in (0..VENUES).filter(|&to| to != from) {
                let (start, end) = (Grounds::venue_name(from), Grounds::venue_name(to));
                writeln!(out, "{start},{end},car,{}", self.grounds.road(from, to))?;
            }
        }
        out.flush()
    }
}
