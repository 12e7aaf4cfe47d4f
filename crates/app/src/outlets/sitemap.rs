//! Every page that a search engine may show.
//!
//! The standard takes absolute addresses only, so a site that was not told its origin has no map.

use festoon_domain::text::Lang;
use festoon_exchange::outlet::sitemap::{self, MOST_ADDRESSES, Mapped};
use festoon_guide::url::{Outlet, Page};
use festoon_guide::{Guide, pages};

/// Pages of a file: each has two addresses.
const MOST_PAGES: usize = MOST_ADDRESSES / Lang::BOTH.len();

/// The map, or of a large week's the index or one of its files, counted from 1.
pub(super) fn write(guide: &Guide, number: Option<u32>) -> Option<Vec<u8>> {
    guide.imprint().origin.0.as_ref()?;
    let modified = guide.release().map(|release| release.at);
    let all: Vec<Page<'_>> = pages::all(guide).into_iter().filter(|page| is_shown(*page)).collect();
    let files: Vec<&[Page<'_>]> = all.chunks(MOST_PAGES).collect();
    let pages = match (number, files.as_slice()) {
        (None, [only]) => only,
        (None, several) => {
            let numbers = (1..).take(several.len());
            let addresses: Vec<String> =
                numbers.map(|number| guide.lasting_outlet(Outlet::Sitemap(Some(number)))).collect();
            return Some(sitemap::index(&addresses, modified));
        }
        (Some(number), several) if several.len() > 1 => {
            several.get(usize::try_from(number).ok()?.checked_sub(1)?)?
        }
        (Some(_), _) => return None,
    };
    let mapped: Vec<Mapped> = pages.iter().map(|page| mapped(guide, *page)).collect();
    Some(sitemap::pages(&mapped, modified))
}

/// What is somebody's own, or a form, or of no week, is not for search engines.
const fn is_shown(page: Page<'_>) -> bool {
    !matches!(page, Page::Check | Page::Claims | Page::Offline | Page::Search | Page::Plan | Page::Near)
}

/// The front door lets a reader of neither language choose; further in, English is understood by more of them.
fn mapped(guide: &Guide, page: Page<'_>) -> Mapped {
    let in_language = Lang::BOTH.map(|lang| guide.lasting_address(page, lang));
    let imprint = guide.imprint();
    let otherwise = match page {
        Page::Week => {
            format!("{}{}", imprint.origin.0.as_deref().unwrap_or_default(), imprint.lasting.chooser())
        }
        _ => guide.lasting_address(page, Lang::En),
    };
    Mapped { in_language, otherwise }
}
