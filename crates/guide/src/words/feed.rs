//! The words of the feed: what a release changed, and what everybody must read.

use super::{Count, Numbered, Phrase, bilingual};

bilingual! {
    /// The words of the feed.
    FeedWords {
        updates: Phrase = Phrase("{}：更新"), Phrase("{}: updates");
        about: Phrase = Phrase("{}每次发布改了什么，以及紧急通知。"), Phrase("What each release of {} changed, and notices that must be read.");
        notice: Phrase = Phrase("紧急通知：{}"), Phrase("Notice: {}");
        until: Phrase = Phrase("有效至{}。"), Phrase("Until {}.");
        release: Numbered = Numbered("第{number}版：{}"), Numbered("Release {number}: {}");
        first: &'static str = "日程首次发布", "the programme is out";
        first_lead: &'static str = "日程已经发布，之后每次更新都会写在这里。", "The programme is out. What changes from now on is told here.";
        details: &'static str = "只改了细节", "details only";
        details_lead: &'static str = "时间、地点和场次都没有变。", "No time, place or session changed.";
        more: Count = Count::always("另有 {} 处。"), Count::new("And one more.", "And {} more.");
    }
}
