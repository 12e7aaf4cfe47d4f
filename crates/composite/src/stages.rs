//! The steps from raw cells to an index, in the order that a framework names: each takes a sheet, gives a sheet, and logs what it changed.
