//! Writes down which simplified character each traditional one is, and which traditional one the words of a suggestion have: a text is folded by a table,
//! and no dictionary is read for a page.
//!
//! Only single characters that take as many bytes, so that every place in a text stays where it was.

use std::fmt::Write as _;
use std::path::Path;

use ferrous_opencc::OpenCC;
use ferrous_opencc::config::BuiltinConfig;

/// The Chinese characters of common texts; each takes three bytes.
const COMMON: std::ops::RangeInclusive<char> = '\u{4e00}'..='\u{9fff}';

/// What simplified texts write as well, in other words than those that were simplified: 乾坤, 著名, 宫商角徵羽, 慰藉, 瞭望.
const LEFT_ALONE: [char; 5] = ['乾', '著', '徵', '藉', '瞭'];

/// What is written the same in most words where it could be two characters: 公里, 平台, 一只, 系列, 表面, 批准.
const SAME: [char; 10] = ['里', '台', '只', '系', '面', '准', '后', '干', '几', '松'];

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    write_pairs("simplified.rs", BuiltinConfig::T2s, &LEFT_ALONE);
    write_pairs("traditional.rs", BuiltinConfig::S2t, &SAME);
}

/// Each character that a dictionary turns into one other, with that other, in order.
fn write_pairs(file: &str, direction: BuiltinConfig, left_alone: &[char]) {
    let dictionary = OpenCC::from_config(direction).expect("the dictionary is compiled in");
    let mut pairs = String::from("[");
    for from in COMMON.filter(|letter| !left_alone.contains(letter)) {
        let converted = dictionary.convert(&from.to_string());
        let mut letters = converted.chars();
        let (Some(to), None) = (letters.next(), letters.next()) else { continue };
        if to != from && COMMON.contains(&to) {
            // A string takes whatever is written to it.
            let _written = write!(pairs, "({:#x},{:#x}),", u32::from(from), u32::from(to));
        }
    }
    pairs.push(']');
    let folder = std::env::var("OUT_DIR").expect("cargo names the folder");
    std::fs::write(Path::new(&folder).join(file), pairs).expect("cargo's folder can be written");
}
