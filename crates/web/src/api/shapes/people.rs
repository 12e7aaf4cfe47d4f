//! People who appear in public. Whoever does not is not in a guide at all.

use std::num::NonZeroU32;

use festoon_app::uploads::Edge;
use festoon_domain::choice::Choice as _;
use festoon_domain::programme::{PersonId, upload_of};
use festoon_guide::Guide;
use festoon_guide::url::{self, CalendarOf, CardOf, Page};
use serde::Serialize;
use utoipa::ToSchema;

use super::{Addresses, Links, Wordings};

/// Somebody who appears in public. / 公开出席的人员
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Person)]
pub(in crate::api) struct PersonRecord<'a> {
    /// Their key. / 键
    key: &'a str,
    /// Their identity in files elsewhere, if they have one. / 其他文件中的标识
    #[schema(format = "uuid")]
    guid: Option<String>,
    /// The number by which apps know them. / 应用使用的编号
    #[schema(value_type = Option<u32>)]
    number: Option<NonZeroU32>,
    /// Their name. / 姓名
    name: Wordings<'a>,
    /// Where they work. / 单位
    organisation: Wordings<'a>,
    /// What they are there. / 职务
    position: Wordings<'a>,
    /// Who they are. / 简历
    biography: Wordings<'a>,
    /// Their picture. / 照片
    picture: Option<String>,
    /// `fact` if announced, `sample` if invented for the sample week. / fact 为公布，sample 为示例
    provenance: &'static str,
    /// Where more is. / 相关网址
    links: Links,
}

impl<'a> PersonRecord<'a> {
    pub(in crate::api) fn of(guide: &'a Guide, id: PersonId) -> Self {
        let at = Addresses::of(guide);
        let person = &guide.programme()[id];
        let key = &*person.key;
        let picture = format!("-{}", Edge::Medium.pixels());
        Self {
            key,
            guid: person.guid.map(|guid| guid.to_string()),
            number: person.number,
            name: Wordings::of(&person.name),
            organisation: Wordings::of(&person.organisation),
            position: Wordings::of(&person.position),
            biography: Wordings::of(&person.biography),
            picture: person.picture.as_deref().map(|address| public_address(guide, address, &picture)),
            provenance: person.provenance.word(),
            links: at
                .links("people", key)
                .with_page(at.page(Page::Person(key)))
                .with_calendar(at.calendar(CalendarOf::Person(key)))
                .with_card(at.card(CardOf::Person(key)))
                .with_occurrences(at.occurrences("person", key)),
        }
    }
}

/// Where the public gets what lies with us, under its hash and an ending; any other address as it is.
pub(super) fn public_address(guide: &Guide, address: &str, ending: &str) -> String {
    let Some(hash) = upload_of(address) else { return address.to_owned() };
    let origin = guide.imprint().origin.0.as_deref().unwrap_or_default();
    format!("{origin}{}", url::upload(&format!("{hash}{ending}")))
}
