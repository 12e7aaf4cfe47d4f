//! `festoon serve`: the real thing.

use std::net::SocketAddr;
use std::process::ExitCode;

use crate::configuration::ConfigurationFile;
use crate::database::Database;
use crate::running::{LISTEN, Running, tell};

/// Serve the weeks of a database · 启动服务
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Example:
  festoon serve --listen 0.0.0.0:8080 --origin https://week.example.org
  festoon serve --database postgres://festoon@localhost/festoon --config festoon.toml

Import, release and edit beside it as you like: what is released is shown within a second.
服务运行期间可照常 import、release、edit：发布后一秒内即可看到。")]
pub(crate) struct Serve {
    /// Address and port to listen on
    #[arg(long, default_value = LISTEN)]
    listen: SocketAddr,

    /// The address by which the outside world knows it, for links that are passed on
    #[arg(long, value_name = "URL")]
    origin: Option<String>,

    /// How many proxies of yours stand before it, each adding to X-Forwarded-For whom it was asked by (docs/memory.md)
    #[arg(long, value_name = "COUNT", default_value_t = 0)]
    proxies: u8,

    #[command(flatten)]
    configuration: ConfigurationFile,

    #[command(flatten)]
    database: Database,
}

impl Serve {
    /// A week goes public.
    pub(crate) fn run(self) -> ExitCode {
        let configuration = match self.configuration.read() {
            Ok(configuration) => configuration,
            Err(complaints) => return tell(&complaints),
        };
        let store = match self.database.open_or_make() {
            Ok(store) => store,
            Err(complaints) => return tell(&complaints),
        };
        let lock = match store.serving() {
            Ok(lock) => lock,
            Err(error) => return tell(&self.database.complain(&error)),
        };
        let uploads = match self.database.uploads() {
            Ok(uploads) => uploads,
            Err(complaints) => return tell(&complaints),
        };
        let code = Running {
            store,
            uploads,
            listen: self.listen,
            origin: self.origin,
            proxies: self.proxies,
            operator: configuration.operator,
            greeting: ("服务已启动：{}（Ctrl-C 结束）", "serving at {} (Ctrl-C to stop)"),
        }
        .run();
        drop(lock);
        code
    }
}
