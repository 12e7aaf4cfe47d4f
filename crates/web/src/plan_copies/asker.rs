//! From where on the network somebody asks, as far as it is needed to give each their share: a prefix of an address.
//!
//! It is held for an hour in memory and written down nowhere. Whoever stands behind a proxy has the proxy's address; the one that the
//! proxy says it had is believed only where the operator has said how many proxies there are, because anybody can write that header.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use axum::extract::ConnectInfo;
use axum::http::{Extensions, HeaderMap};

/// An address without the part that a household or a phone chooses for itself; nothing where askers cannot be told apart.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Asker(Option<IpAddr>);

/// Of an IPv6 address, the part that is given to a household.
const HOUSEHOLD_BITS: u32 = 56;

impl Asker {
    /// Who asks, where so many proxies stand before the server.
    pub(super) fn of(extensions: &Extensions, headers: &HeaderMap, proxies: u8) -> Self {
        let near = extensions.get::<ConnectInfo<SocketAddr>>().map(|ConnectInfo(near)| near.ip());
        if let Some(told) = forwarded(headers, proxies) {
            return Self::at(told);
        }
        // An address of this house is most likely that of a proxy that nobody has told of: it would stand for everybody.
        near.filter(|near| !is_of_this_house(near.to_canonical())).map_or_else(Self::default, Self::at)
    }

    /// Who asks from an address.
    pub(super) fn at(address: IpAddr) -> Self {
        Self(Some(match address.to_canonical() {
            IpAddr::V4(address) => IpAddr::V4(address),
            IpAddr::V6(address) => {
                let mask = u128::MAX << (u128::BITS - HOUSEHOLD_BITS);
                IpAddr::V6(Ipv6Addr::from_bits(address.to_bits() & mask))
            }
        }))
    }

    /// Whether two ask from one place; who cannot be told apart is nobody's same.
    pub(super) fn is_same_as(self, other: Self) -> bool {
        self.0.is_some() && self == other
    }
}

/// The address that the outermost of our proxies has written: each one adds whom it was asked by at the end.
fn forwarded(headers: &HeaderMap, proxies: u8) -> Option<IpAddr> {
    let back = usize::from(proxies.checked_sub(1)?);
    let values = headers.get_all("x-forwarded-for").iter().filter_map(|value| value.to_str().ok());
    let all: Vec<&str> = values.flat_map(|value| value.split(',')).map(str::trim).collect();
    let word = all.iter().rev().nth(back)?;
    let address = word.parse().ok();
    address.or_else(|| word.parse().ok().map(|with_port: SocketAddr| with_port.ip()))
}

fn is_of_this_house(address: IpAddr) -> bool {
    let v4 = |address: Ipv4Addr| address.is_loopback() || address.is_private() || address.is_link_local();
    match address {
        IpAddr::V4(address) => v4(address),
        IpAddr::V6(address) => {
            address.is_loopback() || address.is_unique_local() || address.is_unicast_link_local()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asker(near: &str, forwarded: &[&str], proxies: u8) -> Asker {
        let mut extensions = Extensions::new();
        let near: IpAddr = near.parse().expect("an address");
        extensions.insert(ConnectInfo(SocketAddr::new(near, 5000)));
        let mut headers = HeaderMap::new();
        for line in forwarded {
            headers.append("x-forwarded-for", line.parse().expect("a header"));
        }
        Asker::of(&extensions, &headers, proxies)
    }

    fn at(address: &str) -> Asker {
        Asker::at(address.parse().expect("an address"))
    }

    #[test]
    fn what_is_forwarded_is_believed_as_far_as_the_operators_own_proxies_wrote_it() {
        assert_eq!(asker("203.0.113.9", &["198.51.100.1"], 0), at("203.0.113.9"));
        assert_eq!(asker("127.0.0.1", &["192.0.2.66, 198.51.100.1"], 1), at("198.51.100.1"));
        assert_eq!(asker("127.0.0.1", &["192.0.2.66", "198.51.100.1, 10.0.0.2"], 2), at("198.51.100.1"));
        assert_eq!(asker("127.0.0.1", &["198.51.100.1:40000"], 1), at("198.51.100.1"));
        assert_eq!(asker("10.0.0.2", &["nobody"], 1), Asker::default());
    }

    #[test]
    fn who_may_be_a_proxy_stands_for_nobody() {
        for near in ["127.0.0.1", "172.17.0.1", "::1", "fd00::1", "::ffff:10.0.0.1"] {
            let one = asker(near, &[], 0);
            assert!(!one.is_same_as(one), "{near}");
        }
    }

    #[test]
    fn a_household_is_one_asker_whichever_address_it_takes() {
        assert!(at("2001:db8:1:200::1").is_same_as(at("2001:db8:1:2ff:1:2:3:4")));
        assert!(!at("2001:db8:1:200::1").is_same_as(at("2001:db8:1:300::1")));
        assert!(at("::ffff:203.0.113.9").is_same_as(at("203.0.113.9")));
        assert!(!at("203.0.113.9").is_same_as(at("203.0.113.10")));
    }
}
