//! Who meets whom: nothing is worth more than what is claimed to be best, and quotas and pairs apart are kept.

use festoon_solver::meetings::matching::{
    Market, Matched, Standing, Unmatched, Wish, Worth, matched, wishes_of_subjects, worth,
};
use proptest::prelude::*;

/// Any market of six, or of three and three.
fn market() -> impl Strategy<Value = Market> {
    let wish = (0..6_u32, 0..6_u32, 1..5_u32);
    (
        prop::collection::vec(0..3_u32, 6),
        prop::collection::vec(wish, 0..14),
        (0..6_u32, 1..6_u32),
        any::<bool>(),
    )
        .prop_map(|(quotas, wishes, (one, on), two_sided)| {
            let may = |of: u32, to: u32| of != to && (!two_sided || (of < 3) != (to < 3));
            let wishes = wishes.into_iter().filter(|&(of, to, _)| may(of, to));
            Market {
                quotas,
                wishes: wishes.map(|(of, to, strength)| Wish { of, to, strength }).collect(),
                apart: vec![(one, (one + on) % 6)],
            }
        })
}

/// The worth of the best of all subsets of the pairs that somebody wishes.
fn best_of_all(market: &Market) -> Worth {
    let mut pairs: Vec<(u32, u32)> =
        market.wishes.iter().map(|wish| (wish.of.min(wish.to), wish.of.max(wish.to))).collect();
    pairs.sort_unstable();
    pairs.dedup();
    let chosen = |set: u32| {
        pairs.iter().enumerate().filter(move |(at, _)| set & (1 << at) != 0).map(|(_, &pair)| pair)
    };
    let worths = (0..1_u32 << pairs.len()).filter_map(|set| worth(market, &chosen(set).collect::<Vec<_>>()));
    worths.max().unwrap_or_default()
}

proptest! {
    #[test]
    fn the_best_pairs_are_found_and_less_patience_gives_a_true_bound(market in market()) {
        let best = best_of_all(&market);
        let found = matched(&market, 10_000).unwrap();
        prop_assert_eq!(worth(&market, &found.pairs), Some(found.worth));
        prop_assert_eq!((found.worth, found.standing), (best, Standing::Best));
        let hasty = matched(&market, 0).unwrap();
        prop_assert_eq!(worth(&market, &hasty.pairs), Some(hasty.worth));
        match hasty.standing {
            Standing::Best => prop_assert_eq!(hasty.worth, best),
            Standing::Open { most } => prop_assert!(best <= most && hasty.worth <= best),
        }
    }
}

fn wish(of: u32, to: u32, strength: u32) -> Wish {
    Wish { of, to, strength }
}

#[test]
fn nobody_goes_empty_for_a_stronger_wish_of_others() {
    // The buyers 0 and 1 both want the maker 2 most; 1 can also have 3.
    let wishes = vec![wish(0, 2, 1), wish(1, 2, 1000), wish(1, 3, 1)];
    let market = Market { quotas: vec![1; 4], wishes, apart: Vec::new() };
    assert_eq!(
        matched(&market, 0).unwrap(),
        Matched {
            pairs: vec![(0, 2), (1, 3)],
            worth: Worth { served: 4, mutual: 0, strength: 2 },
            standing: Standing::Best
        }
    );
}

#[test]
fn what_both_wish_comes_before_what_one_wishes_more() {
    let wishes = vec![wish(0, 1, 1), wish(1, 0, 1), wish(0, 2, 900), wish(3, 1, 900), wish(2, 3, 1)];
    let market = Market { quotas: vec![1; 4], wishes, apart: Vec::new() };
    assert_eq!(matched(&market, 10).unwrap().pairs, [(0, 1), (2, 3)]);
}

#[test]
fn a_ring_of_three_with_one_meeting_each_has_one_meeting() {
    let wishes = vec![wish(0, 1, 5), wish(1, 2, 5), wish(2, 0, 5)];
    let market = Market { quotas: vec![1; 3], wishes, apart: Vec::new() };
    let found = matched(&market, 100).unwrap();
    assert_eq!((found.worth, found.standing), (Worth { served: 2, mutual: 0, strength: 5 }, Standing::Best));
}

#[test]
fn what_seeks_a_subject_wishes_whoever_offers_it() {
    let wishes = wishes_of_subjects(&[vec![], vec![7, 8], vec![8]], &[vec![7, 8], vec![8], vec![]], 10);
    assert_eq!(wishes, [wish(0, 1, 20), wish(0, 2, 10), wish(1, 2, 10)]);
}

#[test]
fn a_market_of_hundreds_on_two_sides_is_solved_at_once() {
    let mut wishes = Vec::new();
    for of in 0..150_u32 {
        for at in 0..20_u32 {
            wishes.push(wish(of, 150 + (of * 7 + at * at * 3) % 150, 1 + at % 5));
            wishes.push(wish(150 + (of * 11 + at * 13) % 150, of, 1 + at % 3));
        }
    }
    let market = Market { quotas: vec![10; 300], wishes, apart: Vec::new() };
    let found = matched(&market, 0).unwrap();
    assert_eq!(worth(&market, &found.pairs), Some(found.worth));
    assert_eq!((found.worth.served, found.standing), (300, Standing::Best));
}

#[test]
fn a_market_that_names_nobody_or_oneself_is_refused() {
    let of = |wishes| matched(&Market { quotas: vec![1; 2], wishes, apart: Vec::new() }, 0).unwrap_err();
    assert_eq!(of(vec![wish(0, 2, 1)]), Unmatched::Unknown { list: "wish", at: 0, named: 2, count: 2 });
    assert_eq!(
        of(vec![wish(0, 1, 1), wish(1, 1, 1)]),
        Unmatched::Oneself { list: "wish", at: 1, participant: 1 }
    );
    assert_eq!(of(vec![wish(0, 1, 0)]), Unmatched::Strength { at: 0, strength: 0 });
    let apart = Market { quotas: vec![1; 2], wishes: Vec::new(), apart: vec![(5, 0)] };
    assert_eq!(
        matched(&apart, 0).unwrap_err(),
        Unmatched::Unknown { list: "pair apart", at: 0, named: 5, count: 2 }
    );
}
