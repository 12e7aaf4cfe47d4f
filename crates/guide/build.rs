//! Writes down which simplified character each traditional one is, so that no running server has to load a dictionary for it.
//!
//! The dictionary takes fifteen megabytes while it is read; what is needed of it is some thousand pairs.

use std::fmt::Write as _;
use std::path::Path;

use ferrous_opencc::OpenCC;
use ferrous_opencc::config::BuiltinConfig;

/// The block of Chinese characters that nearly all texts are written in, with its first extension.
const BLOCK: std::ops::RangeInclusive<u32> = 0x3400..=0x9fff;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let dictionary = OpenCC::from_config(BuiltinConfig::T2s).expect("the dictionary is compiled in");
    let lines: String = BLOCK.filter_map(char::from_u32).flat_map(|character| [character, '\n']).collect();
    let simplified = dictionary.convert(&lines);

    let mut table = String::from("[");
    for (own, simple) in lines.lines().zip(simplified.lines()) {
        let mut characters = simple.chars();
        let (Some(simple), None) = (characters.next(), characters.next()) else { continue };
        if own != simple.to_string() && BLOCK.contains(&u32::from(simple)) {
            let own = own.chars().next().expect("a line is a character");
            // A string takes whatever is written to it.
            let _written = write!(table, "({:#x},{:#x}),", u32::from(own), u32::from(simple));
        }
    }
    table.push(']');
    let folder = std::env::var("OUT_DIR").expect("cargo names the folder");
    std::fs::write(Path::new(&folder).join("simplified.rs"), table).expect("cargo's folder can be written");
}
