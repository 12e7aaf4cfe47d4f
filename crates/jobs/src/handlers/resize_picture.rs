//! Copies of pictures for the public. Copies that are there are not made again.

use festoon_app::tasks::{Body, ResizePicture, Words};
use festoon_app::uploads::{Hash, UploadFolder, UploadRefusal};
use festoon_domain::text::Lang;
use jiff::Timestamp;

use crate::{Failed, Handler};

/// Does `resize-picture`.
#[derive(Debug, Clone)]
pub struct ResizesPictures {
    folder: UploadFolder,
}

impl ResizesPictures {
    /// In a folder of uploads.
    #[must_use]
    pub const fn new(folder: UploadFolder) -> Self {
        Self { folder }
    }
}

impl Handler for ResizesPictures {
    fn kind(&self) -> &'static str {
        ResizePicture::KIND
    }

    fn work(&self, body: &str, _now: Timestamp) -> Result<(), Failed> {
        let body = ResizePicture::read(body).map_err(Failed::ForGood)?;
        let Some(hash) = Hash::parse(&body.hash) else {
            let words = Words::said(|lang| match lang {
                Lang::Zh => format!("「{}」不是文件的哈希值", body.hash),
                Lang::En => format!("“{}” is no hash of a file", body.hash),
            });
            return Err(Failed::for_good(words));
        };

        self.folder.make_copies(&hash).map_err(|refusal| match refusal {
            // Somebody may make room, mend the permissions or bring the file back.
            UploadRefusal::Disk(trouble) => Failed::for_now(Words::said(|lang| trouble.sentence(lang))),
            other => Failed::for_good(Words::said(|lang| other.sentence(lang))),
        })
    }
}
