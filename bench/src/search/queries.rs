//! Queries as people type them, drawn from what a week holds: the same week asks the same.

use festoon_domain::programme::Programme;
use festoon_domain::text::Lang;
use festoon_testkit::planted::Chance;
use pinyin::ToPinyin as _;

/// What is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sort {
    Substring,
    OneCharacter,
    Sound,
    Initials,
    Word,
    Beginning,
    Slip,
    Several,
    Person,
    Nonsense,
    Long,
    Shuffled,
}

impl Sort {
    pub(super) const ALL: [Self; 12] = [
        Self::Substring,
        Self::OneCharacter,
        Self::Sound,
        Self::Initials,
        Self::Word,
        Self::Beginning,
        Self::Slip,
        Self::Several,
        Self::Person,
        Self::Nonsense,
        Self::Long,
        Self::Shuffled,
    ];

    pub(super) const fn called(self) -> &'static str {
        match self {
            Self::Substring => "two to six Chinese characters",
            Self::OneCharacter => "one Chinese character",
            Self::Sound => "pinyin",
            Self::Initials => "initials",
            Self::Word => "an English word",
            Self::Beginning => "the beginning of one",
            Self::Slip => "a mistyped one",
            Self::Several => "several words of both languages",
            Self::Person => "a person",
            Self::Nonsense => "nonsense",
            Self::Long => "two hundred characters",
            Self::Shuffled => "a hundred Chinese characters, common pairs in an order that stands nowhere",
        }
    }
}

/// One query.
#[derive(Debug)]
pub(super) struct Query {
    pub(super) sort: Sort,
    pub(super) typed: String,
    pub(super) lang: Lang,
}

/// So many queries of each sort.
pub(super) fn of(programme: &Programme, of_each: usize) -> Vec<Query> {
    let mut chance = Chance::from_seed(20_000);
    let mut queries = Vec::new();
    for sort in Sort::ALL {
        for number in 0..of_each {
            let lang = Lang::BOTH[number % 2];
            queries.push(Query { sort, typed: typed(sort, programme, &mut chance), lang });
        }
    }
    queries
}

fn typed(sort: Sort, programme: &Programme, chance: &mut Chance) -> String {
    let session = &programme.sessions[chance.below_len(programme.sessions.len())];
    // Titles and paragraphs in turn.
    let text = if chance.below_len(3) == 0 { &session.summary } else { &session.title };
    match sort {
        Sort::Substring => run(text.wording(Lang::Zh), 2 + chance.below_len(5), chance),
        Sort::OneCharacter => run(text.wording(Lang::Zh), 1, chance),
        Sort::Sound => sound(&run(session.title.wording(Lang::Zh), 2 + chance.below_len(4), chance)),
        Sort::Initials => initials(&run(session.title.wording(Lang::Zh), 2 + chance.below_len(5), chance)),
        Sort::Word => word(text.wording(Lang::En), chance),
        Sort::Beginning => {
            let word = word(text.wording(Lang::En), chance);
            word[..word.len().min(1 + chance.below_len(4))].to_owned()
        }
        Sort::Slip => slip(&word(text.wording(Lang::En), chance), chance),
        Sort::Several => {
            let chinese = run(text.wording(Lang::Zh), 2, chance);
            let more = run(session.title.wording(Lang::Zh), 2, chance);
            format!(
                "{chinese} {} {more} {}",
                word(text.wording(Lang::En), chance),
                word(text.wording(Lang::En), chance)
            )
        }
        Sort::Person => {
            let person = &programme.people[chance.below_len(programme.people.len())];
            let name = person.name.wording(Lang::Zh);
            if chance.below_len(2) == 0 { name.to_owned() } else { sound(name) }
        }
        Sort::Nonsense => (0..3 + chance.below_len(9)).map(|_| char::from(b'a' + letter(chance))).collect(),
        Sort::Long => {
            let mut long = String::new();
            while long.chars().count() < 200 {
                long.push_str(&run(session.summary.wording(Lang::Zh), 2, chance));
                long.push_str(&word(session.summary.wording(Lang::En), chance));
                long.push_str(&run(session.summary.wording(Lang::Zh), 1, chance));
            }
            long.chars().take(200).collect()
        }
        Sort::Shuffled => {
            let any = |chance: &mut Chance| {
                let session = &programme.sessions[chance.below_len(programme.sessions.len())];
                run(session.summary.wording(Lang::Zh), 2, chance)
            };
            (0..50).map(|_| any(chance)).collect()
        }
    }
}

fn letter(chance: &mut Chance) -> u8 {
    u8::try_from(chance.below_len(26)).unwrap_or_default()
}

/// So many characters beside each other, no marks among them.
fn run(text: &str, length: usize, chance: &mut Chance) -> String {
    let characters: Vec<char> = text.chars().filter(|c| ('\u{4e00}'..='\u{9fff}').contains(c)).collect();
    let length = length.min(characters.len());
    let from = chance.below_len(characters.len() - length + 1);
    characters[from..from + length].iter().collect()
}

fn word(text: &str, chance: &mut Chance) -> String {
    let words: Vec<&str> =
        text.split(|c: char| !c.is_ascii_alphabetic()).filter(|word| word.len() > 2).collect();
    words.get(chance.below_len(words.len().max(1))).copied().unwrap_or("forum").to_lowercase()
}

fn sound(text: &str) -> String {
    text.to_pinyin().flatten().map(pinyin::Pinyin::plain).collect::<String>().replace('ü', "v")
}

fn initials(text: &str) -> String {
    text.to_pinyin().flatten().map(pinyin::Pinyin::first_letter).collect()
}

/// One letter exchanged, left out, put in or swapped with the next.
fn slip(word: &str, chance: &mut Chance) -> String {
    let at = chance.below_len(word.len() - 1);
    let (head, tail) = word.split_at(at);
    let other = char::from(b'a' + letter(chance));
    match chance.below_len(4) {
        0 => format!("{head}{other}{}", &tail[1..]),
        1 => format!("{head}{}", &tail[1..]),
        2 => format!("{head}{other}{tail}"),
        _ => format!("{head}{}{}{}", &tail[1..2], &tail[..1], &tail[2..]),
    }
}
