//! The container of the old Office formats ([MS-CFB]): a small file system inside a file.
//!
//! Every chain is followed for at most as many sectors as the file has, so a ring ends.

use encoding_rs::UTF_16LE;

use super::records::Fields;
use crate::Reason;

const MAGIC: [u8; 8] = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/// Sector numbers from here on mean something else: free, end of a chain, the table itself.
const FIRST_SPECIAL: u32 = 0xffff_fffa;
const SMALL_SECTOR: usize = 64;

pub(crate) struct Container<'b> {
    bytes: &'b [u8],
    sector: usize,
    next: Vec<u32>,
    small_next: Vec<u32>,
    small: Vec<u8>,
    /// Below this length a stream lies in the small sectors.
    small_below: u32,
    streams: Vec<Stream>,
}

struct Stream {
    name: String,
    start: u32,
    length: usize,
}

impl<'b> Container<'b> {
    pub(crate) fn is_one(bytes: &[u8]) -> bool {
        bytes.starts_with(&MAGIC)
    }

    pub(crate) fn open(bytes: &'b [u8]) -> Result<Self, Reason> {
        let broken = |words: &str| Reason::Broken(format!("OLE: {words}"));
        let header = Fields(bytes);
        if !Self::is_one(bytes) || bytes.len() < 512 {
            return Err(broken("header"));
        }
        let sector = match header.u16(30) {
            Some(9) => 512,
            Some(12) => 4096,
            _ => return Err(broken("sector size")),
        };
        let field = |at| header.u32(at).unwrap_or(u32::MAX);
        let mut container = Self {
            bytes,
            sector,
            next: Vec::new(),
            small_next: Vec::new(),
            small: Vec::new(),
            small_below: field(56),
            streams: Vec::new(),
        };
        container.next = container.table(field(68));

        let directory = container.chain(field(48), usize::MAX);
        container.streams = directory.chunks_exact(128).filter_map(Stream::of).collect();
        let root = container.streams.first().ok_or_else(|| broken("directory"))?;
        let (start, length) = (root.start, root.length);
        container.small = container.chain(start, length);
        container.small_next = numbers(&container.chain(field(60), usize::MAX)).collect();
        Ok(container)
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        self.streams.iter().any(|stream| stream.name.eq_ignore_ascii_case(name))
    }

    pub(crate) fn stream(&self, name: &str) -> Option<Vec<u8>> {
        let stream = self.streams.iter().find(|stream| stream.name.eq_ignore_ascii_case(name))?;
        if stream.length < self.small_below as usize {
            return Some(self.small_chain(stream.start, stream.length));
        }
        Some(self.chain(stream.start, stream.length))
    }

    /// The table that says which sector follows which; its own sectors are listed in the header and in a chain of
    /// lists that goes on from there.
    fn table(&self, list: u32) -> Vec<u32> {
        let most = self.bytes.len() / self.sector + 1;
        let mut sectors: Vec<u32> = numbers(&self.bytes[76..512]).collect();
        let mut list = list;
        for _ in 0..most {
            let Some(more) = self.sector(list) else { break };
            let mut more: Vec<u32> = numbers(more).collect();
            list = more.pop().unwrap_or(u32::MAX);
            sectors.extend(more);
            if sectors.len() > most {
                break;
            }
        }
        sectors.truncate(most);
        sectors.into_iter().filter_map(|at| self.sector(at)).take(most).flat_map(numbers).take(most).collect()
    }

    fn chain(&self, start: u32, length: usize) -> Vec<u8> {
        let length = length.min(self.bytes.len());
        let mut all = Vec::new();
        let mut at = start;
        while all.len() < length {
            let Some(sector) = self.sector(at) else { break };
            all.extend_from_slice(&sector[..sector.len().min(length - all.len())]);
            let Some(next) = self.next.get(at as usize) else { break };
            at = *next;
        }
        all
    }

    fn small_chain(&self, start: u32, length: usize) -> Vec<u8> {
        let length = length.min(self.small.len());
        let mut all = Vec::new();
        let mut at = start;
        while all.len() < length {
            let from = at as usize * SMALL_SECTOR;
            let Some(sector) = self.small.get(from..(from + SMALL_SECTOR).min(self.small.len())) else {
                break;
            };
            if sector.is_empty() {
                break;
            }
            all.extend_from_slice(&sector[..sector.len().min(length - all.len())]);
            let Some(next) = self.small_next.get(at as usize) else { break };
            at = *next;
        }
        all
    }

    /// A sector; the last one of a file may be cut short.
    fn sector(&self, at: u32) -> Option<&[u8]> {
        if at >= FIRST_SPECIAL {
            return None;
        }
        let from = (at as usize + 1) * self.sector;
        let to = (from + self.sector).min(self.bytes.len());
        self.bytes.get(from..to).filter(|sector| !sector.is_empty())
    }
}

impl Stream {
    fn of(entry: &[u8]) -> Option<Self> {
        let fields = Fields(entry);
        let bytes = usize::from(fields.u16(64)?).saturating_sub(2).min(62);
        let name = UTF_16LE.decode_without_bom_handling(&entry[..bytes]).0.into_owned();
        Some(Self { name, start: fields.u32(116)?, length: fields.u32(120)? as usize })
    }
}

fn numbers(bytes: &[u8]) -> impl Iterator<Item = u32> {
    bytes.as_chunks::<4>().0.iter().map(|four| u32::from_le_bytes(*four))
}
