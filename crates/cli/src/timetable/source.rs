//! What is to be planned. So far a conference of the public benchmark; whatever else there will be is one more kind here.

use std::path::Path;

use festoon_app::timetable::conference::{self, Posed};
use festoon_exchange::{NamedFile, cosplib};

use crate::complaint::Complaint;
use crate::inputs;
use crate::language::both;

/// What a file asks for.
#[derive(Debug)]
pub(super) enum Source {
    /// A workbook of `CoSPLib`.
    Conference(Box<Posed>),
}

impl Source {
    /// Reads the file; its content decides what it is.
    pub(super) fn open(path: &Path) -> Result<Self, Vec<Complaint>> {
        let file = open(path)?;
        if !cosplib::is_conference(&file) {
            let sentence = both(
                "这不是 CoSPLib 会议工作簿：应有 parameters、submissions、tracks、sessions、rooms 等工作表。",
                "this is no CoSPLib workbook: it should have the sheets parameters, submissions, tracks, sessions, rooms and four of penalties.",
            );
            return Err(vec![Complaint::about(&file.name, sentence)]);
        }
        let conference = cosplib::read(&file).map_err(|refusal| vec![Complaint::from_refusal(&refusal)])?;
        let posed = conference::pose(conference).map_err(|conference::TooDear| {
            let sentence = both(
                "权重和罚分太大，加不出总分。请缩小权重或罚分。",
                "weights and penalties are so large that no total can be had. Make them smaller.",
            );
            vec![Complaint::about(&file.name, sentence)]
        })?;
        Ok(Self::Conference(Box::new(posed)))
    }
}

pub(super) fn open(path: &Path) -> Result<NamedFile, Vec<Complaint>> {
    inputs::open(path, &inputs::base_name(path)).map_err(|complaint| vec![complaint])
}
