//! A server round an open database: shows what is released, notices what is released later, does what the outbox holds.
//!
//! Readers are answered from memory. The database is only asked when something was written, by whoever, and when it is away
//! everything already shown goes on being shown.

mod showing;
mod sweeping;
mod working;

use std::io::IsTerminal as _;
use std::net::{Ipv4Addr, SocketAddr};
use std::process::ExitCode;
use std::sync::Arc;

use festoon_app::uploads::UploadFolder;
use festoon_domain::text::Lang;
use festoon_guide::Operator;
use festoon_guide::imprint::Origin;
use festoon_store::{Store, StoreError, weeks};
use festoon_web::{PlanCopies, Readiness, Site, Uploads};
use tokio::net::TcpListener;

use crate::complaint::{self, Complaint};
use crate::language::{self, both};

/// Where a server listens unless told otherwise.
pub(crate) const LISTEN: &str = "127.0.0.1:8080";

/// What a server is made of.
pub(crate) struct Running {
    /// The memory, which no other server holds if it is a file.
    pub(crate) store: Store,
    /// Where uploads lie.
    pub(crate) uploads: UploadFolder,
    /// Address and port.
    pub(crate) listen: SocketAddr,
    /// The address by which the outside world knows it; made from `listen` where nobody said.
    pub(crate) origin: Option<String>,
    /// How many proxies stand before it, whose word for who asks is believed.
    pub(crate) proxies: u8,
    /// Who runs the site.
    pub(crate) operator: Arc<Operator>,
    /// What is said once it can be reached: zh and en, `{}` for the address.
    pub(crate) greeting: (&'static str, &'static str),
}

impl Running {
    /// Serves until it is asked to stop.
    pub(crate) fn run(self) -> ExitCode {
        log_to_stderr();
        let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
            Ok(runtime) => runtime,
            Err(error) => return failed("festoon", &error.to_string()),
        };
        match runtime.block_on(TcpListener::bind(self.listen)) {
            Ok(listener) => self.serve(&runtime, listener),
            Err(error) => {
                let (listen, other) = (self.listen, self.other_port());
                let sentence = both(
                    format!("无法在这里监听（{error}）。多半是端口被占用，可换一个：--listen {other}"),
                    format!(
                        "cannot listen here ({error}). The port is probably taken; choose another: --listen {other}"
                    ),
                );
                tell(&[Complaint::about(&listen.to_string(), sentence)])
            }
        }
    }

    fn serve(self, runtime: &tokio::runtime::Runtime, listener: TcpListener) -> ExitCode {
        // Port 0 asks for any free one, so what was bound is told, not what was asked for.
        let bound = listener.local_addr().unwrap_or(self.listen);
        let unspecified = bound.ip().is_unspecified();
        let shown =
            if unspecified { SocketAddr::new(Ipv4Addr::LOCALHOST.into(), bound.port()) } else { bound };
        let origin =
            Origin(self.origin.clone().or_else(|| (!unspecified).then(|| format!("http://{shown}"))));

        let asked = self.store.clone();
        let readiness = Readiness::new(move || {
            let answered: Result<_, StoreError> = asked.read(weeks::all);
            answered.map(drop).map_err(|error| error.sentence(Lang::En))
        });
        let folder = self.uploads.clone();
        let uploads = Uploads::new(move |name| working::fetch(&folder, name));
        let plans = PlanCopies::new(self.store.clone(), draw).behind(self.proxies);
        let site = Site::new(read_clock).with_readiness(readiness).with_uploads(uploads).with_plans(plans);
        let site = Arc::new(site);

        let showing = showing::begin(&self.store, &site, &origin, &self.operator);
        let working = match working::begin(&self.store, &self.uploads) {
            Ok(working) => working,
            Err(error) => return failed("festoon", &error.to_string()),
        };
        let sweeping = sweeping::begin(&self.store);
        let (zh, en) = self.greeting;
        println!(
            "{} / {}",
            zh.replace("{}", &format!("http://{shown}")),
            en.replace("{}", &format!("http://{shown}"))
        );

        let served = runtime.block_on(festoon_web::serve(site, listener));
        drop(showing);
        drop(sweeping);
        working.stop();
        match served {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => failed("festoon", &error.to_string()),
        }
    }

    fn other_port(&self) -> SocketAddr {
        SocketAddr::new(self.listen.ip(), self.listen.port().wrapping_add(1).max(1024))
    }
}

fn failed(about: &str, words: &str) -> ExitCode {
    let sentence = both(format!("服务中断：{words}。"), format!("the server broke off: {words}."));
    tell(&[Complaint::about(about, sentence)])
}

/// What cannot be done, on standard error.
pub(crate) fn tell(complaints: &[Complaint]) -> ExitCode {
    // Nothing is left to do where standard error itself is closed.
    let _unwritten = complaint::write(complaints, language::of_terminal(), &mut std::io::stderr().lock());
    ExitCode::from(2)
}

#[expect(
    clippy::disallowed_methods,
    reason = "the clock enters here, at the edge, and is passed on as a value"
)]
fn read_clock() -> jiff::Timestamp {
    jiff::Timestamp::now()
}

/// Chance enters here; a machine that has none leaves what it was given as it was.
fn draw(bytes: &mut [u8]) {
    if let Err(error) = getrandom::fill(bytes) {
        tracing::error!(%error, "this machine gives no random bytes");
    }
}

/// One line a request to standard error; `RUST_LOG=warn` makes it quiet.
fn log_to_stderr() {
    let filter = tracing_subscriber::EnvFilter::try_from_default_env()
        .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("info"));
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .with_ansi(std::io::stderr().is_terminal())
        .init();
}
