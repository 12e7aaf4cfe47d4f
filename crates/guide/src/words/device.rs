//! The words about the device: what is shown without a network, and what stands in for what its browser cannot do.

use super::bilingual;

bilingual! {
    /// The words about the device.
    DeviceWords {
        age_before: &'static str = "这是 ", "Saved at ";
        age_after: &'static str = " 存下的内容，之后的改动可能没有显示。", ". Later changes may not be shown.";
        in_wechat: &'static str = "微信里打不开日历。请点右上角的「···」，选「在浏览器打开」，再点日历链接。", "WeChat cannot open calendars. Tap “···” at the top right, choose “Open in browser”, then tap the calendar link.";
        whole: &'static str = "筛选要联网才能用，这里显示的是全部场次。", " Filters need a network, so this shows everything.";
        close: &'static str = "知道了", "Got it";
        install: &'static str = "把日程放到主屏幕", "Put the guide on your home screen";
        short_name: &'static str = "创新周", "Week guide";
        offline: &'static str = "离线内容", "Saved on this device";
        offline_lead: &'static str = "每日日程、我的日程、其中最近要去的场次和场馆，以及您最近打开的页面会存在这台设备上，没有网络时也能看；场次特别多的日子，打开过的部分才一定会存下。", "The days, your plan, its next sessions and their venues, and the pages you opened last are saved on this device, so that you can read them without a network. Of days with very many sessions, only the parts you have opened are sure to be saved.";
        not_saved: &'static str = "现在没有网络，您要看的这一页也还没有存在这台设备上。", "There is no network now, and the page you asked for is not saved on this device yet.";
        try_again: &'static str = "再试一次", "Try again";
        saved_pages: &'static str = "已存下的页面", "Saved pages";
        nothing_saved: &'static str = "这台设备上还没有存下任何页面。连上网络，打开一次日程就会自动保存。", "No page is saved on this device yet. Open the programme once while you have a network, and it will be.";
        without_script: &'static str = "保存页面要用到浏览器的脚本功能；没有它，日程只能联网查看。", "Saving pages takes a browser that runs scripts; without them the programme can only be read with a network.";
    }
}
