//! Letters compared eight at a time.

/// A first word in small letters, eight of them to a number, with zeros behind it.
pub(super) type Key = [u64; LONGEST / HEAD];

/// The longest first word of a phrase that is looked up; nothing in a dictionary is longer.
pub(super) const LONGEST: usize = 24;

/// The first `length` bytes of a text as a key; nothing when they are too many.
#[inline]
pub(super) fn key(text: &[u8], length: usize) -> Option<Key> {
    key_of(text, length, opening(text, length))
}

/// The same where the first letters are known already.
#[inline]
pub(super) fn key_of(text: &[u8], length: usize, first: u64) -> Option<Key> {
    let part = |from: usize| text.get(from..).map_or(0, |text| opening(text, length.saturating_sub(from)));
    if length <= HEAD {
        return Some([first, 0, 0]);
    }
    (length <= LONGEST).then(|| [first, part(HEAD), part(2 * HEAD)])
}

/// The first letters of a word of `length` bytes as one number, in small letters; behind its end stand zeros.
#[inline]
pub(crate) fn opening(text: &[u8], length: usize) -> u64 {
    small(head(text) & MASKS[length.min(HEAD)])
}

/// How many letters of ASCII a text begins with, and the first of them as one number, in small ones.
#[inline]
pub(crate) fn first_letters(text: &[u8]) -> (usize, u64) {
    if let Some(eight) = text.first_chunk() {
        let eight = small(u64::from_le_bytes(*eight));
        let length = others(eight).trailing_zeros() as usize / 8;
        if length < HEAD {
            return (length, eight & MASKS[length]);
        }
    }
    let length = text.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
    (length, opening(text, length))
}

/// Of eight bytes without capitals, the highest bits of those that are no letters.
#[inline]
fn others(letters: u64) -> u64 {
    let plain = letters & (EACH * 0x7F);
    let (least, beyond) = (plain + EACH * (0x80 - 0x61), plain + EACH * (0x80 - 0x7B));
    !(least & !beyond & !letters) & (EACH * 0x80)
}

/// One in each of eight bytes.
const EACH: u64 = u64::from_le_bytes([1; 8]);

/// Eight letters at once, each in small where it is a capital of ASCII.
#[inline]
fn small(letters: u64) -> u64 {
    let plain = letters & (EACH * 0x7F);
    // The highest bit of each byte says whether it is at least A, and whether it is beyond Z.
    let (least, beyond) = (plain + EACH * (0x80 - 0x41), plain + EACH * (0x80 - 0x5B));
    let capitals = (least & !beyond & !letters) & (EACH * 0x80);
    letters | capitals >> 2
}

/// How many bytes of a word are compared at once.
pub(super) const HEAD: usize = 8;

/// For each count of bytes the bits that they are of a head.
pub(super) const MASKS: [u64; HEAD + 1] = {
    let mut masks = [0; HEAD + 1];
    let mut count = 1;
    while count <= HEAD {
        masks[count] = masks[count - 1] << 8 | 0xFF;
        count += 1;
    }
    masks
};

/// The first bytes of a text as one number; behind its end stand zeros, which no word has.
#[inline]
pub(super) fn head(text: &[u8]) -> u64 {
    if let Some(head) = text.first_chunk() {
        return u64::from_le_bytes(*head);
    }
    let mut head = [0; HEAD];
    head[..text.len()].copy_from_slice(text);
    u64::from_le_bytes(head)
}
