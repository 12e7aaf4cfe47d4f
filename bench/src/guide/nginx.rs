//! The peer: nginx serving one file as well as it can, `gzip_static` and `open_file_cache`, with the headers our answer has.

use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Instant;

use anyhow::Context;
use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;

use super::Answer;
use crate::start;

/// A running nginx.
pub(super) struct Peer {
    master: Child,
    address: String,
    path: String,
}

/// What nginx says by itself, or what belongs to one connection.
const ITS_OWN: [&str; 8] = [
    "content-type",
    "content-length",
    "content-encoding",
    "date",
    "etag",
    "last-modified",
    "connection",
    "vary",
];

impl Peer {
    /// Serves the very bytes of an answer; nothing if nginx is not installed.
    pub(super) fn serving(answer: &Answer, folder: &Path) -> anyhow::Result<Option<Self>> {
        let _gone = fs::remove_dir_all(folder);
        fs::create_dir_all(folder.join("files"))?;
        let gzip = if answer.head.to_ascii_lowercase().contains("content-encoding: gzip") {
            answer.body.clone()
        } else {
            let mut encoder = GzEncoder::new(Vec::new(), Compression::new(6));
            encoder.write_all(&answer.body)?;
            encoder.finish()?
        };
        let mut plain = Vec::new();
        std::io::Read::read_to_end(&mut GzDecoder::new(gzip.as_slice()), &mut plain)?;
        fs::write(folder.join("files/answer.html"), plain)?;
        fs::write(folder.join("files/answer.html.gz"), gzip)?;

        let address = start::free_address()?;
        fs::write(folder.join("nginx.conf"), configuration(&address, folder, &answer.head)?)?;
        let started = Command::new("nginx")
            .args(["-p"])
            .arg(folder)
            .args(["-c", "nginx.conf", "-e", "error.log"])
            .stdin(Stdio::null())
            .spawn();
        let Ok(master) = started else { return Ok(None) };
        let peer = Self { master, address, path: "/answer.html".into() };
        let began = Instant::now();
        while std::net::TcpStream::connect(&peer.address).is_err() {
            anyhow::ensure!(began.elapsed().as_secs() < 10, "nginx does not listen");
            std::thread::park_timeout(std::time::Duration::from_millis(5));
        }
        Ok(Some(peer))
    }

    pub(super) fn address(&self) -> &str {
        &self.address
    }

    pub(super) fn path(&self) -> &str {
        &self.path
    }

    /// Its workers.
    pub(super) fn processes(&self) -> anyhow::Result<Vec<u32>> {
        let master = self.master.id();
        let children = fs::read_to_string(format!("/proc/{master}/task/{master}/children"))?;
        children.split_whitespace().map(|child| child.parse().context("a process number")).collect()
    }
}

impl Drop for Peer {
    fn drop(&mut self) {
        // Asked to stop, it takes its workers along; killed, it would leave them.
        let _asked = Command::new("kill").arg(self.master.id().to_string()).status();
        let _ended = self.master.wait();
    }
}

fn configuration(address: &str, folder: &Path, head: &str) -> anyhow::Result<String> {
    let mut added = String::new();
    for line in head.lines().skip(1) {
        let (name, value) = line.split_once(':').context("a header has a colon")?;
        if !ITS_OWN.contains(&name.to_ascii_lowercase().as_str()) {
            writeln!(added, "add_header {name} \"{}\";", value.trim().replace('"', "\\\""))?;
        }
    }
    let files = folder.join("files");
    Ok(format!(
        "worker_processes 2;\ndaemon off;\npid nginx.pid;\nerror_log error.log crit;\n\
         events {{ worker_connections 4096; }}\n\
         http {{\naccess_log off;\ntypes {{ text/html html; }}\nsendfile on;\ntcp_nopush on;\ntcp_nodelay on;\n\
         keepalive_requests 1000000000;\nkeepalive_timeout 60;\ngzip_static on;\ngzip_vary on;\n\
         open_file_cache max=100 inactive=600s;\nopen_file_cache_valid 600s;\n\
         client_body_temp_path body;\nproxy_temp_path proxy;\nfastcgi_temp_path fastcgi;\nuwsgi_temp_path uwsgi;\nscgi_temp_path scgi;\n\
         server {{\nlisten {address} reuseport;\nroot {};\n{added}}}\n}}\n",
        files.display()
    ))
}
