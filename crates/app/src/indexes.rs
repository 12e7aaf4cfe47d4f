//! Indexes: a framework and what was measured become an evaluation; how firm its ranks are; a bundle from which anybody makes the same bytes.
//!
//! Names, sources and sentences are joined to the engine's numbers here; the engine knows none of them, and a report knows nothing else.

mod bundle;
mod evaluating;
mod firmness;
mod json;
mod told;

use std::num::NonZeroUsize;
use std::ops::ControlFlow;

use festoon_composite::{Model, Run};
use festoon_exchange::indexes::{FrameworkFile, Measured, read_measured};
use festoon_exchange::{NamedFile, Refusal};
use festoon_guide::evaluation::Evaluation;

pub use bundle::{
    Bundle, BundleFile, Checked, Difference, NotVerified, Unusable, pack, packed, unpacked, verify,
};
pub use json::json;

/// A framework with what was measured for it, ready to be evaluated.
#[derive(Debug)]
pub struct Posed {
    framework_bytes: NamedFile,
    data_bytes: Vec<NamedFile>,
    /// What the framework file says.
    pub framework: FrameworkFile,
    /// What was measured.
    pub measured: Measured,
    model: Model,
}

/// An evaluation with the engine's own account of it.
#[derive(Debug, Clone)]
pub struct Evaluated {
    /// The sheet after every step.
    pub run: Run,
    /// What people see.
    pub evaluation: Evaluation,
}

/// How a study of firmness is made.
#[derive(Clone, Copy)]
pub struct Asked<'a> {
    /// About how many runs an index gets for its intervals, and as many again for the shares.
    pub runs: usize,
    /// One seed gives one result, on any number of threads and on any machine.
    pub seed: u64,
    /// How many threads.
    pub threads: NonZeroUsize,
    /// Of which year; the latest if none is said.
    pub year: Option<i32>,
    /// Told how much is done, 0 to 1; `Break` calls the study off.
    pub watch: &'a (dyn Fn(f64) -> ControlFlow<()> + Sync),
}

impl std::fmt::Debug for Asked<'_> {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { runs, seed, threads, year, .. } = self;
        write!(to, "Asked {{ runs: {runs}, seed: {seed}, threads: {threads}, year: {year:?} }}")
    }
}

/// Why there is no study.
#[derive(Debug, Clone, PartialEq)]
pub enum NoStudy {
    /// Whoever watched called it off.
    CalledOff,
    /// Something cannot be varied as the framework says.
    Refused(Vec<Refusal>),
}

impl Posed {
    /// Reads a framework, and what was measured for it.
    ///
    /// # Errors
    /// Whatever is not as it should be, with file and place and what would be right; of the data, once the framework can be understood.
    pub fn read(framework_bytes: NamedFile, data_bytes: Vec<NamedFile>) -> Result<Self, Vec<Refusal>> {
        let data_bytes = bundle::named_apart(data_bytes);
        let framework = FrameworkFile::parse(&framework_bytes)?;
        let measured = read_measured(&framework, &data_bytes)?;
        let model = Model::of(&framework.framework, &measured.data)
            .map_err(|faults| framework.refusals(&faults.0))?;
        Ok(Self { framework_bytes, data_bytes, framework, measured, model })
    }

    /// Evaluates it. The version is that of the program, and stands in the result.
    #[must_use]
    pub fn evaluate(&self, version: &str) -> Evaluated {
        evaluating::evaluated(self, version)
    }

    /// Evaluates it and says how firm the ranks are.
    ///
    /// # Errors
    /// When the study is called off, or something cannot be varied as the framework says.
    pub fn study(&self, version: &str, asked: &Asked<'_>) -> Result<Evaluated, NoStudy> {
        let mut evaluated = self.evaluate(version);
        firmness::add(self, asked, &mut evaluated)?;
        Ok(evaluated)
    }
}
