//! The words around what a calendar or an app reads.

use super::bilingual;

bilingual! {
    /// The words of the way into a calendar.
    SubscribeWords {
        add: &'static str = "加到日历", "Add to calendar";
        follow: &'static str = "订阅，改期会自动更新", "Subscribe, and changes arrive by themselves";
        file: &'static str = "下载 .ics 文件", "Download the .ics file";
        for_apps: &'static str = "给日程应用和其他程序", "For schedule apps and other programs";
        giggity: &'static str = "在 Giggity 中打开", "Open in Giggity";
        giggity_for: &'static str = "安卓手机上的日程应用。", "A schedule app for Android.";
        xml_for: &'static str = "多数会议日程应用都读这种文件。", "What most conference apps read.";
        json_for: &'static str = "同样的内容，给网页和程序用。", "The same for web pages and programs.";
        opass_for: &'static str = "给 OPass 应用，中英文同在一个文件里。", "For the OPass app, both languages in one file.";
    }
}
