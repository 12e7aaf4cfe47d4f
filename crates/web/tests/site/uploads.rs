//! Uploads of released weeks, over a folder in memory.

use std::collections::{HashMap, HashSet};
use std::io;
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode};
use festoon_web::{Edition, Shelf, Site, Upload, Uploads, router};
use jiff::Timestamp;

use crate::{answer, get, guide, header};

/// A folder with a picture, a paper and a drawing that are public, a picture that is not, and a public one nobody can read.
fn site() -> Router {
    let upload = |text: &str, media_type: &str| Upload { bytes: text.into(), media_type: media_type.into() };
    let folder: HashMap<&str, Upload> = [
        ("aa11.png", upload("a picture", "image/png")),
        ("bb22", upload("a paper", "application/pdf")),
        ("cc33", upload("<svg onload='x'/>", "image/svg+xml")),
        ("dd44", upload("of a draft", "image/png")),
    ]
    .into();
    let uploads = Uploads::new(move |name| match name {
        "ee55" => Err(io::Error::other("the disk is gone")),
        name => Ok(folder.get(name).cloned()),
    });
    let site = Site::new(|| Timestamp::UNIX_EPOCH).with_uploads(uploads);
    let public: HashSet<String> = ["aa11.png", "bb22", "cc33", "ee55", "lost"].map(String::from).into();
    site.show(Shelf::default().with(Edition::new(&guide(), public)));
    router(Arc::new(site))
}

#[tokio::test]
async fn a_picture_is_shown_and_kept_for_ever() {
    let site = site();
    let (status, headers, body) = get(&site, "/uploads/aa11.png").await;
    assert_eq!((status, body.as_str()), (StatusCode::OK, "a picture"));
    assert_eq!(header(&headers, "content-type"), "image/png");
    assert_eq!(header(&headers, "cache-control"), "public, max-age=31536000, immutable");
    assert_eq!(header(&headers, "x-content-type-options"), "nosniff");
    assert_eq!(header(&headers, "content-disposition"), "");
    assert!(header(&headers, "content-security-policy").starts_with("default-src 'none'"));

    let again = Request::get("/uploads/aa11.png").header("if-none-match", header(&headers, "etag"));
    let (status, _, body) = answer(&site, again.body(Body::empty()).expect("a request")).await;
    assert_eq!((status, body.as_str()), (StatusCode::NOT_MODIFIED, ""));
}

#[tokio::test]
async fn what_a_browser_might_run_is_saved_and_not_shown() {
    let site = site();
    let saved = [("bb22", "attachment; filename=\"bb22.pdf\""), ("cc33", "attachment; filename=\"cc33\"")];
    for (name, disposition) in saved {
        let (status, headers, _) = get(&site, &format!("/uploads/{name}")).await;
        assert_eq!((status, header(&headers, "content-disposition")), (StatusCode::OK, disposition));
    }
}

#[tokio::test]
async fn only_what_a_release_has_is_public_whatever_lies_in_the_folder() {
    let site = site();
    for name in ["dd44", "nothing", "lost", "..%2Faa11.png", "aa11.png%22", "AA11.png"] {
        let (status, ..) = get(&site, &format!("/uploads/{name}")).await;
        assert_eq!(status, StatusCode::NOT_FOUND, "{name}");
    }
    let (status, headers, html) = get(&site, "/uploads/ee55").await;
    assert_eq!((status, header(&headers, "cache-control")), (StatusCode::INTERNAL_SERVER_ERROR, "no-store"));
    assert!(!html.contains("disk"));
}
