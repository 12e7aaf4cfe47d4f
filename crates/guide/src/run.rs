//! A run of text on a page: in the reader's language, or marked as not being in it.
//!
//! It writes HTML by hand because it is the most frequent thing on every page; what it escapes is in [`escape`].

use std::fmt::{self, Display, Formatter};

use festoon_domain::text::{Lang, Text, Translation};
use festoon_domain::week::Provenance;

use crate::words::Words;

/// A text as a reader of one language sees it.
#[derive(Debug, Clone, Copy)]
pub struct Run<'a> {
    text: &'a Text,
    lang: Lang,
}

impl<'a> Run<'a> {
    /// A text for a reader of `lang`.
    #[must_use]
    pub const fn new(text: &'a Text, lang: Lang) -> Self {
        Self { text, lang }
    }

    /// The bare words, for titles and attributes.
    #[must_use]
    pub fn plain(&self) -> &'a str {
        self.text.read(self.lang)
    }

    /// The language of the bare words.
    #[must_use]
    pub fn lang(&self) -> Lang {
        self.text.shown(self.lang).1
    }

    /// Nothing is to be shown.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// The text alone with its `lang`, without a mark: where the mark stands elsewhere or would be noise.
    #[must_use]
    pub const fn bare(&self) -> Bare<'a> {
        Bare { text: self.text, lang: self.lang }
    }
}

impl Display for Run<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.bare().fmt(f)?;
        let words = Words::of(self.lang);
        let (mark, meaning) = match self.text.translation(self.lang) {
            Translation::Current => return Ok(()),
            Translation::Missing if self.text.is_empty() => return Ok(()),
            Translation::Missing => (words.untranslated_mark, words.untranslated),
            Translation::Stale => (words.stale_mark, words.stale),
        };
        write!(f, " <span class=\"tag tag-translation\" title=\"{meaning}\">{mark}</span>")
    }
}

/// A run without its mark.
#[derive(Debug, Clone, Copy)]
pub struct Bare<'a> {
    text: &'a Text,
    lang: Lang,
}

impl Display for Bare<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let (wording, lang) = self.text.shown(self.lang);
        if lang == self.lang || wording.is_empty() {
            return escape(f, wording);
        }
        write!(f, "<span lang=\"{}\">", lang.tag())?;
        escape(f, wording)?;
        f.write_str("</span>")
    }
}

/// A run of something that may have been invented: then the tag 示例 / sample stands after it.
///
/// Inside something that wears the tag already it would only be noise.
#[derive(Debug, Clone, Copy)]
pub struct Tagged<'a> {
    run: Run<'a>,
    is_sample: bool,
}

impl<'a> Tagged<'a> {
    /// A run with its tag, unless what stands around it wears it.
    #[must_use]
    pub fn new(text: &'a Text, lang: Lang, own: Provenance, around: Provenance) -> Self {
        let is_sample = own == Provenance::Sample && around == Provenance::Stated;
        Self { run: Run::new(text, lang), is_sample }
    }

    /// Nothing is to be shown.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.run.is_empty()
    }
}

impl Display for Tagged<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.run.bare().fmt(f)?;
        if !self.is_sample {
            return Ok(());
        }
        let words = Words::of(self.run.lang);
        write!(
            f,
            " <span class=\"tag tag-sample\" title=\"{}\">{}</span>",
            words.sample_meaning, words.sample
        )
    }
}

impl askama::filters::HtmlSafe for Tagged<'_> {}
impl askama::filters::HtmlSafe for Run<'_> {}
impl askama::filters::HtmlSafe for Bare<'_> {}

/// Writes text so that it is only ever text, between tags and inside quoted attributes alike.
///
/// # Errors
/// As the sink's.
pub fn escape(sink: &mut impl fmt::Write, text: &str) -> fmt::Result {
    for c in text.chars() {
        match c {
            '&' => sink.write_str("&amp;")?,
            '<' => sink.write_str("&lt;")?,
            '>' => sink.write_str("&gt;")?,
            '"' => sink.write_str("&quot;")?,
            '\'' => sink.write_str("&#39;")?,
            c => sink.write_char(c)?,
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_host_wrote_stays_text() {
        let text = Text::in_language(Lang::En, "<b onclick=\"x\">R&D</b>");
        let shown = Run::new(&text, Lang::En).to_string();
        assert_eq!(shown, "&lt;b onclick=&quot;x&quot;&gt;R&amp;D&lt;/b&gt;");
    }

    #[test]
    fn the_other_language_is_tagged_and_marked() {
        let text = Text::in_language(Lang::En, "Ada");
        let shown = Run::new(&text, Lang::Zh).to_string();
        assert!(shown.starts_with("<span lang=\"en\">Ada</span> <span class=\"tag"), "{shown}");
        assert_eq!(Run::new(&text, Lang::En).to_string(), "Ada");
    }

    #[test]
    fn an_invented_name_in_something_announced_wears_its_own_tag() {
        let text = Text::in_language(Lang::En, "Ada");
        let tagged = |own, around| Tagged::new(&text, Lang::En, own, around).to_string();
        assert!(tagged(Provenance::Sample, Provenance::Stated).ends_with(">sample</span>"));
        assert_eq!(tagged(Provenance::Sample, Provenance::Sample), "Ada");
        assert_eq!(tagged(Provenance::Stated, Provenance::Stated), "Ada");
    }

    #[test]
    fn a_stale_translation_is_marked_but_in_its_own_language() {
        let text = Text::new("灯", "Lamp").with_stale(Lang::En);
        assert!(Run::new(&text, Lang::En).to_string().starts_with("Lamp <span class=\"tag"));
        assert_eq!(Run::new(&text, Lang::Zh).to_string(), "灯");
    }
}
