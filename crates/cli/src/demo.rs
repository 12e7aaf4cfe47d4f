//! `festoon demo`: the sample week, compiled in, served from memory.

use std::collections::HashSet;
use std::io::IsTerminal as _;
use std::net::SocketAddr;
use std::process::ExitCode;
use std::sync::Arc;

use festoon_domain::text::Lang;
use festoon_exchange::week_folder;
use festoon_guide::{Frozen, Guide, Imprint, Origin};
use festoon_web::{Edition, Shelf, Site};
use rust_embed::RustEmbed;
use tokio::net::TcpListener;

const LISTEN: &str = "127.0.0.1:8080";

/// The sample week's tables.
#[derive(RustEmbed)]
#[folder = "../../demo/week"]
struct SampleWeek;

/// Serve the sample week, ready to click; nothing is stored. 打开示例周。
#[derive(Debug, clap::Args)]
#[command(after_help = "Example: festoon demo --listen 0.0.0.0:9000")]
pub(crate) struct Demo {
    /// Address and port to listen on.
    #[arg(long, default_value = LISTEN)]
    listen: SocketAddr,
}

impl Default for Demo {
    fn default() -> Self {
        Self { listen: LISTEN.parse().expect("the default is an address") }
    }
}

impl Demo {
    /// Somebody wants to see a week.
    pub(crate) fn run(&self) -> ExitCode {
        log_to_stderr();
        let records = match week_folder::read(&|name| SampleWeek::get(name).map(|file| file.data)) {
            Ok(records) => records,
            Err(refusals) => {
                for refusal in refusals {
                    eprintln!("{}: {}", refusal.file, refusal.reason.sentence(Lang::Zh));
                    eprintln!("{refusal}");
                }
                return ExitCode::from(2);
            }
        };
        let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
            Ok(runtime) => runtime,
            Err(error) => {
                eprintln!("无法启动：{error}\ncannot start: {error}");
                return ExitCode::from(2);
            }
        };
        runtime.block_on(self.serve(records))
    }

    async fn serve(&self, records: festoon_domain::week::Records) -> ExitCode {
        let listen = self.listen;
        let listener = match TcpListener::bind(listen).await {
            Ok(listener) => listener,
            Err(error) => {
                let other = SocketAddr::new(listen.ip(), listen.port().wrapping_add(1).max(1024));
                eprintln!(
                    "无法在 {listen} 上打开（{error}）。多半是端口被占用，请换一个：festoon demo --listen {other}"
                );
                eprintln!(
                    "cannot listen on {listen} ({error}). The port is probably taken; choose another: festoon demo --listen {other}"
                );
                return ExitCode::from(2);
            }
        };
        // Port 0 asks for any free one, so what was bound is told, not what was asked for.
        let bound = listener.local_addr().unwrap_or(listen);
        let shown = if bound.ip().is_unspecified() {
            SocketAddr::new(std::net::Ipv4Addr::LOCALHOST.into(), bound.port())
        } else {
            bound
        };
        let origin = Origin((!bound.ip().is_unspecified()).then(|| format!("http://{shown}")));
        let guide = Guide::of(Frozen::of(records), Imprint::unreleased(origin));
        let site = Site::new(read_clock);
        site.show(only_week(&guide));

        println!("示例周已点亮 / the sample week is lit: http://{shown}  (Ctrl-C 结束 / to stop)");
        match festoon_web::serve(Arc::new(site), listener).await {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => {
                eprintln!("服务中断：{error}\nthe server broke off: {error}");
                ExitCode::from(2)
            }
        }
    }
}

/// A shelf with one week on it, which is the current one.
fn only_week(guide: &Guide) -> Shelf {
    let slug = &guide.programme().week.slug;
    Shelf::default().with(Edition::new(guide, HashSet::new())).turned_to(slug)
}

#[expect(
    clippy::disallowed_methods,
    reason = "the clock enters here, at the edge, and is passed on as a value"
)]
fn read_clock() -> jiff::Timestamp {
    jiff::Timestamp::now()
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
