//! The words of the page on which texts are pasted and their figures checked.

use super::bilingual;

bilingual! {
    /// The words of the page of claims.
    ClaimsWords {
        title: &'static str = "核对文章中的数字", "Check the figures in a text";
        description: &'static str = "贴上中文稿和英文稿，看看两边的数字是否一致；再附上已公布的数据，看看每个数字是否属实。无需注册，文章不留存。",
            "Paste a Chinese and an English text and see whether their figures agree; add the published figures and see whether each is true. No account; nothing is kept.";
        lead: &'static str = "发稿前贴在这里：亿写成了万，拟签约写成了签约，昨天的数字今天还在用，都会指出来。",
            "Paste it here before it goes out: billions for 亿, “signed” for what is to be signed, yesterday’s total, each is pointed out.";
        zh: &'static str = "中文稿", "Chinese text";
        en: &'static str = "英文稿", "English text";
        texts_hint: &'static str = "只有一种语言也可以。两种都贴，会互相对照。", "One of them is enough. Of both, the figures are held against each other.";
        figures: &'static str = "已公布的数据", "The published figures";
        figures_hint: &'static str = "figures.toml 文件。没有也可以：会列出文中的数字，并对照中英文。",
            "A figures.toml file. Without it the figures are listed, and the two languages compared.";
        figures_manual: &'static str = "怎样写 figures.toml", "How to write figures.toml";
        both_misplaced: &'static str = "两篇稿子好像贴反了：「中文稿」一栏里是英文，「英文稿」一栏里是中文。下面按各自的语言核对；请在页末对调后再核对一次。",
            "The two texts seem to be in each other’s boxes: English under “Chinese text”, Chinese under “English text”. Each was checked in its own language; swap them at the end of this page and check again.";
        english_as_chinese: &'static str = "「中文稿」一栏里贴的像是英文。下面按英文核对；请在页末移到「英文稿」一栏。",
            "The box “Chinese text” seems to hold English. It was checked as English; move it to “English text” at the end of this page.";
        chinese_as_english: &'static str = "「英文稿」一栏里贴的像是中文。下面按中文核对；请在页末移到「中文稿」一栏。",
            "The box “English text” seems to hold Chinese. It was checked as Chinese; move it to “Chinese text” at the end of this page.";
        not_compared: &'static str = "两篇是同一种语言，没有做中英文对照。", "Both texts are in one language, so the two languages were not compared.";
        day: &'static str = "发布日", "It goes out on";
        day_hint: &'static str = "如 2021-06-10。留空按今天。", "Such as 2021-06-10. Empty means today.";
        action: &'static str = "开始核对", "Check the figures";
        privacy: &'static str = "文章和数据只在内存里读一遍，看完即弃：不存盘，不进日志。", "Texts and figures are read once, in memory, and dropped: nothing on disk, nothing in the log.";
        again: &'static str = "再核对一篇", "Check another";
        correct: &'static str = "改好再核对", "Correct and check again";
        correct_lead: &'static str = "文章原样放在下面，改好后再点一次。数据文件需要重新选择。", "Your texts are below as you pasted them. Correct them and check again; choose the figures file anew.";
        unread: &'static str = "有内容读不了", "Something could not be read";
        unread_lead: &'static str = "下面每一条说明哪里不对、怎么改。贴上的文章还在，改好后请重新选择数据文件。",
            "Each line says what is wrong and what would be right. Your texts are still here; correct the figures file and choose it again.";
        nothing: &'static str = "还没有贴上文章", "No text yet";
        nothing_lead: &'static str = "请至少贴上一篇文章，再点「开始核对」。", "Paste at least one text, then press “Check the figures”.";
        too_large: &'static str = "文章太长", "The texts are too long";
        too_large_lead: &'static str = "两篇文章和数据文件合计最多收 4 MB，大约两千页。请分几次核对，或在自己的电脑上用 festoon claims lint，每篇可到 50 MB。按浏览器的「后退」，贴上的文章还在。",
            "Both texts and the figures file may have 4 MB together, some two thousand pages. Check them in parts, or with festoon claims lint on your own machine, which takes 50 MB each. Your browser’s Back button has the texts you pasted.";
        broken_off: &'static str = "没有完整收到", "Not all of it arrived";
        broken_off_lead: &'static str = "上传中断了，或发来的不是这张表单。什么都没有留存，请重新贴上再试。", "The upload broke off, or it was not this form. Nothing was kept; paste the texts again.";
        bad_day: &'static str = "发布日应写成 2021-06-10 这样的日期。", "The day is a date such as 2021-06-10.";
    }
}
