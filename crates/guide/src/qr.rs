//! A QR code as a drawing within a page: one line of strokes, so that it needs no style of its own and no second request.
//!
//! The library decides which squares are dark; what is drawn here is a row at a time, each run of dark squares one stroke. The code of
//! an ordinary address is about 2 kB in the page and 0.7 kB on the line.

use std::fmt::{self, Display, Formatter, Write as _};

use qrcode::{Color, EcLevel, QrCode};

/// Squares left free on every side, as the standard asks for.
const QUIET: usize = 4;

/// A code that a phone reads from paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Code {
    side: usize,
    path: String,
}

impl Code {
    /// The code of a text; nothing if it is longer than a code can hold (2.3 kB).
    #[must_use]
    pub fn of(text: &str) -> Option<Self> {
        // A seventh of it may be creased or smeared.
        let code = QrCode::with_error_correction_level(text, EcLevel::M).ok()?;
        let side = code.width();
        Some(Self { side, path: path(&code.into_colors(), side) })
    }
}

/// From the middle of the first row, rightwards and then back to the next row, always from where the pen is.
fn path(squares: &[Color], side: usize) -> String {
    let mut path = String::from("M0 0");
    let (mut pen, mut row_of_pen) = (0_usize, 0_usize);
    for (row, squares) in squares.chunks(side).enumerate() {
        let mut at = 0;
        for run in squares.chunk_by(|one, other| one == other) {
            if run[0] == Color::Dark {
                let (right, down) = (signed(at) - signed(pen), row - row_of_pen);
                if right != 0 || down != 0 {
                    write!(path, "m{right} {down}").expect("writing to a string cannot fail");
                }
                write!(path, "h{}", run.len()).expect("writing to a string cannot fail");
                (pen, row_of_pen) = (at + run.len(), row);
            }
            at += run.len();
        }
    }
    path
}

fn signed(squares: usize) -> i64 {
    i64::try_from(squares).expect("a code has 177 squares a side at most")
}

impl askama::filters::HtmlSafe for Code {}

impl Display for Code {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let (side, path) = (self.side + 2 * QUIET, &self.path);
        // Strokes lie on the middle of a row, so the sheet begins half a square above the quiet rows.
        write!(
            f,
            "<svg class=\"qr\" viewBox=\"-{QUIET} -{QUIET}.5 {side} {side}\" aria-hidden=\"true\"><path d=\"{path}\"/></svg>"
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a phone reads of a drawing: the strokes laid on white squares, four pixels each.
    fn read(drawing: &str) -> String {
        const PIXELS: usize = 4;
        let between = |from: &str, to: &str| {
            drawing.split_once(from).and_then(|(_, rest)| Some(rest.split_once(to)?.0)).expect("a drawing")
        };
        let side: usize =
            between("viewBox=\"", "\"").rsplit(' ').next().expect("a side").parse().expect("a side");
        let mut dark = vec![false; side * side];
        let (mut x, mut y) = (QUIET, QUIET);
        for (step, rest) in steps(between("M0 0", "\"")) {
            let numbers: Vec<isize> =
                rest.split(' ').map(|number| number.parse().expect("a number")).collect();
            match (step, &numbers[..]) {
                ('m', &[right, down]) => {
                    x = x.checked_add_signed(right).expect("on the sheet");
                    y = y.checked_add_signed(down).expect("on the sheet");
                }
                ('h', &[length]) => {
                    let length = usize::try_from(length).expect("to the right");
                    dark[y * side + x..][..length].fill(true);
                    x += length;
                }
                other => panic!("{other:?}"),
            }
        }
        let shade = |x: usize, y: usize| if dark[y / PIXELS * side + x / PIXELS] { 0 } else { 255 };
        let mut picture = rqrr::PreparedImage::prepare_from_greyscale(side * PIXELS, side * PIXELS, shade);
        let [grid] = &picture.detect_grids()[..] else { panic!("not one code") };
        grid.decode().expect("a whole code").1
    }

    fn steps(path: &str) -> Vec<(char, &str)> {
        let starts: Vec<usize> =
            path.char_indices().filter(|(_, c)| c.is_alphabetic()).map(|(at, _)| at).collect();
        let ends = starts.iter().skip(1).copied().chain([path.len()]);
        starts
            .iter()
            .zip(ends)
            .map(|(&from, to)| (char::from(path.as_bytes()[from]), &path[from + 1..to]))
            .collect()
    }

    #[test]
    fn a_decoder_reads_what_was_written() {
        let addresses = [
            "https://week.example.org/w/jiangning-2021/zh/programme/2021-06-22".to_owned(),
            "https://w.cn/zh".to_owned(),
            format!("https://week.example.org/en/plan?o={}", "7f3a".repeat(80)),
        ];
        for address in addresses {
            let drawing = Code::of(&address).expect("it is short").to_string();
            assert_eq!(read(&drawing), address);
        }
    }

    #[test]
    fn an_ordinary_address_costs_little_and_nothing_inline() {
        let address = "https://week.example.org/w/jiangning-2021/zh/programme/2021-06-22";
        let drawing = Code::of(address).expect("it is short").to_string();
        assert!(drawing.len() < 3_000, "{} bytes", drawing.len());
        assert!(!drawing.contains("style") && !drawing.contains("<script"));
    }

    #[test]
    fn what_no_code_can_hold_has_none() {
        assert_eq!(Code::of(&"x".repeat(3_000)), None);
    }
}
