//! The words of what is on now and next.

use super::{Count, Slots, bilingual};

bilingual! {
    /// The words of the page.
    NearWords {
        description: &'static str = "现在有什么，接下来有什么，哪个近。", "What is on now and next, and what is near.";
        lead: Slots = Slots("{moment} 正在进行和之后三小时内开始的场次。"), Slots("{moment}: what is on, and what begins within the next three hours.");
        as_if: Slots = Slots("这里按 {moment} 显示，不是现在。"), Slots("This is shown as if it were {moment}.");
        as_of: Slots = Slots("这是 {moment} 的情况，之后的请看日程："), Slots("As it stood on {moment}; for anything since, see the programme: ");
        whole_day: &'static str = "看当天全部日程", "See the whole day";
        back_to_now: &'static str = "回到现在", "Show now";
        on_now: &'static str = "正在进行", "On now";
        next: &'static str = "接下来三小时", "The next three hours";
        nothing_now: &'static str = "这时没有场次。", "Nothing is on at this time.";
        nothing_next: &'static str = "之后三小时没有场次开始。", "Nothing begins within three hours.";
        idle: Slots = Slots("创新周是 {days}，目前没有场次。可以看看那几天："), Slots("The week is {days}, and nothing is on now or soon. Look at one of its days:");
        look_at: Slots = Slots("看 {day} {clock}"), Slots("As if it were {day}, {clock}");
        from: &'static str = "我在", "I am at";
        anywhere: &'static str = "请选择场馆", "choose a venue";
        sort: &'static str = "按路程时间排序", "Sort by travel time";
        by_position: &'static str = "按我的位置排序", "Sort by my position";
        position_stays: &'static str = "位置只在这台设备上用，不会发出去。", "Your position is used on this device alone and sent nowhere.";
        position_refused: &'static str = "没有拿到您的位置，可以改选一个场馆。", "Your position is not available. Choose a venue instead.";
        position_taken: &'static str = "已按直线距离从近到远排列。", "Sorted by distance in a straight line, nearest first.";
        position_taken_of: Slots = Slots("已把列出的 {n} 场按直线距离从近到远排列。"), Slots("The {n} shown are sorted by distance in a straight line, nearest first.");
        road: Slots = Slots("路上约 {time}"), Slots("about {time} by road");
        right_here: &'static str = "就在这里", "right here";
        distance: Slots = Slots("直线约 {km} 公里"), Slots("about {km} km in a straight line");
        ends_in: Slots = Slots("{time}后结束"), Slots("ends in {time}");
        starts_in: Slots = Slots("{time}后开始"), Slots("starts in {time}");
        hours: Slots = Slots("{n} 小时"), Slots("{n} h");
        minutes: Slots = Slots("{n} 分钟"), Slots("{n} min");
        misses_start: &'static str = "现在出发，赶不上开场", "you cannot be there when it starts";
        misses_all: &'static str = "现在出发，到时已经结束", "it will be over before you get there";
        more: Count = Count::always("还有 {} 场，看当天全部日程"), Count::new("1 more: see the whole day", "{} more: see the whole day");
        bad_moment: Slots = Slots("读不出这个时间。请写成 {example} 这样。"), Slots("This time cannot be read. Write it like {example}.");
        bad_place: &'static str = "没有这个场馆。请从列表里选一个。", "There is no such venue. Choose one from the list.";
    }
}

impl NearWords {
    /// So many minutes as they are said, `1 小时 30 分钟`, `1 h 30 min`. Scripts say them alike.
    #[must_use]
    pub fn time(&self, minutes: u32) -> String {
        let said = |number: u32, words: Slots| words.with(&[("n", &number.to_string())]);
        let (hours, rest) = (minutes / 60, minutes % 60);
        match (hours, rest) {
            (0, rest) => said(rest, self.minutes),
            (hours, 0) => said(hours, self.hours),
            (hours, rest) => format!("{} {}", said(hours, self.hours), said(rest, self.minutes)),
        }
    }
}
