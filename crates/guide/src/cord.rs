//! The cord: one day of the string of lights, drawn from data.
//!
//! A cord between two posts hangs in a catenary, and lamps stand at equal lengths along it.
//! The more lamps, the deeper it hangs.
//! Days drawn side by side join into one string; below one another each is a swag of its own.

use std::fmt::{self, Display, Formatter};

use crate::lamp::Lamp;
use crate::run::escape;

const WIDTH: f64 = 160.0;
const POST: f64 = 14.0;

/// One day's cord.
#[derive(Debug, Clone)]
pub struct Cord {
    /// What hangs on it, in order.
    pub lamps: Vec<Hung>,
    /// Days outside the week hang on a dashed cord.
    pub within_week: bool,
}

/// A lamp on the cord.
#[derive(Debug, Clone)]
pub struct Hung {
    /// How it stands.
    pub lamp: Lamp,
    /// Where it leads; nothing for a lamp that only counts.
    pub href: Option<String>,
    /// What it is, on hover.
    pub title: String,
}

/// A hanging curve between two posts of equal height, by its one parameter.
struct Catenary {
    a: f64,
}

impl Catenary {
    /// The curve over `WIDTH` whose lowest point hangs `sag` below the posts, found by bisection: the sag falls
    /// steadily as the parameter grows.
    fn with_sag(sag: f64) -> Self {
        let (mut low, mut high) = (10.0_f64, 100_000.0_f64);
        for _ in 0..60 {
            let middle = f64::midpoint(low, high);
            if (Self { a: middle }).sag() > sag { low = middle } else { high = middle }
        }
        Self { a: high }
    }

    fn sag(&self) -> f64 {
        self.a * ((WIDTH / 2.0 / self.a).cosh() - 1.0)
    }

    /// How far below the posts the cord is at `x` from the left post.
    fn drop_at(&self, x: f64) -> f64 {
        self.sag() - self.a * (((x - WIDTH / 2.0) / self.a).cosh() - 1.0)
    }

    /// The `x` at a share of the cord's length: lamps keep equal lengths of cord, not equal shadows on the ground.
    fn x_at_length(&self, share: f64) -> f64 {
        let half_length = self.a * (WIDTH / 2.0 / self.a).sinh();
        let along = (share * 2.0 - 1.0) * half_length;
        WIDTH / 2.0 + self.a * (along / self.a).asinh()
    }
}

impl Display for Cord {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        #[expect(clippy::cast_precision_loss, reason = "a day has a few dozen lamps, not 2^52")]
        let count = self.lamps.len() as f64;
        let curve = Catenary::with_sag((16.0 + count * 1.8).min(44.0));
        let class = if self.within_week { "cord" } else { "cord cord-outside" };
        write!(
            f,
            r#"<svg class="{class}" viewBox="0 0 {WIDTH} 84" aria-hidden="true"><path class="string" d="M"#
        )?;
        for step in 0..=32_u8 {
            let x = WIDTH * f64::from(step) / 32.0;
            write!(f, "{x:.1} {:.1} ", POST + curve.drop_at(x))?;
        }
        write!(f, r#""/><path class="post" d="M0 {0}v-6M{WIDTH} {0}v-6"/>"#, POST + 2.0)?;
        // Many lamps are smaller ones.
        let scale = 1.3 * (14.0 / count).min(1.0);
        let mut place = 0.5;
        for hung in &self.lamps {
            // The ends stay free, so that the last lamp of a day keeps off the first of the next.
            let x = curve.x_at_length(0.04 + 0.92 * place / count);
            let y = POST + curve.drop_at(x);
            place += 1.0;
            hung.write(f, x, y, scale)?;
        }
        f.write_str("</svg>")
    }
}

impl Hung {
    fn write(&self, f: &mut Formatter<'_>, x: f64, y: f64, scale: f64) -> fmt::Result {
        let class = self.lamp.class();
        if let Some(href) = &self.href {
            // The same links stand below in words; the keyboard is spared them twice.
            write!(f, r#"<a href="{href}" tabindex="-1">"#)?;
        }
        write!(
            f,
            r#"<g class="lamp lamp-{class}" transform="translate({x:.1} {:.1}) scale({scale:.3})"><title>"#,
            y + 7.7 * scale
        )?;
        escape(f, &self.title)?;
        write!(f, r#"</title><path class="stalk" d="M0-7.7V-3"/>{}</g>"#, self.lamp.shapes())?;
        f.write_str(if self.href.is_some() { "</a>" } else { "" })
    }
}

impl askama::filters::HtmlSafe for Cord {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cord_hangs_from_its_posts_and_is_lowest_in_the_middle() {
        let curve = Catenary::with_sag(30.0);
        assert!(curve.drop_at(0.0).abs() < 0.001);
        assert!((curve.drop_at(WIDTH / 2.0) - 30.0).abs() < 0.001);
        assert!(curve.drop_at(40.0) < 30.0);
    }

    #[test]
    fn lamps_keep_equal_lengths_of_cord() {
        let curve = Catenary::with_sag(44.0);
        let length = |from: f64, to: f64| {
            let steps = 1000.0;
            let mut sum = 0.0;
            let mut step = 0.0;
            while step < steps {
                let (x, next) =
                    (from + (to - from) * step / steps, from + (to - from) * (step + 1.0) / steps);
                sum += (next - x).hypot(curve.drop_at(next) - curve.drop_at(x));
                step += 1.0;
            }
            sum
        };
        let at = |share| curve.x_at_length(share);
        let (first, middle) = (length(at(0.0), at(0.25)), length(at(0.25), at(0.5)));
        assert!((first - middle).abs() < 0.01, "{first} {middle}");
        assert!(at(0.0).abs() < 0.001 && (at(1.0) - WIDTH).abs() < 0.001);
    }

    #[test]
    fn a_day_without_lamps_is_still_a_cord() {
        let drawn = Cord { lamps: Vec::new(), within_week: true }.to_string();
        assert!(drawn.contains("class=\"string\"") && !drawn.contains("NaN"), "{drawn}");
    }
}
