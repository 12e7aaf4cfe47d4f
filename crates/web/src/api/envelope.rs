//! What stands round every answer of a week: which week and release it is of, its zone, and what everybody must read at once.

use festoon_guide::Guide;
use serde::Serialize;
use utoipa::ToSchema;

use super::shapes::{NoticeRecord, ReleaseRecord, WeekEntry, zone_name};
use crate::kept::{Reach, Rendered};

pub(super) const JSON: &str = "application/json";

/// All weeks. / 各届
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Weeks<'a> {
    /// The slug of the current one; null while none is published. / 本届
    pub(super) current: Option<&'a str>,
    /// Every published week, by its slug. / 已发布的各届
    pub(super) items: Vec<WeekEntry<'a>>,
}

/// One record. / 一条记录
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct One<'a, T> {
    /// The week, by its slug. / 所属一届
    week: &'a str,
    /// The release; null for a week that was never released. / 发布版
    release: Option<ReleaseRecord>,
    /// The zone of all times, by its IANA name. / 时区
    zone: String,
    /// What everybody must read at once. / 紧急通知
    notices: Vec<NoticeRecord<'a>>,
    /// The record. / 记录
    item: T,
}

impl<'a, T: Serialize> One<'a, T> {
    pub(super) fn of(guide: &'a Guide, item: T) -> Self {
        let week = &guide.programme().week;
        let (release, notices) = (ReleaseRecord::of(guide), NoticeRecord::all(guide));
        Self { week: &week.slug, release, zone: zone_name(&week.zone), notices, item }
    }
}

/// Records of a table, a page at a time. / 一页记录
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct List<'a, T> {
    /// The week, by its slug. / 所属一届
    week: &'a str,
    /// The release; null for a week that was never released. Order and pages are the same within one. / 发布版；同一版内顺序与分页不变
    release: Option<ReleaseRecord>,
    /// The zone of all times, by its IANA name. / 时区
    zone: String,
    /// What everybody must read at once. / 紧急通知
    notices: Vec<NoticeRecord<'a>>,
    /// How many records there are in all, on this page and others. / 总条数
    total: usize,
    /// The next page; null on the last. / 下一页，末页为 null
    next: Option<String>,
    /// The records of this page. / 本页记录
    items: Vec<T>,
}

impl<'a, T: Serialize> List<'a, T> {
    pub(super) fn of(guide: &'a Guide, total: usize, next: Option<String>, items: Vec<T>) -> Self {
        let week = &guide.programme().week;
        let (release, notices) = (ReleaseRecord::of(guide), NoticeRecord::all(guide));
        Self { week: &week.slug, release, zone: zone_name(&week.zone), notices, total, next, items }
    }
}

/// A value as an answer that every program may read.
pub(super) fn rendered(value: &impl Serialize) -> Rendered {
    let body = serde_json::to_vec(value).expect("texts and numbers");
    Rendered { body, media_type: JSON, lang: None, reach: Reach::Everybody }
}
