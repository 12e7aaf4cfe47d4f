//! What is told of others: another fair, another time, those who were asked; and what is taken back.

use crate::held::of;
use crate::{chinese, english, haolin, jingpu, lanting, lanze, taoyan, tarlung, yanpu};

#[test]
fn a_number_of_another_event_is_none_of_this_one() {
    let text = "The trade fair in Emden drew 61,000 visitors.";
    assert_eq!(haolin("2024-10-16", text, "61,000"), of("not-among", ""));
    let text = "The fair in Haolin drew 61,000 visitors.";
    assert_eq!(haolin("2024-10-16", text, "61,000"), of("wrong-value", "hl-visitors"));
    let text = "Last year’s fair, held in spring, had some 5,200 openings.";
    assert_eq!(haolin("2024-10-16", text, "5,200"), of("not-among", ""));
}

#[test]
fn another_citys_week_is_none_of_ours_until_the_text_comes_back() {
    let text = "邻近的沱岭市上周也办了科创节，三天里38场活动、9.1万人次。沱岭签约58个项目。";
    for number in ["三天", "38场", "9.1万人次", "58个"] {
        assert_eq!(yanpu("2024-09-20", text, number), of("not-among", ""));
    }
    let back = "虞泽市的文博会到场31万人次，岚汀创新周到场25万人次。";
    assert_eq!(lanting("2025-10-20", back, "25万人次"), of("wrong-value", "lt-visits"));
}

#[test]
fn numbers_of_other_times_spans_indices_and_wholes_are_no_wrong_numbers() {
    let none = of("not-among", "");
    let text = "Nine minutes was the average waiting time, less than the 15 minutes of the last edition.";
    assert_eq!(taoyan("2025-10-10", text, "15"), none);
    assert_eq!(taoyan("2025-10-14", "A night opening until 9 p.m. is to be tried.", "9 p.m."), none);
    assert_eq!(taoyan("2025-10-16", "The price index stood at 100.8.", "100.8"), none);
    assert_eq!(
        taoyan("2025-10-16", "From 15 to 21 September hotels took 186 million yuan.", "15 to 21"),
        none
    );
    assert_eq!(
        taoyan("2025-09-18", "Four chemists won; the other 23 awards of the Harbour Cup were shared.", "23"),
        none
    );
    let text = "The week counted 186,330 visits; 48,690 came on Thursday alone.";
    assert_eq!(taoyan("2025-09-19", text, "48,690"), none);
    assert_eq!(taoyan("2025-09-18", "You have come to Taoyan for the fourth time.", "fourth time"), none);
    assert_eq!(lanze("2024-09-18", "Last autumn 131 outlets were with us.", "131"), none);
    let text = "58 projects have landed, out of 121 in all.";
    assert_eq!(lanze("2024-11-22", text, "121"), of("right", "lz-signed"));
}

#[test]
fn what_a_text_gives_only_to_take_it_back_is_no_wrong_number() {
    let nothing = of("not-among", "");
    for (text, claim) in [
        (
            "On Monday we wrote that 431 companies had exhibited. That was wrong: there were 473 exhibitors.",
            "431",
        ),
        (
            "In the same issue we called the growth in visits 21.4 percentage points; it was 21.4%.",
            "21.4 percentage",
        ),
        ("Our ticker reported that 134 projects had been signed. That was a misprint.", "134"),
        ("A post claims that 600 exhibitors are coming. None of this is true.", "600"),
    ] {
        assert_eq!(english(text, claim), nothing, "{text}");
        let told = text.split_once(". ").map_or(text, |(told, _)| told).replace("; it was 21.4%", "");
        assert_ne!(english(&told, claim), nothing, "{told}");
    }
    assert_eq!(chinese("网传参展企业达500家，这一说法不实。", "500家"), nothing);
}

#[test]
fn what_is_told_of_another_citys_fair_is_none_of_this_one() {
    let nothing = of("not-among", "");
    for (text, claim) in [
        ("The farm fair across the bay ended on Saturday with 288,000 visits.", "288,000"),
        (
            "While Mingwan polishes its ships, the growers of Elmstead are getting ready for their own fair. It will \
             have 69 exhibits and 440 exhibitors.",
            "440",
        ),
    ] {
        assert_eq!(english(text, claim), nothing, "{text}");
    }
    let back = "The growers of Elmstead have their own fair. It is small, while the Mingwan Innovation Week has 440 exhibitors.";
    assert_eq!(english(back, "440"), of("wrong-value", "mw-exhibitors"));
}

#[test]
fn who_was_asked_lives_here_or_lived_long_ago_is_none_who_came() {
    let nothing = of("not-among", "");
    for (text, claim) in [
        ("Pollsters questioned 4,800 visitors at the exits.", "4,800"),
        ("By the 1980s the firm sold its lamps to 33 countries.", "33"),
        ("The district counts 9,200 jobs in the trade.", "9,200"),
        ("A post that has been shared some 3,000 times is about the week.", "3,000"),
        ("Today's programme has 61 events.", "61 events"),
        ("At the same point a year ago we had 178 projects to be signed.", "178"),
        ("Prize money is 5.2 million yuan, up from 4.1 million.", "4.1"),
        ("The organisers are planning for 350,000 visits and 520 exhibitors.", "520"),
        (
            "From 17 to 23 September, between 8 a.m. and 7 p.m., the square is closed to motor vehicles.",
            "17 to 23",
        ),
        ("Of the 122 that were signed at the last edition we looked at 112 and backed two.", "112"),
    ] {
        assert_eq!(english(text, claim), nothing, "{text}");
    }
}

#[test]
fn what_a_speaker_has_done_or_will_do_is_no_number_of_the_week() {
    for (text, claim) in [
        ("我报道过19个国家的船展，没有一个这么热闹。", "19个"),
        ("创新周期间我们见了61个团队，深聊14个。", "61个"),
        ("市级重点活动12场，本台会直播七场。", "七场"),
        ("展位用的是租来的桁架，省下1.9万平方米地毯。", "1.9万平方米"),
        ("主展区11月9日起封闭布展，布展期7天。", "7天"),
    ] {
        assert_eq!(jingpu("2026-11-25", text, claim), "not-among", "{text}");
    }
    assert_eq!(jingpu("2026-11-25", "会期7天，活动68场。", "7天"), "wrong-value");
}

#[test]
fn a_house_in_the_city_and_the_land_around_it_are_no_other_citys_event() {
    let text = "The exhibition in Harbour Hall will hold 505 booths.";
    assert_eq!(english(text, "505"), of("wrong-value", "mw-booths"));
    let text = "Innovation week in China's Mingwan to feature 274 projects ready for signature.";
    assert_eq!(english(text, "274"), of("wrong-value", "mw-to-sign"));
}

#[test]
fn what_is_held_against_another_place_is_of_this_week() {
    let text = "Shuangqiao has 24 activities, against 51 in Beigang.";
    assert_eq!(english(text, "51"), of("wrong-value", "mw-beigang"));
}

#[test]
fn what_puts_a_mistake_right_is_held_to_the_truth() {
    let text = "We wrote that the projects to be signed were worth 35.25 million yuan. The right figure is 46.17 billion yuan.";
    assert_eq!(tarlung("2025-06-28", text, "46.17"), of("wrong-value", "tl-inv-to-sign"));
}
