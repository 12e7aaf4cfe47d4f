//! An index as a tree that can be climbed: parents before children, siblings as they were written, and what keeps it from being one.

use std::collections::BTreeMap;

use super::{Fault, Index};

/// A checked tree; the first node is the root.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Tree {
    pub(crate) code: String,
    pub(crate) nodes: Vec<Twig>,
}

/// A node of a checked tree.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Twig {
    pub(crate) code: String,
    pub(crate) parent: Option<usize>,
    /// The indicator it is, for a leaf.
    pub(crate) leaf: Option<usize>,
    pub(crate) children: Vec<usize>,
    /// As it was written.
    pub(crate) weight: f64,
}

impl Tree {
    /// The tree of an index over a pool of indicators, by their codes.
    pub(crate) fn of(index: &Index, pool: &BTreeMap<&str, usize>) -> Result<Self, Vec<Fault>> {
        let mut faults = Vec::new();
        let mut places = BTreeMap::new();
        for (place, node) in index.nodes.iter().enumerate() {
            if places.insert(node.code.as_str(), place).is_some() {
                faults.push(Fault::NodeTwice { index: index.code.clone(), node: node.code.clone() });
            }
            if !(node.weight >= 0.0 && node.weight.is_finite()) {
                faults.push(Fault::Weight {
                    index: index.code.clone(),
                    node: node.code.clone(),
                    weight: node.weight,
                });
            }
        }
        let mut below = vec![Vec::new(); index.nodes.len()];
        let mut above = vec![None; index.nodes.len()];
        let mut root = None;
        for (place, node) in index.nodes.iter().enumerate() {
            let (index_code, code) = (index.code.clone(), node.code.clone());
            match &node.parent {
                None if node.code == index.code => root = root.or(Some(place)),
                None => faults.push(Fault::Orphan { index: index_code, node: code }),
                Some(parent) => match places.get(parent.as_str()) {
                    None => {
                        let parent = parent.clone();
                        faults.push(Fault::NoParent { index: index_code, node: code, parent });
                    }
                    Some(&parent) => {
                        below[parent].push(place);
                        above[place] = Some(parent);
                    }
                },
            }
        }
        faults.extend(rings(index, &above));
        faults.extend(childless(index, pool, &below));
        let Some(root) = root else {
            faults.push(Fault::NoRoot { index: index.code.clone() });
            return Err(faults);
        };
        if !faults.is_empty() {
            return Err(faults);
        }
        Ok(grown(index, pool, &below, root))
    }

    /// What every node weighs in the whole: its weight times those above it. Weights are one a node, summing to 1 among siblings.
    pub(crate) fn overall(&self, weights: &[f64]) -> Vec<f64> {
        let mut overall = vec![1.0; self.nodes.len()];
        for (place, node) in self.nodes.iter().enumerate() {
            if let Some(parent) = node.parent {
                overall[place] = overall[parent] * weights[place];
            }
        }
        overall
    }
}

/// Every ring once, from the first of its nodes that was written.
fn rings(index: &Index, above: &[Option<usize>]) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut seen = vec![false; above.len()];
    for start in 0..above.len() {
        let mut path = Vec::new();
        let mut at = Some(start);
        while let Some(place) = at.filter(|&place| !seen[place]) {
            seen[place] = true;
            path.push(place);
            at = above[place];
        }
        let Some(begins) = at.and_then(|met| path.iter().position(|&place| place == met)) else { continue };
        let ring = path[begins..].iter().map(|&place| index.nodes[place].code.clone()).collect();
        faults.push(Fault::Ring { index: index.code.clone(), ring });
    }
    faults
}

fn childless(index: &Index, pool: &BTreeMap<&str, usize>, below: &[Vec<usize>]) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (node, children) in index.nodes.iter().zip(below) {
        let (index_code, code) = (index.code.clone(), node.code.clone());
        let is_indicator = pool.contains_key(node.code.as_str());
        let codes = || children.iter().map(|&child| index.nodes[child].code.clone());
        match (is_indicator, children.first()) {
            (true, None) => {}
            (true, Some(&child)) => {
                let child = index.nodes[child].code.clone();
                faults.push(Fault::LeafWithChildren { index: index_code, node: code, child });
            }
            (false, None) => faults.push(Fault::NoChildren { index: index_code, node: code }),
            (false, Some(_)) => {
                // A negative weight is told on its own; here only the honest zeros are looked at.
                if children.iter().all(|&child| index.nodes[child].weight == 0.0) {
                    let children = codes().collect();
                    faults.push(Fault::WeightsSumToZero { index: index_code, node: code, children });
                }
            }
        }
    }
    faults
}

/// Parents before children, each branch with all that is below it, by a stack rather than by recursion: a tree may be as deep as a file is long.
fn grown(index: &Index, pool: &BTreeMap<&str, usize>, below: &[Vec<usize>], root: usize) -> Tree {
    let mut nodes: Vec<Twig> = Vec::with_capacity(index.nodes.len());
    let mut open = vec![(root, None)];
    while let Some((written, parent)) = open.pop() {
        let node = &index.nodes[written];
        let place = nodes.len();
        if let Some(parent) = parent {
            let parent: &mut Twig = &mut nodes[parent];
            parent.children.push(place);
        }
        nodes.push(Twig {
            code: node.code.clone(),
            parent,
            leaf: pool.get(node.code.as_str()).copied(),
            children: Vec::new(),
            weight: node.weight,
        });
        open.extend(below[written].iter().rev().map(|&child| (child, Some(place))));
    }
    Tree { code: index.code.clone(), nodes }
}
