//! Ways into other people's maps, each with the coordinates in the system that it reads.
//!
//! Amap, Baidu and Tencent are asked in GCJ-02, everybody else in WGS-84: the wrong one is off by the length of a park.
//! Nothing is loaded from them until a reader follows a link.

use festoon_domain::venue::Position;

use crate::url::query_value;
use crate::words::places::PlaceWords;

/// A way into a map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MapLink {
    /// Where it leads.
    pub href: String,
    /// What the map is called.
    pub label: &'static str,
}

/// What the maps are told of who sends their readers.
const SENDER: &str = "festoon";

/// Ways to a point with a name and an address, in whichever language.
#[must_use]
pub fn links(position: Position, name: &str, address: &str, p: &'static PlaceWords) -> Vec<MapLink> {
    let (china, world) = (position.to_gcj02(), position.to_wgs84());
    let (east, north) = (degrees(china.longitude()), degrees(china.latitude()));
    let (world_east, world_north) = (degrees(world.longitude()), degrees(world.latitude()));
    // Baidu shows nothing where the text under the title is empty.
    let content = query_value(if address.is_empty() { name } else { address });
    // Tencent takes its values between semicolons and colons.
    let plain = |text: &str| query_value(&text.replace([';', ':'], " "));
    let (title, addr) = (plain(name), plain(address));
    let name = query_value(name);

    let link = |label, href| MapLink { href, label };
    vec![
        link(
            p.amap,
            format!(
                "https://uri.amap.com/marker?position={east},{north}&name={name}&src={SENDER}&coordinate=gaode&callnative=1"
            ),
        ),
        link(
            p.baidu,
            format!(
                "https://api.map.baidu.com/marker?location={north},{east}&title={name}&content={content}&coord_type=gcj02&output=html&src=webapp.{SENDER}.guide"
            ),
        ),
        link(
            p.tencent,
            format!(
                "https://apis.map.qq.com/uri/v1/marker?marker=coord:{north},{east};title:{title};addr:{addr}&coord_type=1&referer={SENDER}"
            ),
        ),
        link(p.apple, format!("https://maps.apple.com/?ll={world_north},{world_east}&q={name}")),
        link(
            "OpenStreetMap",
            format!(
                "https://www.openstreetmap.org/?mlat={world_north}&mlon={world_east}#map=17/{world_north}/{world_east}"
            ),
        ),
        link(p.device, format!("geo:{world_north},{world_east}?q={world_north},{world_east}({name})")),
    ]
}

/// Six digits after the point are a tenth of a metre.
fn degrees(value: f64) -> String {
    format!("{value:.6}")
}
