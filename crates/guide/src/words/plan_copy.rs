//! The words round a plan that a visitor publishes for their calendar.

use super::{Count, bilingual};

bilingual! {
    /// The words of a published plan.
    PlanCopyWords {
        published: &'static str = "日历地址已生成", "Your calendar address is ready";
        published_lead: &'static str = "把下面的地址加进手机或电脑的日历，日程有变动时会自动更新。知道地址的人都能看到其中的场次，但看不出是谁的日程。",
            "Add this address to the calendar on your phone or computer; it follows every change of the programme. Whoever has the address can read what is in it, and not whose it is.";
        address: &'static str = "地址", "Address";
        subscribe: &'static str = "加到日历", "Add to my calendar";
        download: &'static str = "下载 .ics 文件", "Download the .ics file";
        until: &'static str = "有效期至", "Valid until";
        contents: Count = Count::always("共 {} 场"), Count::new("{} session", "{} sessions");
        contained: &'static str = "包含的场次", "What is in it";
        as_it_was: &'static str = "副本里只有发布时选好的场次，之后再加入日程的不会自动出现。想带上新加的，请在「我的日程」里重新发布一次，会得到一个新地址。",
            "The copy holds what was in your plan when you published it. Sessions you star later are not added; to have them too, publish again from your plan, which makes a new copy at a new address.";
        delete_heading: &'static str = "不需要了？", "No longer wanted?";
        delete_lead: &'static str = "现在就能删，以后也可以在这个页面或「我的日程」里删，只要还是用这台设备、这个浏览器。删除后地址立即失效，我们不留任何记录，备份里也没有。",
            "You can delete it now, or later on this page or from your plan, in this same browser. Deleting takes effect at once and nothing of it remains with us, not in backups either.";
        delete_elsewhere: &'static str = "只有当初发布它的那台设备、那个浏览器才能删除；到期后会自动删除。",
            "Only the browser that published it can delete it. It goes by itself when its time is up.";
        delete: &'static str = "删除这个地址", "Delete this address";
        deleted: &'static str = "已删除", "Deleted";
        deleted_lead: &'static str = "这个日历地址已经失效，其中的内容已从服务器上删除。已经加进日历的场次，请在日历应用里退订。设备上的「我的日程」不受影响。",
            "The calendar address no longer works, and what was in it is gone from the server. Unsubscribe in your calendar app to remove it there too. The plan on your device is untouched.";
        to_plan: &'static str = "回到我的日程", "Back to my plan";
        nothing: &'static str = "还没有选择场次", "Nothing is chosen yet";
        nothing_lead: &'static str = "请先把想去的场次加入我的日程，再生成日历地址。", "First add what you want to go to to your plan, then make a calendar of it.";
        too_many: &'static str = "选择的场次太多", "That is more than one calendar takes";
        too_many_lead: &'static str = "一个日历地址最多包含 500 场。请减少几场再试，或直接订阅整周的日历。",
            "One calendar address holds up to 500 sessions. Choose fewer, or subscribe to the whole week.";
        unknown: &'static str = "日程已经更新", "The programme has changed";
        unknown_lead: &'static str = "选择的场次里，有一些不在目前公布的日程中。请刷新「我的日程」后再试；什么也没有保存。",
            "Some of what you chose is not in the programme as it stands. Reload your plan and try again; nothing was saved.";
        gone: &'static str = "没有这份日历", "There is no such calendar";
        gone_lead: &'static str = "它可能已被删除、已经过期，或地址不完整。请检查地址，或在「我的日程」里重新生成一个。",
            "It may have been deleted or have expired, or the address is cut off. Check the address, or make a new one from your plan.";
        over: &'static str = "这份日历已过期", "This calendar has expired";
        over_lead: &'static str = "发布日程时选定的期限已过。请在日历应用里退订；需要的话，在「我的日程」里重新生成一个。",
            "The time it was published for is over. Unsubscribe in your calendar app; if you still need it, make a new one from your plan.";
        share: &'static str = "这个网络发布得太频繁", "Too many from this network";
        share_lead: &'static str = "同一个网络短时间内生成的日历地址太多了。请过一会儿再试，或换一个网络（比如手机流量）。设备上的「我的日程」都在，什么也没有丢失。",
            "Too many calendar addresses were made from this network in a short time. Try again in a while, or over another network, such as mobile data. Your plan is safe on your device; nothing is lost.";
        full: &'static str = "日历地址已满", "No calendar addresses are left";
        full_lead: &'static str = "这一届能同时保留的日历地址已经用完，有人的到期或删除后才会空出来。请过几天再试，也可以直接订阅整周、某一天或某个场馆的日历。设备上的「我的日程」都在，什么也没有丢失。",
            "This week keeps as many calendar addresses at a time as it can; there is room again as others expire or are deleted. Try again in a few days, or subscribe to the whole week, a day or a venue. Your plan is safe on your device; nothing is lost.";
        busy: &'static str = "生成的人太多，请稍候", "Many people are doing this right now";
        busy_lead: &'static str = "过一分钟再试。设备上的「我的日程」都在；什么也没有丢失。", "Try again in a minute. Your plan is safe on your device; nothing is lost.";
    }
}
