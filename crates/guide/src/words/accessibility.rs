//! The words of the accessibility statement. It says what is true of these pages, so it changes with them.

use super::{Phrase, bilingual};

bilingual! {
    /// The words of the accessibility statement.
    AccessibilityWords {
        title: &'static str = "无障碍说明", "Accessibility";
        lead: &'static str = "我们希望每个人都能用自己习惯的方式读到创新周的日程。", "We want everybody to be able to read the week’s programme in the way that suits them.";
        held_to: &'static str = "依据的标准", "What we hold to";
        standard: &'static str = "本站按照《网页内容无障碍指南》（WCAG）2.2 版 AA 级制作。", "These pages are made to the Web Content Accessibility Guidelines (WCAG) 2.2, level AA.";
        keyboard: &'static str = "全部内容只用键盘也能使用；读屏软件能读出标题、列表和当前位置。", "Everything works with a keyboard alone; screen readers are told headings, lists and where one is.";
        no_script: &'static str = "关闭脚本、放大到 400% 或只看文字，页面依然可读。", "The pages can be read without script, at 400 % zoom and as text alone.";
        colour: &'static str = "不单靠颜色表达意思，总有文字或形状；深色、浅色和打印版都核对过对比度。", "Nothing is said by colour alone: there is always a word or a shape. Contrast is checked in light, in dark and in print.";
        languages: &'static str = "中文和英文同样完整；没有译文的地方会标明语言。", "Chinese and English are equally complete; what is not translated is marked with its language.";
        motion: &'static str = "设备上选择了减少动态效果时，页面不做动画。", "Where a device asks for reduced motion, nothing moves.";
        known: &'static str = "目前还做得不够的地方", "What is not accessible enough yet";
        grid: &'static str = "会场时间表（网格）在小屏幕上需要左右滚动，用读屏软件逐格阅读也很费时。同样的内容在每天的列表里都有，列表是首选。",
            "The grid of rooms and times scrolls sideways on small screens and takes long to read cell by cell with a screen reader. Each day’s list says the same, and is meant to be read first.";
        plan: &'static str = "「我的日程」保存在设备上，需要脚本才能使用。", "“My plan” is kept on the device and needs script to work.";
        papers: &'static str = "主办单位上传的 PDF 等资料由各单位自行制作，不一定符合无障碍要求。", "Papers that hosts upload, such as PDFs, are theirs, and may not be accessible.";
        pictures: &'static str = "嘉宾照片只以姓名作说明。", "Photographs of people are described by their names alone.";
        streets: &'static str = "场馆「无台阶」等信息由主办单位和场馆提供，没有写明的，请在出发前联系确认。", "Whether a hall can be reached without steps is as hosts and venues told us; where nothing is said, please ask before you set out.";
        engines: &'static str = "完整的页面样式需要 Chrome 99 或 Safari 15.4（2022 年 3 月）及以上的浏览器内核；更旧的只显示没有样式的内容。", "The pages look as they are meant to from Chrome 99 and Safari 15.4 (March 2022) on; older browsers show their content without styles.";
        tell_us: &'static str = "遇到困难，请告诉我们", "Tell us what does not work";
        contact: &'static str = "请写明是哪个页面、用的什么设备或辅助软件。也可以请我们用别的方式提供同样的内容。联系方式：",
            "Say which page it was, and which device or assistive software you use. You may also ask for the same information in another form. Contact:";
        run_by: Phrase = Phrase("本站由{}运营，可以通过其公开的联系方式反映。"), Phrase("This site is run by {}, who can be reached by the means they publish.");
        unknown: &'static str = "这个网站的运营者还没有公布联系方式，请向创新周的主办单位反映。", "Whoever runs this site has not published a contact yet; please turn to the week’s organiser.";
        record: &'static str = "备案号", "Record number";
        operator: &'static str = "运营者", "Run by";
    }
}
