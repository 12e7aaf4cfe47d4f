//! Short words with a fixed meaning, as the reader of tables understands them in either language.

use festoon_domain::programme::{Access, ActivityKind, PartKind, Visibility};
use festoon_domain::text::Lang;

/// What a kind of activity is called.
pub(super) const fn activity_kind(kind: ActivityKind, lang: Lang) -> &'static str {
    let (zh, en) = match kind {
        ActivityKind::Conference => ("大会", "conference"),
        ActivityKind::Forum => ("论坛", "forum"),
        ActivityKind::Contest => ("大赛", "contest"),
        ActivityKind::Roadshow => ("路演", "roadshow"),
        ActivityKind::Exhibition => ("展览", "exhibition"),
        ActivityKind::Carnival => ("嘉年华", "carnival"),
        ActivityKind::OpenDay => ("开放日", "open day"),
        ActivityKind::Signing => ("签约", "signing"),
        ActivityKind::Training => ("培训", "training"),
        ActivityKind::Salon => ("沙龙", "salon"),
        ActivityKind::Award => ("颁奖", "award"),
    };
    in_language(lang, zh, en)
}

/// What a kind of part is called; nothing for one that is of no particular kind.
pub(super) const fn part_kind(kind: PartKind, lang: Lang) -> Option<&'static str> {
    let (zh, en) = match kind {
        PartKind::Opening => ("开幕式", "opening"),
        PartKind::SummitForum => ("高峰论坛", "summit forum"),
        PartKind::ThemeForum => ("主题论坛", "theme forum"),
        PartKind::Closing => ("闭幕式", "closing"),
        PartKind::Exhibition => ("展览", "exhibition"),
        PartKind::Signing => ("签约", "signing"),
        PartKind::Programme => return None,
    };
    Some(in_language(lang, zh, en))
}

/// What a session does so that more people can follow.
pub(super) const fn access(access: Access, lang: Lang) -> &'static str {
    let (zh, en) = match access {
        Access::SignLanguage => ("手语", "sign language"),
        Access::Captions => ("实时字幕", "captions"),
        Access::HearingLoop => ("助听感应", "hearing loop"),
        Access::AudioDescription => ("口述影像", "audio description"),
    };
    in_language(lang, zh, en)
}

/// Who may know.
pub(super) const fn visibility(visibility: Visibility, lang: Lang) -> &'static str {
    let (zh, en) = match visibility {
        Visibility::Protocol => ("礼宾", "protocol"),
        Visibility::Hosts => ("内部", "hosts"),
        Visibility::Public => ("公开", "public"),
    };
    in_language(lang, zh, en)
}

/// One of two words.
pub(super) const fn in_language(lang: Lang, zh: &'static str, en: &'static str) -> &'static str {
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}
