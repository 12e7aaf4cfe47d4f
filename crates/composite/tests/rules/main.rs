//! Rules that hold of every framework and all data, and the edges of each step on numbers small enough to be checked by hand.

mod deciding;
mod faults;
mod laws;
mod reading;
mod scales;
mod small;
mod steps;
mod varying;
