//! The words of what is on now and next.

use super::{Count, Slots, bilingual};

bilingual! {
    /// The words of the page.
    NearWords {
        description: &'static str = "现在有什么，接下来有什么，哪个近。", "What is on now and next, and what is near.";
        lead: Slots = Slots("{moment} 正在进行的，和之后三小时内开始的。"), Slots("What is on at {moment}, and what begins within three hours of it.");
        as_if: Slots = Slots("这里按 {moment} 显示，不是现在。"), Slots("This is shown as if it were {moment}.");
        as_of: Slots = Slots("这是 {moment} 的情况，之后的请看日程："), Slots("This is how it was at {moment}; for anything since, see the programme: ");
        whole_day: &'static str = "看当天全部日程", "See the whole day";
        back_to_now: &'static str = "看现在", "Look at now";
        on_now: &'static str = "正在进行", "On now";
        next: &'static str = "接下来三小时", "The next three hours";
        nothing_now: &'static str = "这时没有场次。", "Nothing is on at this time.";
        nothing_next: &'static str = "之后三小时没有场次开始。", "Nothing begins within three hours.";
        idle: Slots = Slots("创新周是 {days}，这会儿没有场次。可以看看那几天："), Slots("The week is {days}, and nothing is on now or soon. Look at one of its days:");
        look_at: Slots = Slots("看 {day} {clock}"), Slots("As if it were {day}, {clock}");
        from: &'static str = "我在", "I am at";
        anywhere: &'static str = "不按路程排", "no place in particular";
        sort: &'static str = "按路程排", "Sort by the road";
        by_position: &'static str = "按我的位置排", "Sort by where I am";
        position_stays: &'static str = "位置只在这台设备上用，不会发出去。", "Your position is used on this device alone and sent nowhere.";
        position_refused: &'static str = "没有拿到位置。可以选一个场馆。", "Your position could not be had. Choose a place instead.";
        position_taken: &'static str = "已按直线距离从近到远排列。", "Sorted by distance in a straight line, nearest first.";
        position_taken_of: Slots = Slots("已把列出的 {n} 场按直线距离从近到远排列。"), Slots("The {n} shown are sorted by distance in a straight line, nearest first.");
        road: Slots = Slots("路上约 {n} 分钟"), Slots("about {n} min on the road");
        right_here: &'static str = "就在这里", "right here";
        distance: Slots = Slots("直线约 {km} 公里"), Slots("about {km} km in a straight line");
        ends_in: Slots = Slots("还有 {n} 分钟"), Slots("{n} min left");
        starts_in: Slots = Slots("{n} 分钟后开始"), Slots("in {n} min");
        more: Count = Count::always("还有 {} 场，看当天全部日程"), Count::new("1 more: see the whole day", "{} more: see the whole day");
        bad_moment: Slots = Slots("看不懂这个时间。请写成 {example} 这样。"), Slots("This time makes no sense here. Write it like {example}.");
        bad_place: &'static str = "没有这个场馆。请从列表里选一个。", "There is no such place. Choose one from the list.";
    }
}
