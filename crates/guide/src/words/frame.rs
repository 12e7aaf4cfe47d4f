//! The words that stand around every page.

use super::bilingual;

bilingual! {
    /// The words of the frame.
    FrameWords {
        venues: &'static str = "场馆", "Venues";
        near: &'static str = "正在进行", "On now";
        plan: &'static str = "我的日程", "My plan";
        search: &'static str = "搜索", "Search";
        notices: &'static str = "紧急通知", "Notices";
        notice: &'static str = "紧急通知", "Notice";
        notice_over: &'static str = "已结束", "No longer in force";
        notice_read: &'static str = "知道了", "Got it";
        programme_changed: &'static str = "日程已更新，刷新查看", "The programme has changed: reload";
        outlets: &'static str = "订阅与数据", "Subscriptions and files";
        calendar: &'static str = "日历", "Calendar";
        feed: &'static str = "更新", "Updates";
        check: &'static str = "主办单位查日程冲突", "For hosts: check for clashes";
        claims: &'static str = "发稿前核对文中数字", "For the press: check the figures in a text";
        on_paper: &'static str = "扫码查看最新安排", "Scan for the latest";
        accessibility: &'static str = "无障碍说明", "Accessibility";
    }
}
