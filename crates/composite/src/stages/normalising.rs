//! Bringing columns onto one scale, better always greater.

use crate::framework::{Beyond, Direction, Goalposts, Normalise, Posts, Reference, Scale, Span, Ties, Turn};
use crate::model::Pool;
use crate::numbers::{Order, ranks};
use crate::run::{Warning, Why};

use super::blocks::{Block, put};
use super::column::{constant, count, deviation, extremes, mean};
use super::{Blocks, Journal, Ready, State};

/// Normalises every column that is meant.
pub(super) fn normalise(
    state: &mut State,
    normalise: &Normalise,
    ready: &Ready,
    pool: &Pool,
    journal: &mut Journal,
) {
    let blocks = Blocks::of(normalise.over, state, pool);
    let (mut rows, mut cells, mut scale) = (Vec::new(), Vec::new(), Vec::new());
    for column in 0..state.indicators.len() {
        let indicator = state.indicators[column];
        if !ready.which[indicator] {
            continue;
        }
        let turn = turn(state, normalise, pool, indicator);
        for block in blocks.iter() {
            block.gather_there(state.sheet.column(column), &mut rows, &mut cells);
            block.gather_scale(state.sheet.column(column), &mut scale);
            let references = references(state, normalise, ready, pool, column, &rows);
            let one = Column {
                turn,
                goalposts: state.goalposts[indicator],
                target: state.targets[indicator],
                references: &references,
                scale: &mut scale,
            };
            warn_of_constant(block, &cells, indicator, journal);
            let whole = one.normalise(&mut cells, &normalise.scale);
            for (at, cell) in cells.iter_mut().enumerate() {
                let why = match whole {
                    Err(why) => Some(why),
                    Ok(()) if references.get(at).is_some_and(|reference| reference.is_nan()) => {
                        Some(Why::ReferenceMissing)
                    }
                    Ok(()) if cell.is_nan() => Some(Why::ZeroReference),
                    Ok(()) if cell.is_infinite() => Some(Why::TooLarge),
                    Ok(()) => None,
                };
                if let Some(why) = why {
                    *cell = f64::NAN;
                    journal.no_cell(state.cases[rows[at]], indicator, why);
                }
            }
            put(&rows, &cells, state.sheet.column_mut(column));
        }
        if normalise.turn != Turn::Never || turned_by_itself(&normalise.scale) {
            state.turned[indicator] = true;
        }
    }
}

/// With goalposts the direction is theirs, and shares are turned by dividing the other way.
fn turned_by_itself(scale: &Scale) -> bool {
    matches!(
        scale,
        Scale::Nearest { .. } | Scale::Goalposts { .. } | Scale::Efficacy { posts: Posts::Stated, .. }
    )
}

/// How a column is to be turned now: not at all when more is better, or when it was turned before.
fn turn(state: &State, normalise: &Normalise, pool: &Pool, indicator: usize) -> Turn {
    let less = pool.directions[indicator] == Direction::LessIsBetter;
    if less && !state.turned[indicator] { normalise.turn } else { Turn::Never }
}

fn warn_of_constant(block: &Block, cells: &[f64], indicator: usize, journal: &mut Journal) {
    if !journal.keeps() || block.rows.len() < 2 {
        return;
    }
    if let Some(value) = constant(cells) {
        journal.warn(Warning::Constant { indicator, value });
    }
}

/// The value of the unit that is compared with, for each row; empty when none is. A missing value is not a number.
fn references(
    state: &State,
    normalise: &Normalise,
    ready: &Ready,
    pool: &Pool,
    column: usize,
    rows: &[usize],
) -> Vec<f64> {
    let Some(unit) = ready.unit else { return Vec::new() };
    let cells = state.sheet.column(column);
    let of_year = |year: i32| {
        let is_it = |row: &usize| {
            pool.cases[state.cases[*row]].unit == unit && pool.cases[state.cases[*row]].year == year
        };
        (0..state.cases.len()).find(is_it).map_or(f64::NAN, |row| cells[row])
    };
    let year = |row: usize| match normalise.over {
        Span::Year(year) => year,
        Span::AllYears | Span::EachYear => pool.cases[state.cases[row]].year,
    };
    rows.iter().map(|&row| of_year(year(row))).collect()
}

/// What the scale of one column is made from.
struct Column<'a> {
    turn: Turn,
    goalposts: Option<Goalposts>,
    target: Option<f64>,
    references: &'a [f64],
    scale: &'a mut Vec<f64>,
}

impl Column<'_> {
    /// Puts the cells on the scale, or says why none of them can be. A single cell that cannot is left not a number.
    fn normalise(mut self, cells: &mut [f64], scale: &Scale) -> Result<(), Why> {
        match *scale {
            Scale::MinMax { low, high } => self.between(cells, low, high),
            Scale::ZScore { mean, sd, divisor } => {
                self.turn_before(cells);
                let spread = deviation(self.scale, divisor).ok_or_else(|| self.no_spread())?;
                let centre = self::mean(self.scale).ok_or(Why::TooLarge)?;
                let sd = if self.turn == Turn::After { -sd } else { sd };
                for cell in cells {
                    *cell = (*cell - centre) / spread * sd + mean;
                }
                Ok(())
            }
            Scale::Rank { ties } => {
                self.place(cells, ties);
                Ok(())
            }
            Scale::Borda { ties } => {
                self.place(cells, ties);
                for cell in cells {
                    *cell -= 1.0;
                }
                Ok(())
            }
            Scale::Percentile { ties } => {
                if cells.len() == 1 {
                    return Err(Why::SingleValue);
                }
                let last = if ties == Ties::Dense { distinct(cells) } else { cells.len() };
                if last == 1 {
                    return Err(self.no_spread());
                }
                self.place(cells, ties);
                for cell in cells {
                    *cell = (*cell - 1.0) / (count(last) - 1.0);
                }
                Ok(())
            }
            Scale::Share { ref of } => self.share(cells, of),
            Scale::Distance { ref to, beyond } => self.distance(cells, to, beyond),
            Scale::Nearest { low, high } => self.near_target(cells, low, high),
            Scale::Goalposts { low, high, beyond } => self.along_posts(cells, low, high, beyond),
            Scale::Efficacy { base, span, posts: Posts::Stated, beyond } => {
                self.along_posts(cells, base, base + span, beyond)
            }
            Scale::Efficacy { base, span, posts: Posts::Measured, beyond } => {
                self.between(cells, base, base + span)?;
                cap(cells, base, base + span, beyond);
                Ok(())
            }
        }
    }

    /// Multiplies cells and scale by −1 when less is better and the turn comes first.
    fn turn_before(&mut self, cells: &mut [f64]) {
        if self.turn == Turn::Before {
            cells.iter_mut().chain(self.scale.iter_mut()).for_each(|cell| *cell = -*cell);
        }
    }

    fn no_spread(&self) -> Why {
        match constant(self.scale) {
            Some(_) if self.scale.len() == 1 => Why::SingleValue,
            Some(value) => Why::Constant { value: if self.turn == Turn::Before { -value } else { value } },
            None if self.scale.is_empty() => Why::ReferenceMissing,
            // Its squares cannot be written, or are too small to be.
            None => Why::TooLarge,
        }
    }

    fn between(mut self, cells: &mut [f64], low: f64, high: f64) -> Result<(), Why> {
        self.turn_before(cells);
        let (worst, best) = extremes(self.scale).ok_or(Why::ReferenceMissing)?;
        if worst >= best {
            return Err(self.no_spread());
        }
        if !(best - worst).is_finite() {
            return Err(Why::TooLarge);
        }
        for cell in &mut *cells {
            *cell = (*cell - worst) / (best - worst) * (high - low) + low;
        }
        if self.turn == Turn::After {
            for cell in cells {
                *cell = low + high - *cell;
            }
        }
        Ok(())
    }

    /// Places counted from the worst.
    fn place(&mut self, cells: &mut [f64], ties: Ties) {
        self.turn_before(cells);
        let last = if ties == Ties::Dense { distinct(cells) } else { cells.len() };
        let places = ranks(cells, Order::Ascending, ties);
        let reflected = |place: f64| if self.turn == Turn::After { count(last) + 1.0 - place } else { place };
        cells.iter_mut().zip(places).for_each(|(cell, place)| *cell = reflected(place));
    }

    /// One reference for the whole column; none when each row has its own.
    fn reference(&self, reference: &Reference, best: f64) -> Result<Option<f64>, Why> {
        match reference {
            Reference::Best => Ok(Some(best)),
            Reference::Mean => mean(self.scale).map(Some).ok_or(Why::TooLarge),
            Reference::Target => self.target.map(Some).ok_or(Why::ReferenceMissing),
            Reference::Unit(_) => Ok(None),
        }
    }

    fn share(self, cells: &mut [f64], of: &Reference) -> Result<(), Why> {
        let (low, high) = extremes(self.scale).ok_or(Why::ReferenceMissing)?;
        let less = self.turn != Turn::Never;
        let whole = self.reference(of, if less { low } else { high })?;
        for (at, cell) in cells.iter_mut().enumerate() {
            let reference = whole.unwrap_or_else(|| self.references[at]);
            let (above, below) = if less { (reference, *cell) } else { (*cell, reference) };
            *cell = if below == 0.0 { f64::NAN } else { above / below };
        }
        Ok(())
    }

    fn distance(mut self, cells: &mut [f64], to: &Reference, beyond: Beyond) -> Result<(), Why> {
        // The distance is measured from the reference towards the worst, so turning first or after is one thing.
        let sign = if self.turn == Turn::Never { 1.0 } else { -1.0 };
        self.turn = if self.turn == Turn::Never { Turn::Never } else { Turn::Before };
        let unturned = self.scale.clone();
        self.turn_before(cells);
        let (worst, best) = extremes(self.scale).ok_or(Why::ReferenceMissing)?;
        self.scale.clone_from(&unturned);
        let whole = self.reference(to, sign * best)?;
        for (at, cell) in cells.iter_mut().enumerate() {
            let reference = sign * whole.unwrap_or_else(|| self.references[at]);
            let gap = reference - worst;
            *cell = if gap == 0.0 { f64::NAN } else { 1.0 - (reference - *cell) / gap };
            if beyond == Beyond::Capped {
                // `min` would take the 1 for what is not a number.
                *cell = if *cell > 1.0 { 1.0 } else { *cell };
            }
        }
        Ok(())
    }

    fn near_target(self, cells: &mut [f64], low: f64, high: f64) -> Result<(), Why> {
        let target = self.target.ok_or(Why::ReferenceMissing)?;
        let (least, most) = extremes(self.scale).ok_or(Why::ReferenceMissing)?;
        let farthest = (target - least).abs().max((most - target).abs());
        if farthest == 0.0 {
            return Err(self.no_spread());
        }
        if !farthest.is_finite() {
            return Err(Why::TooLarge);
        }
        for cell in cells {
            *cell = high - (*cell - target).abs() / farthest * (high - low);
        }
        Ok(())
    }

    fn along_posts(self, cells: &mut [f64], low: f64, high: f64, beyond: Beyond) -> Result<(), Why> {
        let Goalposts { worst, best } = self.goalposts.ok_or(Why::ReferenceMissing)?;
        if !(best - worst).is_finite() {
            return Err(Why::TooLarge);
        }
        for cell in &mut *cells {
            *cell = (*cell - worst) / (best - worst) * (high - low) + low;
        }
        cap(cells, low, high, beyond);
        Ok(())
    }
}

fn cap(cells: &mut [f64], low: f64, high: f64, beyond: Beyond) {
    if beyond == Beyond::Capped {
        for cell in cells {
            *cell = cell.clamp(low, high);
        }
    }
}

fn distinct(cells: &[f64]) -> usize {
    let mut sorted = cells.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    sorted.dedup();
    sorted.len()
}
