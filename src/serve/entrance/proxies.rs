//! Proxies that are believed what they say of a request.

use std::net::IpAddr;
use std::str::FromStr;

use thiserror::Error;

use super::socket::Peer;

/// A proxy, or a network of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TrustedProxy {
    /// Whoever connects from an address of this network.
    Network {
        /// Any address of it.
        address: IpAddr,
        /// How many bits all of its addresses have in common.
        bits: u8,
    },
    /// Whoever may connect to a socket in the file system.
    Local,
}

/// What names no proxy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("not an address or a network, such as 10.0.0.5, 10.0.0.0/8 or fd00::/8, nor `unix`")]
pub struct TrustedProxyError;

impl TrustedProxy {
    pub(in crate::serve) fn includes(self, peer: Peer) -> bool {
        match (self, peer) {
            (Self::Local, Peer::Local) => true,
            (Self::Network { address, bits }, Peer::Address(peer)) => match (address, peer) {
                (IpAddr::V4(own), IpAddr::V4(peer)) => {
                    (own.to_bits() ^ peer.to_bits()).leading_zeros() >= u32::from(bits)
                }
                (IpAddr::V6(own), IpAddr::V6(peer)) => {
                    (own.to_bits() ^ peer.to_bits()).leading_zeros() >= u32::from(bits)
                }
                _ => false,
            },
            _ => false,
        }
    }
}

impl FromStr for TrustedProxy {
    type Err = TrustedProxyError;

    fn from_str(text: &str) -> Result<Self, TrustedProxyError> {
        if text == "unix" {
            return Ok(Self::Local);
        }
        let (address, bits) = match text.split_once('/') {
            Some((address, bits)) => (address, Some(bits)),
            None => (text, None),
        };
        let address: IpAddr = address.parse().map_err(|_| TrustedProxyError)?;
        let most = if address.is_ipv4() { 32 } else { 128 };
        let bits = bits.map_or(Ok(most), str::parse);
        let bits = bits.ok().filter(|bits| *bits <= most);
        Ok(Self::Network {
            address,
            bits: bits.ok_or(TrustedProxyError)?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{Peer, TrustedProxy, TrustedProxyError};

    #[test]
    fn network_holds_its_addresses_and_no_others() {
        for (proxy, address, is_in) in [
            ("10.0.0.5", "10.0.0.5", true),
            ("10.0.0.5", "10.0.0.4", false),
            ("10.0.0.0/8", "10.255.0.1", true),
            ("10.0.0.0/8", "11.0.0.1", false),
            ("192.168.4.0/22", "192.168.7.255", true),
            ("192.168.4.0/22", "192.168.8.0", false),
            ("0.0.0.0/0", "203.0.113.9", true),
            ("0.0.0.0/0", "::1", false),
            ("fd00::/8", "fdff::1", true),
            ("fd00::/8", "fe00::1", false),
            ("::/0", "2001:db8::1", true),
        ] {
            let proxy: TrustedProxy = proxy.parse().unwrap_or(TrustedProxy::Local);
            let peer = address.parse().map(Peer::Address);
            assert_eq!(
                peer.map(|peer| proxy.includes(peer)),
                Ok(is_in),
                "{address}"
            );
            assert!(!proxy.includes(Peer::Local));
        }
        assert_eq!("unix".parse(), Ok(TrustedProxy::Local));
        assert!(TrustedProxy::Local.includes(Peer::Local));
    }

    #[test]
    fn what_is_no_network_is_refused() {
        for text in [
            "",
            "proxy",
            "10.0.0.0/33",
            "10.0.0.0/",
            "10.0.0/8",
            "::/129",
            "10.0.0.1:80",
        ] {
            let parsed: Result<TrustedProxy, _> = text.parse();
            assert_eq!(parsed, Err(TrustedProxyError), "{text}");
        }
    }
}
