//! From bytes to content lines: unfolded before anything is decoded, because folding at 75 octets cuts characters.
//!
//! Lines end in CR LF; LF, CR and CR CR LF are taken too and counted. A carriage return inside a line is no end unless a
//! property follows. Costs one look at every byte, and a copy of the lines that were folded.

use std::borrow::Cow;

use encoding_rs::{Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// The characters of a file in an encoding whose bytes folding cannot have cut, else its bytes as they are.
pub(super) fn decoded(bytes: &[u8]) -> Cow<'_, [u8]> {
    let wide = match (Encoding::for_bom(bytes), bytes) {
        (Some((encoding, mark)), _) if encoding == UTF_8 => return Cow::Borrowed(&bytes[mark..]),
        (Some((encoding, mark)), _) => (encoding, mark),
        (None, [first, 0, ..]) if first.is_ascii() && *first != 0 => (UTF_16LE, 0),
        (None, [0, first, ..]) if first.is_ascii() && *first != 0 => (UTF_16BE, 0),
        _ => return Cow::Borrowed(bytes),
    };
    let (text, _) = wide.0.decode_without_bom_handling(&bytes[wide.1..]);
    Cow::Owned(text.into_owned().into_bytes())
}

/// Content lines, each with the number of the physical line on which it begins.
#[derive(Debug, Clone)]
pub(crate) struct Lines<'a> {
    rest: &'a [u8],
    number: u32,
    only_returns: Returns,
    /// Ends that are bare: LF or CR; and those of CR CR LF.
    pub(super) bare: u32,
    pub(super) doubled: u32,
}

/// What a carriage return without a line feed means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Returns {
    /// The file has no line feeds: it ends a line.
    End,
    /// It is a stray character, unless a property follows.
    Stray,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    Sound,
    Bare,
    Doubled,
    File,
}

impl<'a> Lines<'a> {
    pub(crate) fn of(bytes: &'a [u8]) -> Self {
        let fed = bytes.trim_ascii_end().contains(&b'\n');
        let only_returns = if fed { Returns::Stray } else { Returns::End };
        Self { rest: bytes, number: 1, only_returns, bare: 0, doubled: 0 }
    }

    /// Takes one physical line.
    fn physical(&mut self) -> &'a [u8] {
        let (line, rest, lines, end) = split(self.rest, self.only_returns);
        self.rest = rest;
        self.number = self.number.saturating_add(lines);
        match end {
            End::Bare => self.bare = self.bare.saturating_add(1),
            End::Doubled => self.doubled = self.doubled.saturating_add(1),
            End::Sound | End::File => {}
        }
        line
    }

    fn is_folded_here(&mut self) -> bool {
        // An empty line between a line and its continuation is the work of line ends written twice.
        while let Some(b'\r' | b'\n') = self.rest.first() {
            self.physical();
        }
        matches!(self.rest.first(), Some(b' ' | b'\t'))
    }
}

impl<'a> Iterator for Lines<'a> {
    type Item = (u32, Cow<'a, [u8]>);

    fn next(&mut self) -> Option<Self::Item> {
        while !self.rest.is_empty() {
            let number = self.number;
            let mut line = Cow::Borrowed(self.physical());
            if line.trim_ascii().is_empty() {
                continue;
            }
            while self.is_folded_here() {
                let more = self.physical();
                line.to_mut().extend_from_slice(&more[1..]);
            }
            return Some((number, line));
        }
        None
    }
}

/// The first physical line, what follows, how many lines that is, and how it ended.
fn split(bytes: &[u8], returns: Returns) -> (&[u8], &[u8], u32, End) {
    let mut from = 0;
    while let Some(at) = bytes[from..].iter().position(|byte| matches!(byte, b'\r' | b'\n')) {
        let at = from + at;
        if bytes[at] == b'\n' {
            return (&bytes[..at], &bytes[at + 1..], 1, End::Bare);
        }
        let run = bytes[at..].iter().take_while(|byte| **byte == b'\r').count();
        let after = &bytes[at + run..];
        if let Some((b'\n', rest)) = after.split_first() {
            let end = if run == 1 { End::Sound } else { End::Doubled };
            return (&bytes[..at], rest, 1, end);
        }
        if returns == Returns::End || is_property(after) {
            let lines = u32::try_from(run).unwrap_or(u32::MAX);
            return (&bytes[..at], after, lines, End::Bare);
        }
        from = at + run;
    }
    (bytes, &[], 1, End::File)
}

/// Whether the bytes begin like `SUMMARY:` or `DTSTART;`.
fn is_property(bytes: &[u8]) -> bool {
    let name = bytes.iter().take_while(|byte| byte.is_ascii_uppercase() || **byte == b'-').count();
    name >= 3 && matches!(bytes.get(name), Some(b':' | b';'))
}

/// How the bytes of a file are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Script {
    encoding: &'static Encoding,
}

impl Script {
    /// UTF-8 if at least as many lines fit it as do not; else what Chinese systems write; else Western, which fits anything.
    pub(super) fn of(bytes: &[u8]) -> Self {
        let (mut fits, mut not, mut chinese) = (0_u64, 0_u64, true);
        for (_, line) in Lines::of(bytes).filter(|(_, line)| !line.is_ascii()) {
            if std::str::from_utf8(&line).is_ok() {
                fits += 1;
            } else {
                not += 1;
            }
            chinese &= GB18030.decode_without_bom_handling_and_without_replacement(&line).is_some();
        }
        let encoding = if not <= fits {
            UTF_8
        } else if chinese {
            GB18030
        } else {
            WINDOWS_1252
        };
        Self { encoding }
    }

    /// The encoding, where it had to be assumed.
    pub(super) fn assumed(self) -> Option<&'static str> {
        if self.encoding == UTF_8 {
            return None;
        }
        Some(if self.encoding == GB18030 { "GB18030" } else { self.encoding.name() })
    }

    /// The characters of a line, and how many places fit none.
    pub(super) fn read(self, line: &[u8]) -> (Cow<'_, str>, u32) {
        let (text, broken) = self.encoding.decode_without_bom_handling(line);
        let replaced = if broken { text.matches('\u{fffd}').count() } else { 0 };
        (text, u32::try_from(replaced).unwrap_or(u32::MAX))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(bytes: &[u8]) -> Vec<(u32, String)> {
        Lines::of(bytes)
            .map(|(number, line)| (number, String::from_utf8(line.into()).expect("UTF-8")))
            .collect()
    }

    #[test]
    fn every_line_end_is_taken_and_lines_are_counted_as_an_editor_does() {
        let expected = vec![(1, "A:1".to_owned()), (2, "B:2".to_owned()), (4, "C:3".to_owned())];
        for bytes in [
            "A:1\r\nB:2\r\n\r\nC:3\r\n",
            "A:1\nB:2\n\nC:3",
            "A:1\rB:2\r\rC:3\r",
            "A:1\r\r\nB:2\r\r\n\r\r\nC:3",
        ] {
            assert_eq!(lines(bytes.as_bytes()), expected, "{bytes:?}");
        }
    }

    #[test]
    fn a_character_cut_by_folding_is_whole_again() {
        assert_eq!(
            lines(b"SUMMARY:\xe5\x88\r\n \x9b\r\n\t\xe6\x96\xb0\r\nX:1"),
            [(1, "SUMMARY:创新".into()), (4, "X:1".into())]
        );
    }

    #[test]
    fn a_stray_carriage_return_ends_a_line_only_before_a_property() {
        assert_eq!(
            lines(b"A:one\rtwo\nB:1\rUID:2\n"),
            [(1, "A:one\rtwo".into()), (2, "B:1".into()), (3, "UID:2".into())]
        );
    }

    #[test]
    fn the_bytes_decide_over_the_encoding() {
        assert_eq!(Script::of("A:周".as_bytes()).assumed(), None);
        assert_eq!(Script::of(b"A:\xd6\xdc").assumed(), Some("GB18030"));
        assert_eq!(Script::of(b"A:caf\xe9\nB:\xe9 t\xe9").assumed(), Some("windows-1252"));
        let cut = [&b"A:"[..], "周\nB:周".as_bytes(), b"\nC:\xe5\x91"].concat();
        assert_eq!(Script::of(&cut).assumed(), None);
        assert_eq!(Script::of(&cut).read(b"C:\xe5\x91"), ("C:\u{fffd}".into(), 1));
    }
}
