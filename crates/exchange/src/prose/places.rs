//! Where in a file the characters of its text stand.

/// A place in a file, both counted from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The line, or in a document the paragraph.
    pub line: u32,
    /// The character in it.
    pub column: u32,
}

/// What places of a text are counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counted {
    /// Lines of the file.
    Lines,
    /// Paragraphs of a document, blank ones and those of tables included.
    Paragraphs,
}

/// How far apart characters are counted beforehand.
const STRIDE: usize = 4096;

#[derive(Debug, Clone)]
pub(super) struct Places {
    pub(super) counted: Counted,
    /// What the lines are of, where that is not the text itself.
    source: Option<String>,
    /// Where the text stops running along with its source: a byte of the text, and of the source.
    steps: Vec<(usize, usize)>,
    /// Where lines begin, in the source.
    starts: Vec<usize>,
    /// How many characters there are before each `STRIDE` bytes of the source.
    characters: Vec<usize>,
}

impl Places {
    pub(super) fn of_lines(text: &str, steps: Vec<(usize, usize)>, source: Option<String>) -> Self {
        let of = source.as_deref().unwrap_or(text);
        let ends = of.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at + 1);
        let (starts, characters) = ([0].into_iter().chain(ends).collect(), counted(of));
        Self { counted: Counted::Lines, source, steps, starts, characters }
    }

    pub(super) fn of_paragraphs(text: &str, starts: Vec<usize>) -> Self {
        Self {
            counted: Counted::Paragraphs,
            source: None,
            steps: Vec::new(),
            starts,
            characters: counted(text),
        }
    }

    pub(super) fn of(&self, text: &str, byte: usize) -> Place {
        let of = self.source.as_deref().unwrap_or(text);
        let step = self.steps.partition_point(|(in_text, _)| *in_text <= byte).checked_sub(1);
        let at = step.map_or(byte, |step| self.steps[step].1 + (byte - self.steps[step].0)).min(of.len());
        let line = self.starts.partition_point(|start| *start <= at).max(1);
        let start = self.starts.get(line - 1).copied().unwrap_or(0);
        let column = self.before(of, at) - self.before(of, start) + 1;
        let whole = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        Place { line: whole(line), column: whole(column) }
    }

    /// How many characters begin before a byte.
    fn before(&self, of: &str, at: usize) -> usize {
        let stride = (at / STRIDE).min(self.characters.len() - 1);
        self.characters[stride] + begun(&of.as_bytes()[stride * STRIDE..at])
    }
}

fn begun(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte & 0xc0 != 0x80).count()
}

fn counted(of: &str) -> Vec<usize> {
    let mut sum = 0;
    let sums = of.as_bytes().chunks(STRIDE).map(|chunk| {
        sum += begun(chunk);
        sum
    });
    [0].into_iter().chain(sums).collect()
}
