//! Fresh databases for tests, real ones, as addresses: a SQLite file in a folder of its own, a database on a PostgreSQL server.
//!
//! The server is the one named in `FESTOON_TEST_POSTGRES` (an address whose user may make databases; `./test` starts one for all
//! tests), else one that is started for this process, which takes a second or two. Where PostgreSQL is not installed a test
//! says so on standard output and passes over its work; `./test` counts those lines.

mod cluster;
mod programs;

use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, PoisonError, Weak};

use postgres::{Client, NoTls};
use tempfile::TempDir;

pub use cluster::{Cluster, Durability};
pub use programs::{User, an_unprivileged_user};

/// An empty database, gone when this is dropped.
#[derive(Debug)]
pub struct TestDatabase {
    address: String,
    place: Place,
}

#[derive(Debug)]
enum Place {
    Folder(#[expect(dead_code, reason = "kept until it is dropped, which takes the folder away")] TempDir),
    Server { url: String, name: String, _own: Option<Arc<Cluster>> },
}

impl TestDatabase {
    /// A SQLite file that is not there yet.
    #[must_use]
    pub fn sqlite() -> Self {
        let folder = tempfile::tempdir().expect("a folder for temporary files");
        let address = format!("sqlite:{}", folder.path().join("week.db").display());
        Self { address, place: Place::Folder(folder) }
    }

    /// A database on a server; nothing, and a line that says so, where PostgreSQL is not installed.
    #[must_use]
    pub fn postgres() -> Option<Self> {
        if let Ok(url) = std::env::var("FESTOON_TEST_POSTGRES") {
            return Some(Self::on(url, None));
        }
        let own = own_cluster()?;
        Some(Self::on(own.address("postgres"), Some(own)))
    }

    /// A database on this server.
    #[must_use]
    pub fn on_cluster(cluster: &Arc<Cluster>) -> Self {
        Self::on(cluster.address("postgres"), Some(Arc::clone(cluster)))
    }

    fn on(url: String, own: Option<Arc<Cluster>>) -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("festoon_test_{}_{count}", std::process::id());

        let mut client = Client::connect(&url, NoTls).expect("the server of FESTOON_TEST_POSTGRES answers");
        // A process of this number may have been killed before it could clean up.
        for sql in [
            format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"),
            format!("CREATE DATABASE {name} TEMPLATE template0"),
        ] {
            client.batch_execute(&sql).expect("its user may make databases");
        }
        let (server, _) = url.rsplit_once('/').expect("an address with a database");
        Self { address: format!("{server}/{name}"), place: Place::Server { url, name, _own: own } }
    }

    /// Where it is: `sqlite:…` or `postgres://…`.
    #[must_use]
    pub fn address(&self) -> &str {
        &self.address
    }
}

impl Drop for TestDatabase {
    fn drop(&mut self) {
        let Place::Server { url, name, .. } = &self.place else { return };
        // The server may have been stopped by the test.
        let Ok(mut client) = Client::connect(url, NoTls) else { return };
        let _ = client.batch_execute(&format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"));
    }
}

/// The server that the tests of this process share; stopped when the last of them is done.
fn own_cluster() -> Option<Arc<Cluster>> {
    static SHARED: Mutex<Weak<Cluster>> = Mutex::new(Weak::new());
    let mut shared = SHARED.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(running) = shared.upgrade() {
        return Some(running);
    }
    let started = Arc::new(Cluster::start(Durability::Forgetful)?);
    *shared = Arc::downgrade(&started);
    Some(started)
}
