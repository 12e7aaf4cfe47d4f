//! Keys as text: TOML, one line a purpose, and a sum over all of them.
//!
//! The sum tells a file that was cut off between two lines from one that simply has fewer purposes; without it a lost key would
//! look like a key not made yet.

use std::fmt::Write as _;

use serde::Deserialize;
use sha2::{Digest, Sha256};

use super::{Key, KeysFault, Ring};

const HEAD: &str = "# Festoon's keys. Keep a copy in a safe place, apart from every backup; give it to nobody.\n\
                    # 密钥文件：请另行妥善保管一份，不要放进备份，不要交给任何人。\n";

/// Unknown fields are a damage: nothing but Festoon writes here.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    sum: String,
    keys: std::collections::BTreeMap<String, String>,
}

pub(super) fn write(ring: &Ring) -> String {
    let mut text = format!("{HEAD}sum = \"{}\"\n\n[keys]\n", sum(ring));
    for (word, key) in ring {
        let _ = writeln!(text, "{word} = \"{}\"", hex(key.bytes()));
    }
    text
}

pub(super) fn read(text: &str) -> Result<Ring, KeysFault> {
    let damaged = |words: &str| KeysFault::Damaged(words.to_owned());
    // The reader's own message would show the line, and with it the key.
    let written: Written = toml::from_str(text).map_err(|_| damaged("not a key file's TOML"))?;

    let mut ring = Ring::new();
    for (word, digits) in written.keys {
        let bytes = bytes(&digits)
            .ok_or_else(|| damaged(&format!("the key “{word}” is not 64 hexadecimal digits")))?;
        ring.insert(word, Key(bytes));
    }
    if written.sum != sum(&ring) {
        return Err(damaged("its sum does not match its keys"));
    }
    Ok(ring)
}

/// Of the purposes' words and their keys, in order.
fn sum(ring: &Ring) -> String {
    let mut hash = Sha256::new();
    for (word, key) in ring {
        hash.update(word.as_bytes());
        hash.update([0]);
        hash.update(key.bytes());
    }
    hex(&hash.finalize())
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

fn bytes(digits: &str) -> Option<[u8; Key::BYTES]> {
    if digits.len() != 2 * Key::BYTES || !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
        return None;
    }
    let mut bytes = [0; Key::BYTES];
    for (byte, pair) in bytes.iter_mut().zip(digits.as_bytes().chunks(2)) {
        *byte = u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()?;
    }
    Some(bytes)
}
