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
        delete_heading: &'static str = "不需要了？", "No longer wanted?";
        delete_lead: &'static str = "这台设备会记住怎样删除它：现在就能删，以后也可以在「我的日程」里删。浏览器不运行脚本或不保存内容时，只有在这个页面上可以删除。删除后地址立即失效；除备份外，我们不留任何记录。",
            "This device remembers how to delete it: you can do so here, or later from your plan. Where the browser runs no scripts or keeps nothing, this page alone can. Deleting takes effect at once, and beyond backups nothing of it remains with us.";
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
        busy: &'static str = "生成的人太多，请稍候", "Many people are doing this right now";
        busy_lead: &'static str = "过一分钟再试。设备上的「我的日程」都在；什么也没有丢失。", "Try again in a minute. Your plan is safe on your device; nothing is lost.";
    }
}
