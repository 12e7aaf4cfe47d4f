//! The words of a visitor's own plan: of its page, and of the scripts that keep it on the device.

use festoon_domain::text::Lang;
use festoon_domain::timetable::Rulebook;
use serde_json::{Value, json};

use super::{Count, Slots, Words, bilingual, dates};

bilingual! {
    /// The words of the plan.
    PlanWords {
        lead: &'static str = "加入的场次只存在这台设备上，不用登录。", "What you add stays on this device. No account needed.";
        shared: &'static str = "分享给您的日程", "A shared plan";
        shared_lead: &'static str = "有人把这些场次分享给了您。", "Somebody shared these sessions with you.";
        empty: &'static str = "日程里还没有场次。点场次旁边的星形按钮，就能加入我的日程；赶不过来的，这里会提醒您。", "Nothing here yet. Tap the star beside a session to add it to your plan; where you could not get from one to the next, you are warned here.";
        needs_script: &'static str = "「我的日程」需要浏览器允许运行脚本。别人分享给您的日程链接，不用脚本也能看。", "Your plan needs scripts to run in your browser. A plan that somebody shares with you can be read without.";
        trouble_count: Count = Count::always("{} 处冲突"), Count::new("1 clash", "{} clashes");
        no_trouble: &'static str = "没有冲突", "no clashes";
        too_many: Slots = Slots("链接里的场次太多，只看了前 {most} 个。"), Slots("The link names too many sessions; only the first {most} were read.");
        unknown: Count = Count::always("链接里还有 {} 场在现在的日程里找不到，没有列出。"), Count::new("One more session in the link is not in the programme as it stands, and is not listed.", "{} more sessions in the link are not in the programme as it stands, and are not listed.");
        nothing_shared: &'static str = "链接里的场次在现在的日程里都找不到。请对方再分享一次。", "Nothing in this link is in the programme as it stands. Ask whoever sent it to share it again.";
        // What stands in the way.
        together: Slots = Slots("「{a}」（{a_times}）和「{b}」（{b_times}）时间重叠，只能去一场。"), Slots("“{a}” ({a_times}) and “{b}” ({b_times}) overlap: you can only be at one.");
        too_far: Slots = Slots("「{a}」{end} 在{from}结束，到「{b}」（{start}，{to}）路上约 {road} 分钟，中间只有 {gap} 分钟：赶不上。"), Slots("“{a}” ends at {end} at {from}. The road to “{b}” ({start}, {to}) takes about {road} min and you have {gap}: you cannot make it.");
        tight: Slots = Slots("「{a}」{end} 在{from}结束，到「{b}」（{start}，{to}）路上约 {road} 分钟，中间有 {gap} 分钟：有点紧。"), Slots("“{a}” ends at {end} at {from}. The road to “{b}” ({start}, {to}) takes about {road} min and you have {gap}: that is tight.");
        // Into the plan and out of it.
        add: &'static str = "加入我的日程", "Add to my plan";
        add_this: Slots = Slots("加入我的日程：{title}"), Slots("Add to my plan: {title}");
        remove: &'static str = "移出我的日程", "Remove from my plan";
        remove_this: Slots = Slots("移出：{title}"), Slots("Remove: {title}");
        not_kept: &'static str = "浏览器不让网页保存内容（可能是无痕模式，也可能是存满了），加入的场次留不住。", "Your browser does not let pages keep anything (perhaps a private window, perhaps no space is left), so what you add is not kept.";
        // What changed.
        changed: &'static str = "有变化", "changed";
        was: Slots = Slots("原为 {was}"), Slots("was {was}");
        gone: &'static str = "已不在日程里", "no longer in the programme";
        seen: &'static str = "知道了", "Got it";
        // The link.
        take_along: &'static str = "分享", "Share";
        share_lead: &'static str = "链接里只有场次的编号，没有您的信息。", "The link holds the numbers of the sessions and nothing about you.";
        share: &'static str = "分享链接", "Share the link";
        link: &'static str = "链接", "Link";
        link_holds: Slots = Slots("链接里放得下前 {most} 场（您的日程共 {all} 场）。"), Slots("The link holds the first {most} of your {all} sessions.");
        copied: &'static str = "已复制链接。", "The link is copied.";
        copy_by_hand: &'static str = "请选中链接，自己复制。", "Select the link and copy it.";
        add_all: &'static str = "全部加入我的日程", "Add all to my plan";
        added_all: &'static str = "已加入我的日程。", "Added to your plan.";
        see_mine: &'static str = "看我的日程", "See my plan";
        // The copy.
        calendar: &'static str = "放进日历", "In your calendar";
        publish_lead: &'static str = "发布后，这份列表（没有您的名字）会放在服务器上一个猜不到的地址，手机日历可以订阅。到期自动删除，也可以提前删除。谁有这个地址，谁就能看到。之后再加入的场次不会出现在这份副本里；重新发布一次，会得到一份新的。", "Publishing puts this list, without your name, on the server at an address that cannot be guessed, for your calendar to subscribe to. It is deleted when its time is up, or earlier if you say so. Whoever has the address can read it. Sessions you star later are not in this copy; publishing again makes a new one.";
        until: &'static str = "保留", "Keep it";
        seven_days: &'static str = "7 天", "for 7 days";
        thirty_days: &'static str = "30 天", "for 30 days";
        week_end: &'static str = "到创新周结束后 30 天", "until 30 days after the week";
        publish: &'static str = "发布日历副本", "Publish a calendar copy";
        not_published: &'static str = "发布要联网，现在连不上，所以还没有发布。您的日程都在，什么也没有丢失；等有网络了再点一次。", "Publishing needs a network, and there is none now, so nothing was published. Your plan is safe; try again once you are connected.";
        copies: &'static str = "这台设备发布的副本", "Copies published from this device";
        copy: &'static str = "日历副本", "Calendar copy";
        delete: &'static str = "从服务器删除", "Delete from the server";
        not_deleted: &'static str = "没有删成，请稍后再试。", "It could not be deleted. Try again later.";
        // Days, as scripts say them.
        day: Slots = Slots("{m}月{d}日 {weekday}"), Slots("{weekday} {d} {month}");
        short_day: Slots = Slots("{m}月{d}日"), Slots("{d} {month}");
        next_day: Slots = Slots("次日 {clock}"), Slots("{clock} next day");
    }
}

/// What scripts say in both languages, and the rules by which they judge, as JSON:
/// `{"zh": {…}, "en": {…}, "slack": 15, "mostListed": 1000}`.
#[must_use]
pub fn for_scripts() -> String {
    let rules = Rulebook::default();
    json!({
        "zh": of(Lang::Zh), "en": of(Lang::En), "slack": rules.slack.0, "mostListed": rules.most_listed,
    })
    .to_string()
}

fn of(lang: Lang) -> Value {
    let (p, w) = (PlanWords::of(lang), Words::of(lang));
    let sunday = jiff::civil::date(2021, 6, 20);
    let weekdays: Vec<&str> = sunday
        .series(jiff::ToSpan::day(1))
        .take(7)
        .map(|date| dates::weekday(date.weekday(), lang))
        .collect();
    let months: Vec<&str> = (1..=12).map(festoon_domain::timetable::words::month).collect();
    let counted = |count: Count| [count.one, count.many];
    json!({
        "together": p.together.unfilled(), "tooFar": p.too_far.unfilled(), "tight": p.tight.unfilled(),
        "sessions": counted(w.session_count), "troubles": counted(p.trouble_count), "noTrouble": p.no_trouble,
        "add": p.add, "addThis": p.add_this.unfilled(), "remove": p.remove, "removeThis": p.remove_this.unfilled(),
        "notKept": p.not_kept, "changed": p.changed, "was": p.was.unfilled(), "gone": p.gone, "seen": p.seen,
        "cancelled": w.cancelled, "sample": w.sample, "undated": w.time_open,
        "copied": p.copied, "linkHolds": p.link_holds.unfilled(), "copyByHand": p.copy_by_hand, "addedAll": p.added_all,
        "copy": p.copy, "delete": p.delete, "notDeleted": p.not_deleted, "notPublished": p.not_published,
        "comma": w.list_comma, "day": p.day.unfilled(), "shortDay": p.short_day.unfilled(),
        "nextDay": p.next_day.unfilled(), "weekdays": weekdays, "months": months,
    })
}
