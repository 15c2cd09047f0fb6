use ipnet::IpNet;
use std::fmt;
use std::net::IpAddr;
use std::str::FromStr;

/// Some networks of the internet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Networks(Vec<IpNet>);

impl Networks {
    /// Whether an address is in one of them.
    pub fn contain(&self, address: IpAddr) -> bool {
        self.0.iter().any(|network| network.contains(&address))
    }
}

impl FromStr for Networks {
    type Err = String;

    /// Reads addresses and networks in CIDR notation with commas in between.
    fn from_str(text: &str) -> Result<Self, String> {
        let some = text.split(',').map(str::trim).filter(|one| !one.is_empty());
        let network = |one: &str| {
            let address = || one.parse::<IpAddr>().map(IpNet::from);
            let network = one.parse().or_else(|_| address());
            network.map_err(|_| {
                format!("“{one}” is neither an address nor a network such as 10.0.0.0/8")
            })
        };
        some.map(network).collect::<Result<_, _>>().map(Self)
    }
}

impl fmt::Display for Networks {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let some: Vec<String> = self.0.iter().map(IpNet::to_string).collect();
        f.write_str(&some.join(", "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_a_network_of_its_own() {
        let networks: Networks = "127.0.0.0/8, ::1,10.1.2.3".parse().unwrap();
        for (address, inside) in [
            ("127.9.9.9", true),
            ("::1", true),
            ("10.1.2.3", true),
            ("10.1.2.4", false),
            ("::2", false),
        ] {
            let address = address.parse().unwrap();
            assert_eq!(networks.contain(address), inside, "{address}");
        }
        assert_eq!(networks.to_string(), "127.0.0.0/8, ::1/128, 10.1.2.3/32");
        assert!("proxy.example".parse::<Networks>().is_err());
    }
}
