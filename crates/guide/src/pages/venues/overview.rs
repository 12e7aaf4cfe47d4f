//! How the houses lie to each other: numbered lamps on a sheet without a map.
//!
//! Positions are brought to one datum and drawn as far apart as they are, north up; lamps that would cover each other are pushed
//! apart until each can be read and tapped. So it tells directions, not distances.

use std::fmt::{self, Display, Formatter};

use festoon_domain::text::Lang;
use festoon_domain::venue::Position;

use crate::Guide;
use crate::run::escape;
use crate::url::Page;
use crate::words::places::PlaceWords;

const WIDTH: f64 = 360.0;
const LOWEST: f64 = 160.0;
const HIGHEST: f64 = 480.0;
const MARGIN: f64 = 26.0;
/// Two lamps whose middles are nearer than this cover each other.
const APART: f64 = 24.0;
/// More lamps than these cannot be told apart on a phone; the list has them all.
const MOST: usize = 80;

/// The sheet with its lamps.
#[derive(Debug, Clone)]
pub struct Overview {
    /// One a house that has a position.
    pub dots: Vec<Dot>,
    height: f64,
    north: &'static str,
}

/// A house on the sheet.
#[derive(Debug, Clone)]
pub struct Dot {
    /// Its place in the list, counted from 1.
    pub number: usize,
    /// Its page.
    pub href: String,
    /// Its name, on hover.
    pub title: String,
    /// From the left edge.
    pub x: f64,
    /// From the upper edge.
    pub y: f64,
}

impl Overview {
    /// The houses with a position; nothing for fewer than two, which lie nowhere to each other.
    #[must_use]
    pub fn of(guide: &Guide, lang: Lang) -> Option<Self> {
        let venues = &guide.programme().venues;
        let placed: Vec<_> = (1..)
            .zip(venues)
            .filter_map(|(number, venue)| Some((number, venue, venue.position?.to_wgs84())))
            .collect();
        if !(2..=MOST).contains(&placed.len()) {
            return None;
        }
        let positions: Vec<Position> = placed.iter().map(|(.., position)| *position).collect();
        let (mut points, height) = drawn(&positions);
        push_apart(&mut points, height);

        let dots = placed.iter().zip(points).map(|((number, venue, _), (x, y))| Dot {
            number: *number,
            href: guide.address(Page::Venue(&venue.key), lang),
            title: venue.name.read(lang).to_owned(),
            x,
            y,
        });
        Some(Self { dots: dots.collect(), height, north: PlaceWords::of(lang).north })
    }
}

/// Where positions are on the sheet, and how high it is. A city is small enough for a flat Earth.
fn drawn(positions: &[Position]) -> (Vec<(f64, f64)>, f64) {
    let bounds = |of: fn(Position) -> f64| {
        let values = positions.iter().map(|&position| of(position));
        values.fold((f64::MAX, f64::MIN), |(low, high), value| (low.min(value), high.max(value)))
    };
    let (west, east) = bounds(Position::longitude);
    let (south, north) = bounds(Position::latitude);
    let narrowing = f64::midpoint(south, north).to_radians().cos();
    // Houses at one point still have a sheet around them.
    let across = ((east - west) * narrowing).max(1e-6);
    let along = (north - south).max(1e-6);
    let room = WIDTH - 2.0 * MARGIN;
    let height = (room * along / across + 2.0 * MARGIN).clamp(LOWEST, HIGHEST);
    let scale = (room / across).min((height - 2.0 * MARGIN) / along);

    let point = |position: &Position| {
        let x = (position.longitude() - f64::midpoint(west, east)) * narrowing * scale;
        let y = (f64::midpoint(south, north) - position.latitude()) * scale;
        (WIDTH / 2.0 + x, height / 2.0 + y)
    };
    (positions.iter().map(point).collect(), height)
}

/// Moves points that cover each other apart by half of what is missing each, again and again; what lies on one point goes sideways.
fn push_apart(points: &mut [(f64, f64)], height: f64) {
    for _ in 0..200 {
        let mut moved = false;
        for later in 1..points.len() {
            for earlier in 0..later {
                let ((ax, ay), (bx, by)) = (points[earlier], points[later]);
                let distance = (bx - ax).hypot(by - ay);
                if distance >= APART {
                    continue;
                }
                moved = true;
                let (east, south) =
                    if distance < 0.01 { (1.0, 0.0) } else { ((bx - ax) / distance, (by - ay) / distance) };
                // A little more than needed, so that two which touch come to rest.
                let half = (APART - distance) / 2.0 + 0.05;
                points[earlier] = inside(ax - east * half, ay - south * half, height);
                points[later] = inside(bx + east * half, by + south * half, height);
            }
        }
        if !moved {
            return;
        }
    }
}

fn inside(x: f64, y: f64, height: f64) -> (f64, f64) {
    let edge = MARGIN / 2.0;
    (x.clamp(edge, WIDTH - edge), y.clamp(edge, height - edge))
}

impl Display for Overview {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let height = self.height;
        write!(
            f,
            r#"<svg class="overview" viewBox="0 0 {WIDTH} {height:.0}" width="{WIDTH}" height="{height:.0}" aria-hidden="true"><path class="north" d="M12 30V14m-4 5 4-6 4 6"/><text class="north-word" x="12" y="44">{}</text>"#,
            self.north
        )?;
        for dot in &self.dots {
            // The same links stand in the list in words; the keyboard is spared them twice.
            write!(
                f,
                r#"<a href="{}" tabindex="-1"><g class="spot" transform="translate({:.1} {:.1})"><title>"#,
                dot.href, dot.x, dot.y
            )?;
            escape(f, &dot.title)?;
            write!(f, r#"</title><circle r="11"/><text y="4">{}</text></g></a>"#, dot.number)?;
        }
        f.write_str("</svg>")
    }
}

impl askama::filters::HtmlSafe for Overview {}
