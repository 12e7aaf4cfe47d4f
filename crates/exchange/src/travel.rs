//! travel.csv: from, to, mode, minutes.
