//! Who does which sort of work.

mod release_at;
mod resize_picture;

pub use release_at::ReleasesAtTheirHour;
pub use resize_picture::ResizesPictures;
