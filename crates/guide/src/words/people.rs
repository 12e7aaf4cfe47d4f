//! The words about people.

use festoon_domain::programme::Role;
use festoon_domain::text::Lang;

use super::{Count, Phrase, bilingual};

bilingual! {
    /// The words of a person's page, and of people on others.
    PeopleWords {
        people: &'static str = "参与的人", "People";
        appears: &'static str = "出席的场次", "Appearances";
        portrait_of: Phrase = Phrase("{}的照片"), Phrase("Portrait of {}");
        picture_elsewhere: &'static str = "照片（在别的网站）", "Picture (on another site)";
        more_people: Count = Count::always("还有 {} 人，见各场次的页面。"), Count::new("One more person, on the pages of the sessions.", "{} more people, on the pages of the sessions.");
        papers: &'static str = "资料", "Papers";
        related: &'static str = "相关内容", "Related";
        paper: &'static str = "讲义", "Paper";
    }
}

/// What somebody is at a session: 演讲, speaker.
#[must_use]
pub const fn role(role: Role, lang: Lang) -> &'static str {
    match (role, lang) {
        (Role::Speaker, Lang::Zh) => "演讲",
        (Role::Speaker, Lang::En) => "Speaker",
        (Role::Chair, Lang::Zh) => "主持",
        (Role::Chair, Lang::En) => "Chair",
        (Role::GuestOfHonour, Lang::Zh) => "嘉宾",
        (Role::GuestOfHonour, Lang::En) => "Guest of honour",
        (Role::Interpreter, Lang::Zh) => "口译",
        (Role::Interpreter, Lang::En) => "Interpreter",
    }
}
