//! What people see of a week: pages and reports, rendered from values.

pub mod clash_report;
