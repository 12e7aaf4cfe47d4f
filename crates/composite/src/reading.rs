//! What is read from a finished run: what each indicator gives to a score, how much it decides, what is left without it, and how units move
//! over the years.

mod contributions;
mod influence;
mod leaving_out;
mod years;

pub use contributions::{Contributions, contributions};
pub use influence::{Among, Influence, influence};
pub use leaving_out::{LeftOut, leave_one_out};
pub use years::{Honour, YearOnYear, honours, year_on_year};
