//! What the command says of input that cannot be right: where, and what would be, in both languages; and never a number that is none.

mod terminal;

use std::fs;

use terminal::{ENGLISH, folder, run, said};

const FRAMEWORK: &str = r#"title = "t"
[[indicator]]
code = "a"
direction = "more"
per = { column = "p" }
[[indicator]]
code = "b"
direction = "less"
[[indicator]]
code = "c"
direction = "more"
[[column]]
code = "p"
[[index]]
code = "i"
[[index.node]]
code = "a"
[[index.node]]
code = "b"
[[index.node]]
code = "c"
[[step]]
do = "denominate"
[[step]]
do = "normalise"
by = "min-max"
[[step]]
do = "aggregate"
by = "arithmetic"
[[step]]
do = "rank"
"#;
const DATA: &str = "unit,year,a,b,c,p\nx,2020,1,5,1,2\ny,2020,2,3,2,4\nz,2020,4,8,4,9\n";

/// What stands in place of what, in the framework or else in the data; the code it ends with; what is said.
struct Case {
    name: &'static str,
    changed: &'static [(&'static str, &'static str)],
    code: i32,
    zh: &'static str,
    en: &'static str,
}

const CASES: [Case; 11] = [
    Case {
        name: "text in a number's cell",
        changed: &[("y,2020,2", "y,2020,two")],
        code: 2,
        zh: "data.csv › 第3行C列：「two」不是数值。请只写数字，如 1234.5；没有数据就留空。",
        en: "data.csv › row 3, column C: “two” is no number.",
    },
    Case {
        name: "a unit twice",
        changed: &[("z,2020", "x,2020")],
        code: 2,
        zh: "data.csv › 第4行C列：x 2020 年的数据出现了两次，另一处在第 2 行。请删去一处",
        en: "data.csv › row 4, column C: x is there twice for 2020, first in row 2. Keep one of them",
    },
    Case {
        name: "a constant column",
        changed: &[("2,3,2,4", "2,5,2,4"), ("4,8,4,9", "4,5,4,9")],
        code: 0,
        zh: "- y 2020 年「b」：所有值都是 5，无从拉开差距（data.csv › 第3行D列）",
        en: "- y 2020, “b”: every value is 5, and the scale divides by their spread (data.csv › row 3, column D)",
    },
    Case {
        name: "nothing measured of an indicator",
        changed: &[("1,5,1", "1,,1"), ("2,3,2", "2,,2"), ("4,8,4", "4,,4")],
        code: 0,
        zh: "- y 2020 年「b」：这个指标一个数据也没有",
        en: "- y 2020, “b”: the indicator has no value at all",
    },
    Case {
        name: "a denominator of zero",
        changed: &[("2,3,2,4", "2,3,2,0")],
        code: 0,
        zh: "- y 2020 年「a」：分母是 0（data.csv › 第3行F列）",
        en: "- y 2020, “a”: the denominator is zero (data.csv › row 3, column F)",
    },
    Case {
        name: "a tree in a ring",
        changed: &[(
            "[[index.node]]\ncode = \"a\"",
            "[[index.node]]\ncode = \"m\"\nunder = \"n\"\n[[index.node]]\ncode = \"n\"\nunder = \"m\"\n[[index.node]]\ncode = \"a\"",
        )],
        code: 2,
        zh: "framework.toml › 第16行：指数 i 的节点 m → n 首尾相接成了一圈。请让其中一个归到通向 i 的节点之下。",
        en: "framework.toml › line 16: index i: m → n stand below each other in a ring; one of them must stand below",
    },
    Case {
        name: "weights that sum to 0",
        changed: &[
            ("[[index.node]]\ncode = \"a\"", "[[index.node]]\nweight = 0\ncode = \"a\""),
            ("[[index.node]]\ncode = \"b\"", "[[index.node]]\nweight = 0\ncode = \"b\""),
            ("[[index.node]]\ncode = \"c\"", "[[index.node]]\nweight = 0\ncode = \"c\""),
        ],
        code: 2,
        zh: "framework.toml › 第14行：指数 i 的节点 i 下各权重之和为 0。请让 a、b、c 中至少一个大于 0。",
        en: "framework.toml › line 14: index i: the weights below i sum to 0; give at least one of a, b, c a weight above 0.",
    },
    Case {
        name: "a negative value in a geometric mean",
        changed: &[
            ("do = \"normalise\"\nby = \"min-max\"", "do = \"normalise\"\nby = \"share\"\nof = \"mean\""),
            ("\"arithmetic\"", "\"geometric\""),
            ("2,3,2,4", "2,3,-2,4"),
        ],
        code: 0,
        zh: "- y 2020 年「i」：下级「c」的得分是 -2，这种方法要求大于 0",
        en: "- y 2020, “i”: “c” is -2, and this method needs numbers above 0",
    },
    Case {
        name: "judgements that contradict each other, flagged",
        changed: &[(
            "[[step]]\ndo = \"aggregate\"",
            "[[step]]\ndo = \"weigh\"\nby = \"judged\"\nchildren = [\"a\", \"b\", \"c\"]\nupper = [4, 0.25, 4]\nrandom = \"given\"\nrandom_index = 0.53\n[[step]]\ndo = \"aggregate\"",
        )],
        code: 0,
        zh: "- 「i」下级的专家判断自相矛盾：一致性比率 2.12，应不超过 0.1；最不合的是第 1 行第 2 列的 4，其余判断要求约为 1.00。",
        en: "the consistency ratio is 2.12, and should be at most 0.1; row 1, column 2 fits worst with 4, the others ask for about 1.00.",
    },
    Case {
        name: "judgements that contradict each other, refused",
        changed: &[(
            "[[step]]\ndo = \"aggregate\"",
            "[[step]]\ndo = \"weigh\"\nby = \"judged\"\ndoubtful = \"refused\"\nchildren = [\"a\", \"b\", \"c\"]\nupper = [4, 0.25, 4]\nrandom = \"given\"\nrandom_index = 0.53\n[[step]]\ndo = \"aggregate\"",
        )],
        code: 2,
        zh: "第 3 步对 i 下级的判断：判断自相矛盾，一致性比率 CR 为 2.12，应不超过 0.1；最不合的是第 1 行第 2 列的 4",
        en: "step 3, judgements below i: the judgements contradict each other: the consistency ratio is 2.12",
    },
    Case {
        name: "a negative value where weights are drawn by entropy",
        changed: &[
            ("do = \"normalise\"\nby = \"min-max\"", "do = \"weigh\"\nby = \"entropy\""),
            ("\"arithmetic\"", "\"topsis\""),
            ("2,3,2,4", "2,-3,2,4"),
        ],
        code: 0,
        zh: "- 由数据得不出「i」下级的权重：第 2 行第 2 列是 -3，不应小于 0（第 2 行是「y」2020 年，第 2 列是「b」）。",
        en: "- The numbers give no weights below “i”: row 2, column 2: -3 should be zero or more (row 2 is “y” in 2020, column 2 is “b”).",
    },
];

#[test]
fn each_is_told_with_its_place_and_nothing_is_a_number_that_is_none() {
    let folder = folder("index-bad-input");
    for Case { name, changed, code, zh, en } in CASES {
        let (mut framework, mut data) = (FRAMEWORK.to_owned(), DATA.to_owned());
        for (from, to) in changed {
            assert!(
                framework.contains(from) != data.contains(from),
                "{name}: {from} stands in one of the files"
            );
            framework = framework.replacen(from, to, 1);
            data = data.replacen(from, to, 1);
        }
        fs::write(folder.join("framework.toml"), framework).expect("a file");
        fs::write(folder.join("data.csv"), data).expect("a file");
        for (locale, sentence) in [("zh_CN.UTF-8", zh), (ENGLISH, en)] {
            for format in ["text", "json"] {
                let arguments = [
                    "index",
                    "run",
                    "--framework",
                    "framework.toml",
                    "--data",
                    "data.csv",
                    "--format",
                    format,
                ];
                let told = run(&folder, locale, &arguments);
                let all = format!("{}{}", said(&told.stdout), said(&told.stderr));
                assert_eq!(told.status.code(), Some(code), "{name}: {all}");
                assert!(format == "json" || all.contains(sentence), "{name}: {sentence} is not in\n{all}");
                assert!(!all.contains("NaN"), "{name}: {all}");
            }
        }
    }
}
