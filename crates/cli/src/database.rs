//! Where the memory is, and what is wrong when it cannot be opened.

use std::path::{Path, PathBuf};

use festoon_app::uploads::UploadFolder;
use festoon_app::{Actor, Failure};
use festoon_domain::text::Lang;
use festoon_guide::clash_report::Both;
use festoon_store::{Address, Store, StoreError, Trouble};
use tempfile::TempDir;

use crate::complaint::Complaint;
use crate::language::both;

/// The file in the data directory, unless another database is named.
const FILE: &str = "festoon.db";

/// Which database, as arguments.
#[derive(Debug, Clone, Default, clap::Args)]
pub(crate) struct Database {
    /// The database: sqlite:PATH or postgres://USER@HOST/NAME [default: festoon.db in the data directory]
    #[arg(long, value_name = "URL", value_parser = address)]
    pub(crate) database: Option<Address>,

    /// The data directory: database, uploads, keys [default: FESTOON_DATA, else festoon in the user's own data directory]
    #[arg(long, value_name = "DIR")]
    pub(crate) data: Option<PathBuf>,
}

/// Who asks, as an argument.
#[derive(Debug, Clone, clap::Args)]
pub(crate) struct Who {
    /// Who does it, as the journal shows it [default: the user of this machine]
    #[arg(long = "as", value_name = "NAME", value_parser = named)]
    actor: Option<Actor>,
}

impl Who {
    pub(crate) fn actor(&self) -> Actor {
        let user =
            || ["USER", "LOGNAME", "USERNAME"].iter().find_map(|name| Actor::new(&std::env::var(name).ok()?));
        self.actor.clone().or_else(user).unwrap_or_else(|| Actor::new("festoon").expect("a word is a name"))
    }
}

fn address(said: &str) -> Result<Address, String> {
    said.parse().map_err(|_| {
        "sqlite:PATH or postgres://USER@HOST/NAME · 写作 sqlite:路径 或 postgres://用户@主机/库名".into()
    })
}

fn named(said: &str) -> Result<Actor, String> {
    Actor::new(said).ok_or_else(|| "a name of at most 200 characters · 不超过 200 字的姓名".into())
}

impl Database {
    /// The same choice again, for a command that is advised: nothing where nothing was chosen. A password is not repeated.
    pub(crate) fn as_arguments(&self) -> String {
        let data = self.data.as_ref().map(|data| format!(" --data {}", data.display()));
        let database = self.database.as_ref().map(|address| format!(" --database {address}"));
        [data, database].into_iter().flatten().collect()
    }

    /// The data directory.
    pub(crate) fn data(&self) -> PathBuf {
        let variable =
            |name: &str| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
        self.data
            .clone()
            .or_else(|| variable("FESTOON_DATA"))
            .or_else(|| variable("XDG_DATA_HOME").map(|home| home.join("festoon")))
            .or_else(|| variable("HOME").map(|home| home.join(".local/share/festoon")))
            .unwrap_or_else(|| PathBuf::from("festoon-data"))
    }

    /// The database's address.
    pub(crate) fn address(&self) -> Address {
        self.database.clone().unwrap_or_else(|| Address::Sqlite(self.data().join(FILE)))
    }

    /// The folder of uploads.
    pub(crate) fn uploads(&self) -> Result<UploadFolder, Vec<Complaint>> {
        let folder = self.data().join("uploads");
        make(&self.data())?;
        UploadFolder::open(&folder).map_err(|refusal| {
            vec![Complaint::about(&folder.display().to_string(), Both::said(|lang| refusal.sentence(lang)))]
        })
    }

    /// The file of keys.
    pub(crate) fn keys(&self) -> PathBuf {
        self.data().join("keys.toml")
    }

    /// Opens the database; one that is not there is made.
    pub(crate) fn open_or_make(&self) -> Result<Store, Vec<Complaint>> {
        let address = self.address();
        make_folder(&address)?;
        match Store::open(&address) {
            Err(error) if error.trouble == Trouble::Absent && matches!(address, Address::Sqlite(_)) => {
                Store::migrate(&address)
                    .and_then(|_| Store::open(&address))
                    .map_err(|error| self.complain(&error))
            }
            // An empty PostgreSQL database is as good as none; one of an older Festoon is changed only when asked.
            Err(StoreError { trouble: Trouble::Older(0, _), .. }) => Store::migrate(&address)
                .and_then(|_| Store::open(&address))
                .map_err(|error| self.complain(&error)),
            opened => opened.map_err(|error| self.complain(&error)),
        }
    }

    /// Opens the database; where there is none, an empty one that is gone again when the folder is dropped.
    pub(crate) fn open_or_pretend(&self) -> Result<(Store, Option<TempDir>), Vec<Complaint>> {
        match (self.address(), Store::open(&self.address())) {
            (Address::Sqlite(_), Err(error)) if error.trouble == Trouble::Absent => {
                let folder = tempfile::tempdir()
                    .map_err(|error| vec![Complaint::unwritable(&std::env::temp_dir(), &error)])?;
                let address = Address::Sqlite(folder.path().join(FILE));
                let store = Store::migrate(&address).and_then(|_| Store::open(&address));
                Ok((store.map_err(|error| self.complain(&error))?, Some(folder)))
            }
            (_, opened) => Ok((opened.map_err(|error| self.complain(&error))?, None)),
        }
    }

    /// Opens a database that is there.
    pub(crate) fn open(&self) -> Result<Store, Vec<Complaint>> {
        Store::open(&self.address()).map_err(|error| self.complain(&error))
    }

    /// What the database did not do, under its address.
    pub(crate) fn complain(&self, error: &StoreError) -> Vec<Complaint> {
        complain(&self.address().to_string(), error)
    }

    /// What a use case did not do.
    pub(crate) fn failed<R>(
        &self,
        about: &str,
        failure: Failure<R>,
        sentence: impl Fn(&R, Lang) -> String,
    ) -> Vec<Complaint> {
        match failure {
            Failure::Store(error) => self.complain(&error),
            Failure::Refused(refusal) => {
                vec![Complaint::about(about, Both::said(|lang| sentence(&refusal, lang)))]
            }
        }
    }
}

/// Makes the folder a new file goes into.
pub(crate) fn make_folder(address: &Address) -> Result<(), Vec<Complaint>> {
    let Address::Sqlite(path) = address else { return Ok(()) };
    let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) else { return Ok(()) };
    make(folder)
}

/// Makes a folder for what only its owner needs to see.
pub(crate) fn make(folder: &Path) -> Result<(), Vec<Complaint>> {
    std::fs::create_dir_all(folder).map_err(|error| vec![Complaint::unwritable(folder, &error)])
}

fn complain(address: &str, error: &StoreError) -> Vec<Complaint> {
    let words = if error.words.is_empty() { String::new() } else { format!(" [{}]", error.words) };
    let sentence =
        both(format!("{}{words}", error.sentence(Lang::Zh)), format!("{}{words}", error.sentence(Lang::En)));
    vec![Complaint::about(address, sentence)]
}
