//! What a text promises about its two wordings.

use super::*;

#[test]
fn the_same_words_in_both_languages_are_one_wording() {
    let text = Text::new("未来网络", "未来网络");
    assert_eq!(text.translation(Lang::Zh), Translation::Current);
    assert_eq!(text.translation(Lang::En), Translation::Missing);

    let text = Text::new("Keynote", "Keynote");
    assert_eq!(text.translation(Lang::Zh), Translation::Missing);
    assert_eq!(text.translation(Lang::En), Translation::Current);
}

#[test]
fn a_reader_is_shown_the_other_language_rather_than_nothing() {
    let text = Text::new("", "Opening");
    assert_eq!(text.shown(Lang::Zh), ("Opening", Lang::En));
}

#[test]
fn a_stale_translation_is_there_and_says_so() {
    let text = Text::new("开幕式", "Opening").with_stale(Lang::En);
    assert_eq!(text.translation(Lang::En), Translation::Stale);
    assert_eq!(text.translation(Lang::Zh), Translation::Current);
}

#[test]
fn a_chinese_title_with_a_latin_name_is_chinese() {
    assert!(is_mostly_chinese("5G+工业互联网 Workshop"));
    assert!(!is_mostly_chinese("Opening (开) of the conference in Nanjing"));
    assert!(!is_mostly_chinese(""));
}

#[test]
fn folding_meets_widths_case_and_dots() {
    assert_eq!(fold("ＡＤＡ　Holm"), fold("ada holm"));
    assert_eq!(fold("阿卜杜·热西提"), fold("阿卜杜•热西提"));
    assert_ne!(fold("王伟"), fold("王维"));
}
