//! `hosts.csv`, `people.csv`, `activities.csv`, `parts.csv`.

use festoon_domain::programme::{
    Activity, ActivityId, Host, HostId, Part, PartId, Person, PersonId, Programme,
};

use super::keys::Keys;
use super::places::yes_or_no;
use super::table::{Row, Table};
use super::{Files, FolderFault};
use crate::Refusal;

pub(super) fn read(files: Files<'_>, programme: &mut Programme, keys: &mut Keys) -> Result<(), Refusal> {
    for row in Table::read(files, "hosts.csv", &["key", "name_zh", "name_en", "origin"])?.rows() {
        let key = keys.hosts.define(row, HostId)?;
        programme.hosts.push(Host {
            key,
            name: row.text("name"),
            kind: row.optional("kind"),
            provenance: row.provenance()?,
        });
    }

    let columns = ["key", "name_zh", "name_en", "organisation_zh", "organisation_en", "origin"];
    for row in Table::read(files, "people.csv", &columns)?.rows() {
        let key = keys.people.define(row, PersonId)?;
        programme.people.push(Person {
            key,
            name: row.text("name"),
            organisation: row.text("organisation"),
            position: row.text("position"),
            provenance: row.provenance()?,
            ..Person::default()
        });
    }

    let columns =
        ["key", "title_zh", "title_en", "host", "edition", "city_key", "partners", "chain", "kind", "origin"];
    for row in Table::read(files, "activities.csv", &columns)?.rows() {
        let key = keys.activities.define(row, ActivityId)?;
        let activity = activity(row, key, programme, keys)?;
        programme.activities.push(activity);
    }

    let columns = ["key", "activity", "kind", "title_zh", "title_en", "origin"];
    for row in Table::read(files, "parts.csv", &columns)?.rows() {
        let key = keys.parts.define(row, PartId)?;
        programme.parts.push(Part {
            key,
            activity: keys.activities.named(row, "activity")?,
            kind: row.choice("kind")?.unwrap_or_default(),
            title: row.text("title"),
            provenance: row.provenance()?,
        });
    }
    Ok(())
}

fn activity(row: Row<'_>, key: String, programme: &Programme, keys: &Keys) -> Result<Activity, Refusal> {
    let chain = row.optional("chain");
    if let Some(chain) = &chain
        && !programme.week.chains.iter().any(|known| known.key == *chain)
    {
        return Err(row.fault(FolderFault::UnknownKey("chain", chain.clone())));
    }
    Ok(Activity {
        key,
        title: row.text("title"),
        summary: row.text("summary"),
        host: keys.hosts.named(row, "host")?,
        co_hosts: keys.hosts.listed(row, "co_hosts")?,
        edition: row.number("edition")?,
        is_key: row.parsed("city_key", "yes / no", yes_or_no)?.unwrap_or(false),
        partners: row.list("partners").map(str::to_owned).collect(),
        chain,
        kind: row.choice("kind")?,
        days: row.date("first_day")?.zip(row.date("last_day")?),
        venue: keys.venues.named(row, "venue")?,
        provenance: row.provenance()?,
        details: row.origin_or_its_own("details_origin")?,
        listing: row.origin_or_its_own("key_origin")?,
    })
}
