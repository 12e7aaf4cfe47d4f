//! Investment projects on their way to signing.
//!
//! One record for a project's whole life; what changes is its stage. This issue of the house only counts and adds;
//! who may see which total is the press room's matter.

use jiff::civil::Date;

use crate::choice::choices;
use crate::text::Text;
use crate::week::Provenance;

/// How far a project is. The order is the ladder's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Stage {
    /// 线索
    Lead,
    /// 意向
    Intent,
    /// 拟签约
    ToBeSigned,
    /// 签约
    Signed,
    /// 落地: registered, first money paid.
    Landed,
    /// 开工
    Started,
    /// 投产
    Producing,
}

choices! { Stage {
    Lead "lead" "线索" "Lead",
    Intent "intent" "意向" "Intent",
    ToBeSigned "to-be-signed" "拟签约" "To be signed",
    Signed "signed" "签约" "Signed",
    Landed "landed" "落地" "Landed",
    Started "started" "开工" "Started",
    Producing "producing" "投产" "Producing",
} }

/// An investment project.
#[derive(Debug, Clone, PartialEq)]
pub struct Project {
    /// Its name in files; ASCII.
    pub key: String,
    /// What it is called inside the project desk.
    pub name: Text,
    /// How far it is.
    pub stage: Stage,
    /// Total investment in fen: the minor unit of the yuan.
    pub amount_fen: i64,
    /// The industrial chain it belongs to.
    pub chain: Option<String>,
    /// Where the money comes from, ISO 3166-1 alpha-2; nothing for domestic.
    pub country: Option<String>,
    /// The day it was signed.
    pub signed_on: Option<Date>,
    /// Whether it was stated or invented.
    pub provenance: Provenance,
}
