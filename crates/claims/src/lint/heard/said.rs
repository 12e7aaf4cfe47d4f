//! The words of the ledger in the sentence of a claim: scopes, weeks, and what makes it a part of what the figures count.

use super::around::{Around, Extent, Said};
use super::cues::Cue;
use crate::claim::{Claim, Kind};
use crate::lint::known::clues::{Clue, Hit, Word};
use crate::lint::matching::Matcher;

/// How far behind a number the place may begin that it is in, in bytes.
const IN_BEHIND: usize = 9;

impl Matcher<'_> {
    /// Notes the words of the ledger in the sentence.
    pub(in crate::lint) fn listen(&self, claim: &Claim, around: &mut Around) {
        let (text, place, sentence, clause) = (self.scan.text, &claim.place, around.sentence, around.clause);
        let mut scopes: Vec<Said> = Vec::new();
        let here = self.place_meant(claim, clause);
        let first = self.hits.partition_point(|hit| hit.start < sentence.0);
        let behind = self.is_in_behind(claim);
        for hit in self.hits[first..].iter().take_while(|hit| hit.start < sentence.1) {
            let inside = hit.start >= clause.0 && hit.end <= clause.1;
            match hit.clue {
                Clue::Scope(..) if self.is_in_week_name(hit) => {}
                Clue::Scope(..) if hit.start > place.end && self.is_end_of_a_way(place.end, hit.start) => {}
                Clue::Scope(key, value, _)
                    if hit.end <= place.start
                        && behind.is_some_and(|(of, own)| of == key && own != value) => {}
                Clue::Scope(key, value, word) => {
                    // “Online, there were …”: a word alone before the comma belongs to what follows.
                    let lead = text[..hit.start].trim_end();
                    let alone =
                        lead.is_empty() || lead.ends_with(['.', ',', ';', ':', '，', '。', '；', '：', '\n']);
                    let leads = alone && hit.end <= clause.0 && hit.end + 3 >= clause.0;
                    let own = inside && self.is_nearest(claim, hit.start, hit.end, clause) || leads;
                    let parted = || {
                        let gap = text.get(hit.end..place.start);
                        gap.is_none_or(|gap| gap.contains([';', '；']) || is_one_of_several(gap))
                    };
                    let nearest = || self.is_nearest(claim, hit.start, hit.end, sentence);
                    // What is said of it need not govern it.
                    let governs = !own && word == Word::Proper && !parted() && nearest();
                    let before = hit.end <= place.start;
                    // 线上累计到场: what a name of its kind stands directly before is told by that.
                    let leads_it = |other: &&Hit| {
                        let gap = text.get(other.end..hit.start).unwrap_or("，");
                        matches!(other.clue, Clue::Scope(of, named, Word::Proper) if of == key && named != value)
                            && matches!(gap, "" | "累计" | "共" | "共计" | "累计共")
                    };
                    let near = self.hits.partition_point(|other| other.start + 24 < hit.start);
                    let low = near.max(first);
                    if word == Word::Generic
                        && self.hits[low..]
                            .iter()
                            .take_while(|other| other.start < hit.start)
                            .any(|other| leads_it(&other))
                    {
                        continue;
                    }
                    scopes.push(Said { key, value, word, own, before, governs });
                }
                Clue::Week(week) => around.weeks.push(week),
                // 达201370人次，超过上届全程的18.96万人次: of the number behind it, and not of those before.
                Clue::LastWeek if hit.start > place.start && self.leads_on(hit.end, sentence.1) => {}
                Clue::LastWeek => around.last_week = true,
                // 闭幕当天: what had come to pass by then.
                Clue::Day if inside && text[..hit.start].ends_with(['幕', '会']) => {}
                Clue::Day if inside || self.opens_whole(hit.end, place.start) => around.extent = Extent::Day,
                // The “per” of “per cent” is no part of anything.
                // “a day earlier” is no “a day”.
                // “58 percent of them were under 35”: the share of all that were told.
                Clue::Part
                    if claim.kind == Kind::Share
                        && hit.start == place.end + 1
                        && [" were", " are", " say", " said"]
                            .iter()
                            .any(|verb| text[hit.end..].starts_with(verb)) => {}
                Clue::Part
                    if self.is_in_claim(hit)
                        || here.is_some() && is_district(&text[hit.start..hit.end])
                        || [" counted", " earlier", " before", " ago", " later"]
                            .iter()
                            .any(|word| text[hit.end..].starts_with(word)) => {}
                Clue::Part if around.extent == Extent::Whole => {
                    let leads = hit.end + 3 >= place.start && hit.end <= place.start;
                    // 区内企业签约29个项目、88.4亿元: what is said of a district is of it to the end.
                    let word = &text[hit.start..hit.end];
                    // 其余5个，合计41个: what sums up is all of it again.
                    let summed = self.near.heard.is_said(hit.end, place.start, Cue::Sum);
                    let governs = is_district(word) || is_rest(word) && !summed;
                    around.extent = match inside || leads || governs && hit.end <= place.start {
                        true if is_rest(word) => Extent::Rest,
                        true => Extent::Part,
                        false => Extent::Whole,
                    };
                }
                Clue::Day | Clue::Part | Clue::Keyword(_) | Clue::Series(_) => {}
            }
        }
        if let Some((key, value)) = here {
            scopes.push(Said { key, value, word: Word::Proper, own: true, before: true, governs: true });
        }
        self.respectively(claim, sentence, &mut scopes);
        self.labelled(claim, &mut scopes);
        for at in 0..scopes.len() {
            let Said { key, value, governs, .. } = scopes[at];
            let alone = || !scopes.iter().any(|other| other.key == key && other.value != value);
            scopes[at].governs = governs && alone();
        }
        around.scopes = scopes;
        if self.is_of_all(claim) {
            let keys = &self.linter.clues.keys;
            around.scopes.retain(|said| keys[usize::from(said.key)] != "place");
        }
    }

    /// “66 in Donghu and 90 in Xishan”: the place that an English number is in by the words directly behind it, so that it is in none before it.
    fn is_in_behind(&self, claim: &Claim) -> Option<(u16, u16)> {
        const IN: [&str; 4] = [" in ", " in the ", " at ", " from "];
        if !self.english {
            return None;
        }
        let end = claim.place.end;
        let first = self.hits.partition_point(|hit| hit.start < end);
        let near = self.hits[first..].iter().take_while(|hit| hit.start < end + IN_BEHIND);
        near.filter(|hit| self.scan.text.get(end..hit.start).is_some_and(|gap| IN.contains(&gap))).find_map(
            |hit| match hit.clue {
                Clue::Scope(key, value, Word::Proper) => Some((key, value)),
                _ => None,
            },
        )
    }

    /// 当天签约的138亿元里，外资…: whether a clause that ends in 里 or 中 opens the whole of which what follows it in the sentence is told.
    fn opens_whole(&self, from: usize, to: usize) -> bool {
        let between = self.scan.text.get(from..to).unwrap_or_default();
        ["里，", "中，"].iter().any(|opens| between.contains(opens))
    }

    /// Whether a Chinese word has a number behind it in its sentence that it is of.
    fn leads_on(&self, from: usize, to: usize) -> bool {
        let at = self.claims.partition_point(|claim| claim.place.start < from);
        let next = self.claims.get(at).filter(|next| next.place.end <= to);
        !self.english && next.is_some_and(|next| matches!(next.kind, Kind::Count | Kind::Money | Kind::Share))
    }

    /// 32个打卡点从灯塔公园一路连到蓼溪: whether a place is only where a way ends.
    fn is_end_of_a_way(&self, from: usize, to: usize) -> bool {
        let between = self.scan.text.get(from..to).unwrap_or_default();
        let to_chinese = || between.contains('从') && between.ends_with(['到', '至']);
        let to_english = || between.contains(" from ") && between.ends_with(" to ");
        !between.contains(['，', '。', '；']) && (to_chinese() || to_english())
    }

    /// Whether a word of the ledger stands within a figure of the text.
    fn is_in_claim(&self, hit: &Hit) -> bool {
        let at = self.claims.partition_point(|claim| claim.place.end < hit.end);
        self.claims.get(at).is_some_and(|claim| claim.place.start <= hit.start)
    }

    /// Whether a word of scope is only part of a week's name: 2021南京创新周.
    pub(in crate::lint) fn is_in_week_name(&self, hit: &Hit) -> bool {
        let first = self.hits.partition_point(|other| other.start + 80 < hit.start);
        let mut near = self.hits[first..].iter().take_while(|other| other.start <= hit.start);
        near.any(|other| matches!(other.clue, Clue::Week(_)) && other.end >= hit.end)
    }
}

/// Whether a word stands for the district that was named.
fn is_district(word: &str) -> bool {
    matches!(word, "区内" | "辖区" | "该区")
}

/// 会展中心及各分会场，共19处: whether a place is told with others, so that what follows behind the comma is of them all.
fn is_one_of_several(gap: &str) -> bool {
    let listed = gap.split_once('，').map_or("", |(listed, _)| listed);
    ["及", "和"].iter().any(|and| listed.contains(and))
}

/// Whether a word stands for what is left of what was told, of which all that follows is a part.
fn is_rest(word: &str) -> bool {
    matches!(word, "剩下" | "其余" | "剩余")
}
