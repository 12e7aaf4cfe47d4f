//! The texts that the cells of a workbook share: one long string and where each text ends.

use super::super::Package;
use super::super::limits::{MOST_CELLS, MOST_SHARED};
use super::super::xml::Piece;
use super::without_escapes;
use crate::Reason;

#[derive(Default)]
pub(super) struct SharedTexts {
    all: String,
    ends: Vec<u32>,
}

impl SharedTexts {
    pub(super) fn read(package: &mut Package<'_>, name: Option<&str>) -> Result<Self, Reason> {
        let mut texts = Self::default();
        let Some(mut part) = name.map(|name| package.part(name)).transpose()?.flatten() else {
            return Ok(texts);
        };
        let mut is_text = false;
        let mut one = String::new();
        loop {
            let mut is_phonetic = false;
            match part.next()? {
                Piece::Open(element) => match element.name() {
                    "t" => is_text = true,
                    // Pinyin above the characters is not part of what the cell says.
                    "rPh" => is_phonetic = true,
                    _ => (),
                },
                Piece::Text(piece) if is_text => {
                    if (texts.all.len() + one.len() + piece.len()) as u64 > MOST_SHARED {
                        return Err(Reason::Bomb(MOST_SHARED));
                    }
                    one.push_str(&piece);
                }
                Piece::Close(end) if end.name() == "t" => is_text = false,
                Piece::Close(end) if end.name() == "si" => {
                    texts.push(std::mem::take(&mut one))?;
                }
                Piece::End => return Ok(texts),
                _ => (),
            }
            if is_phonetic {
                part.skip()?;
            }
        }
    }

    pub(super) fn get(&self, at: usize) -> Option<&str> {
        let end = *self.ends.get(at)? as usize;
        let start = at.checked_sub(1).map_or(0, |before| self.ends[before] as usize);
        Some(&self.all[start..end])
    }

    fn push(&mut self, one: String) -> Result<(), Reason> {
        if self.ends.len() as u64 >= MOST_CELLS {
            return Err(Reason::TooManyCells(MOST_CELLS));
        }
        self.all.push_str(&without_escapes(one));
        self.ends.push(u32::try_from(self.all.len()).map_err(|_| Reason::Bomb(MOST_SHARED))?);
        Ok(())
    }
}
