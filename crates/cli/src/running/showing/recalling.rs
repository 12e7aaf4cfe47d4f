//! Finds out what the last releases changed, for the feed, after they are shown.
//!
//! A release at a time, so that whoever follows the database looks up in between; what was found once is kept for the next release, and
//! what the database did not answer is asked again.
//! Costs the reading of two whole releases each, so of very large weeks fewer are told.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use festoon_app::Failure;
use festoon_app::releases::{ReleaseRefusal, past, recent};
use festoon_domain::text::Lang;
use festoon_guide::Release;
use festoon_guide::imprint::Past;
use festoon_store::{Store, StoreError, Trouble};
use festoon_web::Site;
use jiff::Timestamp;

/// Releases that a feed tells of.
const MOST_RELEASES: usize = 20;

/// Sessions that are read for all of them; a week of 50,000 has the history of four releases.
const MOST_SESSIONS: usize = 200_000;

/// Whether there is more to find out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Recalled {
    /// A piece is done, and there is another.
    MoreToCome,
    /// All that is shown has its history.
    All,
    /// The database did not answer; the piece is still to be done.
    InVain,
}

/// What is known, and what is being found out.
#[derive(Debug, Default)]
pub(super) struct Recalling {
    /// Nothing of a release that cannot be read.
    known: HashMap<Which, Option<Past>>,
    told: HashSet<Which>,
    under_way: Option<UnderWay>,
}

/// A release of a week. Its time belongs to it: after a restore a number may stand for something else.
type Which = (String, u32, Timestamp);

#[derive(Debug)]
struct UnderWay {
    week: String,
    shown: Release,
    /// The newest first.
    releases: Vec<Release>,
}

impl Recalling {
    /// Does the next piece.
    pub(super) fn go_on(&mut self, store: &Store, site: &Site, now: Timestamp) -> Recalled {
        let under_way = match self.under_way.take().map_or_else(|| self.begin(store, site), |it| Ok(Some(it)))
        {
            Ok(Some(under_way)) => under_way,
            Ok(None) => return Recalled::All,
            Err(error) => return in_vain(&error),
        };
        let which = |release: &Release| (under_way.week.clone(), release.number, release.at);
        let missing = under_way.releases.iter().find(|release| !self.known.contains_key(&which(release)));
        if let Some(&release) = missing {
            let which = which(&release);
            let found = past(store, &under_way.week, release);
            self.under_way = Some(under_way);
            return self.keep(which, found);
        }

        let told = under_way.releases.iter().filter_map(|release| self.known[&which(release)].clone());
        let told: Arc<[Past]> = told.collect();
        site.change(|shelf| shelf.remembering(&under_way.week, under_way.shown, told, now));
        let still = |release: &Release, which: &Which| release.number == which.1 && release.at == which.2;
        self.known.retain(|which, _| {
            which.0 != under_way.week || under_way.releases.iter().any(|release| still(release, which))
        });
        Recalled::MoreToCome
    }

    /// Keeps what was found of a release. One that cannot be read never can; a database that is away comes back.
    fn keep(&mut self, which: Which, found: Result<Past, Failure<ReleaseRefusal>>) -> Recalled {
        let found = match found {
            Ok(past) => Some(past),
            Err(Failure::Store(error)) if error.trouble != Trouble::Corrupt => return in_vain(&error),
            Err(unreadable) => {
                let why = match unreadable {
                    Failure::Store(error) => error.sentence(Lang::En),
                    Failure::Refused(refusal) => refusal.sentence(Lang::En),
                };
                tracing::warn!(week = which.0, number = which.1, why, "its changes are not told");
                None
            }
        };
        self.known.insert(which, found);
        Recalled::MoreToCome
    }

    /// The next week of which it is not known what its releases changed.
    fn begin(&mut self, store: &Store, site: &Site) -> Result<Option<UnderWay>, StoreError> {
        let standing = site.shelf();
        let mut shown = standing.editions().filter_map(|edition| {
            let guide = edition.guide();
            Some((guide.programme().week.slug.clone(), guide.release()?, guide.programme().sessions.len()))
        });
        let Some((week, shown, sessions)) =
            shown.find(|(week, release, _)| !self.told.contains(&(week.clone(), release.number, release.at)))
        else {
            return Ok(None);
        };
        let most = (MOST_SESSIONS / sessions.max(1)).clamp(1, MOST_RELEASES);
        let mut releases = recent(store, &week, most)?;
        releases.retain(|release| release.number <= shown.number);
        self.told.insert((week.clone(), shown.number, shown.at));
        Ok(Some(UnderWay { week, shown, releases }))
    }
}

fn in_vain(error: &StoreError) -> Recalled {
    tracing::warn!(%error, "what releases changed is looked up again");
    Recalled::InVain
}
