//! The words of the planner: what a plan breaks, what moves, why something is not elsewhere, and why a week cannot be.
//!
//! What the clash report has a sentence for is said in its words (`domain::timetable::words`); here is what only a planner counts.

use super::{Slots, bilingual};

bilingual! {
    /// The words of the planner.
    PlannerWords {
        unplaced: Slots = Slots("{what}排不下，没有时间和会场。"), Slots("{what} found no time and no room.");
        away: Slots = Slots("{what}开场时，{who}不在。"), Slots("{who} is away when {what} is on.");
        equipment: Slots = Slots("{what}要用{things}，{room}没有。"), Slots("{what} needs {things}, which {room} does not have.");
        before: Slots = Slots("{first}应当先结束，{then}才能开始。"), Slots("{first} should have ended before {then} begins.");
        stock: Slots = Slots("{span} 要用「{name}」{asked} 份，只有 {of} 份：{what}。"), Slots("“{name}”: {asked} asked for on {span}, {of} to be had: {what}.");
        days: Slots = Slots("{what}排到了{day}，不在主办单位给出的日期里。"), Slots("{what} is on {day}, outside the days its host gave.");
        house: Slots = Slots("{what}离开了主办单位选的{from}。"), Slots("{what} has left {from}, which its host chose.");
        same_day: Slots = Slots("{what}换到了另一天：{day}。"), Slots("{what} has gone to another day, {day}.");
        usual_hours: Slots = Slots("{what}不在可以排场次的时间里。"), Slots("{what} is outside the hours that are planned for.");
        shut: Slots = Slots("{what}的会场那时用不了（planner.toml 的 [[away]]）。"), Slots("{what} is in a room that is closed then (an [[away]] of planner.toml).");
        stranded: Slots = Slots("{what}留在原处，但会场那时用不了（planner.toml 的 [[away]]），请另找地方。"), Slots("{what} stays where it is, and the room is closed then (an [[away]] of planner.toml): find it another by hand.");
        bookmarks: Slots = Slots("有 {n} 位观众同时收藏了{one}和{other}，两场时间重叠。"), Slots("{n} of the visitors marked both {one} and {other}, which are on at once.");
        bookmarks_many: Slots = Slots("收藏了{one}的观众里，也有人收藏了同时进行的几场：{what}。"), Slots("Visitors who marked {one} also marked what is on at the same time: {what}.");
        marked_by: Slots = Slots("{what}（{n} 位）"), Slots("{what} ({n})");
        hall_many: Slots = Slots("{room}在 {span} 有 {n} 场叠在一起：{what}。"), Slots("{n} sessions are on top of each other in {room} on {span}: {what}.");
        person_many: Slots = Slots("{who}在 {span} 要同时出现在 {n} 场：{what}。"), Slots("{who} should be at {n} sessions at once on {span}: {what}.");
        and_more: Slots = Slots("{what}等，另有 {n} 场"), Slots("{what} and {n} more");
        same_track: Slots = Slots("{span} 同一板块「{track}」的几场重叠了：{what}。"), Slots("On {span}, sessions of “{track}” are on at once: {what}.");
        track_rooms: Slots = Slots("「{track}」分在 {n} 个会场。"), Slots("“{track}” is spread over {n} rooms.");
        track_days: Slots = Slots("「{track}」中间隔了没有场次的日子。"), Slots("“{track}” has days without a session in between.");
        wishes: Slots = Slots("{what}的时间或会场是主办单位或嘉宾不想要的。"), Slots("{what} is at a time or in a room that its host or its people would rather not have.");
        prime_more: Slots = Slots("{host}在黄金时段比应得的多 {n} 场。"), Slots("{host} has {n} more sessions in the best hours than its share.");
        prime_fewer: Slots = Slots("{host}在黄金时段比应得的少 {n} 场。"), Slots("{host} has {n} fewer sessions in the best hours than its share.");
        waiting: Slots = Slots("{who}在 {day}的几场之间要空等 {n} 分钟。"), Slots("On {day}, {who} waits {n} minutes between sessions.");
        variety: Slots = Slots("{span} 有场次，但不是每种语言都有。"), Slots("On {span} something is on, but not in every language.");
        pause: Slots = Slots("{one}和{other}在同一个会场接得太紧，中间不到 {n} 分钟。"), Slots("{one} and {other} follow each other in one room with less than {n} minutes between them.");
        moved: Slots = Slots("{what}从 {from} 改到 {to}。"), Slots("{what} moves from {from} to {to}.");
        at: Slots = Slots("{span} {room}"), Slots("{span}, {room}");
        taken: Slots = Slots("那时{room}已经排了{what}。"), Slots("{room} is taken then, by {what}.");
        taken_for_good: Slots = Slots("那时{room}已经排了{what}，而且不能动。"), Slots("{room} is taken then, by {what}, which stays.");
        closed: Slots = Slots("那段时间{room}没有开放，或者不够长。"), Slots("{room} is not open then for as long as it takes.");
        not_planned: Slots = Slots("那段时间不在可以排场次的时间里。"), Slots("That is outside the hours that are planned for.");
        off_the_steps: Slots = Slots("排期按 {n} 分钟一格，这个时间不在格上，可以改问 {before} 或 {after}。"), Slots("Times are planned in steps of {n} minutes, and this one lies between two: ask about {before} or {after}.");
        pinned: Slots = Slots("{what}已经定住，不能动。"), Slots("{what} is pinned and stays where it is.");
        too_long: Slots = Slots("{what}要 {needed} 分钟，会场连续开放最长只有 {there} 分钟。"), Slots("{what} takes {needed} minutes, and no room is open for more than {there} at a stretch.");
        no_room: Slots = Slots("没有一个会场的任何时段能排{what}。"), Slots("No room suits {what} at any time.");
        person_full: Slots = Slots("{who}要出席 {needed} 分钟，只有 {there} 分钟可用：{what}。"), Slots("{who} is needed for {needed} minutes and has {there}: {what}.");
        full: Slots = Slots("这几场一共要 {needed} 分钟，能用的会场只有 {there} 分钟：{what}。"), Slots("These need {needed} minutes together, and the rooms they may use have {there}: {what}.");
        circle: Slots = Slots("先后顺序绕成了圈：{what}。"), Slots("What comes before what is a circle: {what}.");
        pins: Slots = Slots("定住的几场互相冲突：{what}。"), Slots("What is pinned clashes with itself: {what}.");
        sought: Slots = Slots("试过很多办法，这几场也排不到一起：{what}。"), Slots("However they were tried, these do not go together: {what}.");
        unsettled: Slots = Slots("还没查清就停了，目前卡在这几场上：{what}。多给些时间可以说得更准。"), Slots("The search was over before it was clear; so far these do not go together: {what}. More time tells it better.");
        out_cancelled: Slots = Slots("{what}已取消，没有参与排期。"), Slots("{what} is cancelled and was left out.");
        out_no_time: Slots = Slots("{what}还没有时间，不知道要多久，没有参与排期。"), Slots("{what} has no time yet, so how long it takes is unknown; it was left out.");
        out_no_length: Slots = Slots("{what}开始和结束是同一刻，没有参与排期。"), Slots("{what} ends when it begins; it was left out.");
        held_pinned: Slots = Slots("{what}按 planner.toml 保持不动。"), Slots("{what} stays, as planner.toml says.");
        held_begun: Slots = Slots("{what}已经开始，保持不动。"), Slots("{what} has begun and stays.");
        held_no_room: Slots = Slots("{what}还没有定会场，保持不动。"), Slots("{what} has no room yet and stays.");
        held_shared: Slots = Slots("{what}与别的场次共用会场，保持不动。"), Slots("{what} shares its room and stays.");
        held_overnight: Slots = Slots("{what}跨过夜里，保持不动。"), Slots("{what} goes on overnight and stays.");
        held_off_the_minute: Slots = Slots("{what}的时间不是整分钟，保持不动。"), Slots("{what} begins or ends between two minutes and stays.");
        held_twice: Slots = Slots("{what}像是报了两次，先保持不动。"), Slots("{what} looks as if it was handed in twice and stays for now.");
        held_inside: Slots = Slots("{what}是另一场的一部分，跟着它保持不动。"), Slots("{what} takes place within another session and stays with it.");
        between: Slots = Slots("{one}与{other}"), Slots("{one} and {other}");
        and_between: &'static str = "、", "; ";
        unknown_road: Slots = Slots("{pairs}之间的路程未知，按紧挨着计算。"), Slots("The road between {pairs} is unknown; they count as next door.");
        unknown_roads: Slots = Slots("这些场馆之间的路程未知，按紧挨着计算：{pairs}。"), Slots("These roads are unknown, and the venues count as next door: {pairs}.");
        many_unknown_roads: Slots = Slots("有 {n} 对场馆之间的路程未知，按紧挨着计算，例如{pairs}。"), Slots("{n} roads are unknown, and the venues count as next door, for example {pairs}.");
    }
}
