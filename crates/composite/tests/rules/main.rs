//! Rules that hold of every framework and all data, and the edges of each step on numbers small enough to be checked by hand.

mod small;
