//! Where in a file the characters of its text stand.
//!
//! Lines and characters are counted beforehand every few hundred bytes, so that a place costs one short walk, on one line of fifty megabytes too,
//! and a file of nothing but line ends costs no more memory than any other.

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

/// How many bytes lie between two counts.
const STRIDE: usize = 512;

/// Where a text stops running along with its source: a byte of the text, and of the source. Texts have less than 2^32 bytes.
#[derive(Debug, Clone, Default)]
pub(super) struct Steps(Vec<(u32, u32)>);

#[derive(Debug, Clone)]
pub(super) struct Places {
    pub(super) counted: Counted,
    /// What the lines are of, where that is not the text itself.
    source: Option<String>,
    steps: Steps,
    /// Where paragraphs begin; empty where lines are counted.
    paragraphs: Vec<u32>,
    marks: Vec<Mark>,
}

/// What lies before a stride.
#[derive(Debug, Clone, Copy, Default)]
struct Mark {
    characters: u32,
    line_ends: u32,
    /// Where the line begins that reaches into it.
    line: u32,
}

impl Steps {
    /// From this byte of the text on, it runs along with the source from that byte.
    pub(super) fn step(&mut self, text: usize, source: usize) {
        let step = (small(text), small(source));
        match self.0.last_mut() {
            Some(last) if last.0 == step.0 => *last = step,
            _ => self.0.push(step),
        }
    }

    /// Where in the source a byte of the text stands.
    pub(super) fn source(&self, text: usize) -> usize {
        let step = self.0.partition_point(|(begins, _)| *begins as usize <= text).checked_sub(1);
        step.map_or(text, |step| self.0[step].1 as usize + (text - self.0[step].0 as usize))
    }
}

impl Places {
    pub(super) fn of_lines(text: &str, steps: Steps, source: Option<String>) -> Self {
        let marks = marks(source.as_deref().unwrap_or(text).as_bytes());
        Self { counted: Counted::Lines, source, steps, paragraphs: Vec::new(), marks }
    }

    pub(super) fn of_paragraphs(text: &str, paragraphs: Vec<u32>) -> Self {
        let marks = marks(text.as_bytes());
        Self { counted: Counted::Paragraphs, source: None, steps: Steps::default(), paragraphs, marks }
    }

    pub(super) fn of(&self, text: &str, byte: usize) -> Place {
        let of = self.source.as_deref().unwrap_or(text).as_bytes();
        let at = self.steps.source(byte).min(of.len());
        let stride = at / STRIDE;
        let mark = self.marks.get(stride).copied().unwrap_or_default();
        let walked = &of[stride * STRIDE..at];
        let (line, start) = match self.counted {
            Counted::Lines => {
                let start =
                    walked.iter().rposition(|byte| *byte == b'\n').map(|end| stride * STRIDE + end + 1);
                (mark.line_ends + line_ends(walked), start.unwrap_or(mark.line as usize))
            }
            Counted::Paragraphs => {
                let paragraph =
                    self.paragraphs.partition_point(|start| *start as usize <= at).saturating_sub(1);
                (small(paragraph), self.paragraphs.get(paragraph).map_or(0, |start| *start as usize))
            }
        };
        Place { line: line + 1, column: self.characters(of, at) - self.characters(of, start) + 1 }
    }

    /// How many characters begin before a byte.
    fn characters(&self, of: &[u8], at: usize) -> u32 {
        let stride = at / STRIDE;
        self.marks.get(stride).map_or(0, |mark| mark.characters) + begun(&of[stride * STRIDE..at])
    }
}

fn marks(of: &[u8]) -> Vec<Mark> {
    let mut mark = Mark::default();
    let mut marks = vec![mark];
    for (stride, bytes) in of.chunks(STRIDE).enumerate() {
        mark.characters += begun(bytes);
        mark.line_ends += line_ends(bytes);
        if let Some(end) = bytes.iter().rposition(|byte| *byte == b'\n') {
            mark.line = small(stride * STRIDE + end + 1);
        }
        marks.push(mark);
    }
    marks
}

fn begun(bytes: &[u8]) -> u32 {
    small(bytes.iter().filter(|byte| **byte & 0xc0 != 0x80).count())
}

fn line_ends(bytes: &[u8]) -> u32 {
    small(memchr::memchr_iter(b'\n', bytes).count())
}

pub(super) fn small(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
