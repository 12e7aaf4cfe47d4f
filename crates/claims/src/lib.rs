//! Figures in Chinese and English texts: found, understood, and held against what is true.
//!
//! Plain text in, values out. Nothing here reads a file or a clock.
