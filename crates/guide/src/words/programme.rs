//! The words of the programme's pages: filters, stretches of a long day, the grid of halls.

use super::{Count, Phrase, bilingual};

bilingual! {
    /// The words of the programme.
    ProgrammeWords {
        narrow: &'static str = "筛选场次", "Filter sessions";
        in_use: &'static str = "已选条件", "Filters in use";
        remove: Count = Count::always("，去掉后有 {} 场"), Count::new(", remove and see {} session", ", remove and see {} sessions");
        clear: &'static str = "全部清除", "Clear all";
        by_venue: &'static str = "场馆", "Venue";
        by_chain: &'static str = "产业链", "Industrial chain";
        by_kind: &'static str = "类型", "Kind";
        by_host: &'static str = "主办", "Host";
        by_language: &'static str = "语言", "Language";
        by_partner: &'static str = "合作国家", "Partner country";
        by_access: &'static str = "无障碍服务", "Access";
        accessible: &'static str = "无障碍", "Accessible";
        accessible_meaning: &'static str = "会场无台阶，或有手语、字幕等服务", "Step-free hall, or sign language, captions and the like";
        interpreted: &'static str = "有口译", "Interpreted";
        more_choices: Count = Count::always("另有 {} 项"), Count::new("{} more", "{} more");
        not_listed: Count = Count::always("还有 {} 项没有列出，可以先选别的条件。"), Count::new("{} more is not listed; choose something else first.", "{} more are not listed; choose something else first.");
        matching: Count = Count::always("符合条件的有 {} 场"), Count::new("{} session matches", "{} sessions match");
        cut_short: Count = Count::always("还有 {} 场没有列出。"), Count::new("{} more is not listed.", "{} more are not listed.");
        add_another: &'static str = "可以再加一个条件", "Add another filter";
        nothing_that_day: &'static str = "这一天没有同时符合这些条件的场次。去掉一个条件，或看别的日子。", "Nothing on this day matches all of these filters. Remove one, or try another day.";
        nothing_at_all: &'static str = "没有同时符合这些条件的场次。去掉一个条件再看。", "No session matches all of these filters. Remove one and look again.";
        more_sessions: Count = Count::always("还有 {} 场"), Count::new("{} more session", "{} more sessions");
        more_activities: Count = Count::always("还有 {} 项活动"), Count::new("{} more activity", "{} more activities");
        more_undated: Count = Count::always("还有 {} 场没有列出，可以在各活动的页面上看到。"), Count::new("{} more is not listed here; its activity’s page has it.", "{} more are not listed here; their activities’ pages have them.");
        stretches: &'static str = "按时段看", "By time";
        stretches_lead: Count = Count::always("这一天场次多，分成 {} 段。"), Count::new("A long day, in {} part.", "A long day, in {} parts.");
        earlier: &'static str = "上一段", "Earlier";
        later: &'static str = "下一段", "Later";
        views: &'static str = "显示方式", "View";
        list: &'static str = "列表", "List";
        grid: &'static str = "会场网格", "Grid of halls";
        grid_of: Phrase = Phrase("{} · 会场网格"), Phrase("{} · Grid of halls");
        still_on: &'static str = "仍在进行", "Still on";
        grid_lead: &'static str = "每列一个会场，从上到下是时间。表格可以左右、上下滑动。", "A column for each hall, time from top to bottom. The table scrolls both ways.";
        grid_caption: Phrase = Phrase("{}各会场的场次"), Phrase("Sessions in each hall, {}");
        time: &'static str = "时间", "Time";
        hall_open: &'static str = "会场待定", "Hall to be announced";
        continued: &'static str = "续", "continued";
        groups: &'static str = "按场馆分组", "Groups of halls";
        groups_lead: Count = Count::always("会场多，分成 {} 组。"), Count::new("Many halls, in {} group.", "Many halls, in {} groups.");
        no_such_filter: &'static str = "没有这个筛选条件", "There is no such filter";
        no_such_filter_lead: &'static str = "链接里的条件在这份日程里找不到：可能写错了，或者已经改名。请打开日程页重新选择。", "The link filters by something this programme does not have: it may be misspelt, or renamed since. Open the programme and choose again.";
    }
}
