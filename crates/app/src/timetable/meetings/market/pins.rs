//! Pins that contradict each other or the rest of the file, told with their line.

use std::collections::BTreeMap;

use festoon_domain::programme::Spot;
use festoon_exchange::meetings_file::{MeetingsFile, Pin, place_en, place_zh};
use festoon_exchange::{Refusal, Right};

use super::house::{House, able};
use super::{Why, number, sorted};

impl House {
    /// Pins must be possible by themselves and beside each other.
    pub(super) fn check_pins(
        &self,
        file: &MeetingsFile,
        never: &BTreeMap<(usize, usize), Why>,
    ) -> Result<(), Refusal> {
        let name = |who: usize| file.parties[who].name.as_str();
        for (at, pin) in file.pins.iter().enumerate() {
            let (one, other) = (name(pin.one), name(pin.other));
            let refuse = |zh: String, en: String| Err(refused(file, &pin.at, zh, en));
            match never.get(&sorted(pin.one, pin.other)) {
                Some(Why::Apart) => {
                    return refuse(
                        format!("「{one}」和「{other}」既定了要谈，又写了不能谈（[[apart]]）。请只留一处。"),
                        format!("“{one}” and “{other}” are pinned to meet and are in [[apart]]. Keep one."),
                    );
                }
                Some(Why::NoLanguage) => {
                    return refuse(
                        format!(
                            "「{one}」和「{other}」没有共同语言，也没有能为他们口译的译员。请补一位译员或删去这场。"
                        ),
                        format!(
                            "“{one}” and “{other}” have no language in common and nobody interprets. Add an interpreter or leave out the pin."
                        ),
                    );
                }
                Some(Why::NoTimeInterpreted) => {
                    return refuse(
                        format!(
                            "「{one}」和「{other}」都在的时段，能口译的译员都不在。请改译员的 away 或补一位译员。"
                        ),
                        format!(
                            "“{one}” and “{other}” have no slot at which somebody who interprets between them is there too. Change the interpreter's away, or add one."
                        ),
                    );
                }
                Some(_) => {
                    return refuse(
                        format!(
                            "「{one}」和「{other}」没有都在、场地也开放的时段。请改他们的 away 或场地的 closed。"
                        ),
                        format!(
                            "“{one}” and “{other}” have no slot at which both are there and a venue is open. Change away or closed."
                        ),
                    );
                }
                None => {}
            }
            if let Some(slot) = pin.slot {
                self.check_slot(file, pin, slot)?;
                let same = |earlier: &&Pin| {
                    let shares =
                        [earlier.one, earlier.other].iter().any(|who| [pin.one, pin.other].contains(who));
                    earlier.slot == Some(slot) && shares
                };
                if let Some(earlier) = file.pins[..at].iter().find(same) {
                    let (zh, en) = (place_zh(&earlier.at), place_en(&earlier.at));
                    return refuse(
                        format!("与{zh}定在同一时段，有一方要同时谈两场。请改其中一场的 start。"),
                        format!(
                            "it is pinned to the slot of {en}, and one of the two would have both at once. Change one start."
                        ),
                    );
                }
            }
            for who in [pin.one, pin.other] {
                let pins = file.pins.iter().filter(|pin| pin.one == who || pin.other == who).count();
                let most = self.quota(file, who);
                if number(pins) > most {
                    return refuse(
                        format!(
                            "「{}」最多谈 {most} 场，却定了 {pins} 场。请加大 most 或少定几场。",
                            name(who)
                        ),
                        format!(
                            "“{}” can have {most} meetings and {pins} are pinned. Raise most or pin fewer.",
                            name(who)
                        ),
                    );
                }
            }
        }
        Ok(())
    }

    fn check_slot(&self, file: &MeetingsFile, pin: &Pin, slot: usize) -> Result<(), Refusal> {
        let bit = 1_u128 << slot;
        let at = file.slots[slot].from;
        for who in [pin.one, pin.other] {
            if self.free[who] & bit == 0 {
                let name = &file.parties[who].name;
                return Err(refused(
                    file,
                    &pin.at,
                    format!("定在 {at}，「{name}」那时不在。请换一个 start 或改它的 away。"),
                    format!("it is pinned to {at}, when “{name}” is away. Change start, or its away."),
                ));
            }
        }
        let able = able(file, pin.one, pin.other).unwrap_or_default();
        let spoken = able.iter().fold(0, |word, &who| word | self.speaking[who]);
        if !able.is_empty() && spoken & bit == 0 {
            return Err(refused(
                file,
                &pin.at,
                format!("定在 {at}，那时能为他们口译的译员都不在。请换一个 start 或改译员的 away。"),
                format!(
                    "it is pinned to {at}, when nobody who interprets between the two is there. Change start, or the interpreter's away."
                ),
            ));
        }
        let open = pin.venue.map_or_else(|| self.anywhere(), |venue| self.open[venue]);
        if open & bit == 0 {
            return Err(refused(
                file,
                &pin.at,
                format!("定在 {at}，那时场地不开放。请换一个 start 或场地。"),
                format!("it is pinned to {at}, when the venue is closed. Change start or venue."),
            ));
        }
        Ok(())
    }
}

fn refused(file: &MeetingsFile, at: &Spot, zh: String, en: String) -> Refusal {
    file.refusal(at, Right::new(zh, en))
}
