//! A week as one byte string: how a release is kept, and how a week goes from program to program.
//!
//! The first line is `festoon week 1`: what this is and in which format. Behind it stands one gzip stream, whose checksum tells
//! damage, of lines of JSON: a head of the caller's own; then for each stretch of records of one kind an object with the kind and
//! the names of its fields, and below it one array a record, its key first and trailing nothings left off. Instants are
//! microseconds since 1970.
//!
//! Equal input gives equal bytes. A field that a file does not name is nothing in every record of it. A kind or field that this
//! program does not know is refused: whoever wrote it is newer, and leaving it out would lose it silently.
//! Where a record was read is not kept.
//!
//! Writing takes one line in memory beside its result. Reading stops at [`LIMIT`].

mod fault;
mod reading;
mod writing;

pub use fault::WeekFileFault;
pub use reading::read;
pub use writing::write;

/// The most bytes that a file may unpack to, and that its records may take: 1 GiB.
pub const LIMIT: u64 = 1 << 30;

/// What every week file begins with; a number and a line feed follow.
const MAGIC: &[u8] = b"festoon week ";

/// The format that is written, and the only one so far.
const FORMAT: &str = "1";
