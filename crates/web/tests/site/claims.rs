//! The page on which texts are pasted: the form, its report, and that nothing pasted is lost or shown as markup.

use axum::body::Body;
use axum::http::{Request, StatusCode};

use crate::{answer, get, header, site};

const FIGURES: &str = "version = 1\n[[figure]]\nid = \"investment\"\nzh = [\"总投资\"]\nen = [\"total investment\"]\nkind = \"money\"\nvalue = 49600000000\ncurrency = \"CNY\"\n";

/// The form as a browser sends it: names, and for the figures a file's name.
fn sent(lang: &str, fields: &[(&str, &str)]) -> Request<Body> {
    let mut body = String::new();
    for (name, content) in fields {
        let file = if *name == "figures" { "; filename=\"figures.toml\"" } else { "" };
        let head = format!("--b\r\nContent-Disposition: form-data; name=\"{name}\"{file}\r\n\r\n");
        body.extend([&head, *content, "\r\n"]);
    }
    body += "--b--\r\n";
    Request::post(format!("/{lang}/claims"))
        .header("content-type", "multipart/form-data; boundary=b")
        .body(Body::from(body))
        .expect("a request")
}

#[tokio::test]
async fn the_form_is_there_in_both_languages_and_works_without_script() {
    let site = site();
    for (lang, title) in [("zh", "核对文章中的数字"), ("en", "Check the figures in a text")] {
        let (status, headers, html) = get(&site, &format!("/{lang}/claims")).await;
        assert_eq!(status, StatusCode::OK);
        assert!(
            html.contains(title)
                && html.contains("<textarea id=\"zh\"")
                && html.contains("enctype=\"multipart/form-data\"")
        );
        assert!(header(&headers, "content-security-policy").starts_with("default-src"));
    }
    assert_eq!(get(&site, "/fr/claims").await.0, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn two_texts_are_held_against_the_figures_and_each_other_and_nothing_is_kept() {
    let fields = [
        ("zh", "总投资近500亿元。"),
        ("en", "The total investment is nearly 5 billion yuan."),
        ("figures", FIGURES),
        ("day", "2021-06-10"),
    ];
    let (status, headers, html) = answer(&site(), sent("en", &fields)).await;
    assert_eq!((status, header(&headers, "cache-control")), (StatusCode::OK, "no-store"));
    assert!(
        html.contains("nearly 5 billion yuan</a></mark>") && html.contains("Too small by a factor of 10"),
        "{html}"
    );
    assert!(html.contains("The two languages differ by a factor of 10"), "{html}");
    let (_, _, html) = answer(&site(), sent("zh", &fields)).await;
    assert!(html.contains("差了10倍") && html.contains("中英文差了10倍"), "{html}");
}

#[tokio::test]
async fn the_texts_stand_under_their_report_to_be_corrected() {
    let (_, _, html) = answer(&site(), sent("zh", &[("zh", "活动<b>48项"), ("day", "2021-06-10")])).await;
    assert!(html.contains("改好再核对") && html.contains("活动&#60;b&#62;48项</textarea>"), "{html}");
    assert!(
        html.contains("value=\"2021-06-10\"") && html.contains("<summary>文中的数字</summary>"),
        "{html}"
    );
    let long = "共48项活动。".repeat(30_000);
    let (status, _, html) = answer(&site(), sent("en", &[("zh", &long)])).await;
    assert_eq!((status, html.contains("<textarea")), (StatusCode::OK, false));
    assert!(html.contains("more are not listed") && html.len() < 6 << 20, "{} bytes", html.len());
}

#[tokio::test]
async fn two_texts_that_name_different_stages_do_not_give_the_same_figures() {
    let fields = [("zh", "拟签约项目156个。"), ("en", "156 projects were signed.")];
    let (_, _, html) = answer(&site(), sent("en", &fields)).await;
    assert!(html.contains("The two languages name different stages"), "{html}");
    let (_, _, html) = answer(&site(), sent("zh", &fields)).await;
    assert!(html.contains("中英文阶段不一致：中文为「拟签约」，英文为「签约」。"), "{html}");
}

#[tokio::test]
async fn without_figures_the_claims_are_listed_and_the_languages_compared() {
    let fields = [("zh", "共48项活动。"), ("en", "There are 84 activities."), ("figures", ""), ("day", "")];
    // A browser sends an empty nameless file where none was chosen.
    let request = sent("en", &fields[..2]);
    let (status, _, html) = answer(&site(), request).await;
    assert_eq!(status, StatusCode::OK);
    assert!(html.contains("The two languages give different numbers"), "{html}");
}

#[tokio::test]
async fn what_cannot_be_read_is_told_and_what_was_pasted_stands_there_still() {
    let twice = format!("{FIGURES}{}", FIGURES.replace("version = 1\n", "").replace("49600000000", "5"));
    for (fields, said) in [
        (vec![("zh", "总投资<b>近500亿元"), ("figures", twice.as_str())], "有两个数值：49600000000 和 5"),
        (vec![("zh", "总投资<b>近500亿元"), ("day", "6月10日")], "2021-06-10 这样的日期"),
        (
            vec![("zh", "总投资<b>近500亿元"), ("day", "x"), ("figures", twice.as_str())],
            "2021-06-10 这样的日期",
        ),
        (
            vec![("zh", "总投资<b>近500亿元"), ("day", "x"), ("figures", twice.as_str())],
            "有两个数值：49600000000 和 5",
        ),
    ] {
        let (status, _, html) = answer(&site(), sent("zh", &fields)).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(html.contains(said) && html.contains("总投资&#60;b&#62;近500亿元</textarea>"), "{html}");
    }
    let (status, _, html) = answer(&site(), sent("en", &[("zh", " ")])).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(html.contains("No text yet"));
}

#[tokio::test]
async fn more_than_the_form_takes_is_refused() {
    let large = "1 ".repeat(festoon_guide::pages::claims::LARGEST_CLAIMS_BYTES);
    let (status, _, html) = answer(&site(), sent("en", &[("en", &large)])).await;
    assert_eq!(status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(html.contains("may have 4 MB together"), "{html}");
    let (_, _, html) = answer(&site(), sent("zh", &[("en", &large)])).await;
    assert!(html.contains("合计最多收 4 MB"), "{html}");
}

#[tokio::test]
async fn what_is_not_this_form_is_told_so_and_the_form_stands_there() {
    let request = Request::post("/zh/claims").body(Body::from("zh=48")).expect("a request");
    let (status, headers, html) = answer(&site(), request).await;
    assert_eq!((status, header(&headers, "cache-control")), (StatusCode::BAD_REQUEST, "no-store"));
    assert!(html.contains("没有完整收到") && html.contains("<textarea id=\"zh\""), "{html}");
}

#[tokio::test]
async fn texts_in_the_wrong_boxes_are_told_in_both_languages() {
    let (zh, en) =
        ("本届创新周共有签约项目156个，总投资近500亿元。", "The total investment is nearly 50 billion yuan.");
    for (fields, said) in [
        ([("zh", en), ("en", zh)], ["两篇稿子好像贴反了", "seem to be in each other’s boxes"]),
        ([("zh", en), ("en", "")], ["「中文稿」一栏里贴的像是英文", "“Chinese text” seems to hold English"]),
        ([("zh", ""), ("en", zh)], ["「英文稿」一栏里贴的像是中文", "“English text” seems to hold Chinese"]),
        ([("zh", en), ("en", en)], ["没有做中英文对照", "the two languages were not compared"]),
    ] {
        for (lang, said) in ["zh", "en"].into_iter().zip(said) {
            let (_, _, html) = answer(&site(), sent(lang, &fields)).await;
            assert!(html.contains("claims-misplaced") && html.contains(said), "{lang} {html}");
        }
    }
    for fields in [[("zh", zh), ("en", en)], [("zh", "156"), ("en", "156")]] {
        let (_, _, html) = answer(&site(), sent("zh", &fields)).await;
        assert!(!html.contains("claims-misplaced"), "{html}");
    }
}

#[tokio::test]
async fn how_to_write_a_figures_file_is_told_in_both_languages_where_it_is_asked_for() {
    for (lang, title) in
        [("zh", "# figures.toml：已公布的数据"), ("en", "# figures.toml: the published figures")]
    {
        let (_, _, html) = get(&site(), &format!("/{lang}/claims")).await;
        let address = format!("/{lang}/claims/figures.txt");
        assert!(html.contains(&format!("href=\"{address}\"")), "{html}");
        let (status, headers, manual) = get(&site(), &address).await;
        assert_eq!((status, header(&headers, "content-type")), (StatusCode::OK, "text/plain; charset=utf-8"));
        assert!(manual.starts_with(title), "{manual}");
    }
    assert_eq!(get(&site(), "/fr/claims/figures.txt").await.0, StatusCode::NOT_FOUND);
}
