//! Which occurrences a plan holds, as a link says it: `12.55.78`, the numbers by which apps know them.

use std::fmt::{self, Display, Formatter};
use std::num::NonZeroU32;

/// A plan read from a link holds at most so many; a longer link is read so far.
pub const MOST_WANTED: usize = 200;

/// What a link asks for, each number once, in the link's order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Wanted {
    numbers: Vec<NonZeroU32>,
    unread: usize,
    is_cut: bool,
}

impl Wanted {
    /// Reads what stands behind `o=`. Nothing is refused: what makes no sense is counted, what is too much left out.
    #[must_use]
    pub fn read(list: &str) -> Self {
        let mut wanted = Self::default();
        for piece in list.split('.').filter(|piece| !piece.is_empty()) {
            // What makes no sense costs its place too, or a link of ten thousand dots and letters would be read to its end.
            if wanted.numbers.len() + wanted.unread >= MOST_WANTED {
                wanted.is_cut = true;
                break;
            }
            // A sign is no digit, though Rust takes one.
            let number =
                piece.bytes().all(|byte| byte.is_ascii_digit()).then(|| piece.parse().ok()).flatten();
            match number {
                Some(number) if !wanted.numbers.contains(&number) => wanted.numbers.push(number),
                Some(_) => {}
                None => wanted.unread += 1,
            }
        }
        wanted
    }

    /// The numbers.
    #[must_use]
    pub fn numbers(&self) -> &[NonZeroU32] {
        &self.numbers
    }

    /// How many pieces were no numbers.
    #[must_use]
    pub const fn unread(&self) -> usize {
        self.unread
    }

    /// Whether more was asked for than is read.
    #[must_use]
    pub const fn is_cut(&self) -> bool {
        self.is_cut
    }
}

impl Display for Wanted {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        for (at, number) in self.numbers.iter().enumerate() {
            let dot = if at == 0 { "" } else { "." };
            write!(f, "{dot}{number}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_once_each_and_written_as_they_came() {
        let wanted = Wanted::read("12.55..78.12");
        assert_eq!(wanted.to_string(), "12.55.78");
        assert_eq!((wanted.unread(), wanted.is_cut()), (0, false));
    }

    #[test]
    fn what_makes_no_sense_is_counted_and_left_out() {
        let wanted = Wanted::read("0.-3.+4.4294967296.七.<b>.9");
        assert_eq!((wanted.to_string().as_str(), wanted.unread()), ("9", 6));
        assert_eq!(Wanted::read(""), Wanted::default());
    }

    #[test]
    fn a_very_long_link_is_read_so_far_and_no_further() {
        let numbers: Vec<String> = (1..=5000).map(|number: u32| number.to_string()).collect();
        let wanted = Wanted::read(&numbers.join("."));
        assert_eq!((wanted.numbers().len(), wanted.is_cut()), (MOST_WANTED, true));
        let nonsense = Wanted::read(&"x.".repeat(5000));
        assert_eq!((nonsense.unread(), nonsense.is_cut()), (MOST_WANTED, true));
    }
}
