//! One index of an evaluation: its tree with scores, ranks, weights and contributions, and whether its parts hang together.

use festoon_domain::text::Text;

use super::{Both, Firmness};

/// One index.
#[derive(Debug, Clone, PartialEq)]
pub struct IndexRead {
    /// Its code in the files, and in addresses.
    pub code: String,
    /// Its name.
    pub name: Text,
    /// What it is about, in a sentence or two; empty when nothing is said.
    pub about: Text,
    /// Its tree, every node before those below it; the first is the root.
    pub nodes: Vec<NodeRead>,
    /// Every unit's way from one of its years to the next.
    pub ways: Vec<Way>,
    /// What becomes of it without one of its nodes, for every node but the root.
    pub without: Vec<Left>,
    /// Whether its parts measure one thing: of the children of the root, over all cases that have all of them.
    pub pillars: Option<Coherence>,
    /// The same of its indicators, as normalised.
    pub leaves: Option<Coherence>,
    /// How firm its ranks are; none when nobody asked.
    pub firmness: Option<Firmness>,
}

/// A node of a tree.
#[derive(Debug, Clone, PartialEq)]
pub struct NodeRead {
    /// Its code.
    pub code: String,
    /// Its name; of a leaf, the indicator's.
    pub name: Text,
    /// The node above, by its place; none for the root.
    pub parent: Option<usize>,
    /// How many nodes stand above it: 0 for the root.
    pub depth: usize,
    /// The indicator it is, by its place, for a leaf.
    pub indicator: Option<usize>,
    /// Its weight among its siblings; they sum to 1.
    pub weight: f64,
    /// Its weight in the whole: the weights down to it, multiplied.
    pub overall: f64,
    /// How its children become its score; none for a leaf.
    pub combined: Option<Combined>,
    /// One a case. Of a leaf: the value after all steps on columns, normalised and turned.
    pub scores: Vec<Option<f64>>,
    /// One a case, 1 for the best of its year; empty when nothing ranks. Ties by their mean can be halves.
    pub ranks: Vec<Option<f64>>,
    /// What it gives to the root's score, one a case; of a branch, the sum of what stands below it. Empty where the method adds nothing up.
    pub gives: Vec<Option<f64>>,
    /// The share of the root's variance that it decides, which is not what it weighs; none where nothing varies.
    pub decides: Option<f64>,
}

/// How children become a score: what a reader's own weights can be tried with.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Combined {
    /// (Σ w x^p)^(1/p) over the children that are there, their weights divided by their sum: 1 is the arithmetic mean, 0 the geometric, −1 the
    /// harmonic. Where no child is missing and all scores are positive, this is all there is to know; zeros are told in the method.
    Mean(f64),
    /// Cases are compared with each other, so weights of a reader's own cannot be tried on a page.
    Compared,
}

/// A unit's way from one year to the next in which it is there.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Way {
    /// The unit.
    pub unit: usize,
    /// The case of the earlier year.
    pub from: usize,
    /// The case of the later year.
    pub to: usize,
    /// By how much the score changed.
    pub change: Option<f64>,
    /// The same as a share of the earlier score: 0.05 is 5 % more.
    pub growth: Option<f64>,
    /// How many ranks it rose; negative when it fell.
    pub climbed: Option<f64>,
}

/// An index without one of its nodes.
#[derive(Debug, Clone, PartialEq)]
pub struct Left {
    /// The node that was left out.
    pub node: usize,
    /// The root's rank of every case without it.
    pub ranks: Vec<Option<f64>>,
    /// By how many ranks cases move on average.
    pub shift: Option<f64>,
}

/// Whether several nodes measure one thing.
#[derive(Debug, Clone, PartialEq)]
pub struct Coherence {
    /// Which, by their places in the tree; those that never vary, or are missing too often, are not among them.
    pub nodes: Vec<usize>,
    /// How many cases have all of them.
    pub cases: usize,
    /// Pearson's correlation of each with each, row by row.
    pub correlations: Vec<Vec<f64>>,
    /// Cronbach's alpha, standardised.
    pub alpha: Option<f64>,
    /// Of the principal components of the correlations: the share of the variance each explains, from the greatest down. They sum to 1.
    pub explained: Vec<f64>,
    /// The correlation of each node with the first component.
    pub loadings: Vec<f64>,
    /// What is to be said of that: pairs that say the same, pairs that contradict each other, more than one dimension.
    pub remarks: Vec<Both>,
}

impl IndexRead {
    /// The top of the tree.
    ///
    /// # Panics
    /// When there is no node at all, which no index of the engine is.
    #[must_use]
    pub fn root(&self) -> &NodeRead {
        &self.nodes[0]
    }

    /// The nodes right below one, by their places.
    pub fn children(&self, node: usize) -> impl Iterator<Item = usize> + '_ {
        (0..self.nodes.len()).filter(move |at| self.nodes[*at].parent == Some(node))
    }

    /// The leaves, by their places.
    pub fn leaf_places(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.nodes.len()).filter(|at| self.nodes[*at].indicator.is_some())
    }
}
