//! What makes a solution none.

/// A rule that no weight excuses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Broken {
    /// A session has fewer rows of slots than it has slots, or more; its name, the rows and the slots.
    Rows { session: String, rows: usize, slots: u16 },
    /// The submission stands nowhere; its reference.
    Missing(String),
    /// The submission stands in fewer slots than it takes, or in more, or not in one stretch; its reference and its slots.
    Torn { reference: String, slots: u16 },
    /// The submission stands where the room has another track; its reference, its track, and the room's.
    OtherTrack { reference: String, track: String, stood: String },
    /// The submission stands where the room has no track; its reference and its track.
    NoTrack { reference: String, track: String },
    /// The room has a track and none of its submissions; the track.
    Idle(String),
}

impl Broken {
    pub(in super::super) fn zh(&self) -> String {
        match self {
            Self::Rows { session, rows, slots } => {
                format!("时段「{session}」有 {rows} 行，应有 {slots} 行，每格一行。")
            }
            Self::Missing(reference) => format!("报告「{reference}」没有排进去。请给它安排位置。"),
            Self::Torn { reference, slots } => {
                format!("报告「{reference}」应在同一时段、同一会场占连续的 {slots} 格。请核对它出现的各处。")
            }
            Self::OtherTrack { reference, track, stood } => format!(
                "报告「{reference}」属于分会「{track}」，这个时段的会场却给了「{stood}」。请换位置或改分会。"
            ),
            Self::NoTrack { reference, track } => {
                format!("报告「{reference}」所在的时段和会场没有写分会。上方的表里应写「{track}」。")
            }
            Self::Idle(track) => {
                format!("这个时段的会场给了分会「{track}」，却没有报告。请删去分会，或排入报告。")
            }
        }
    }

    pub(in super::super) fn en(&self) -> String {
        match self {
            Self::Rows { session, rows, slots } => {
                format!("the session “{session}” has {rows} rows; it should have {slots}, one a slot.")
            }
            Self::Missing(reference) => {
                format!("the submission “{reference}” stands nowhere. Give it a place.")
            }
            Self::Torn { reference, slots } => format!(
                "the submission “{reference}” should take {slots} slots in one stretch, in one session and one room. Look at every place where it stands."
            ),
            Self::OtherTrack { reference, track, stood } => format!(
                "the submission “{reference}” is of the track “{track}”, and the room has “{stood}” in this session. Move it or change the track."
            ),
            Self::NoTrack { reference, track } => format!(
                "the submission “{reference}” stands where the room has no track. Write “{track}” into the table above."
            ),
            Self::Idle(track) => format!(
                "the room has the track “{track}” in this session, and no submission of it. Remove the track or place a submission."
            ),
        }
    }
}
