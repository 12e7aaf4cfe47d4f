//! From what the engine found to what a report shows.

use festoon_claims::{
    Change, Claim, Date, Difference, Finding, Kind, Language, Ledger, Oddity, Pair, Role, Unit, Verdict,
    restated,
};
use festoon_domain::text::Lang;
use festoon_exchange::prose::Prose;
use festoon_guide::claims_report::{
    Both, ClaimRead, ClaimsReportWords, Compared, DifferenceRead, Grade, Stand, Subject, VerdictRead,
};
use jiff::tz::TimeZone;

/// A claim whose place is counted from `from` in the text.
pub(super) fn claim(claim: &Claim, prose: &Prose, from: usize, verdict: Option<VerdictRead>) -> ClaimRead {
    ClaimRead {
        stand: stand(claim, prose, from),
        kind: claim.kind.word(),
        subject: subject(claim),
        value: claim.value.to_string(),
        worded: Both::said(|lang| restated(claim, language(lang))),
        unit: claim.unit.map(Unit::word),
        currency: claim.currency.map(|currency| currency.to_string()),
        hedge: claim.hedge.map(festoon_claims::Hedge::word),
        stage: claim.stage.map(festoon_claims::Stage::word),
        change: claim.change.map(|change| match change {
            Change::Up => "up",
            Change::Down => "down",
            Change::To => "to",
            Change::Double => "double",
        }),
        as_of: claim.as_of.map(|day| day.to_string()),
        role: match claim.role {
            Role::Stated => None,
            Role::Threshold => Some("threshold"),
            Role::AsOf => Some("as-of"),
        },
        oddity: claim.oddity.map(|oddity| match oddity {
            Oddity::LeadingZeros => "leading-zeros",
            Oddity::TooLarge => "too-large",
            Oddity::Grouping => "grouping",
            Oddity::NoSuchDate => "no-such-date",
            Oddity::UpsideDown => "upside-down",
            Oddity::HedgedTwice => "hedged-twice",
        }),
        verdict,
    }
}

/// A verdict on a claim of `text`, for readers of both languages.
pub(super) fn verdict(finding: &Finding, text: &str, ledger: &Ledger, day: Date) -> VerdictRead {
    let word = finding.verdict.word();
    let grade = match word {
        _ if finding.verdict.is_alarm() => Grade::Alarm,
        "right" => Grade::Right,
        _ => Grade::Note,
    };
    VerdictRead {
        word,
        grade,
        figure: finding.figure.clone(),
        sentence: Both::said(|lang| sentence(finding, text, ledger, lang)),
        suggestion: finding.suggestion(text, ledger, day),
        in_place_of: finding.in_place_of(text),
    }
}

/// What the engine says; of what is embargoed also until when, in the time of the figures file, since the engine knows no zones.
fn sentence(finding: &Finding, text: &str, ledger: &Ledger, lang: Lang) -> String {
    if finding.verdict == Verdict::NotAmong && subject(&finding.claim) == Subject::Time {
        return ClaimsReportWords::of(lang).times_seldom.to_owned();
    }
    let mut said = finding.sentence(text, ledger, language(lang));
    let figure = finding.figure.as_deref().and_then(|id| ledger.figure(id));
    let figure = figure.filter(|figure| {
        finding.verdict == Verdict::Embargoed && figure.secrecy == festoon_claims::Secrecy::Public
    });
    if let Some(until) = figure.and_then(|figure| figure.embargoed_until) {
        let zone = TimeZone::get(&ledger.time_zone).unwrap_or(TimeZone::UTC);
        let until = until.to_zoned(zone);
        said += &match lang {
            Lang::Zh => until.strftime("%Y年%-m月%-d日%H:%M起可以公开。").to_string(),
            Lang::En => until.strftime(" It may be from %H:%M on %-d %B %Y.").to_string(),
        };
    }
    said
}

/// `order` says which of the texts is the Chinese one and which the English one.
pub(super) fn compared(pairs: &[Pair], texts: &[Prose], order: [usize; 2]) -> Compared {
    let [zh_text, en_text] = order;
    let stood = |text: usize, claim: &Claim| (text, stand(claim, &texts[text], 0));
    let both = order.map(|text| texts[text].text.as_str());
    let sentence = |pair: &Pair| Both::said(|lang| pair.sentence(both, language(lang)).unwrap_or_default());
    let mut agree = 0;
    let mut differences = Vec::new();
    for pair in pairs {
        let (word, grade, stands) = match pair {
            Pair::Agree { .. } => {
                agree += 1;
                continue;
            }
            Pair::Disagree { zh, en, how } => {
                let word = match how {
                    Difference::Value => "differs-value",
                    Difference::Power(_) => "differs-power",
                    Difference::Hedge => "differs-hedge",
                    Difference::Currency => "differs-currency",
                    Difference::Unit | Difference::Measure => "differs-unit",
                    Difference::Direction => "differs-direction",
                    Difference::Stage => "differs-stage",
                    Difference::HedgeLost => "hedge-lost",
                };
                // A reader abroad may be told less closely; an author should know it.
                let grade = if *how == Difference::HedgeLost { Grade::Note } else { Grade::Alarm };
                (word, grade, vec![stood(zh_text, zh), stood(en_text, en)])
            }
            // What one language leaves out is often meant: a reader abroad is told less, or more.
            Pair::Omitted { said_in, claim } => {
                let text = if *said_in == Language::Zh { zh_text } else { en_text };
                ("omitted", Grade::Note, vec![stood(text, claim)])
            }
        };
        let subject = match pair {
            Pair::Agree { zh, .. } | Pair::Disagree { zh, .. } => subject(zh),
            Pair::Omitted { claim, .. } => subject(claim),
        };
        differences.push(DifferenceRead { word, grade, subject, stands, sentence: sentence(pair) });
    }
    Compared::Yes { agree, differences }
}

/// Dates, hours and lengths of time stand in every text and are hardly ever among the figures.
fn subject(claim: &Claim) -> Subject {
    let timely = matches!(claim.kind, Kind::Date | Kind::Period | Kind::Year | Kind::Time | Kind::Ordinal);
    let lasts = claim.unit.is_some_and(|unit| (Unit::Year..=Unit::Second).contains(&unit));
    if timely || lasts { Subject::Time } else { Subject::Figure }
}

fn stand(claim: &Claim, prose: &Prose, from: usize) -> Stand {
    let bytes = from + claim.place.start..from + claim.place.end;
    let (begin, end) = (prose.place(bytes.start), prose.place_behind(bytes.end));
    Stand { bytes, line: begin.line, column: begin.column, end_line: end.line, end_column: end.column }
}

pub(super) fn language(lang: Lang) -> Language {
    match lang {
        Lang::Zh => Language::Zh,
        Lang::En => Language::En,
    }
}
