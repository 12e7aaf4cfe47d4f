//! The words of the search.

use super::{Count, Numbered, Phrase, bilingual};

bilingual! {
    /// The words of the search, and of error pages where they search.
    SearchWords {
        lead: &'static str = "活动、场次、人物、场馆、主办单位、公布的数字，都可以搜；中文、英文、全拼、首字母都行。也可以搜日期，比如「6月22日」「周二」。", "Activities, sessions, people, venues, hosts and announced figures: in Chinese, in English, or as pinyin. Or a day, such as “22 June” or “Tuesday”.";
        label: &'static str = "搜什么", "What are you looking for?";
        action: &'static str = "搜索", "Search";
        count: Count = Count::always("共 {} 条结果"), Count::new("{} result", "{} results");
        results_for: Phrase = Phrase("「{}」的搜索结果"), Phrase("Results for “{}”");
        nothing: Phrase = Phrase("没有找到「{}」"), Phrase("Nothing found for “{}”");
        nothing_lead: &'static str = "少写几个字试试：名称的一部分、全拼或首字母就够。", "Try fewer words: part of a name is enough.";
        meant: &'static str = "您要找的是不是", "Did you mean";
        no_such_day: Phrase = Phrase("那天没有安排。创新周是{}，请从日程里选一天。"), Phrase("Nothing is on that day. The week is {}; choose a day from the programme.");
        partly_of_two: Numbered = Numbered("没有同时包含{}的内容，下面列出只包含其中一个的。"), Numbered("Nothing contains both {}. What is listed contains one of them.");
        partly: Numbered = Numbered("没有同时包含{}的内容，下面列出包含其中 {number} 个的。"), Numbered("Nothing contains all of {}. What is listed contains {number} of them.");
        try_alone: &'static str = "可以只搜其中一个", "Try one of them alone";
        nowhere: Phrase = Phrase("没有找到{}。"), Phrase("{} cannot be found anywhere.");
        nowhere_else: Phrase = Phrase("没有找到{}，下面列出包含其余词的内容。"), Phrase("{} cannot be found anywhere. What is listed contains the rest.");
        heard: Phrase = Phrase("没有「{}」，下面列出读音相同的内容。"), Phrase("Nothing is written “{}”. What is listed sounds the same in Chinese.");
        corrected: Phrase = Phrase("没有这个词，以下是相近词的结果：{}。"), Phrase("No such word; showing results for {}.");
        cut: Numbered = Numbered("搜索词太长，只用了前 {number} 个字符。{}"), Numbered("Your search was long: only its first {number} characters were used.{}");
        bounded: Numbered = Numbered("只列出前 {number} 条，再加一个词可以缩小范围。{}"), Numbered("Only the first {number} are listed; one more word narrows it down.{}");
        quoted: Phrase = Phrase("「{}」"), Phrase("“{}”");
        comma: &'static str = "", ", ";
        and: &'static str = "和", " and ";
        all: Count = Count::always("全部 {} 条"), Count::always("All {}");
        every_kind: &'static str = "所有类别", "All kinds";
        kinds: &'static str = "类别", "Kinds";
        days: &'static str = "日期", "Days";
        people: &'static str = "人物", "People";
        hosts: &'static str = "主办单位", "Hosts";
        starts: &'static str = "从产业链找起", "Start from an industrial chain";
        pages: &'static str = "分页", "Pages of results";
        previous: &'static str = "上一页", "Previous page";
        next: &'static str = "下一页", "Next page";
        near: &'static str = "是不是这些", "Perhaps one of these";
        instead: &'static str = "在创新周里搜索", "Search the week for it";
    }
}

impl SearchWords {
    /// Terms as a sentence names them: 「a」「b」和「c」, “a”, “b” and “c”.
    #[must_use]
    pub fn listed(&self, terms: &[&String]) -> String {
        let quoted: Vec<String> = terms.iter().map(|term| self.quoted.with(term)).collect();
        match quoted.split_last() {
            Some((last, before)) if !before.is_empty() => {
                format!("{}{}{last}", before.join(self.comma), self.and)
            }
            Some((only, _)) => only.clone(),
            None => String::new(),
        }
    }
}
