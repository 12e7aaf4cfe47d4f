//! Finds out what the last releases changed, for the feed, after they are shown.
//!
//! A release at a time, so that whoever follows the database looks up in between; what was found once is kept for the next release.
//! Costs the reading of two whole releases each, so of very large weeks fewer are told.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use festoon_app::releases::{past, recent};
use festoon_domain::text::Lang;
use festoon_guide::Release;
use festoon_guide::imprint::Past;
use festoon_store::Store;
use festoon_web::Site;

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
}

/// What is known, and what is being found out.
#[derive(Debug, Default)]
pub(super) struct Recalling {
    known: HashMap<Which, Option<Past>>,
    told: HashSet<Which>,
    under_way: Option<UnderWay>,
}

/// A release of a week. Its time belongs to it: after a restore a number may stand for something else.
type Which = (String, u32, jiff::Timestamp);

#[derive(Debug)]
struct UnderWay {
    week: String,
    shown: Release,
    /// The newest first.
    releases: Vec<Release>,
}

impl Recalling {
    /// Does the next piece.
    pub(super) fn go_on(&mut self, store: &Store, site: &Site) -> Recalled {
        let Some(under_way) = self.under_way.take().or_else(|| self.begin(store, site)) else {
            return Recalled::All;
        };
        let which = |release: &Release| (under_way.week.clone(), release.number, release.at);
        let missing = under_way.releases.iter().find(|release| !self.known.contains_key(&which(release)));
        if let Some(&release) = missing {
            let found = past(store, &under_way.week, release).map_err(|failure| {
                tracing::warn!(
                    week = under_way.week,
                    number = release.number,
                    ?failure,
                    "its changes are not told"
                );
            });
            self.known.insert(which(&release), found.ok());
            self.under_way = Some(under_way);
            return Recalled::MoreToCome;
        }
        let told = under_way.releases.iter().filter_map(|release| self.known[&which(release)].clone());
        tell(site, &under_way, told.collect());
        let still = |release: &Release, which: &Which| release.number == which.1 && release.at == which.2;
        self.known.retain(|which, _| {
            which.0 != under_way.week || under_way.releases.iter().any(|release| still(release, which))
        });
        Recalled::MoreToCome
    }

    /// The next week of which it is not known what its releases changed.
    fn begin(&mut self, store: &Store, site: &Site) -> Option<UnderWay> {
        let standing = site.shelf();
        let mut shown = standing.editions().filter_map(|edition| {
            let guide = edition.guide();
            Some((guide.programme().week.slug.clone(), guide.release()?, guide.programme().sessions.len()))
        });
        let (week, shown, sessions) = shown
            .find(|(week, release, _)| !self.told.contains(&(week.clone(), release.number, release.at)))?;
        let most = (MOST_SESSIONS / sessions.max(1)).clamp(1, MOST_RELEASES);
        self.told.insert((week.clone(), shown.number, shown.at));
        match recent(store, &week, most) {
            Ok(releases) => {
                let releases =
                    releases.into_iter().filter(|release| release.number <= shown.number).collect();
                Some(UnderWay { week, shown, releases })
            }
            Err(error) => {
                tracing::warn!(
                    week,
                    error = error.sentence(Lang::En),
                    "what its releases changed is not told"
                );
                None
            }
        }
    }
}

/// Puts the history beside the release, if that is still the one shown.
fn tell(site: &Site, under_way: &UnderWay, history: Vec<Past>) {
    let history: Arc<[Past]> = history.into();
    site.change(|shelf| {
        let edition = shelf
            .edition(&under_way.week)
            .filter(|edition| edition.guide().release() == Some(under_way.shown));
        match edition.map(|edition| edition.remembering(history)) {
            Some(edition) => shelf.with(edition),
            None => shelf,
        }
    });
}
