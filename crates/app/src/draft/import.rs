//! Bringing files into a draft: rehearsed or for good.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use festoon_domain::record::{Kind, Record, Value, put_together};
use festoon_exchange::week_folder::SESSIONS;
use festoon_store::imported::Said;
use festoon_store::journal::Deed;
use festoon_store::weeks::WeekRow;
use festoon_store::{Store, StoreError, Tx, draft, imported, journal, weeks};
use jiff::Timestamp;

use super::bring::{Brought, Extent, FOLDER, Hand};
use super::newer::{is_another, looks_like};
use super::plan::{Empty, Given};
use super::{DraftRefusal, OnConflict, OnMissing, Plan};
use crate::{Actor, Failure};

/// How often a plan that others overtook is made anew.
const ATTEMPTS: u32 = 5;

/// From how many on guids that two files share are no slip.
const FEWEST_SAME_GUIDS: usize = 3;

/// What is said about an import beside its files.
#[derive(Debug, Clone)]
pub struct Asked {
    /// Into which week; a whole week says it itself, and hosts' files go to the current one. One that is not there is made.
    pub week: Option<String>,
    /// What to do where both sides changed something.
    pub on_conflict: OnConflict,
    /// What to do with what is no longer mentioned.
    pub on_missing: OnMissing,
    /// The earlier file whose place the one brought takes.
    pub replaces: Option<String>,
    /// Whether a file that looks like an earlier one is another programme all the same.
    pub separate: Separate,
    /// Who brings it.
    pub actor: Actor,
    /// Why, as the journal shows it.
    pub why: String,
}

/// Whether a file may look like an earlier one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Separate {
    /// Then somebody is asked.
    #[default]
    Unsaid,
    /// It was said to be another programme.
    Said,
}

/// What the store knows when a plan is made.
struct Known {
    week: Option<WeekRow>,
    weeks: Vec<WeekRow>,
    draft: Vec<Record>,
    sources: Vec<String>,
    said: HashMap<String, Said>,
    said_by_others: HashSet<(Kind, Box<str>)>,
    /// What the other files said, where that is asked for.
    beside: Said,
}

/// Works out what an import would do, and writes nothing.
///
/// # Errors
/// Why it would not be taken.
pub fn rehearse(store: &Store, brought: &Brought, asked: &Asked) -> Result<Plan, Failure<DraftRefusal>> {
    let slug = slug(store, brought, asked)?;
    let same_guids = brought.defects.iter().filter(|defect| defect.word() == "guid-twice").count();
    if same_guids >= FEWEST_SAME_GUIDS && brought.files.len() > 1 {
        return Err(Failure::Refused(DraftRefusal::SameGuids(same_guids)));
    }
    let mut names: BTreeSet<String> = match brought.extent {
        Extent::Week => [FOLDER.to_owned()].into(),
        Extent::Sessions => brought.files.iter().map(|file| file.name.to_string()).collect(),
    };
    names.extend(asked.replaces.clone().filter(|old| old != FOLDER || brought.extent == Extent::Week));
    let known = look(store, &slug, names, brought)?;
    if known.week.is_none() && brought.extent == Extent::Sessions && asked.week.is_none() {
        let known = known.weeks.into_iter().map(|week| week.slug).collect();
        return Err(Failure::Refused(DraftRefusal::NoSuchWeek(slug, known)));
    }

    let mut records = brought.records.clone();
    let mut said = known.said;
    let is_of_draft = is_of_draft(brought, &known.draft);
    let replaces = asked.replaces.as_deref().filter(|old| !(is_of_draft && is_folders(old, &known.sources)));
    take_place(replaces, brought, &mut said, &known.sources)?;
    if is_of_draft {
        // It is what the draft knows by its guids; nothing would be doubled, so nobody need be asked.
    } else if brought.extent == Extent::Sessions && replaces.is_none() {
        if asked.separate == Separate::Unsaid
            && let Some((new, old, meet)) = looks_like(&known.draft, &records, &known.sources)
        {
            return Err(Failure::Refused(DraftRefusal::LooksLike(new, old, meet)));
        }
        if let Some((name, meet)) = is_another(&known.draft, &records, &known.sources) {
            return Err(Failure::Refused(DraftRefusal::AnotherOfThatName(name, meet)));
        }
    }
    // Known by its new name from the first comparison on.
    let draft = match (replaces, brought.files.first()) {
        (Some(old), Some(new)) => renamed(&known.draft, old, &new.name),
        _ => known.draft,
    };
    let has_week = draft.iter().any(|record| record.kind == Kind::Week);
    if brought.extent == Extent::Sessions {
        if has_week {
            records.retain(|record| record.kind != Kind::Week);
        } else {
            name_week(&mut records, &slug);
        }
    }

    let mut plan = Plan::make(Given {
        week: &slug,
        is_new: known.week.is_none(),
        revision: known.week.map_or(0, |week| week.revision),
        draft: &draft,
        brought: records,
        extent: brought.extent,
        said,
        said_by_others: known.said_by_others,
        beside: known.beside,
        empty: if is_of_draft { Empty::Silent } else { Empty::Said },
        on_conflict: asked.on_conflict,
        on_missing: asked.on_missing,
    });
    plan.took_place = replaces
        .filter(|old| **old != *brought.files[0].name)
        .map(|old| (old.to_owned(), brought.files[0].name.to_string()));
    put_together(&plan.after).map_err(|fault| Failure::Refused(DraftRefusal::Unfit(fault)))?;
    Ok(plan)
}

/// Brings files into a draft. Done again with the same files, it changes nothing.
///
/// # Errors
/// Why it is not taken; then nothing is.
pub fn import(
    store: &Store,
    now: Timestamp,
    brought: &Brought,
    asked: &Asked,
) -> Result<Arc<Plan>, Failure<DraftRefusal>> {
    for _ in 0..ATTEMPTS {
        let plan = Arc::new(rehearse(store, brought, asked)?);
        if keep(store, now, &plan, asked)? {
            return Ok(plan);
        }
    }
    Err(Failure::Refused(DraftRefusal::Overtaken))
}

/// Whether a whole week says exactly what it said the last time, so that bringing it in again would change nothing.
///
/// # Errors
/// When the database does not answer.
pub fn is_imported(store: &Store, brought: &Brought) -> Result<bool, StoreError> {
    let Some(slug) = brought.own_slug().map(str::to_owned) else { return Ok(false) };
    let said = store.read(move |read| imported::load(read, &slug, FOLDER))?;
    let says = |record: &Record| said.get(&(record.kind, record.key.clone())) == Some(&record.values);
    Ok(said.len() == brought.records.len() && brought.records.iter().all(says))
}

/// Which week is meant.
fn slug(store: &Store, brought: &Brought, asked: &Asked) -> Result<String, Failure<DraftRefusal>> {
    let slug = if let Some(slug) = asked.week.as_deref().or_else(|| brought.own_slug()) {
        slug.to_owned()
    } else {
        let current = store.read(weeks::all)?.into_iter().find(|week| week.is_current);
        current.ok_or(Failure::Refused(DraftRefusal::NoWeekSaid))?.slug
    };
    let is_word = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if slug.is_empty() || slug.len() > 60 || !slug.chars().all(is_word) {
        return Err(Failure::Refused(DraftRefusal::NoSlug(slug)));
    }
    Ok(slug)
}

/// Whether a table is one that this program wrote of what the draft has, such as a plan of it: most of its occurrences are the draft's.
fn is_of_draft(brought: &Brought, draft: &[Record]) -> bool {
    if brought.extent == Extent::Week || brought.hand == Hand::Others {
        return false;
    }
    let occurrences = |records: &[Record]| -> HashSet<Box<str>> {
        let of_kind = records.iter().filter(|record| record.kind == Kind::Occurrence);
        of_kind.map(|record| record.key.clone()).collect()
    };
    let (known, brought) = (occurrences(draft), occurrences(&brought.records));
    brought.intersection(&known).count() * 2 > brought.len()
}

/// Whether a name is that of a week folder that came, or of its table of sessions, which never came by itself.
fn is_folders(name: &str, sources: &[String]) -> bool {
    let came = |name: &str| sources.iter().any(|source| source == name);
    came(FOLDER) && (name == FOLDER || (name == SESSIONS && !came(SESSIONS)))
}

fn look(store: &Store, slug: &str, names: BTreeSet<String>, brought: &Brought) -> Result<Known, StoreError> {
    let slug = slug.to_owned();
    let asks_others = brought.extent == Extent::Sessions && brought.hand == Hand::Ours;
    store.read(move |read| {
        let weeks = weeks::all(read)?;
        let week = weeks.iter().find(|week| week.slug == slug).cloned();
        let draft = if week.is_some() { draft::load(read, &slug)? } else { Vec::new() };
        let sources: Vec<String> =
            imported::sources(read, &slug)?.into_iter().map(|(name, _)| name).collect();
        let mut said = HashMap::new();
        for name in &names {
            said.insert(name.clone(), imported::load(read, &slug, name)?);
        }
        let mut beside = Said::new();
        for name in sources.iter().filter(|name| asks_others && !names.contains(*name)) {
            let account = imported::load(read, &slug, name)?;
            beside.extend(account);
        }
        let own: Vec<&str> = names.iter().map(String::as_str).collect();
        let said_by_others = imported::said_by_others(read, &slug, &own)?;
        Ok(Known { week, weeks, draft, sources, said, said_by_others, beside })
    })
}

/// The new file speaks for the old one from now on.
fn take_place(
    replaces: Option<&str>,
    brought: &Brought,
    said: &mut HashMap<String, Said>,
    sources: &[String],
) -> Result<(), Failure<DraftRefusal>> {
    let Some(old) = replaces else { return Ok(()) };
    let [new] = &brought.files[..] else { return Err(Failure::Refused(DraftRefusal::ReplacesOne)) };
    if !sources.iter().any(|source| source == old) {
        return Err(Failure::Refused(DraftRefusal::NeverCame(old.to_owned(), sources.to_vec())));
    }
    if *old == *new.name {
        return Ok(());
    }
    // Where the new name is a file that came before, it keeps its own account and takes the rest of the other's.
    let before = said.remove(old).unwrap_or_default();
    let account = said.entry(new.name.to_string()).or_default();
    for (name, values) in before {
        account.entry(name).or_insert(values);
    }
    Ok(())
}

fn renamed(draft: &[Record], old: &str, new: &Arc<str>) -> Vec<Record> {
    let mut draft = draft.to_vec();
    for source in draft.iter_mut().filter_map(|record| record.source.as_mut()) {
        if &*source.file == old {
            source.file = Arc::clone(new);
        }
    }
    draft
}

/// Hosts' files know no week: it is called by its slug until somebody gives it a title, and its days are those on which something
/// happens.
fn name_week(records: &mut [Record], slug: &str) {
    let days: Vec<Timestamp> = records
        .iter()
        .filter_map(|record| match record.value("start") {
            Value::Instant(start) => Some(*start),
            _ => None,
        })
        .collect();
    let Some(week) = records.iter_mut().find(|record| record.kind == Kind::Week) else { return };
    week.key = slug.into();
    let has_title = !week.words("title_zh").is_empty() || !week.words("title_en").is_empty();
    if let Some(place) = Kind::Week.place_of("title_en").filter(|_| !has_title) {
        week.values[place] = Value::Words(slug.into());
    }
    let zone = festoon_domain::week::zone_named(week.words("zone")).unwrap_or(jiff::tz::TimeZone::UTC);
    let day = |instant: Option<&Timestamp>| {
        instant.map_or(Value::Nothing, |instant| {
            Value::Words(instant.to_zoned(zone.clone()).date().to_string().into())
        })
    };
    for (name, value) in [("first_day", day(days.iter().min())), ("last_day", day(days.iter().max()))] {
        if let Some(place) = Kind::Week.place_of(name)
            && value != Value::Nothing
        {
            week.values[place] = value;
        }
    }
}

/// Whether the plan was kept: false when somebody changed the draft since it was made.
fn keep(store: &Store, now: Timestamp, plan: &Arc<Plan>, asked: &Asked) -> Result<bool, StoreError> {
    if plan.is_idle() {
        return Ok(true);
    }
    let (put, gone) = plan.writes();
    let deed = Deed {
        week: plan.week.clone(),
        revision: plan.revision + 1,
        at: now,
        actor: asked.actor.name().to_owned(),
        why: asked.why.clone(),
    };
    let plan = Arc::clone(plan);
    store.write(move |tx: &mut Tx<'_>| {
        let week = plan.week.as_str();
        if plan.is_new && !weeks::create(tx, week, now)? {
            return Ok(false);
        }
        if plan.writes_draft() {
            if !weeks::advance(tx, week, plan.revision)? {
                return Ok(false);
            }
        } else {
            // What the file says now is only noted beside the draft it was compared with.
            let same = weeks::find(tx, week)?.is_some_and(|found| found.revision == plan.revision);
            if !same {
                return Ok(false);
            }
        }
        draft::put(tx, week, put.records(&plan))?;
        let gone: Vec<(Kind, &str)> = gone.iter().map(|(kind, key)| (*kind, &**key)).collect();
        draft::remove(tx, week, &gone)?;
        if let Some((old, _)) = &plan.took_place {
            imported::forget(tx, week, old)?;
        }
        for (source, said) in &plan.said {
            imported::replace(tx, week, source, now, said)?;
        }
        if !plan.changes.is_empty() {
            journal::write(tx, &deed, &plan.changes)?;
        }
        Ok(true)
    })
}
