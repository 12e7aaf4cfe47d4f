//! The archive in which XLSX, ODS and DOCX keep their parts.
//!
//! A part is unpacked only when it is asked for, as a stream, and counted while it is: what the archive declares about
//! its sizes is never believed, and a part nobody asks for costs nothing, however large.

use std::cell::Cell as Counter;
use std::collections::HashMap;
use std::io::{BufReader, Cursor};
use std::rc::Rc;

use zip::ZipArchive;
use zip::read::ZipFile;
use zip::result::ZipError;

use super::limits::{MOST_ENTRIES, MOST_UNPACKED};
use super::xml::Xml;
use crate::Reason;

pub(crate) type Part<'p, 'b> = Xml<BufReader<ZipFile<'p, Cursor<&'b [u8]>>>>;

pub(crate) struct Package<'b> {
    archive: ZipArchive<Cursor<&'b [u8]>>,
    by_name: HashMap<String, usize>,
    unpacked: Rc<Counter<u64>>,
}

impl<'b> Package<'b> {
    pub(crate) fn open(bytes: &'b [u8]) -> Result<Self, Reason> {
        // The library holds some hundred bytes an entry, so a directory of millions is refused before it is read.
        if entries(bytes) > MOST_ENTRIES {
            return Err(Reason::Bomb(MOST_UNPACKED));
        }
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| why(&error))?;
        let mut by_name = HashMap::new();
        for at in 0..archive.len() {
            if let Some(Ok(name)) = archive.name_for_index(at) {
                by_name.insert(plain(&name), at);
            }
        }
        Ok(Self { archive, by_name, unpacked: Rc::default() })
    }

    /// Whether it holds a part; case and the direction of slashes do not count, as in the programs.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.by_name.contains_key(&plain(name))
    }

    /// The first bytes of a part, for telling formats apart.
    pub(crate) fn beginning(&mut self, name: &str) -> Vec<u8> {
        use std::io::Read;
        let mut head = Vec::new();
        if let Some(at) = self.by_name.get(&plain(name))
            && let Ok(part) = self.archive.by_index(*at)
        {
            // A part that cannot be unpacked begins with nothing.
            let _unreadable = part.take(256).read_to_end(&mut head);
        }
        head
    }

    /// A part as XML, or nothing where there is no such part.
    pub(crate) fn part(&mut self, name: &str) -> Result<Option<Part<'_, 'b>>, Reason> {
        let Some(at) = self.by_name.get(&plain(name)) else { return Ok(None) };
        let part = self.archive.by_index(*at).map_err(|error| why(&error))?;
        Ok(Some(Xml::new(BufReader::with_capacity(1 << 16, part), Rc::clone(&self.unpacked))))
    }
}

fn plain(name: &str) -> String {
    name.replace('\\', "/").trim_start_matches('/').to_lowercase()
}

fn entries(bytes: &[u8]) -> usize {
    bytes.windows(4).filter(|window| window == b"PK\x01\x02").count()
}

fn why(error: &ZipError) -> Reason {
    match error {
        ZipError::UnsupportedArchive(words) if words.to_lowercase().contains("password") => Reason::Encrypted,
        // Its own words are English and of no use to whoever sends the file anew.
        _ => Reason::Broken("ZIP".to_owned()),
    }
}
