//! Kendall's τ in n log n steps: sorted by one column, the pairs in the opposite order are the exchanges that sorting by the other takes.
//! W. R. Knight, “A computer method for calculating Kendall's tau”, Journal of the American Statistical Association 61 (1966).

use super::count;

/// Over all pairs.
pub(super) fn kendall_a(left: &[f64], right: &[f64]) -> f64 {
    let pairs = Pairs::of(left, right);
    pairs.balance() / pairs.all
}

/// Over pairs that are not tied.
pub(super) fn kendall_b(left: &[f64], right: &[f64]) -> f64 {
    let pairs = Pairs::of(left, right);
    let untied = (pairs.all - pairs.left_tied).sqrt() * (pairs.all - pairs.right_tied).sqrt();
    (pairs.balance() / untied).clamp(-1.0, 1.0)
}

/// Numbers of pairs; whole numbers, exact as such.
struct Pairs {
    all: f64,
    left_tied: f64,
    right_tied: f64,
    both_tied: f64,
    opposite: f64,
}

impl Pairs {
    fn of(left: &[f64], right: &[f64]) -> Self {
        let mut places: Vec<(f64, f64)> = left.iter().zip(right).map(|(l, r)| (l + 0.0, r + 0.0)).collect();
        places.sort_unstable_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));

        let left_tied = tied(&places, |a, b| a.0.total_cmp(&b.0).is_eq());
        let both_tied = tied(&places, |a, b| a.0.total_cmp(&b.0).is_eq() && a.1.total_cmp(&b.1).is_eq());
        let mut rights: Vec<f64> = places.iter().map(|place| place.1).collect();
        let mut room = rights.clone();
        let opposite = exchanges(&mut rights, &mut room);
        let right_tied = tied(&rights, |a, b| a.total_cmp(b).is_eq());
        let all = count(left.len()) * (count(left.len()) - 1.0) / 2.0;
        Self { all, left_tied, right_tied, both_tied, opposite: count(opposite) }
    }

    /// Pairs in the same order less those in the opposite one.
    fn balance(&self) -> f64 {
        self.all - self.left_tied - self.right_tied + self.both_tied - 2.0 * self.opposite
    }
}

/// Pairs within runs of equal neighbours.
fn tied<T>(sorted: &[T], same: impl Fn(&T, &T) -> bool) -> f64 {
    sorted.chunk_by(|a, b| same(a, b)).map(|run| count(run.len()) * (count(run.len()) - 1.0) / 2.0).sum()
}

/// Sorts by merging and counts how many pairs stood the wrong way round.
fn exchanges(values: &mut [f64], room: &mut [f64]) -> usize {
    if values.len() < 2 {
        return 0;
    }
    let middle = values.len() / 2;
    let mut exchanged = exchanges(&mut values[..middle], &mut room[..middle])
        + exchanges(&mut values[middle..], &mut room[middle..]);

    let (mut front, mut back) = (0, middle);
    for place in room.iter_mut() {
        let from_back = front == middle || (back < values.len() && values[back] < values[front]);
        if from_back {
            exchanged += middle - front;
            *place = values[back];
            back += 1;
        } else {
            *place = values[front];
            front += 1;
        }
    }
    values.copy_from_slice(room);
    exchanged
}
