//! The words of a conference of tracks: what its timetable costs and why, why a submission is not elsewhere, and why a conference cannot be.

use super::{Slots, bilingual};

bilingual! {
    /// The words of a conference.
    ConferenceWords {
        unplaced: Slots = Slots("「{what}」排不进去，没有时段和会场。"), Slots("“{what}” has no session and no room.");
        track_sessions: Slots = Slots("分会「{track}」排在了不合适的时段：{cells}。"), Slots("“{track}” is in sessions that do not suit it: {cells}.");
        track_rooms: Slots = Slots("分会「{track}」排在了不合适的会场：{cells}。"), Slots("“{track}” is in rooms that do not suit it: {cells}.");
        session_room: Slots = Slots("{session}不宜启用{room}，现在排了分会「{track}」。"), Slots("{room} should rather not be used in {session}, and “{track}” is there.");
        similar: Slots = Slots("分会「{one}」和「{other}」内容相近，却同时进行：{sessions}。"), Slots("“{one}” and “{other}” draw the same people and are on at once: {sessions}.");
        several_rooms: Slots = Slots("分会「{track}」分在 {n} 个会场：{rooms}。"), Slots("“{track}” is spread over {n} rooms: {rooms}.");
        beside_itself: Slots = Slots("分会「{track}」在同一时段分头进行：{cells}。"), Slots("“{track}” is in several rooms at once: {cells}.");
        torn: Slots = Slots("分会「{track}」中间断开，排在{sessions}。"), Slots("“{track}” stops and goes on later: it is in {sessions}.");
        hours: Slots = Slots("「{what}」排在{session}，那时在报告人当地不是合适的钟点。"), Slots("“{what}” is in {session}, which is no good hour where its presenter is.");
        order: Slots = Slots("分会「{track}」里的报告次序不符：{what}。"), Slots("In “{track}”, submissions are out of their order: {what}.");
        order_one: Slots = Slots("「{what}」应排第 {asked}，现在排第 {met}"), Slots("“{what}” should be number {asked} and is number {met}");
        order_between: &'static str = "；", "; ";
        in_session: Slots = Slots("「{what}」不宜排在{session}。"), Slots("“{what}” should rather not be in {session}.");
        in_room: Slots = Slots("「{what}」不宜排在{room}。"), Slots("“{what}” should rather not be in {room}.");
        presenters: Slots = Slots("「{one}」（{here}）和「{other}」（{there}）都在{session}，两处都少不了{who}。"), Slots("“{one}” ({here}) and “{other}” ({there}) are both in {session}, and both need {who}.");
        presenters_at_once: Slots = Slots("「{one}」（{here}）和「{other}」（{there}）在{session}有 {n} 格重叠，两处都少不了{who}。"), Slots("“{one}” ({here}) and “{other}” ({there}) share {n} of the slots of {session}, and both need {who}.");
        attendees: Slots = Slots("「{one}」（{here}）和「{other}」（{there}）都在{session}，{who}两处都要到。"), Slots("“{one}” ({here}) and “{other}” ({there}) are both in {session}, and {who} should be at both.");
        attendees_at_once: Slots = Slots("「{one}」（{here}）和「{other}」（{there}）在{session}有 {n} 格重叠，{who}两处都要到。"), Slots("“{one}” ({here}) and “{other}” ({there}) share {n} of the slots of {session}, and {who} should be at both.");
        chairs: Slots = Slots("分会「{one}」和「{other}」都由{who}主持，却同时进行：{sessions}。"), Slots("“{one}” and “{other}” are both chaired by {who} and on at once: {sessions}.");
        taken: Slots = Slots("那里已经排了「{what}」。"), Slots("“{what}” is there.");
        other_track: Slots = Slots("{session}的{room}归分会「{track}」（{what}）；一个会场在一个时段只排一个分会。"), Slots("In {session}, {room} is of “{track}” ({what}), and a room holds one track in a session.");
        too_short: Slots = Slots("「{what}」要 {needed} 格，{session}只有 {there} 格。"), Slots("“{what}” takes {needed} slots, and {session} has {there}.");
        no_block_is_long_enough: Slots = Slots("「{what}」要 {needed} 格，最长的时段也只有 {there} 格。"), Slots("“{what}” takes {needed} slots, and the longest session has {there}.");
        no_block: Slots = Slots("没有一个时段、会场能排{what}。"), Slots("No session and no room can take {what}.");
        full: Slots = Slots("这些报告一共要 {needed} 格，能用的时段和会场只有 {there} 格：{what}。"), Slots("These take {needed} slots together, and the sessions and rooms they may use have {there}: {what}.");
        sought: Slots = Slots("试过很多办法，这些报告也排不到一起：{what}。"), Slots("However they were tried, these do not go together: {what}.");
        unsettled: Slots = Slots("还没查清就停了，目前卡在这些报告上：{what}。多给些时间可以说得更准。"), Slots("The search was over before it was clear; so far these do not go together: {what}. More time tells it better.");
        called: Slots = Slots("「{what}」"), Slots("“{what}”");
        cell: Slots = Slots("{session}（{rooms}）"), Slots("{session} ({rooms})");
        between: &'static str = "、", ", ";
    }
}
