//! The audit bundle: what was read, how it was understood, every step, and what came out; and the proof that anybody makes the same bytes of it.
//!
//! Written deterministically: no clock, no machine, no order of threads is in it; numbers are the shortest that read back as themselves. What a
//! bundle is made of is `framework.toml` and `data/`, as they were handed in; everything else is made of these, so [`verify`] makes it again and
//! compares byte by byte. Described in docs/framework-toml.md.

mod container;
mod differing;
mod files;
mod head;
mod tables;

use std::collections::BTreeSet;

use festoon_domain::programme::Spot;
use festoon_exchange::indexes::{BundleHead, BundleStudy, read_bundle_head};
use festoon_exchange::{NamedFile, Refusal, Right};

pub use container::{Unusable, packed, unpacked};
pub use differing::Difference;

use super::{Asked, Evaluated, NoStudy, Posed};

/// A bundle: files by their paths, in the order of these.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bundle(pub Vec<BundleFile>);

/// A file of a bundle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BundleFile {
    /// Its path within the bundle, parted by `/`.
    pub path: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// What came of making a bundle again.
#[derive(Debug, Clone, PartialEq)]
pub struct Checked {
    /// The version that made it.
    pub made_by: String,
    /// How many files were compared.
    pub files: usize,
    /// Where it differs; empty for a bundle that is what it says.
    pub differences: Vec<Difference>,
}

/// Why a bundle could not be made again.
#[derive(Debug, Clone, PartialEq)]
pub enum NotVerified {
    /// It is none, or its framework and data cannot be used.
    Refused(Vec<Refusal>),
    /// Whoever watched called it off.
    CalledOff,
}

/// Packs an evaluation; `asked` is how it was studied, if it was.
#[must_use]
pub fn pack(posed: &Posed, evaluated: &Evaluated, asked: Option<&Asked<'_>>) -> Bundle {
    let study = asked.map(|asked| BundleStudy { runs: asked.runs, seed: asked.seed, year: asked.year });
    let data = posed.data_bytes.iter().map(|file| file.name.to_string()).collect();
    let head = BundleHead { made_by: evaluated.evaluation.version.clone(), data, study };
    files::all(posed, evaluated, &head)
}

impl Bundle {
    fn file(&self, path: &str) -> Option<&BundleFile> {
        self.0.iter().find(|file| file.path == path)
    }
}

/// Makes a bundle again from its framework and data, and compares everything.
///
/// # Errors
/// When it is no bundle, or its framework or data cannot be used.
pub fn verify(bundle: &Bundle, asked: &Asked<'_>) -> Result<Checked, NotVerified> {
    let refused = |refusal: Refusal| NotVerified::Refused(vec![refusal]);
    let named = |path: &str, name: &str| {
        let file = bundle.file(path).ok_or_else(|| refused(lacking(path)))?;
        Ok(NamedFile { name: name.into(), bytes: file.bytes.clone() })
    };
    let head = read_bundle_head(&named(head::PATH, head::PATH)?).map_err(NotVerified::Refused)?;
    let framework = named(files::FRAMEWORK, files::FRAMEWORK)?;
    let data: Result<Vec<NamedFile>, NotVerified> =
        head.data.iter().map(|name| named(&format!("data/{name}"), name)).collect();
    let posed = Posed::read(framework, data?).map_err(NotVerified::Refused)?;
    let evaluated = match head.study {
        None => posed.evaluate(&head.made_by),
        Some(made) => {
            let asked = Asked { runs: made.runs, seed: made.seed, year: made.year, ..*asked };
            posed.study(&head.made_by, &asked).map_err(|not| match not {
                NoStudy::CalledOff => NotVerified::CalledOff,
                NoStudy::Refused(refusals) => NotVerified::Refused(refusals),
            })?
        }
    };
    let rebuilt = files::all(&posed, &evaluated, &head);
    Ok(Checked {
        made_by: head.made_by,
        files: rebuilt.0.len(),
        differences: differing::between(bundle, &rebuilt),
    })
}

/// The files under names without folders, no two alike: a bundle cites them by these.
pub(super) fn named_apart(files: Vec<NamedFile>) -> Vec<NamedFile> {
    let mut taken = BTreeSet::new();
    let mut apart = |file: NamedFile| {
        let plain = in_bundle(&file.name);
        let numbered = (2..).map(|number| format!("{number}-{plain}"));
        let name = [plain.clone()].into_iter().chain(numbered).find(|name| taken.insert(name.clone()));
        NamedFile { name: name.unwrap_or(plain).into(), ..file }
    };
    files.into_iter().map(&mut apart).collect()
}

/// A name without folders, as it stands in `data/`.
fn in_bundle(name: &str) -> String {
    let plain: String =
        name.chars().map(|c| if matches!(c, '/' | '\\' | ':') || c.is_control() { '_' } else { c }).collect();
    if plain.trim_matches('.').is_empty() { "data.csv".into() } else { plain }
}

fn lacking(path: &str) -> Refusal {
    let right = Right::new(
        format!(
            "里面没有 {path}，不是一个审计包，或者不完整。请选 festoon index run --out 写出的文件夹或 .zip。"
        ),
        format!(
            "{path} is not in it, so it is no audit bundle, or not all of one. Give a folder or .zip that festoon index run --out wrote."
        ),
    );
    Refusal { file: path.into(), spot: Spot::Whole, reason: festoon_exchange::Reason::Malformed(right) }
}
