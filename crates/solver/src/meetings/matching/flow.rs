//! A flow that is worth most, through a network whose arcs have a capacity and a worth.
//!
//! Shortest paths give every node a potential (Dijkstra over reduced costs), then as much as can flows along the arcs that are tight, and so on
//! until another path would be worth nothing: the primal-dual method (Ford, Fulkerson 1957). The potentials differ as often as paths
//! have different worths, which is seldom where wishes have few strengths.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// Worths are sums of three counts in one number; see [`super::network::Scale`].
pub(super) type Amount = i128;

const FAR: Amount = Amount::MAX / 4;

/// Arcs stand in pairs: an arc, and the way back.
#[derive(Debug, Default)]
pub(super) struct Flow {
    to: Vec<usize>,
    left: Vec<u32>,
    cost: Vec<Amount>,
    of: Vec<Vec<usize>>,
    potential: Vec<Amount>,
}

impl Flow {
    pub(super) fn of(nodes: usize) -> Self {
        Self { of: vec![Vec::new(); nodes], potential: vec![0; nodes], ..Self::default() }
    }

    /// Adds an arc; its number.
    pub(super) fn arc(&mut self, from: usize, to: usize, capacity: u32, worth: Amount) -> usize {
        let number = self.to.len();
        for (from, to, left, cost) in [(from, to, capacity, -worth), (to, from, 0, worth)] {
            self.of[from].push(self.to.len());
            self.to.push(to);
            self.left.push(left);
            self.cost.push(cost);
        }
        number
    }

    /// What flows through the arc.
    pub(super) fn through(&self, arc: usize) -> u32 {
        self.left[arc + 1]
    }

    /// Lets flow from the first node to the last of the order in which all arcs go forward; what it is worth.
    pub(super) fn run(&mut self, from: usize, to: usize, order: &[usize]) -> Amount {
        self.first_potentials(from, order);
        let mut worth = 0;
        loop {
            let way = self.potential[to] - self.potential[from];
            if way >= 0 {
                return worth;
            }
            loop {
                let flowed = self.push(from, to);
                if flowed == 0 {
                    break;
                }
                worth -= Amount::from(flowed) * way;
            }
            if !self.raise(from, to) {
                return worth;
            }
        }
    }

    /// The first network has no way back, so one walk in order finds the cheapest ways.
    fn first_potentials(&mut self, from: usize, order: &[usize]) {
        self.potential = vec![FAR; self.of.len()];
        self.potential[from] = 0;
        for &node in order {
            if self.potential[node] >= FAR {
                continue;
            }
            for &arc in &self.of[node] {
                let reached = self.potential[node] + self.cost[arc];
                if self.left[arc] > 0 && reached < self.potential[self.to[arc]] {
                    self.potential[self.to[arc]] = reached;
                }
            }
        }
        // What cannot be reached at first may be reached later; any potential below its arcs' will do.
        for at in self.potential.iter_mut().filter(|at| **at >= FAR) {
            *at = 0;
        }
    }

    /// Sends what fits along tight arcs, one way after the other; how much that was. Ways can be long, so they stand in a list and not on the stack.
    fn push(&mut self, from: usize, to: usize) -> u32 {
        let mut next = vec![0; self.of.len()];
        let mut walked = vec![false; self.of.len()];
        let mut way: Vec<usize> = Vec::new();
        let mut sent = 0;
        walked[from] = true;
        loop {
            let node = way.last().map_or(from, |&arc| self.to[arc]);
            if node == to {
                sent += self.send(&way);
                for arc in way.drain(..) {
                    walked[self.to[arc]] = false;
                }
                continue;
            }
            let here = &self.of[node];
            let forward = |&at: &usize| self.tight(node, here[at]) && !walked[self.to[here[at]]];
            let found = (next[node]..here.len()).find(forward);
            next[node] = found.unwrap_or(here.len());
            if let Some(at) = found {
                way.push(here[at]);
                walked[self.to[here[at]]] = true;
            } else if way.pop().is_none() {
                return sent;
            }
        }
    }

    fn tight(&self, node: usize, arc: usize) -> bool {
        self.left[arc] > 0 && self.potential[node] + self.cost[arc] == self.potential[self.to[arc]]
    }

    fn send(&mut self, way: &[usize]) -> u32 {
        let part = way.iter().map(|&arc| self.left[arc]).min().unwrap_or(0);
        for &arc in way {
            self.left[arc] -= part;
            self.left[arc ^ 1] += part;
        }
        part
    }

    /// Raises the potentials until another way is tight; whether there is one.
    fn raise(&mut self, from: usize, to: usize) -> bool {
        let mut far = vec![FAR; self.of.len()];
        far[from] = 0;
        let mut open = BinaryHeap::from([(Reverse(0), from)]);
        while let Some((Reverse(reached), node)) = open.pop() {
            if reached > far[node] {
                continue;
            }
            for &arc in self.of[node].iter().filter(|&&arc| self.left[arc] > 0) {
                let there = self.to[arc];
                let next = reached + self.cost[arc] + self.potential[node] - self.potential[there];
                if next < far[there] {
                    far[there] = next;
                    open.push((Reverse(next), there));
                }
            }
        }
        let end = far[to];
        for (potential, far) in self.potential.iter_mut().zip(far) {
            *potential += far.min(end);
        }
        end < FAR
    }
}
