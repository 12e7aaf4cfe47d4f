//! `festoon demo`: the sample week, compiled in, imported, released and served like any other.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;

use festoon_app::draft::{
    Asked, Brought, DraftRefusal, OnConflict, OnMissing, Separate, import, is_imported,
};
use festoon_app::releases::{ReleaseRefusal, release};
use festoon_app::{Actor, Failure};
use festoon_exchange::week_folder;
use festoon_store::{Address, Store, releases};
use rust_embed::RustEmbed;

use crate::complaint::Complaint;
use crate::configuration::ConfigurationFile;
use crate::database::{Database, make_folder};
use crate::now;
use crate::running::{LISTEN, Running, tell};

/// The sample week's tables.
#[derive(RustEmbed)]
#[folder = "../../demo/week"]
struct SampleWeek;

/// Serve the sample week, ready to click, from a database of its own. 打开示例周。
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Example: festoon demo --listen 0.0.0.0:9000
Edits and releases are kept: festoon edit --data DIR …; a fresh start is another --data folder.")]
pub(crate) struct Demo {
    /// Address and port to listen on.
    #[arg(long, default_value = LISTEN)]
    listen: SocketAddr,

    /// The folder of the sample's database [default: demo in the data directory]
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,

    #[command(flatten)]
    configuration: ConfigurationFile,
}

impl Default for Demo {
    fn default() -> Self {
        Self {
            listen: LISTEN.parse().expect("the default is an address"),
            data: None,
            configuration: ConfigurationFile::default(),
        }
    }
}

impl Demo {
    /// Somebody wants to see a week.
    pub(crate) fn run(self) -> ExitCode {
        let data = self.data.clone().unwrap_or_else(|| Database::default().data().join("demo"));
        let database = Database { database: None, data: Some(data) };
        let configuration = match self.configuration.read() {
            Ok(configuration) => configuration,
            Err(complaints) => return tell(&complaints),
        };
        let opened = prepare(&database).and_then(|opened| Ok((opened, database.uploads()?)));
        let ((store, lock), uploads) = match opened {
            Ok(opened) => opened,
            Err(complaints) => return tell(&complaints),
        };
        let code = Running {
            store,
            uploads,
            listen: self.listen,
            origin: None,
            proxies: 0,
            operator: configuration.operator,
            greeting: ("示例周已点亮：{}（Ctrl-C 结束）", "the sample week is lit: {} (Ctrl-C to stop)"),
        }
        .run();
        drop(lock);
        code
    }
}

/// The sample's database, up to date, with the sample week in it and released.
fn prepare(database: &Database) -> Result<(Store, festoon_store::ServingLock), Vec<Complaint>> {
    let address = database.address();
    make_folder(&address)?;
    debug_assert!(matches!(address, Address::Sqlite(_)), "the sample has a file of its own");
    // Nobody's week is at stake here, so an older sample database is brought up to date without asking.
    let store = Store::migrate(&address)
        .and_then(|_| Store::open(&address))
        .map_err(|error| database.complain(&error))?;
    let lock = store.serving().map_err(|error| database.complain(&error))?;

    let records = week_folder::read(&|name| SampleWeek::get(name).map(|file| file.data))
        .map_err(|refusals| refusals.iter().map(Complaint::from_refusal).collect::<Vec<_>>())?;
    let brought = Brought::week(&records);
    drop(records);
    let is_there = is_imported(&store, &brought).map_err(|error| database.complain(&error))?;
    let is_published = !store.read(releases::latest).map_err(|error| database.complain(&error))?.is_empty();
    // What somebody tries out in the draft is published when they say so, not because the sample is opened again.
    if !is_there || !is_published {
        publish(&store, &brought, database)?;
    }
    Ok((store, lock))
}

/// Takes the sample week in and publishes it.
fn publish(store: &Store, brought: &Brought, database: &Database) -> Result<(), Vec<Complaint>> {
    let actor = Actor::new("festoon demo").expect("a word is a name");
    let asked = Asked {
        week: None,
        on_conflict: OnConflict::KeepDraft,
        on_missing: OnMissing::Withdraw,
        replaces: None,
        separate: Separate::Unsaid,
        actor: actor.clone(),
        why: "示例周 / the sample week".into(),
    };
    let plan = import(store, now(), brought, &asked)
        .map_err(|failure| database.failed("demo/week", failure, DraftRefusal::sentence))?;
    match release(store, now(), &actor, &plan.week, "示例周 / the sample week") {
        Ok(_) | Err(Failure::Refused(ReleaseRefusal::NothingChanged(_))) => Ok(()),
        Err(failure) => Err(database.failed("demo/week", failure, ReleaseRefusal::sentence)),
    }
}
