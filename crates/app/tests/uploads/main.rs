//! What is kept of what people bring, what is refused, and what the public is given of it.

mod copying;
mod examining;
mod keeping;
mod pictures;
mod rows;
