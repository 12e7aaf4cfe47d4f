//! The words of the report on an evaluation; whatever depends on the framework comes with the evaluation in words of its own.

use super::{Count, Phrase, Slots, bilingual};

bilingual! {
    /// The words of the report on an evaluation.
    EvaluationWords {
        report: &'static str = "评价报告", "Evaluation report";
        sample: &'static str = "示例，数据为虚构", "Sample: the numbers are invented";
        contents: &'static str = "目录", "Contents";
        earlier: &'static str = "以前各年", "Earlier years";
        look: &'static str = "引用名次之前请先看", "Before you quote a rank";
        no_warnings: &'static str = "计算中没有发现需要提醒的问题。", "Nothing in the computation calls for a warning.";
        nobody: &'static str = "没有可以比较的单位。", "There is nobody to compare.";
        none: &'static str = "无", "none";
        // Ranks.
        ranks_of: Phrase = Phrase("{} 年名次"), Phrase("Ranks in {}");
        rank: &'static str = "名次", "Rank";
        unit: &'static str = "单位", "Unit";
        score: &'static str = "得分", "Score";
        between: &'static str = "90% 的方案中", "In 90 % of variants";
        extremes: &'static str = "最好到最差", "Best to worst";
        since: &'static str = "比上期", "Since last time";
        strip: &'static str = "图示", "Drawn";
        strip_legend: &'static str = "图示：粗线是 90% 的方案中的名次，细线从所有方案中最好的到最差的，圆点是公布的名次；越靠左，名次越好。", "Drawn: the thick line spans the ranks of 90 % of the variants, the thin one those of all; the dot is the published rank. Further left is better.";
        not_studied: &'static str = "没有做敏感性分析，名次有多牢靠还不知道。", "No sensitivity study was made, so how firm these ranks are is not known.";
        unranked: &'static str = "没有名次", "no rank";
        // Contributions.
        made_of: &'static str = "得分从哪里来", "What the scores are made of";
        made_of_lead: &'static str = "每条的长度是得分，各段是各部分的贡献，段上的字母见图例。", "Each bar is a score, cut into what each part gives; the letters stand in the legend.";
        below_nought: &'static str = "竖线是 0：左边的拉低得分，右边的抬高得分。", "The upright line is 0: what stands left of it takes away, what stands right of it gives.";
        adds_nothing_up: &'static str = "这种合成方法算不出各部分的贡献，图中是总分。", "This method does not add parts up, so each bar is the whole score.";
        table_of_made_of: &'static str = "贡献的数值", "Contributions in numbers";
        // Profiles.
        profiles: &'static str = "各单位的长短", "Strengths and weaknesses";
        profiles_lead: Slots = Slots("每根轴是一个部分，中心是 {low}，外圈是 {high}。实线是该单位，虚线是所有单位的中位数；缺数的轴没有圆点。"), Slots("Each spoke is a part, from {low} in the middle to {high} at the rim. The solid line is the unit, the dashed one the median of all; a spoke without a dot has no number.");
        further_units: Count = Count::always("其余 {} 个单位"), Count::new("One more unit", "{} more units");
        table_of_profiles: &'static str = "各部分的得分", "Scores of the parts";
        // Year on year.
        years: &'static str = "历年变化", "Year on year";
        years_lead: &'static str = "粗线上升，虚线下降，细线不变。", "Thick lines rise, dashed lines fall, thin lines stay.";
        years_lines: &'static str = "名次折线图", "Lines of the ranks";
        years_drawn: &'static str = "历年名次图，数值见下表。", "Ranks over the years; the table below has the numbers.";
        rank_in: Phrase = Phrase("{} 年名次"), Phrase("Rank {}");
        score_in: Phrase = Phrase("{} 年得分"), Phrase("Score {}");
        change: &'static str = "得分变化", "Change of score";
        growth: &'static str = "增幅", "Growth";
        // A reader's own weights.
        tried: &'static str = "换一套权重试试", "Try other weights";
        tried_lead: &'static str = "拖动滑块，名次在您的浏览器里按同样的方法重新计算，什么也不会发出去。同级权重会自动折算成 100%。", "Move the sliders: the ranks are computed anew in your browser by the same method, and nothing is sent anywhere. Weights of one level are scaled to 100 %.";
        tried_needs_script: &'static str = "滑块需要浏览器允许运行脚本。不用脚本，请看下面几种算好的方案。", "The sliders need scripts to run in your browser. Without them, see the variants computed below.";
        not_tried: &'static str = "这种计算方法不能只靠标准化后的得分重算，所以这里不能换权重。", "This method cannot be computed anew from normalised scores alone, so other weights cannot be tried here.";
        whole: &'static str = "第一级", "First level";
        published_weights: &'static str = "恢复公布的权重", "Back to the published weights";
        published_rank: &'static str = "公布的名次", "Published rank";
        your_rank: &'static str = "现在的名次", "Rank now";
        your_score: &'static str = "现在的得分", "Score now";
        nothing_moves: &'static str = "名次与公布的相同。", "The ranks are as published.";
        moving: Slots = Slots("{count} 个单位的名次变了，现在第一的是{first}。"), Slots("Units whose rank changed: {count}. First now: {first}.");
        no_weights: &'static str = "同级的权重不能全是 0。", "The weights of one level cannot all be 0.";
        percent: &'static str = "%", " %";
        variants: &'static str = "算好的几种方案", "Some variants, computed";
        variant: &'static str = "方案", "Variant";
        equal: &'static str = "同级权重都相等", "Equal weights on every level";
        doubled: Phrase = Phrase("「{}」权重加倍"), Phrase("“{}” counts double");
        first_three: &'static str = "前三名", "The first three";
        movers: &'static str = "变动的单位数", "Units that move";
        farthest: &'static str = "最多变动几位", "Most places moved";
        ranks_in_variants: &'static str = "各方案的名次", "Ranks in each variant";
        as_published: &'static str = "公布的权重", "Published weights";
        // How firm.
        firm: &'static str = "名次有多牢靠", "How firm the ranks are";
        firm_exact: Slots = Slots("{runs} 种组合全部算过，平均每个单位的名次变动 {shift} 位。"), Slots("All {runs} combinations were run. On average a unit moves by {shift} places.");
        firm_drawn: Slots = Slots("抽取 {runs} 种方案计算（随机种子 {seed}），平均每个单位的名次变动 {shift} 位。"), Slots("{runs} variants were drawn (seed {seed}). On average a unit moves by {shift} places.");
        varied: &'static str = "改动了什么、名次的变动有多少由它引起", "What was varied, and how much of the movement it makes";
        factor: &'static str = "变动因素", "Factor";
        alone: &'static str = "单独", "Alone";
        together: &'static str = "连同与其他因素的交互", "With all it does together with others";
        interval: Slots = Slots("{value}（95% 区间 {low} 到 {high}）"), Slots("{value} (95 % interval {low} to {high})");
        swaps: &'static str = "相邻两名互换的可能", "How often neighbours swap";
        above: &'static str = "前一名", "Published above";
        below: &'static str = "后一名", "Published below";
        swapped: &'static str = "互换", "Swapped";
        level: &'static str = "并列", "Level";
        spread: &'static str = "每个名次出现的比例", "How often each rank occurs";
        median: &'static str = "中位名次", "Median rank";
        mean: &'static str = "平均名次", "Mean rank";
        ranked: &'static str = "有名次的方案", "Variants with a rank";
        occurs: &'static str = "名次（所占比例）", "Ranks (share of variants)";
        // Weights and what decides.
        weights: &'static str = "权重和实际作用", "Weights, and what decides";
        weights_lead: &'static str = "权重是定的，作用是算的：它决定了总分差异的多少，以及去掉它以后平均每个单位的名次变动几位。", "Weights are set; what decides is computed: the share of the differences between scores that a part makes, and how many places units move on average without it.";
        part: &'static str = "部分", "Part";
        weight: &'static str = "同级权重", "Weight in its level";
        overall: &'static str = "总权重", "Overall weight";
        decides: &'static str = "决定的差异", "Share of differences";
        without: &'static str = "去掉后的变动", "Places moved without it";
        // Coherence.
        coherent: &'static str = "各部分衡量的是不是一回事", "Whether the parts measure one thing";
        of_pillars: &'static str = "第一级各部分", "Parts of the first level";
        of_leaves: &'static str = "各指标", "Indicators";
        correlations: &'static str = "相关系数", "Correlations";
        correlations_legend: &'static str = "▲ 不小于 0.92，几乎重复；▼ 不大于 −0.4，互相抵消。", "▲ at least 0.92, nearly the same; ▼ at most −0.4, working against each other.";
        components: &'static str = "主成分", "Principal components";
        component: &'static str = "成分", "Component";
        explained: &'static str = "解释的方差", "Variance explained";
        loading: &'static str = "与第一主成分的相关系数", "Correlation with the first component";
        coherent_of: Slots = Slots("按齐全的 {cases} 条数据计算，克朗巴赫 α 为 {alpha}，第一主成分解释 {first} 的方差。"), Slots("Over {cases} complete rows: Cronbach’s alpha {alpha}; the first principal component explains {first} of the variance.");
        not_coherent: &'static str = "数据太少或从不变化，算不出相关系数。", "Too few numbers, or none that vary: correlations cannot be computed.";
        // Method and numbers.
        method: &'static str = "计算方法", "Method";
        method_lead: &'static str = "按先后次序，每一步的选择都写明；括号里是它在 framework.toml 里的名称。", "In their order, each with its choices; in brackets, its word in framework.toml.";
        indicators: &'static str = "指标", "Indicators";
        indicator: &'static str = "指标", "Indicator";
        measure: &'static str = "计量单位", "Measured in";
        direction: &'static str = "方向", "Better is";
        more: &'static str = "越大越好", "more";
        less: &'static str = "越小越好", "less";
        per: &'static str = "换算", "Divided by";
        goalposts: &'static str = "最差到最好", "Worst to best";
        target: &'static str = "目标", "Target";
        source: &'static str = "来源", "Source";
        treated: &'static str = "改动过的数据", "Numbers that were changed";
        treated_lead: &'static str = "改动只在计算中，原始数据不变。数值是做到那一步时的数，可能已经换算过。", "They are changed for the computation only; the data stays as it is. Numbers are as they stood at that step, so they may have been divided before.";
        nothing_treated: &'static str = "没有改动任何数据。", "No number was changed.";
        gone: &'static str = "没有数的地方", "What has no number";
        gone_lead: &'static str = "后面的步骤补上的，见「改动过的数据」。", "What a later step filled in stands among the numbers that were changed.";
        nothing_gone: &'static str = "没有缺数。", "Nothing is missing.";
        step: &'static str = "步骤", "Step";
        in_data: &'static str = "原始数据", "the data";
        what: &'static str = "在哪里", "Where";
        year: &'static str = "年份", "Year";
        from: &'static str = "原来", "From";
        to: &'static str = "改为", "To";
        why: &'static str = "原因", "Why";
        left_out: Count = Count::always("还有 {} 条没有列出，审计包里有全部记录。"), Count::new("One more is not listed; the audit bundle has it.", "{} more are not listed; the audit bundle has them all.");
        verify: &'static str = "怎样核对", "Check it yourself";
        verify_lead: &'static str = "festoon index run --out 写出审计包：数据、框架、每处改动和全部结果。任何人都可以用 festoon index verify 重新算一遍，得到一模一样的文件。", "festoon index run --out writes an audit bundle: data, framework, every change and all results. Anybody can run festoon index verify on it and get the same bytes.";
        made_by: Phrase = Phrase("由 Festoon {} 计算"), Phrase("Computed by Festoon {}");
        scrolls: Phrase = Phrase("{}，可左右滚动"), Phrase("{}, can be scrolled sideways");
    }
}
