//! JSON as it leaves the house: two spaces a level, fields in the order of reading, a line end at the end.
//!
//! The same programme gives the same bytes, so that a server can say that nothing has changed.
//! `<` is escaped, so that a file stays itself where a page carries it in a script element.

use serde::Serialize;

/// The bytes of a document.
pub(super) fn bytes(document: &impl Serialize) -> Vec<u8> {
    let text = serde_json::to_string_pretty(document).expect("words, numbers and lists of them are JSON");
    // Nothing but words inside quotes has this sign.
    let mut bytes = text.replace('<', "\\u003c").into_bytes();
    bytes.push(b'\n');
    bytes
}
