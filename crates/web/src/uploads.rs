//! `/uploads/{name}`: pictures and papers of released weeks. Their names are their content's hash, so they are kept for ever.
//!
//! Only what a shown release has is served; that something lies in the folder does not make it public.

use std::fmt::{self, Debug, Formatter};
use std::io;
use std::sync::Arc;

use axum::extract::{Path, Request, State};
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE, ETAG};
use axum::response::{AppendHeaders, IntoResponse, Response};
use festoon_guide::pages::error::Trouble;

use crate::files::FOR_EVER;
use crate::validators::is_known;
use crate::{Site, errors};

/// What a browser may show by itself. Anything else is saved: a paper or a drawing could carry a script.
const SHOWN: [&str; 3] = ["image/png", "image/jpeg", "image/webp"];

/// The bytes of an upload and what they were found to be.
#[derive(Debug, Clone)]
pub struct Upload {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Its media type, by its bytes: `image/png`, `application/pdf`.
    pub media_type: String,
}

type Fetch = dyn Fn(&str) -> io::Result<Option<Upload>> + Send + Sync;

/// Where uploads lie.
#[derive(Clone)]
pub struct Uploads {
    fetch: Arc<Fetch>,
}

impl Uploads {
    /// Looked up by name on a thread that may wait; nothing if there is none. It is only asked for names a release has.
    #[must_use]
    pub fn new(fetch: impl Fn(&str) -> io::Result<Option<Upload>> + Send + Sync + 'static) -> Self {
        Self { fetch: Arc::new(fetch) }
    }
}

impl Default for Uploads {
    /// A folder with nothing in it.
    fn default() -> Self {
        Self::new(|_| Ok(None))
    }
}

impl Debug for Uploads {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_struct("Uploads").finish_non_exhaustive()
    }
}

/// A browser fetches a picture a page shows; a visitor saves a paper.
pub(crate) async fn upload(
    State(site): State<Arc<Site>>,
    Path(name): Path<String>,
    request: Request,
) -> Response {
    if !is_plain(&name) || !site.shelf().shows_upload(&name) {
        return errors::answer(&site, &request, Trouble::NotFound);
    }
    let etag = format!("\"{name}\"");
    let lasting = [(ETAG, etag.clone()), (CACHE_CONTROL, FOR_EVER.to_owned())];
    if is_known(request.headers(), &etag) {
        return (StatusCode::NOT_MODIFIED, lasting).into_response();
    }

    let (fetch, wanted) = (Arc::clone(&site.uploads.fetch), name.clone());
    let upload = match tokio::task::spawn_blocking(move || fetch(&wanted)).await {
        Ok(Ok(Some(upload))) => upload,
        Ok(Ok(None)) => return errors::answer(&site, &request, Trouble::NotFound),
        Ok(Err(error)) => {
            tracing::error!(%error, "an upload cannot be read");
            return errors::answer(&site, &request, Trouble::Ours);
        }
        Err(_) => return errors::answer(&site, &request, Trouble::Ours),
    };
    let ending = if upload.media_type == "application/pdf" { ".pdf" } else { "" };
    let is_shown = SHOWN.contains(&upload.media_type.as_str());
    let saved_as =
        (!is_shown).then(|| [(CONTENT_DISPOSITION, format!("attachment; filename=\"{name}{ending}\""))]);
    (lasting, [(CONTENT_TYPE, upload.media_type)], saved_as.map(AppendHeaders), upload.bytes).into_response()
}

/// A name is a hash and perhaps an ending; what else could stand in an address is no name of ours and fits no header.
fn is_plain(name: &str) -> bool {
    name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_'))
}
