//! Why an upload is not taken, and what would be right.

use std::io;

use festoon_domain::text::Lang;

/// Why a file is not kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UploadRefusal {
    /// Nothing is in it.
    Empty,
    /// Its size and the most that is taken, in bytes.
    TooLarge(u64, u64),
    /// Its width and height, and the most pixels that are taken.
    TooManyPixels(u32, u32, u64),
    /// An SVG picture.
    Svg,
    /// A picture of a format that is not taken: its name.
    OtherPicture(&'static str),
    /// No picture at all.
    NoPicture,
    /// No PDF.
    NoPaper,
    /// A picture that does not decode to its end; the decoder's own words.
    DamagedPicture(String),
    /// A PDF without its end.
    PaperCutOff,
    /// The disk does not take it.
    Disk(DiskTrouble),
}

/// What a disk can do to us.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DiskTrouble {
    /// No room is left.
    Full,
    /// Reading or writing is not allowed.
    Forbidden,
    /// The file is not there.
    Absent,
    /// Anything else, in the system's words.
    Other(String),
}

impl From<io::Error> for DiskTrouble {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::Full,
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => Self::Forbidden,
            io::ErrorKind::NotFound => Self::Absent,
            _ => Self::Other(error.to_string()),
        }
    }
}

impl From<io::Error> for UploadRefusal {
    fn from(error: io::Error) -> Self {
        Self::Disk(error.into())
    }
}

impl UploadRefusal {
    /// What is wrong and what would be right, as a sentence.
    #[must_use]
    pub fn sentence(&self, lang: Lang) -> String {
        let mib = |bytes: &u64| bytes.div_ceil(1024 * 1024);
        match (self, lang) {
            (Self::Empty, Lang::Zh) => "文件是空的。请检查是否选错了文件。".into(),
            (Self::Empty, Lang::En) => "The file is empty. Check that it is the right one.".into(),
            (Self::TooLarge(size, most), Lang::Zh) => {
                format!("文件有 {} MiB，最多接受 {} MiB。请压缩后再上传。", mib(size), mib(most))
            }
            (Self::TooLarge(size, most), Lang::En) => {
                format!(
                    "The file has {} MiB; at most {} MiB are taken. Make it smaller.",
                    mib(size),
                    mib(most)
                )
            }
            (Self::TooManyPixels(width, height, most), Lang::Zh) => {
                format!("图片为 {width}×{height} 像素，最多接受 {} 万像素。请缩小后再上传。", most / 10_000)
            }
            (Self::TooManyPixels(width, height, most), Lang::En) => format!(
                "The picture has {width} × {height} pixels; at most {} megapixels are taken. Scale it down.",
                most / 1_000_000
            ),
            (Self::Svg, Lang::Zh) => "不接受 SVG 图片，因为其中可以带有脚本。请导出为 PNG 后再上传。".into(),
            (Self::Svg, Lang::En) => {
                "SVG pictures are not taken, because they may carry script. Export it as PNG.".into()
            }
            (Self::OtherPicture(format), Lang::Zh) => {
                format!("不接受 {format} 格式的图片。请另存为 PNG、JPEG 或 WebP。")
            }
            (Self::OtherPicture(format), Lang::En) => {
                format!("{format} pictures are not taken. Save it as PNG, JPEG or WebP.")
            }
            (Self::NoPicture, Lang::Zh) => "这不是图片。请上传 PNG、JPEG 或 WebP 图片。".into(),
            (Self::NoPicture, Lang::En) => "This is no picture. Bring a PNG, JPEG or WebP picture.".into(),
            (Self::NoPaper, Lang::Zh) => "这不是 PDF 文件。请导出为 PDF 后再上传。".into(),
            (Self::NoPaper, Lang::En) => "This is no PDF. Export it as PDF.".into(),
            (Self::DamagedPicture(words), Lang::Zh) => {
                format!("图片不完整或已损坏（{words}）。请重新导出或重新发送。")
            }
            (Self::DamagedPicture(words), Lang::En) => {
                format!("The picture is cut off or damaged ({words}). Export or send it again.")
            }
            (Self::PaperCutOff, Lang::Zh) => "PDF 文件缺少结尾，可能没有传完。请重新导出或重新上传。".into(),
            (Self::PaperCutOff, Lang::En) => {
                "The PDF lacks its end and may be cut off. Export or send it again.".into()
            }
            (Self::Disk(trouble), lang) => trouble.sentence(lang),
        }
    }
}

impl DiskTrouble {
    /// What is wrong and what would be right, as a sentence.
    #[must_use]
    pub fn sentence(&self, lang: Lang) -> String {
        match (self, lang) {
            (Self::Full, Lang::Zh) => "服务器磁盘已满，文件没有保存。请联系管理员清理后再上传。".into(),
            (Self::Full, Lang::En) => {
                "The server's disk is full, and the file was not kept. Ask the administrator to make room.".into()
            }
            (Self::Forbidden, Lang::Zh) => {
                "服务器无权读写上传文件夹，文件没有保存。请联系管理员检查权限。".into()
            }
            (Self::Forbidden, Lang::En) => {
                "The server may not read or write its folder of uploads. Ask the administrator to check the permissions."
                    .into()
            }
            (Self::Absent, Lang::Zh) => "上传的文件已不在服务器上。请联系管理员从备份中恢复。".into(),
            (Self::Absent, Lang::En) => {
                "The uploaded file is no longer there. Ask the administrator to bring it back from a backup.".into()
            }
            (Self::Other(words), Lang::Zh) => format!("服务器无法读写文件（{words}）。请稍后再试或联系管理员。"),
            (Self::Other(words), Lang::En) => {
                format!("The server cannot read or write the file ({words}). Try again later or ask the administrator.")
            }
        }
    }
}
