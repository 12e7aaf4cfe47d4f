//! Pictures and papers that lie with us rather than elsewhere: where an address stands, `upload:` and a hash.

/// What stands before the hash.
pub const UPLOAD: &str = "upload:";

/// The hash in an address that names an upload: 64 hexadecimal digits; nothing for any other address.
#[must_use]
pub fn upload_of(address: &str) -> Option<&str> {
    let hash = address.strip_prefix(UPLOAD)?;
    let fits = hash.len() == 64 && hash.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
    fits.then_some(hash)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_whole_hash_is_an_upload() {
        let hash = "0f".repeat(32);
        assert_eq!(upload_of(&format!("upload:{hash}")), Some(&*hash));
        for no in ["upload:", "upload:../../keys.toml", "https://example.org/a.png", "upload:0F", &hash] {
            assert_eq!(upload_of(no), None, "{no}");
        }
    }
}
