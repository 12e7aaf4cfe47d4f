//! A compressed answer for who cannot read it compressed: unpacked piece by piece, as fast as they take it.
//!
//! Unpacking it whole would hold a large file in memory for each of them, for as long as the slowest line takes. So it is a window of
//! the decoder and a few pieces, however large the file and however slow the reader.

use std::convert::Infallible;
use std::io::Read as _;
use std::pin::Pin;
use std::task::{Context, Poll};

use axum::body::Bytes;
use axum::body::HttpBody;
use flate2::bufread::GzDecoder;
use http_body::Frame;

/// A piece takes some microseconds to unpack, so nobody else waits for it; the connection takes up to sixteen of them ahead.
const PIECE: usize = 4 * 1024;

/// The body of such an answer.
pub(crate) struct Unpacked {
    decoder: GzDecoder<Packed>,
}

impl Unpacked {
    /// What was compressed by this program.
    pub(crate) fn new(gzip: Bytes) -> Self {
        Self { decoder: GzDecoder::new(Packed(gzip)) }
    }
}

impl HttpBody for Unpacked {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        let mut piece = vec![0; PIECE];
        let mut filled = 0;
        while filled < PIECE {
            let read = self.decoder.read(&mut piece[filled..]).expect("what was compressed here unpacks");
            if read == 0 {
                break;
            }
            filled += read;
        }
        piece.truncate(filled);
        Poll::Ready((filled > 0).then(|| Ok(Frame::data(Bytes::from(piece)))))
    }
}

/// Shared bytes that are read from their beginning on.
struct Packed(Bytes);

impl std::io::Read for Packed {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let taken = self.0.len().min(buffer.len());
        buffer[..taken].copy_from_slice(&self.0.split_to(taken));
        Ok(taken)
    }
}

impl std::io::BufRead for Packed {
    fn fill_buf(&mut self) -> std::io::Result<&[u8]> {
        Ok(&self.0)
    }

    fn consume(&mut self, amount: usize) {
        let _taken = self.0.split_to(amount);
    }
}
