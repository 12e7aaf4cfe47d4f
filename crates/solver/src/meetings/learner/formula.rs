//! Clauses for the clause-learning solver, and the few shapes that everything else is said in.
//!
//! The solver is `batsat`, MiniSat in Rust; nothing outside of this folder knows it.

use batsat::{Callbacks, ClauseKind, Lit, Solver, SolverInterface, SolverOpts, lbool};

/// More literals than this take longer to write down than an office waits.
const MOST_LITERALS: usize = 12_000_000;

/// How far the solver may go before it answers that it does not know.
pub(super) struct Leash<'a> {
    conflicts: u64,
    called_off: &'a (dyn Fn() -> bool + Sync),
}

impl Callbacks for Leash<'_> {
    fn on_new_clause(&mut self, _: &[Lit], kind: ClauseKind) {
        if kind == ClauseKind::Learnt {
            self.conflicts = self.conflicts.saturating_sub(1);
        }
    }

    fn stop(&self) -> bool {
        self.conflicts == 0 || (self.called_off)()
    }
}

/// What the solver says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    /// It can be, and [`Formula::holds`] says how.
    Can,
    /// It cannot be with what was assumed.
    Cannot,
    /// The leash was too short.
    Unknown,
}

/// Which way a count is tied to what is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tie {
    /// Where so many hold, the count says so.
    Up,
    /// And where the count says so, so many hold.
    Both,
}

pub(super) struct Formula<'a> {
    solver: Solver<Leash<'a>>,
    yes: Lit,
    literals: usize,
}

impl<'a> Formula<'a> {
    /// Nothing said yet. Another seed looks at things in another order.
    pub(super) fn new(seed: u64, called_off: &'a (dyn Fn() -> bool + Sync)) -> Self {
        #[expect(clippy::cast_precision_loss, reason = "a seed need not be exact")]
        let options = SolverOpts {
            rnd_init_act: true,
            random_seed: 91_648_253.0 + (seed % 1_000_003) as f64,
            // Forgetting soon, both what was busy lately and what was learnt, halves the time on the public days that take any.
            var_decay: 0.85,
            learntsize_factor: 0.05,
            min_learnts_lim: 4_000,
            ..SolverOpts::default()
        };
        let mut solver = Solver::new(options, Leash { conflicts: 0, called_off });
        let yes = Lit::new(solver.new_var_default(), true);
        solver.add_clause_reuse(&mut vec![yes]);
        Self { solver, yes, literals: 0 }
    }

    pub(super) const fn yes(&self) -> Lit {
        self.yes
    }

    pub(super) fn no(&self) -> Lit {
        !self.yes
    }

    pub(super) const fn is_too_large(&self) -> bool {
        self.literals > MOST_LITERALS
    }

    /// Something that may be or not.
    pub(super) fn fresh(&mut self) -> Lit {
        Lit::new(self.solver.new_var_default(), true)
    }

    /// At least one of these holds.
    pub(super) fn clause(&mut self, literals: impl IntoIterator<Item = Lit>) {
        let mut clause: Vec<Lit> = literals.into_iter().collect();
        self.literals += clause.len();
        self.solver.add_clause_reuse(&mut clause);
    }

    /// Whether any of these holds.
    pub(super) fn any(&mut self, of: &[Lit]) -> Lit {
        match of {
            [] => self.no(),
            [one] => *one,
            several => {
                let any = self.fresh();
                for &one in several {
                    self.clause([!one, any]);
                }
                self.clause(several.iter().copied().chain([!any]));
                any
            }
        }
    }

    /// No two of these hold.
    pub(super) fn at_most_one(&mut self, of: &[Lit]) {
        for (at, &one) in of.iter().enumerate() {
            for &other in &of[at + 1..] {
                self.clause([!one, !other]);
            }
        }
    }

    /// No more than so many of these hold: counted one after the other (sequential counter; Sinz 2005).
    pub(super) fn at_most(&mut self, of: &[Lit], most: usize) {
        if of.len() <= most {
            return;
        }
        if most == 0 {
            for &one in of {
                self.clause([!one]);
            }
            return;
        }
        let mut before: Vec<Lit> = Vec::new();
        for (at, &one) in of.iter().enumerate() {
            let now: Vec<Lit> = (0..most.min(at + 1)).map(|_| self.fresh()).collect();
            self.clause([!one, now[0]]);
            for (count, &reached) in before.iter().enumerate() {
                self.clause([!reached, now[count]]);
                match now.get(count + 1) {
                    Some(&next) => self.clause([!reached, !one, next]),
                    None if count + 1 == most => self.clause([!reached, !one]),
                    None => {}
                }
            }
            before = now;
        }
    }

    /// Literals that say that at least 1, 2, … of these hold, up to `most` (totalizer; Bailleux, Boufkhad 2003).
    pub(super) fn counted(&mut self, of: &[Lit], most: usize, tie: Tie) -> Vec<Lit> {
        if of.len() < 2 || most == 0 {
            return of.iter().copied().take(most).collect();
        }
        let (left, right) = of.split_at(of.len() / 2);
        let left = self.counted(left, most, tie);
        let right = self.counted(right, most, tie);
        let sum: Vec<Lit> = (0..of.len().min(most)).map(|_| self.fresh()).collect();
        for i in 0..=left.len() {
            for j in 0..=right.len() {
                if i + j > 0 {
                    let [one, other] = [i, j].map(|count| count.checked_sub(1));
                    let both = one.map(|at| !left[at]).into_iter().chain(other.map(|at| !right[at]));
                    self.clause(both.chain([sum[sum.len().min(i + j) - 1]]));
                }
                // Where a side stops counting, it says nothing about what lies beyond; but then the sum has stopped as well.
                if tie == Tie::Both && i + j < sum.len() {
                    let both = left.get(i).copied().into_iter().chain(right.get(j).copied());
                    self.clause(both.chain([!sum[i + j]]));
                }
            }
        }
        sum
    }

    /// Looks for a way in which everything said and assumed holds, until so many things were learnt.
    pub(super) fn solve(&mut self, assumed: &[Lit], conflicts: u64) -> Verdict {
        self.solver.cb_mut().conflicts = conflicts;
        match self.solver.solve_limited(assumed) {
            verdict if verdict == lbool::TRUE => Verdict::Can,
            verdict if verdict == lbool::FALSE => Verdict::Cannot,
            _ => Verdict::Unknown,
        }
    }

    /// Whether it holds in the way that was found.
    pub(super) fn holds(&self, one: Lit) -> bool {
        self.solver.value_lit(one) == lbool::TRUE
    }

    /// Whether it was needed to say that it cannot be.
    pub(super) fn is_to_blame(&self, assumed: Lit) -> bool {
        // The solver tells the opposites of what was assumed.
        self.solver.unsat_core().iter().any(|&told| told == assumed || told == !assumed)
    }
}
