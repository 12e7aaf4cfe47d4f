//! Any bytes as `framework.toml`, and behind a record separator as what was measured for it. A framework that is taken is written and read again
//! as the same; data that is taken can be evaluated, and nothing of the result is not a number.
#![no_main]

use festoon_composite::Model;
use festoon_exchange::NamedFile;
use festoon_exchange::indexes::{FrameworkFile, read_measured, write_framework};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let at = bytes.iter().position(|byte| *byte == 0x1e).unwrap_or(bytes.len());
    let named = |name: &str, bytes: &[u8]| NamedFile { name: name.into(), bytes: bytes.to_vec() };
    let Ok(framework) = FrameworkFile::parse(&named("framework.toml", &bytes[..at])) else { return };
    let written = write_framework(&framework);
    let again = FrameworkFile::parse(&named("framework.toml", written.as_bytes()))
        .unwrap_or_else(|refusals| panic!("what was written is refused: {refusals:?}\n{written}"));
    assert_eq!(write_framework(&again), written);

    let Some(data) = bytes.get(at + 1..) else { return };
    let Ok(measured) = read_measured(&framework, &[named("data.csv", data)]) else { return };
    let Ok(model) = Model::of(&framework.framework, &measured.data) else { return };
    for node in model.run().indexes.iter().flat_map(|index| &index.nodes) {
        assert!(node.scores.iter().flatten().all(|score| score.is_finite()), "{}", node.code);
    }
});
