//! What a result depends on: runs over all choices or over drawn ones, intervals of ranks, and the share of each choice in the variance.
