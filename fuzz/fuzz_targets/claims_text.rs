//! Any bytes as a text: what is read has its claims at places that exist, in the order of the text.
#![no_main]

use festoon_app::claims::list;
use festoon_exchange::NamedFile;
use festoon_exchange::prose::Prose;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    for name in ["text.txt", "text.md", "text.html"] {
        let file = NamedFile { name: name.into(), bytes: bytes.to_vec() };
        let Ok((prose, _)) = Prose::read(&file) else { continue };
        let report = list(vec![prose]);
        let text = &report.texts[0];
        let mut last = 0;
        for claim in &text.claims {
            assert!(!text.words(&claim.stand).is_empty() && claim.stand.bytes.start >= last);
            assert!((claim.stand.line, claim.stand.column) <= (claim.stand.end_line, claim.stand.end_column));
            last = claim.stand.bytes.start;
        }
    }
});
