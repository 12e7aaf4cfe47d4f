//! Writes down which simplified character each traditional one is: a text is folded by a table, and no dictionary is read for a page.
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

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let dictionary = OpenCC::from_config(BuiltinConfig::T2s).expect("the dictionary is compiled in");
    let mut pairs = String::from("[");
    for traditional in COMMON.filter(|letter| !LEFT_ALONE.contains(letter)) {
        let converted = dictionary.convert(&traditional.to_string());
        let mut letters = converted.chars();
        let (Some(simplified), None) = (letters.next(), letters.next()) else { continue };
        if simplified != traditional && COMMON.contains(&simplified) {
            // A string takes whatever is written to it.
            let _written = write!(pairs, "({:#x},{:#x}),", u32::from(traditional), u32::from(simplified));
        }
    }
    pairs.push(']');
    let folder = std::env::var("OUT_DIR").expect("cargo names the folder");
    std::fs::write(Path::new(&folder).join("simplified.rs"), pairs).expect("cargo's folder can be written");
}
