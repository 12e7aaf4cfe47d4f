//! `meetings.toml`, key by key.

use super::raw::{Apart, Break, Day, Document, Interpreter, Party, Pin, Road, Venue};
use super::reading::{A_BREAK, A_ROAD, BETWEEN, MINUTES, MOST, TABLES};
use crate::said::{Mistakes, Said, TomlText};
use crate::{NamedFile, Reason, Refusal};
use festoon_domain::programme::Spot;

pub(super) fn read(file: &NamedFile) -> Result<Document, Vec<Refusal>> {
    let text = TomlText::of(file).map_err(|refusal| vec![refusal])?;
    if text.is_blank() {
        return Err(vec![Refusal { file: file.name.clone(), spot: Spot::Whole, reason: Reason::Empty }]);
    }
    let table = text.table().map_err(|refusal| vec![refusal])?;
    let mistakes = Mistakes::of(&text);
    let found = document(Said::of(table.get_ref(), 0, "meetings.toml", &mistakes));
    let refusals = mistakes.refusals();
    match found {
        Some(found) if refusals.is_empty() => Ok(found),
        _ => Err(refusals),
    }
}

fn document(said: Said<'_>) -> Option<Document> {
    let _for_people = said.wording("title");
    for key in ["minutes", "day", "party", "venue"] {
        if !said.has(key) {
            said.lacks(key);
        }
    }
    let minutes = said.whole("minutes", MINUTES.0, MINUTES.1);
    let number = |key, (least, most)| said.whole(key, least, most).map(|number| number.value);
    let (between, in_a_row) = (number("between", BETWEEN).unwrap_or(0), number("in_a_row", (1, MOST)));
    let each = |key, called| said.tables(key, called).into_iter();
    let (days, parties) = (each("day", "[[day]]"), each("party", "[[party]]"));
    let (interpreters, venues) = (each("interpreter", "[[interpreter]]"), each("venue", "[[venue]]"));
    let (roads, breaks) = (each("road", "[[road]]"), each("break", "[[break]]"));
    let (pins, apart) = (each("pin", "[[pin]]"), each("apart", "[[apart]]"));
    let found = (
        days.filter_map(day).collect(),
        parties.filter_map(party).collect(),
        interpreters.filter_map(interpreter).collect(),
        venues.filter_map(venue).collect(),
        roads.filter_map(road).collect(),
        breaks.filter_map(a_break).collect(),
        pins.filter_map(pin).collect(),
        apart.filter_map(two).collect(),
    );
    said.finish();
    let (days, parties, interpreters, venues, roads, breaks, pins, apart) = found;
    Some(Document {
        minutes: minutes?,
        between,
        in_a_row,
        days,
        parties,
        interpreters,
        venues,
        roads,
        breaks,
        pins,
        apart,
    })
}

fn day(said: Said<'_>) -> Option<Day> {
    for key in ["date", "hours"] {
        if !said.has(key) {
            said.lacks(key);
        }
    }
    let (date, hours) = (said.date("date"), said.placed_words("hours"));
    said.finish();
    Some(Day { date: date?, hours })
}

fn party(said: Said<'_>) -> Option<Party> {
    let name = said.must_word("name");
    if !said.has("languages") {
        said.lacks("languages");
    }
    let party = name.map(|name| Party {
        name,
        people: said.placed_words("people"),
        languages: said.placed_words("languages"),
        offers: said.words("offers"),
        seeks: said.words("seeks"),
        wishes: said.placed_words("wishes"),
        most: said.whole("most", 0, MOST).map(|most| most.value),
        away: said.placed_words("away"),
    });
    said.finish();
    party
}

fn interpreter(said: Said<'_>) -> Option<Interpreter> {
    let name = said.must_word("name");
    if !said.has("languages") {
        said.lacks("languages");
    }
    let (languages, away) = (said.placed_words("languages"), said.placed_words("away"));
    said.finish();
    Some(Interpreter { name: name?, languages, away })
}

fn venue(said: Said<'_>) -> Option<Venue> {
    let name = said.must_word("name");
    if !said.has("tables") {
        said.lacks("tables");
    }
    let (tables, closed) = (said.whole("tables", TABLES.0, TABLES.1), said.placed_words("closed"));
    said.finish();
    Some(Venue { name: name?, tables: tables?.value, closed })
}

fn road(said: Said<'_>) -> Option<Road> {
    let (from, to) = (said.must_word("from"), said.must_word("to"));
    if !said.has("minutes") {
        said.lacks("minutes");
    }
    let minutes = said.whole("minutes", A_ROAD.0, A_ROAD.1);
    said.finish();
    Some(Road { from: from?, to: to?, minutes: minutes?.value })
}

fn a_break(said: Said<'_>) -> Option<Break> {
    let (name, between) = (said.must_word("name"), said.must_word("between"));
    let free = said.whole("free", A_BREAK.0, A_BREAK.1).map_or(1, |free| free.value);
    said.finish();
    Some(Break { name: name?, between: between?, free })
}

fn pin(said: Said<'_>) -> Option<Pin> {
    let (one, other) = (said.must_word("one"), said.must_word("other"));
    let (start, venue) = (said.moment("start"), said.word("venue"));
    said.finish();
    Some(Pin { one: one?, other: other?, start, venue })
}

fn two(said: Said<'_>) -> Option<Apart> {
    let (one, other) = (said.must_word("one"), said.must_word("other"));
    said.finish();
    Some(Apart { one: one?, other: other? })
}
