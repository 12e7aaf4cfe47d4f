//! What changed, as news: notices first, then what each release changed for the public.
//!
//! Why a release was made is written for the office, not for the public, and does not stand here; who is a guest of honour or an
//! interpreter does not either, because a release holds only what everybody may know.

use festoon_domain::choice::Choice as _;
use festoon_domain::notice::Notice;
use festoon_domain::record::Topic;
use festoon_domain::text::Lang;
use festoon_exchange::outlet::atom::{Entry, Feed, Item, Paragraph};
use festoon_guide::Guide;
use festoon_guide::imprint::{About, Past, PastTopic};
use festoon_guide::url::{Outlet, Page};
use festoon_guide::words::dates;
use festoon_guide::words::feed::FeedWords;
use jiff::Timestamp;

/// The feed in a language.
pub(super) fn write(guide: &Guide, lang: Lang) -> Vec<u8> {
    let week = &guide.programme().week;
    let w = FeedWords::of(lang);
    let title = week.title.read(lang);
    let organiser = week.organiser.read(lang);
    let notices = guide.notices().iter().rev().map(|notice| told(guide, notice, lang));
    let releases = guide.history().iter().map(|past| release(guide, past, lang));
    let entries: Vec<Entry> = notices.chain(releases).collect();
    let is_absolute = guide.imprint().origin.0.is_some();
    Feed {
        identity: vec!["feed".into(), week.slug.clone(), lang.code().into()],
        title: w.updates.with(title),
        subtitle: w.about.with(title),
        lang,
        author: if organiser.is_empty() { title } else { organiser }.to_owned(),
        own: is_absolute.then(|| guide.lasting_outlet(Outlet::Feed(lang))),
        page: page(guide, Page::Week, lang),
        // A notice that went takes its entry with it, but what has happened since does not become less.
        updated: guide.modified().unwrap_or(Timestamp::UNIX_EPOCH),
        entries,
    }
    .write()
}

/// A page's address, where it can be absolute.
fn page(guide: &Guide, page: Page<'_>, lang: Lang) -> Option<String> {
    guide.imprint().origin.0.as_ref()?;
    Some(guide.lasting_address(page, lang))
}

fn told(guide: &Guide, notice: &Notice, lang: Lang) -> Entry {
    let w = FeedWords::of(lang);
    let words = notice.text.read(lang);
    let zone = &guide.programme().week.zone;
    let until = notice.ends.map(|ends| w.until.with(&dates::moment(ends, zone, lang)));
    Entry {
        identity: vec!["notice".into(), notice.number.to_string()],
        title: w.notice.with(&words.split_whitespace().collect::<Vec<_>>().join(" ")),
        updated: notice.posted,
        page: page(guide, Page::Week, lang),
        paragraphs: [Some(words.to_owned()), until].into_iter().flatten().map(Paragraph::Words).collect(),
    }
}

fn release(guide: &Guide, past: &Past, lang: Lang) -> Entry {
    let w = FeedWords::of(lang);
    let number = past.release.number;
    let (summary, lead) = match (past.topics.is_empty(), number) {
        (false, _) => (summary(&past.topics, lang), None),
        (true, 1) => (w.first.to_owned(), Some(w.first_lead)),
        (true, _) => (w.details.to_owned(), Some(w.details_lead)),
    };
    let lead = lead.map(|words| Paragraph::Words(words.to_owned()));
    let topics = past.topics.iter().flat_map(|topic| paragraphs(guide, topic, lang));
    Entry {
        identity: vec!["release".into(), number.to_string()],
        title: w.release.with(number, &summary),
        updated: past.release.at,
        page: page(guide, Page::Programme, lang),
        paragraphs: lead.into_iter().chain(topics).collect(),
    }
}

/// `新增3项，取消1项`, `3 new, 1 cancelled`.
fn summary(topics: &[PastTopic], lang: Lang) -> String {
    let said = |topic: &PastTopic| {
        let (count, called) = (topic.count, topic.topic.called(lang));
        match (lang, topic.topic) {
            (Lang::Zh, _) => format!("{called}{count}项"),
            (Lang::En, Topic::People) => format!("{count} with other people"),
            (Lang::En, _) => format!("{count} {}", called.to_lowercase()),
        }
    };
    let said: Vec<String> = topics.iter().map(said).collect();
    said.join(match lang {
        Lang::Zh => "，",
        Lang::En => ", ",
    })
}

fn paragraphs(guide: &Guide, topic: &PastTopic, lang: Lang) -> Vec<Paragraph> {
    let items = topic.lines.iter().map(|line| Item {
        words: line.text.read(lang).to_owned(),
        page: line.about.as_ref().and_then(|about| subject(guide, about, lang)),
    });
    let more = topic.count.saturating_sub(topic.lines.len());
    let more = (more > 0).then(|| Paragraph::Words(FeedWords::of(lang).more.of(more)));
    let whole = [Paragraph::Heading(topic.topic.called(lang).to_owned()), Paragraph::List(items.collect())];
    whole.into_iter().chain(more).collect()
}

/// The page of what a change is about, where there still is one.
fn subject(guide: &Guide, about: &About, lang: Lang) -> Option<String> {
    let subject = match about {
        About::Activity(key) => guide.activity(key).map(|_| Page::Activity(key)),
        About::Session(key) => guide.session(key).map(|_| Page::Session(key)),
        About::Venue(key) => guide.venue(key).map(|_| Page::Venue(key)),
    };
    page(guide, subject?, lang)
}
