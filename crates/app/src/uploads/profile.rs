//! What the numbers of a picture mean as colours: its ICC profile, the one note that copies keep.
//!
//! Photographs of many telephones are in a wider space than the web's; without their profile they look dull.

/// Larger ones are for printing presses.
const MOST_BYTES: usize = 64 * 1024;
/// Where an ICC profile says which colours it is about, and where it says that it is one.
const SPACE: std::ops::Range<usize> = 16..20;
const SIGN: std::ops::Range<usize> = 36..40;

/// The profile, if it is one for red, green and blue: a copy of a printer's picture (CMYK) is in another space than its original.
pub(super) fn for_copies(profile: Option<Vec<u8>>) -> Option<Vec<u8>> {
    profile.filter(|profile| {
        profile.len() <= MOST_BYTES
            && profile.get(SPACE) == Some(b"RGB ")
            && profile.get(SIGN) == Some(b"acsp")
    })
}
