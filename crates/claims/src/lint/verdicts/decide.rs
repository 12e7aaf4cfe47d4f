//! From the likeliest figure of a claim to what is said of it.

use super::direction;
use crate::claim::{Change, Claim, Kind, UnitFrom, Value};
use crate::figure::Figure;
use crate::lint::Verdict;
use crate::lint::heard::around::{Around, Extent};
use crate::lint::heard::topic::Window;
use crate::lint::heard::whose_zh::{is_one_before, is_one_behind};
use crate::lint::matching::Matcher;
use crate::lint::weighing::candidate::Candidate;
use crate::lint::weighing::evidence::Contrast;
use crate::lint::weighing::fit::Fit;
use crate::lint::weighing::needed::{CERTAIN, LIKELY};
use crate::lint::weighing::thing::Thing;
use crate::lint::weighing::weigh::WHOLE;
use crate::number::Number;
use crate::unit::Unit;

/// “signed … a total investment of nearly 5 billion yuan” for 近500亿元 to be signed: of two mistakes the number's is the worse one.
fn is_twice_wrong(claim: &Claim, candidate: &Candidate, around: &Around) -> bool {
    let named = claim.kind == Kind::Money && candidate.named >= WHOLE && !candidate.outnamed;
    named && matches!(candidate.contrast, Some(Contrast::Stage { .. })) && !around.ahead
}

/// Whether a number that is not the figure's very own is told of nothing: neither digits nor words tie the claim to it.
fn is_hopeless(claim: &Claim, candidate: &Candidate, around: &Around, known: bool) -> bool {
    match candidate.fit {
        Fit::Right => false,
        Fit::Far => true,
        Fit::Close => !known || candidate.contrast.is_some(),
        Fit::Power(_) => !known && !is_twice_wrong(claim, candidate, around),
        _ => !known,
    }
}

/// The unit of a figure; that of a share need not be said.
fn own_unit(figure: &Figure) -> Option<Unit> {
    figure.unit.or(match figure.kind {
        Kind::Share => Some(Unit::Percent),
        Kind::Points => Some(Unit::Point),
        _ => None,
    })
}

/// What speaks for it that a claim means a figure, beside its evidence.
struct Grounds {
    /// Its digits agree so far that it is no chance.
    exact: bool,
    /// The figure is the only one of its week in its unit, and the unit tells.
    sole: bool,
    /// Any of these, a name, or a stage.
    known: bool,
}

impl Matcher<'_> {
    pub(in crate::lint) fn decide(
        &self,
        claim: &Claim,
        candidate: &Candidate,
        around: &Around,
    ) -> (Option<usize>, Verdict) {
        let at = Some(candidate.figure);
        let figure = &self.linter.ledger.figures[candidate.figure];
        let year = self.occasion.day.year;
        let day = around.back.or(claim.as_of.map(|day| day.within(year))).unwrap_or(self.occasion.day);
        let truth = figure.on(day);
        let evidence = candidate.evidence;
        let contrast = candidate.contrast.map(|contrast| self.told(contrast, figure));
        let telling = claim.digits >= 2 || evidence >= LIKELY;
        let Grounds { exact, sole, known } = self.grounds(claim, candidate, around);
        let current = self.is_current(candidate.figure);
        let nothing = (None, Verdict::NotAmong);
        if !figure.may_be_told(self.occasion.at) {
            return if telling && self.is_meant(claim, candidate, around) {
                (at, Verdict::Embargoed)
            } else {
                nothing
            };
        }
        if is_hopeless(claim, candidate, around, known) {
            return nothing;
        }
        let mistaken = (candidate.fit != Fit::Right || contrast.is_some())
            && (self.is_corrected(claim, around.sentence)
                || self.is_taken_back(claim, around.sentence)
                || candidate.fit != Fit::Right && self.is_of_outsiders(claim, around));
        if mistaken || self.is_of_something_else(claim, candidate, around) {
            return nothing;
        }
        match &candidate.fit {
            Fit::Right => self.when_right(claim, candidate, around, contrast),
            _ if self.english && self.is_of_another_event(claim, around) => nothing,
            Fit::Old(_) if around.was => nothing,
            // “up from 2 million”: of what it was the ledger has no word.
            _ if around.was && current && figure.earlier.is_empty() && self.is_up_from(claim) => nothing,
            // What something rose from is of another time, and no figure of this week.
            _ if around.elsewhere && current && !self.is_of_next(candidate.figure) => nothing,
            // 比上次碰头会时的82场多: what it was then is no old number.
            Fit::Old(_) if known && claim.hedge.is_none() && self.is_of_then(claim, around.clause) => {
                (at, Verdict::Right)
            }
            // What had come by the first day is what the first day brought.
            Fit::Old(Some(since)) if self.is_told_of_its_day(claim, *since) => (at, Verdict::Right),
            Fit::Old(since)
                if known
                    && !(claim.hedge.is_some() && candidate.contrast.is_some())
                    && telling
                    && evidence >= Self::needed_for_old(claim) =>
            {
                (at, Verdict::Stale { since: *since, day: around.day, truth })
            }
            Fit::HedgeOnly
                if known && contrast.is_none() && evidence >= if claim.digits >= 3 { -0.6 } else { 1.2 } =>
            {
                (at, Verdict::HedgeContradicts { hedge: claim.hedge, truth })
            }
            Fit::HedgeFalse if known && evidence >= LIKELY && contrast.is_none() && !around.ahead => {
                (at, Verdict::HedgeContradicts { hedge: claim.hedge, truth })
            }
            Fit::Currency if known && evidence >= if claim.digits >= 3 { -1.5 } else { LIKELY - 1.4 } => {
                let implied = claim
                    .value
                    .number()
                    .zip(truth.number())
                    .and_then(|(said, truth)| self.implied(claim, figure, said, truth));
                let own = figure.currency.unwrap_or(self.linter.ledger.currency);
                (at, Verdict::WrongCurrency { truth: own, implied_rate: implied })
            }
            Fit::Unit if exact && evidence >= 0.9 || known && evidence >= LIKELY => match own_unit(figure) {
                Some(truth) => (at, Verdict::WrongUnit { truth }),
                None => nothing,
            },
            // 距上届总数只差1万余人次: a difference, of any power; 1.2万亩农田 are no 12 activities.
            Fit::Power(_) if around.extent == Extent::Single => nothing,
            Fit::Power(_) if around.thing == Thing::Measured && candidate.named < WHOLE => nothing,
            Fit::Power(power)
                if known
                    && evidence >= Self::needed_for_slip(claim, candidate.named)
                    && contrast.is_none()
                    && (claim.digits >= 2
                        || evidence >= CERTAIN
                            && (claim.unit == figure.unit || matches!(around.thing, Thing::Classed(_)))
                            && claim.kind != Kind::Share) =>
            {
                (at, Verdict::OffByPower { power: *power, truth })
            }
            Fit::Power(power) if is_twice_wrong(claim, candidate, around) => {
                (at, Verdict::OffByPower { power: *power, truth })
            }
            Fit::Close if self.is_of_a_part_told(claim, candidate, around) => nothing,
            Fit::Close if Self::is_round(claim) && candidate.named < 1.0 => nothing,
            Fit::Close if self.is_of_part(claim, candidate, around) => nothing,
            // 中小企业640家: no number of exhibiting companies; nor is any number one of those above 5 billion.
            Fit::Close if candidate.plain && !candidate.staged && !sole => nothing,
            Fit::Close | Fit::HedgeFalse | Fit::Power(_) if around.ahead => nothing,
            Fit::Close | Fit::Power(_) if candidate.outnamed => nothing,
            Fit::Close if self.is_of_other_class(candidate.figure, candidate.named, around) => nothing,
            Fit::Close
                if known
                    && evidence >= self.needed_for_wrong(claim, candidate, around, sole)
                    && contrast.is_none()
                    && (candidate.scoped || !self.is_sum(claim, around)) =>
            {
                (at, Verdict::WrongValue { truth })
            }
            _ => nothing,
        }
    }

    /// “passed the mark of a hundred thousand”: so round that it is a mark to be passed, and nothing that was counted.
    fn is_round(claim: &Claim) -> bool {
        claim.digits <= 1
            && claim.kind == Kind::Count
            && claim.hedge.is_none()
            && claim.value.number().is_some_and(|said| said >= Number::whole(1000))
    }

    /// What there is to say of a claim whose number is the figure's; `contrast` is what denies that it means it.
    fn when_right(
        &self,
        claim: &Claim,
        candidate: &Candidate,
        around: &Around,
        contrast: Option<Verdict>,
    ) -> (Option<usize>, Verdict) {
        let (at, evidence) = (Some(candidate.figure), candidate.evidence);
        let current = self.is_current(candidate.figure);
        let nothing = (None, Verdict::NotAmong);
        let opposed = direction::opposed(claim, self.linter.ledger.figures[candidate.figure].direction);
        let contrast = contrast.or(opposed.map(|(said, truth)| Verdict::WrongDirection { said, truth }));
        match contrast {
            // Of another week, with nothing that speaks for it: the number is the same by chance.
            None if evidence < -2.5 => nothing,
            // A small number of things of no sort, with no word for the figure.
            None if evidence < 0.3 && claim.digits < 3 && claim.unit == Some(Unit::Item) => nothing,
            // “48 sailings” are none of the 48 of anything else.
            None if around.thing == Thing::Foreign && candidate.named < 0.2 && claim.digits < 3 => nothing,
            None if candidate.converted && evidence < LIKELY => nothing,
            None if self.is_told_of_its_own(claim, candidate.figure, around) => nothing,
            Some(_) if self.is_by_chance(claim, candidate) => nothing,
            Some(_) if self.is_of_a_contest(claim, candidate.figure, around) => nothing,
            Some(_) if candidate.named < WHOLE && self.is_of_those_that_did_not(claim) => nothing,
            // 提问用掉45分钟: so long took something else, where nothing names what is open for as many hours.
            Some(Verdict::WrongUnit { truth: Unit::Hour | Unit::Minute | Unit::Day })
                if candidate.named < 0.2 =>
            {
                nothing
            }
            // What fell by as much, with no word for what rose, is something else, if the sentence names any thing.
            Some(verdict @ Verdict::WrongDirection { .. }) if candidate.named < 0.2 => {
                if self.names_nothing(claim, around) { (at, verdict) } else { nothing }
            }
            // 15个泊位: things of no sort are in no other place what nothing names.
            Some(Verdict::ScopeDiffers { .. })
                if claim.unit == Some(Unit::Item) && candidate.named < 0.2 && !candidate.staged =>
            {
                nothing
            }
            Some(Verdict::WrongStage { .. })
                if self.has_stage_of_whole(claim, around) && claim.digits >= 3 =>
            {
                (at, Verdict::Right)
            }
            // “52 of the 86 projects signed had landed”, “17 of them on Wednesday”: the stage is that of the whole.
            Some(Verdict::WrongStage { .. })
                if self.has_stage_of_whole(claim, around) || around.window == Window::Increment =>
            {
                nothing
            }
            None => (at, Verdict::Right),
            Some(verdict)
                if evidence
                    >= match (candidate.swapped, candidate.contrast) {
                        (true, _) => -2.0,
                        (_, Some(Contrast::Counted { .. })) if candidate.staged && claim.digits >= 2 => {
                            self.needed(claim, candidate.figure).min(0.2)
                        }
                        (_, Some(Contrast::Stage { .. }))
                            if claim.kind == Kind::Share && claim.digits > 2 =>
                        {
                            self.needed(claim, candidate.figure).min(1.0)
                        }
                        _ => self.needed(claim, candidate.figure),
                    }
                    && !(around.elsewhere && current) =>
            {
                (at, verdict)
            }
            Some(_) => nothing,
        }
    }

    /// “22 forums, nine fairs and 22 roadshows”: whether its sentence has told the figure by its own noun, so that other things are other things.
    fn is_told_of_its_own(&self, claim: &Claim, figure: usize, around: &Around) -> bool {
        let unit = self.linter.ledger.figures[figure].unit;
        let told = |(at, right): &(usize, usize)| {
            *right == figure
                && self.claims[*at].unit == unit
                && self.claims[*at].place.start >= around.sentence.0
        };
        claim.kind == Kind::Count
            && claim.unit_from == UnitFrom::Words
            && claim.unit == Some(Unit::Activity)
            && unit == Some(Unit::Forum)
            && self.right.iter().any(told)
    }

    /// Whether a number is that of one thing, or of a day where the figure is of all days.
    fn is_of_part(&self, claim: &Claim, candidate: &Candidate, around: &Around) -> bool {
        let figure = &self.linter.ledger.figures[candidate.figure];
        match around.extent {
            _ if self.is_part_of_told(claim, candidate.figure, around) => true,
            // 89件展品中，31件是能真飞的: a part of what was told is nothing else that it does not name.
            _ if candidate.named < WHOLE && self.is_among_told(claim) => true,
            Extent::Single | Extent::Rest => true,
            Extent::Day => !self.is_of_day(candidate.figure) && !self.is_first_day(claim, around, figure),
            Extent::Whole | Extent::Part => false,
        }
    }

    /// Whether the words say that a claim is of no figure as it stands: a time, a change, another edition, days of another thing.
    fn is_of_something_else(&self, claim: &Claim, candidate: &Candidate, around: &Around) -> bool {
        let figure = &self.linter.ledger.figures[candidate.figure];
        let close = candidate.fit == Fit::Close;
        let moving = matches!(claim.change, Some(Change::Up | Change::Down));
        let moves = moving && figure.direction.is_none();
        // 由首日的27个增加到64个: what it was on a day that is told.
        let then = matches!(candidate.fit, Fit::Old(_))
            && around.extent == Extent::Day
            && claim.as_of.is_none()
            && !self.is_of_day(candidate.figure);
        // 减少12场: the size of a change, of no matter what.
        let other = || match claim.kind {
            Kind::Count | Kind::Money => moves,
            Kind::Edition => {
                self.is_next(claim, around)
                    || is_one_behind(claim, figure) && self.tells_days_to_come()
                    || is_one_before(claim, figure) && around.last_week
                    || self.is_of_another_known_week(claim, around)
                    || self.is_edition_looked_back_on(claim, around)
            }
            Kind::Date => self.is_of_print(claim),
            Kind::Period => self.is_of_other_days(claim, around) || self.is_stretch(claim, figure, around),
            // A share of which no rise or fall is told is no size of one.
            Kind::Share | Kind::Points => {
                figure.direction.is_some() != moving
                    || self.is_share_of_others(claim, candidate.figure)
                    || self.is_share_and_no_rate(claim, candidate.figure, around)
            }
            Kind::Number => self.is_of_other_index(claim, figure, around),
            Kind::Time => {
                matches!(figure.value, Value::Time(_))
                    && (self.is_end_of_span(claim) || self.is_of_other_end(figure, around))
            }
            // 连续第三年 is no third place.
            Kind::Ordinal => claim.unit != figure.unit,
            _ => false,
        };
        let other = || {
            other()
                || self.is_of_other_subject(claim, candidate, around)
                || self.is_of_other_city(claim, around.sentence)
                || self.is_of_a_contest(claim, candidate.figure, around)
                || self.is_ones_own(claim, candidate, around)
                || candidate.named < WHOLE && self.is_failing(claim, around.clause)
                || self.is_so_far(claim, around.clause)
                || self.is_unsaid_scope(claim, candidate, around)
        };
        let moves = moves && matches!(claim.kind, Kind::Count | Kind::Money) && candidate.contrast.is_some();
        // 占签约总额的超四成, 近97%的观众表示满意: neither a growth nor a rate, however near the number.
        let sized = candidate.fit == Fit::HedgeFalse
            && claim.kind == Kind::Share
            && (figure.direction.is_some() != moving || self.is_share_of_others(claim, candidate.figure));
        then || moves
            || sized
            || candidate.fit == Fit::HedgeFalse && self.is_unsaid_scope(claim, candidate, around)
            || self.is_of_other_age(claim, candidate.figure, around)
            || close && other()
            || matches!(candidate.fit, Fit::Power(_)) && self.is_of_other_city(claim, around.sentence)
            || claim.unit != figure.unit && self.is_when(claim)
            || candidate.contrast.is_some() && matches!(around.extent, Extent::Single | Extent::Rest)
    }

    /// Whether a figure is by its name that of a day.
    fn is_of_day(&self, figure: usize) -> bool {
        self.linter.clues.of_day[figure]
    }

    /// 首日: the first day, when all that is known yet is that day's.
    fn is_first_day(&self, claim: &Claim, around: &Around, figure: &Figure) -> bool {
        let said = self.scan.text.get(around.clause.0..claim.place.end).unwrap_or_default();
        let first = figure.earlier.first().map(|earlier| earlier.value);
        let year = self.occasion.day.year;
        let opens = self.days_held().is_some_and(|(first, _)| first.within(year) == self.occasion.day);
        (opens || ["首日", "first day", "opening day"].iter().any(|word| said.contains(word)))
            && first.is_some_and(|first| figure.on(self.occasion.day) == first)
    }

    /// Whether a claim tells a figure that may not be told yet.
    fn is_meant(&self, claim: &Claim, candidate: &Candidate, around: &Around) -> bool {
        let unit = self.linter.ledger.figures[candidate.figure].unit;
        // “for the fourth time” is no fourth rank, and the third place in a contest no third of the cities.
        let sort = claim.kind != Kind::Ordinal
            || claim.unit == unit && !self.is_of_a_contest(claim, candidate.figure, around);
        matches!(candidate.fit, Fit::Right | Fit::Old(_)) && candidate.evidence >= LIKELY && sort
    }

    /// A number below a hundred of other events or of firms, with no word for the figure.
    fn is_by_chance(&self, claim: &Claim, candidate: &Candidate) -> bool {
        let small = claim.value.number().is_some_and(|said| said < Number::whole(100));
        let other = match candidate.contrast {
            Some(Contrast::Counted { said: Unit::Session | Unit::Meeting, .. }) => true,
            // 31家企业提交材料: what firms do is no stage of projects.
            Some(Contrast::Counted {
                said: Unit::Company | Unit::Institution | Unit::Team,
                truth: Unit::Project,
            }) => claim.unit_from == UnitFrom::Words && !candidate.staged,
            _ => false,
        };
        let told = candidate.swapped || self.linter.clues.sole[candidate.figure];
        small && other && candidate.named < 0.2 && !told
    }

    /// Whether a figure is of a class that the text does not name: projects above 5 billion.
    fn is_of_other_class(&self, figure: usize, named: f64, around: &Around) -> bool {
        let class = self.linter.clues.classes[figure];
        class.is_some() && class != around.class && named < WHOLE
    }

    /// Whether enough is said of a figure to call a claim a wrong statement of it.
    fn grounds(&self, claim: &Claim, candidate: &Candidate, around: &Around) -> Grounds {
        let figure = &self.linter.ledger.figures[candidate.figure];
        let measured = figure.unit.is_some_and(Unit::is_measure);
        let share = matches!(figure.kind, Kind::Share | Kind::Points | Kind::Factor)
            || figure.kind == Kind::Money && figure.stage.is_none();
        let current = self.is_current(candidate.figure);
        let needed = match () {
            () if measured || around.extent.is_part() && !candidate.scoped => 0.75,
            () if figure.kind == Kind::Factor => 0.12,
            () if share && figure.direction.is_some() && figure.direction == claim.change => 0.3,
            () if !current && candidate.fit == Fit::Close && around.years.is_empty() && !around.elsewhere => {
                0.9
            }
            () if share && claim.digits > 2 => 0.45,
            () if share => 0.5,
            () => 0.32,
        };
        let named = match figure.kind {
            Kind::Edition => {
                self.is_named_behind(claim)
                    || self.is_labelled(claim)
                    || self.is_of_its_kind(claim)
                    || self.is_named_short(claim)
                    || self.is_named_before(claim)
                    || self.is_just_over(claim)
            }
            Kind::Period => true,
            Kind::Ordinal => {
                candidate.named >= needed || self.is_rank_among_places(claim) || self.is_what_we_are(claim)
            }
            Kind::Number => candidate.named >= needed || self.is_only_score(claim),
            _ => candidate.named >= needed,
        };
        // Three digits that agree to the last are no chance, whatever the words.
        let exact = match &candidate.fit {
            Fit::Unit => claim.digits >= 3 || claim.digits == 2 && candidate.named >= 0.2,
            Fit::Currency | Fit::Power(_) => claim.digits >= 3,
            Fit::HedgeOnly => claim.digits >= 2,
            Fit::Old(_) => claim.digits >= 3 && claim.hedge.is_none(),
            Fit::HedgeFalse | Fit::Right | Fit::Close | Fit::Far => false,
        };
        let sole = self.linter.clues.sole[candidate.figure]
            && claim.unit == figure.unit
            && claim.currency == figure.currency
            && (claim.unit_from == UnitFrom::Words || claim.digits >= 3 && self.is_of_it(claim));
        Grounds { exact, sole, known: exact || sole || named || candidate.staged && !around.extent.is_part() }
    }

    /// “now 4th in the province”, 居全省第四位: a rank among places, as the city itself has one.
    fn is_rank_among_places(&self, claim: &Claim) -> bool {
        const AMONG: [&str; 6] = [
            "in the province",
            "in the country",
            "among the cities",
            "of all cities",
            "in the region",
            "nationwide",
        ];
        let text = self.scan.text;
        let tail = self.tail(claim);
        let lead = &text[text.floor_char_boundary(claim.place.start.saturating_sub(24))..claim.place.start];
        claim.unit == Some(Unit::Rank)
            && (AMONG.iter().any(|word| tail.starts_with(word))
                || ["综合排名全省", "排名居全省", "综合排名居全省"]
                    .iter()
                    .any(|word| lead.trim_end_matches(['的', '居', '列', '位']).ends_with(word)))
    }

    /// A contrast as what is told of it.
    pub(in crate::lint) fn told(&self, contrast: Contrast, figure: &Figure) -> Verdict {
        match contrast {
            Contrast::Measure(truth) => Verdict::WrongUnit { truth },
            Contrast::Counted { said, truth } => Verdict::CountedDiffers { said, truth },
            Contrast::Stage { said, truth } => Verdict::WrongStage { said, truth },
            Contrast::Scope(key) => {
                let key = self.linter.clues.keys[usize::from(key)].clone();
                let truth = figure.scope.get(&key).cloned().unwrap_or_default();
                Verdict::ScopeDiffers { key, truth }
            }
        }
    }

    /// The rate at which a claim in the wrong currency would be right.
    pub(in crate::lint) fn implied(
        &self,
        claim: &Claim,
        figure: &Figure,
        said: Number,
        truth: Number,
    ) -> Option<Number> {
        let ledger = &*self.linter.ledger;
        if claim.currency == Some(ledger.currency) {
            return said.over(truth);
        }
        truth.times(ledger.rate_of(figure.currency?, Some(figure))?)?.over(said)
    }
}
