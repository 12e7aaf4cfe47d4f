//! What a claim says of the figures told just before it: a rise behind an amount, an amount in other money, last year's in brackets.
//!
//! Such a claim names nothing itself. The names of the figure before it count as said, less or more as the link is loose or tight.

use super::around::Around;
use super::cues::Cue;
use super::topic::Window;
use super::words::Words;
use crate::claim::{Change, Claim, Kind, UnitFrom};
use crate::lint::matching::Matcher;
use crate::unit::Unit;

/// How many right claims are remembered: no link reaches farther.
const REMEMBERED: usize = 8;

/// Words between an amount and the same in other money or other words.
const RESTATED: [&str; 14] = [
    "i.e.",
    "or",
    "about",
    "that is",
    "equal to",
    "equals",
    "equivalent to",
    "约合",
    "折合",
    "合",
    "即",
    "约",
    "相当于",
    "",
];

/// How many claims ahead of its conversion an amount may stand, with the rate between.
const BY_RATE: usize = 3;
/// Words of a rate, and those behind it.
const RATED: [&str; 5] = ["折算", "兑", "汇率", " rate", " at "];
static SO_MUCH: Words<5> = Words::new(["约合", "折合", "折算", " is", " makes"]);

/// Words between a number of things and its share of all.
const SHARE_OF: [&str; 8] = ["or", "or about", "that is", "占比", "占", "比例为", "占比为", ""];

/// Words between an amount and the same in rounder words: 58%，近六成.
const AGAIN: [&str; 5] = ["", "首次", "首度", "or", "已"];

/// Openings of a sentence that goes on about what was said before it.
static GOES_ON: Words<22> = Words::new([
    "These ",
    "Together ",
    "Between them ",
    "Altogether ",
    "Combined ",
    "Makes ",
    "That's ",
    "That’s ",
    "It's ",
    "Change on ",
    "The count ",
    "That ",
    "This ",
    "It ",
    "They ",
    "Last year it ",
    "Last year there ",
    "这",
    "其",
    "此",
    "该",
    "去年为",
]);

/// What stands before a number when a pronoun stands for its subject.
static ELIDED: Words<20> = Words::new([
    "there had been",
    "it had been",
    "it was",
    "it said",
    "it showed",
    "it read",
    "there were",
    "there was",
    "there are now",
    "there are",
    "now there are",
    "there will be",
    "it is now",
    "they are now",
    "they were",
    "it stood at",
    "上届为",
    "去年为",
    "上届是",
    "去年是",
]);

/// Words that point back to what was told before.
static POINTS_BACK: Words<3> = Words::new(["这", "那", "上述"]);

impl Matcher<'_> {
    /// Remembers that a claim was right, and of which figure.
    pub(in crate::lint) fn remember(&mut self, index: usize, figure: usize) {
        if self.right.len() == REMEMBERED {
            self.right.pop_front();
        }
        self.right.push_back((index, figure));
    }

    /// Counts the names of the figures just told as said of this claim, where it goes on about them.
    pub(in crate::lint) fn follow(&mut self, index: usize, around: &Around) {
        let claim = &self.claims[index];
        self.bound = None;
        if self.right.is_empty() {
            self.people_behind(index, around);
        }
        let Some(&(last, figure)) = self.right.back() else { return };
        let goes_on = self.goes_on(around);
        let before = &self.claims[last];
        let joined = before.place.start >= around.sentence.0 || goes_on;
        let converts = (before.kind, claim.kind) == (Kind::Money, Kind::Money)
            && before.currency != claim.currency
            && (last + 1 == index && self.is_joined_by(before, claim, &RESTATED)
                || index - last <= BY_RATE && self.is_converted(before, claim));
        // “60 million euros (471 million euros)”: what restates an amount in its own money and is that of another.
        let known = &self.linter.ledger.figures[figure];
        let mistaken = (before.kind, claim.kind) == (Kind::Money, Kind::Money)
            && before.currency == claim.currency
            && last + 1 == index
            && self.is_joined_by(before, claim, &RESTATED)
            && self.is_in_wrong_currency(claim, known, known.on(self.occasion.day));
        self.bound = Some(figure).filter(|_| converts || mistaken);
        let amount = matches!(before.kind, Kind::Count | Kind::Money);
        let moves = matches!(claim.change, Some(Change::Up | Change::Down));
        let sized = matches!(claim.kind, Kind::Share | Kind::Points);
        if joined && last + 1 == index {
            let near = match (before.kind, claim.kind) {
                _ if amount && moves && sized => 0.6,
                (Kind::Share, Kind::Points | Kind::Share) if moves => 0.6,
                (one, other)
                    if one == other && claim.hedge.is_some() && self.is_joined_by(before, claim, &AGAIN) =>
                {
                    0.9
                }
                (Kind::Count, Kind::Share) if self.is_share_of(before, claim) => 0.8,
                _ => 0.0,
            };
            self.say(figure, near);
        }
        // 98个项目、246.5亿元: an amount that only a mark parts from a number of projects is theirs.
        let beside = || {
            let between = self.scan.text.get(before.place.end..claim.place.start).unwrap_or_default();
            let between = between.strip_prefix("项目").unwrap_or(between);
            let between = between.strip_prefix("签约项目").unwrap_or(between);
            matches!(between, "、" | "，" | "\n" | "/" | "｜" | "|" | "·" | " ")
        };
        if claim.kind == Kind::Money
            && before.kind == Kind::Count
            && (last + 1 == index && beside() || self.is_their_money(claim, around))
        {
            self.say_money(figure);
        }
        if last + 1 == index && is_alike(before, claim) && self.is_next_row(before, claim) {
            self.say(figure, 0.6);
        }
        // 这13个签约项目: the very things that were told of last.
        if self.is_pointed_at(claim)
            && is_alike(before, claim)
            && (before.unit == claim.unit || before.unit == Some(Unit::Item))
        {
            self.say(figure, 0.9);
        }
        // “2.4 per cent up on the 1.5 billion of 2024”, “Last year there were 139”: of what was told, as it was then.
        self.people_behind(index, around);
        let claim = &self.claims[index];
        // “Makes 81”, “Cumulative total: 110,905”: what has been told, as it is now.
        let running = around.window == Window::Running
            && claim.unit_from == UnitFrom::Context
            && index - last <= 4
            && !self.linter.ledger.figures[figure].earlier.is_empty();
        let then = running
            || around.last_week
            || !around.years.is_empty()
            || around.back.is_some()
            || claim.as_of.is_some() && (goes_on || self.leaves_out(claim))
            || claim.unit_from == UnitFrom::Context && self.is_of_it(claim);
        let elided = || {
            running
                || around.back.is_some() && is_alike(&self.claims[last], claim)
                || joined
                || last + 1 == index
                || self.is_elided(claim)
                || self.is_of_it(claim)
        };
        if then && matches!(claim.kind, Kind::Count | Kind::Money) && !moves && elided() {
            self.say_alike(index);
        }
    }

    /// 港西区 38个 over 北埠区 21个: whether two claims stand alone on two lines that follow each other.
    fn is_next_row(&self, before: &Claim, claim: &Claim) -> bool {
        let between = self.scan.text.get(before.place.end..claim.place.start).unwrap_or_default();
        let behind = || self.scan.text[claim.place.end..].split('\n').next().unwrap_or_default();
        let letters = |words: &str| words.chars().filter(|letter| letter.is_alphanumeric()).count();
        between.matches('\n').count() == 1 && letters(between) <= 16 && letters(behind()) <= 4
    }

    /// “And the money? 28.6 billion”, “In money: 19.05bn yuan”: whether an amount is that of the projects told before it.
    fn is_their_money(&self, claim: &Claim, around: &Around) -> bool {
        static WORDS: Words<29> = Words::new([
            "sum of these contracts",
            "value of these contracts",
            "these contracts",
            "value",
            "represent",
            "represents",
            "they bring",
            "they carry",
            "they cover",
            "carrying",
            "covering",
            "together make",
            "combined value of",
            "totalling",
            "totaling",
            ", for",
            "altogether and",
            "between them they bring",
            ", with",
            "worth a total of",
            "the money?",
            "in money",
            "that's",
            "that’s",
            "in value",
            "worth",
            "their value",
            "in cash",
            "金额",
        ]);
        let lead = self.scan.text.get(around.sentence.0..claim.place.start).unwrap_or_default();
        let near = lead.trim_end_matches(|letter: char| letter.is_whitespace() || ":：,".contains(letter));
        let between = self
            .right
            .back()
            .and_then(|(last, _)| self.scan.text.get(self.claims[*last].place.end..claim.place.start));
        let joined = between.is_some_and(|gap| {
            matches!(
                gap.trim_matches(|letter: char| letter == ',' || letter.is_whitespace()),
                "and" | "with" | "for" | "worth"
            )
        });
        let asked = || self.near.heard.is_said(around.sentence.0, claim.place.start, Cue::HowMuch);
        joined || WORDS.end_in_any_case(near) || asked()
    }

    /// Counts the names of the amounts of a figure's stage and scope as said.
    fn say_money(&mut self, of: usize) {
        let linter = self.linter;
        let (figures, scopes) = (&linter.ledger.figures, &linter.clues.scopes);
        let amounts = figures.iter().enumerate().filter(|(at, figure)| {
            figure.kind == Kind::Money
                && figure.stage.is_some()
                && figure.stage == figures[of].stage
                && linter.clues.weeks[*at] == linter.clues.weeks[of]
                && scopes[*at] == scopes[of]
        });
        for (amount, _) in amounts {
            self.say(amount, 0.9);
        }
    }

    /// Counts the names of all figures just told that are of the claim's sort as said.
    fn say_alike(&mut self, index: usize) {
        let claim = &self.claims[index];
        let alike: Vec<usize> = self
            .right
            .iter()
            .filter(|(at, _)| index - at <= REMEMBERED && is_alike(&self.claims[*at], claim))
            .map(|(_, figure)| *figure)
            .collect();
        for figure in alike {
            self.say(figure, 0.9);
        }
    }

    /// Whether a word that points back stands directly before a Chinese number.
    fn is_pointed_at(&self, claim: &Claim) -> bool {
        POINTS_BACK.end(&self.scan.text[..claim.place.start])
    }

    /// Whether a pronoun stands for what the claim is of: “last year it was”, 上届为.
    fn is_elided(&self, claim: &Claim) -> bool {
        let start = self.scan.text.floor_char_boundary(claim.place.start.saturating_sub(24));
        let lead = self.lead_from(start, claim);
        ELIDED.end_in_any_case(lead)
    }

    /// “There are now 60”, “As of 12 August, 58 had been announced”: whether what is counted has to be known from the sentence before.
    pub(in crate::lint) fn leaves_out(&self, claim: &Claim) -> bool {
        static DONE: Words<6> = Words::new([
            "had been announced",
            "had been registered",
            "had been booked",
            "had been confirmed",
            "were announced",
            "were planned",
        ]);
        if self.is_labelled_amount(claim) {
            return true;
        }
        let tail = self.tail(claim);
        let done = claim.as_of.is_some() && DONE.open(tail);
        claim.unit_from == UnitFrom::Context && (done || self.is_elided(claim))
    }

    /// “The fund is signed. Volume: 45 million euros.”
    pub(in crate::lint) fn is_labelled_amount(&self, claim: &Claim) -> bool {
        let start = self.near.sentences.partition_point(|end| *end <= claim.place.start);
        let start = start.checked_sub(1).map_or(0, |at| self.near.sentences[at]);
        let label = self.scan.text.get(start..claim.place.start).unwrap_or_default().trim();
        claim.kind == Kind::Money && ["Volume:", "Value:", "Size:", "Amount:", "Worth:"].contains(&label)
    }

    /// “Seven of the 27”, “tonight we stand at 60,930”: whether a number is that of what was told before.
    pub(in crate::lint) fn is_of_it(&self, claim: &Claim) -> bool {
        static WORDS: Words<9> = Words::new([
            "of the",
            "out of",
            "of all",
            "we stand at",
            "it stands at",
            "the count was",
            "the count is",
            "the tally was",
            "the tally is",
        ]);
        let start = self.scan.text.floor_char_boundary(claim.place.start.saturating_sub(24));
        let lead = self.lead_from(start, claim);
        WORDS.end_in_any_case(lead)
    }

    /// Counts the names of a figure as said.
    pub(in crate::lint) fn say(&mut self, figure: usize, near: f64) {
        let linter = self.linter;
        for (id, _) in linter.clues.names[figure].iter().filter(|_| near > 0.0).flat_map(|name| &name.1) {
            self.note(*id, near);
        }
    }

    /// Whether the sentence opens with a word for what was said before it.
    pub(in crate::lint) fn goes_on(&self, around: &Around) -> bool {
        let sentence = self.scan.text[around.sentence.0..].trim_start();
        GOES_ON.open(sentence)
    }

    /// “over 300 from abroad, or 14.3 per cent”: whether a share restates a number of things.
    fn is_share_of(&self, before: &Claim, claim: &Claim) -> bool {
        let between = self.scan.text.get(before.place.end..claim.place.start).unwrap_or_default();
        let opens = [", or", ", or about", "，占", "（占", "，占比"];
        between.len() <= 40 && opens.iter().any(|word| between.trim_end().ends_with(word))
            || self.is_joined_by(before, claim, &SHARE_OF)
    }

    /// 9.6亿美元（按1美元兑7.2元折算，约合…）: whether only the rate stands between two amounts.
    fn is_converted(&self, before: &Claim, claim: &Claim) -> bool {
        let between = self.scan.text.get(before.place.end..claim.place.start).unwrap_or_default();
        let said = &self.scan.text[claim.place.clone()];
        let rated = RATED.iter().any(|word| between.contains(word));
        let so = said.starts_with("约合") || said.starts_with("折合") || SO_MUCH.end(between.trim_end());
        between.len() <= 90 && rated && so && !between.contains(['。', '；', ';'])
    }

    /// Whether nothing but one of `words` stands between two claims.
    fn is_joined_by(&self, before: &Claim, claim: &Claim, words: &[&str]) -> bool {
        let between = self.scan.text.get(before.place.end..claim.place.start).unwrap_or_default();
        let joint = || {
            let is_mark = |letter: char| letter.is_whitespace() || matches!(letter, ',' | '，' | '(' | '（');
            between.trim_matches(is_mark)
        };
        between.len() <= 24 && !between.is_empty() && words.contains(&joint())
    }
}

/// Whether two claims state numbers of one sort.
fn is_alike(one: &Claim, other: &Claim) -> bool {
    one.kind == other.kind && (one.currency == other.currency || one.kind == Kind::Money)
}
