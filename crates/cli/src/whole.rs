//! Files that are there as a whole or not at all: written under another name first and then renamed, so that nobody ever reads half of one.

use std::fs;
use std::io;
use std::path::Path;

/// Writes beside the file and renames; what is no ordinary file (a device, a pipe) is written to directly.
pub(crate) fn write_whole(out: &Path, bytes: &[u8]) -> io::Result<()> {
    if fs::metadata(out).is_ok_and(|there| !there.is_file()) {
        return fs::write(out, bytes);
    }
    let mut name = out.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{}.part", std::process::id()));
    let part = out.with_file_name(name);
    let written = fs::write(&part, bytes).and_then(|()| fs::rename(&part, out));
    if written.is_err() {
        // What is half there helps nobody; that it cannot be removed either adds nothing to the error told.
        let _gone = fs::remove_file(&part);
    }
    written
}
