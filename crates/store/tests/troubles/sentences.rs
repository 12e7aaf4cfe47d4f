//! Every trouble is said in both languages, each in its own writing, with what would be right.

use festoon_domain::text::Lang;
use festoon_store::{StoreError, Trouble};

const ALL: [Trouble; 13] = [
    Trouble::Newer(7, 3),
    Trouble::Older(2, 3),
    Trouble::Corrupt,
    Trouble::Foreign,
    Trouble::Full,
    Trouble::Forbidden,
    Trouble::Absent,
    Trouble::Served,
    Trouble::Busy,
    Trouble::Away,
    Trouble::Unknown,
    Trouble::Contended,
    Trouble::Ours,
];

#[test]
fn every_trouble_has_a_sentence_of_its_own_in_both_languages() {
    let mut seen = std::collections::BTreeSet::new();
    for trouble in ALL {
        let error = StoreError::new(trouble.clone(), "SQLITE_SAYS");
        let (zh, en) = (error.sentence(Lang::Zh), error.sentence(Lang::En));
        assert!(zh.ends_with('。') && zh.matches('。').count() > 1, "{trouble:?}: {zh}");
        assert!(en.ends_with('.') && en.is_ascii(), "{trouble:?}: {en}");
        assert_eq!(error.to_string(), format!("{en} (SQLITE_SAYS)"));
        assert!(seen.insert(zh) && seen.insert(en), "{trouble:?} is said in another's words");
    }
}

#[test]
fn schemas_are_named_by_their_numbers() {
    let newer = StoreError::new(Trouble::Newer(7, 3), "");
    let older = StoreError::new(Trouble::Older(2, 3), "");
    for lang in [Lang::Zh, Lang::En] {
        let (newer, older) = (newer.sentence(lang), older.sentence(lang));
        assert!(newer.contains('7') && newer.contains('3'), "{newer}");
        assert!(older.contains('2') && older.contains('3') && older.contains("`festoon migrate`"), "{older}");
    }
}
