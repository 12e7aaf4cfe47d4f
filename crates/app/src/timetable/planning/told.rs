//! stub
use festoon_guide::clash_report::Both;
/// x
#[derive(Debug)]
pub struct Told;
/// x
#[derive(Debug)]
pub struct Answer(Both);
