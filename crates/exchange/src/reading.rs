//! Reading a set of files into one programme.
//!
//! Files may be of different formats and come in any order; their names are brought together at the end. Every file that
//! cannot be read is refused in the same answer, so that nobody mends them one at a time.

use std::borrow::Cow;
use std::collections::HashSet;
use std::sync::Arc;

use festoon_domain::programme::{Citation, Programme, Spot};
use festoon_domain::text::Text;
use festoon_domain::week::Week;
use jiff::Timestamp;
use jiff::tz::{Offset, TimeZone};

use crate::assembly::{Assembly, AssemblyTrouble};
use crate::defect::Trouble;
use crate::outlet::account::is_stand_in;
use crate::schedule::{self, ASSUMED_ZONE, Conference, ScheduleTrouble};
use crate::sheet::{self, ColumnMap, SheetMapping};
use crate::{Defect, Entry, Format, NamedFile, Reason, Refusal, travel, week_folder};

/// What the person said beside the files.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// `--zone`: the zone of times without an offset in files without a zone.
    pub zone: Option<TimeZone>,
    /// `--map`: columns said by hand.
    pub map: Option<ColumnMap>,
    /// The year in which this is asked, for dates that nothing gives a year.
    pub this_year: Option<i16>,
    /// `--travel`: minutes between venues.
    pub travel: Option<NamedFile>,
}

/// For those who ask without a clock; what is assumed is said either way.
const YEAR_WITHOUT_A_CLOCK: i16 = 2026;

/// What a set of files says together.
#[derive(Debug, Clone)]
pub struct Reading {
    /// The week they describe.
    pub programme: Programme,
    /// What could not be taken as it stood.
    pub defects: Vec<Defect>,
    /// Which column was taken for what.
    pub mappings: Vec<SheetMapping>,
    /// The files, in the order given.
    pub files: Vec<FileSummary>,
}

/// One file that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileSummary {
    /// Its name.
    pub name: Arc<str>,
    /// What it turned out to be.
    pub format: Format,
    /// How many occurrences came from it.
    pub occurrences: usize,
    /// The zone its times were read in, where no offset stood in the file.
    pub zone: Option<String>,
}

/// Reads all files together.
///
/// # Errors
/// Every file that cannot be read at all, with the place and what would be right.
pub fn read(files: &[NamedFile], options: &Options) -> Result<Reading, Vec<Refusal>> {
    if files.iter().any(|file| &*file.name == week_folder::HEAD) {
        return read_week_folder(files);
    }
    let mut gathered = Gathered::default();
    let mut refusals = Vec::new();
    let (files, said) = tell_apart(files);
    gathered.defects.extend(said);
    // Whoever drops in a whole folder drops in its travel file too.
    let (travels, programmes): (Vec<_>, Vec<_>) = files
        .iter()
        .map(AsRef::as_ref)
        .partition(|file| Format::of(file) == Ok(Format::Csv) && travel::is_travel(file));
    for file in programmes {
        if let Err(refusal) = gathered.take(file, options) {
            refusals.push(refusal);
        }
    }
    let travels = options.travel.iter().chain(travels).map(|file| (file, travel::read(file)));

    let mut assembly = Assembly::new(gathered.week(options));
    for venue in gathered.venues {
        assembly.add_venue(venue);
    }
    for room in gathered.rooms {
        assembly.add_room(room);
    }
    for entry in gathered.entries {
        assembly.add(entry);
    }
    let mut defects = gathered.defects;
    for (file, roads) in travels {
        match roads {
            // While a file is missing, a name that only it has would be called unknown.
            Ok(_) if !refusals.is_empty() => {}
            Ok(roads) => match travel::state(&mut assembly, &file.name, &roads) {
                Ok(said) => defects.extend(said),
                Err(refusal) => refusals.push(refusal),
            },
            Err(refusal) => refusals.push(refusal),
        }
    }
    if !refusals.is_empty() {
        return Err(refusals);
    }

    let (programme, said) = assembly.finish();
    if programme.occurrences.is_empty() {
        let file = files.first().map_or_else(|| "".into(), |file| Arc::clone(&file.name));
        return Err(vec![Refusal { file, spot: Spot::Whole, reason: Reason::NoSessions }]);
    }
    defects.extend(said);
    let mut summaries = gathered.summaries;
    for summary in &mut summaries {
        summary.occurrences =
            programme.occurrences.iter().filter(|one| one.citation.file == summary.name).count();
    }
    Ok(Reading { programme, defects, mappings: gathered.mappings, files: summaries })
}

/// A week in our own format, all its tables handed in together.
fn read_week_folder(files: &[NamedFile]) -> Result<Reading, Vec<Refusal>> {
    let bytes =
        |name: &str| files.iter().find(|file| &*file.name == name).map(|file| Cow::Owned(file.bytes.clone()));
    let programme = week_folder::read(&bytes)?.programme;
    let summary = FileSummary {
        name: week_folder::SESSIONS.into(),
        format: Format::Csv,
        occurrences: programme.occurrences.len(),
        zone: programme.week.zone.iana_name().map(str::to_owned),
    };
    Ok(Reading { programme, defects: Vec::new(), mappings: Vec::new(), files: vec![summary] })
}

/// What was read so far, names not yet resolved.
#[derive(Default)]
struct Gathered {
    entries: Vec<Entry>,
    venues: Vec<crate::entry::VenueEntry>,
    rooms: Vec<crate::entry::RoomEntry>,
    defects: Vec<Defect>,
    mappings: Vec<SheetMapping>,
    summaries: Vec<FileSummary>,
    /// The first zone a file names.
    zone: Option<TimeZone>,
    /// The offset that the times of the first file with offsets are written in.
    offset: Option<Offset>,
    /// The head of the first file that says what the whole is called.
    head: Option<Conference>,
}

impl Gathered {
    fn take(&mut self, file: &NamedFile, options: &Options) -> Result<(), Refusal> {
        let format = Format::of(file)?;
        match format {
            _ if format.is_schedule() => self.take_schedule(file, format, options),
            _ => self.take_sheet(file, format, options),
        }
    }

    fn take_schedule(&mut self, file: &NamedFile, format: Format, options: &Options) -> Result<(), Refusal> {
        let reading = schedule::read(file, format, options.zone.as_ref())?;
        // Nobody needs the zone to read such a file, but the days and the times of day that people see are of some zone.
        let is_all_utc =
            reading.offset.is_none() && reading.conference.zone.is_none() && !reading.assumed_zone;
        if is_all_utc && options.zone.is_none() && reading.entries.iter().any(|entry| entry.when.is_some()) {
            let citation = Citation { file: Arc::clone(&file.name), spot: Spot::Whole };
            let trouble = Trouble::Schedule(ScheduleTrouble::ShownInZone(ASSUMED_ZONE.into()));
            self.defects.push(Defect::new(citation, "", trouble));
        }
        if self.zone.is_none()
            && let Some((name, _)) = &reading.conference.zone
        {
            self.zone = TimeZone::get(name).ok();
        }
        if self.offset.is_none() {
            self.offset = reading.offset;
        }
        if self.head.is_none() && !reading.conference.title.is_empty() {
            self.head = Some(reading.conference);
        }
        self.entries.extend(reading.entries);
        self.defects.extend(reading.defects);
        self.summarise(file, format, reading.zone_used);
        Ok(())
    }

    fn take_sheet(&mut self, file: &NamedFile, format: Format, options: &Options) -> Result<(), Refusal> {
        let assumed = TimeZone::get(ASSUMED_ZONE).expect("the zone table is compiled in");
        let zone = options.zone.as_ref().unwrap_or(&assumed);
        let this_year = options.this_year.unwrap_or(YEAR_WITHOUT_A_CLOCK);
        let asked = sheet::Asked { zone, map: options.map.as_ref(), this_year };
        let reading = sheet::read(file, format, &asked)?;
        self.entries.extend(reading.entries);
        self.venues.extend(reading.venues);
        self.rooms.extend(reading.rooms);
        self.defects.extend(reading.defects);
        self.mappings.extend(reading.mappings);
        if self.zone.is_none() {
            self.zone.clone_from(&reading.zone);
        }
        if reading.used_assumed_zone && options.zone.is_none() {
            let citation = Citation { file: Arc::clone(&file.name), spot: Spot::Whole };
            let trouble = ScheduleTrouble::ZoneAssumed(ASSUMED_ZONE.into());
            self.defects.push(Defect::new(citation, "", Trouble::Schedule(trouble)));
        }
        let used = if reading.used_assumed_zone { Some(zone) } else { reading.zone.as_ref() };
        let used = used.map(|zone| zone.iana_name().unwrap_or("UTC").to_owned());
        self.summarise(file, format, used);
        Ok(())
    }

    fn summarise(&mut self, file: &NamedFile, format: Format, zone: Option<String>) {
        self.summaries.push(FileSummary { name: Arc::clone(&file.name), format, occurrences: 0, zone });
    }

    /// The week the files are of: the zone said, else the first a file names, else the offset its times are written in,
    /// else Asia/Shanghai; named as the first file that names it does.
    fn week(&self, options: &Options) -> Week {
        let assumed = TimeZone::get(ASSUMED_ZONE).expect("the zone table is compiled in");
        // A zone with a name says more than its offset: apps and people look for the name.
        let elsewhere = self.offset.filter(|offset| *offset != assumed.to_offset(Timestamp::UNIX_EPOCH));
        let zone = options
            .zone
            .clone()
            .or_else(|| self.zone.clone())
            .or_else(|| elsewhere.map(TimeZone::fixed))
            .unwrap_or(assumed);
        let mut week = Week::unnamed(zone);
        if let Some(head) = &self.head {
            week.title = head.title.clone();
            week.slug = head.acronym.clone().unwrap_or(week.slug);
            week.city = Text::single(head.city.as_deref().unwrap_or_default());
            week.site = head.site.clone().filter(|site| !is_stand_in(site));
            week.first_day = head.first_day.unwrap_or(week.first_day);
            week.last_day = head.last_day.unwrap_or(week.last_day);
        }
        week
    }
}

/// The files with names that tell them apart; one that was given twice is kept once.
fn tell_apart(files: &[NamedFile]) -> (Vec<Cow<'_, NamedFile>>, Vec<Defect>) {
    let mut kept: Vec<Cow<'_, NamedFile>> = Vec::with_capacity(files.len());
    let mut defects = Vec::new();
    let mut names: HashSet<Arc<str>> = HashSet::new();
    for file in files {
        let say = |name: &Arc<str>, trouble| {
            let citation = Citation { file: Arc::clone(name), spot: Spot::Whole };
            Defect::new(citation, &file.name, Trouble::Assembly(trouble))
        };
        if kept.iter().any(|known| !file.bytes.is_empty() && known.bytes == file.bytes) {
            defects.push(say(&file.name, AssemblyTrouble::FileTwice));
            continue;
        }
        if names.insert(Arc::clone(&file.name)) {
            kept.push(Cow::Borrowed(file));
            continue;
        }
        let numbered = |number: u32| -> Arc<str> { format!("{} ({number})", file.name).into() };
        let name = (2..=u32::MAX).map(numbered).find(|name| names.insert(Arc::clone(name)));
        let name = name.expect("there are more numbers than files");
        defects.push(say(&name, AssemblyTrouble::NameTwice(name.to_string())));
        kept.push(Cow::Owned(NamedFile { name, bytes: file.bytes.clone() }));
    }
    (kept, defects)
}

#[cfg(test)]
mod tests;
