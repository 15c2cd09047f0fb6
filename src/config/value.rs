use super::{GroupRoles, Networks};
use secrecy::{ExposeSecret, SecretString};
use std::path::PathBuf;
use toml::Value as Toml;

/// What a setting can be: read from text or from a file's value, and shown as a file has it.
pub(super) trait Value: Sized {
    /// Reads it; an error says what is wrong, without the name of the setting.
    fn read(given: &Toml) -> Result<Self, String>;

    /// As it stands in a settings file; secrets are not shown.
    fn show(&self) -> String;
}

impl Value for String {
    fn read(given: &Toml) -> Result<Self, String> {
        match given {
            Toml::String(text) => Ok(text.clone()),
            // A name of digits need not be quoted.
            Toml::Integer(number) => Ok(number.to_string()),
            _ => Err("this is not text; put it in quotes".to_owned()),
        }
    }

    fn show(&self) -> String {
        Toml::String(self.clone()).to_string()
    }
}

impl Value for SecretString {
    fn read(given: &Toml) -> Result<Self, String> {
        String::read(given).map(Self::from)
    }

    fn show(&self) -> String {
        match self.expose_secret() {
            "" => String::new().show(),
            _ => "\"(set, not shown)\"".to_owned(),
        }
    }
}

impl Value for PathBuf {
    fn read(given: &Toml) -> Result<Self, String> {
        String::read(given).map(Self::from)
    }

    fn show(&self) -> String {
        self.display().to_string().show()
    }
}

impl Value for Option<PathBuf> {
    fn read(given: &Toml) -> Result<Self, String> {
        let path = PathBuf::read(given)?;
        Ok(Some(path).filter(|path| !path.as_os_str().is_empty()))
    }

    fn show(&self) -> String {
        self.clone().unwrap_or_default().show()
    }
}

impl Value for Networks {
    fn read(given: &Toml) -> Result<Self, String> {
        match given {
            Toml::Array(some) => {
                let some: Result<Vec<String>, String> = some.iter().map(String::read).collect();
                some?.join(",").parse()
            }
            one => String::read(one)?.parse(),
        }
    }

    fn show(&self) -> String {
        self.to_string().show()
    }
}

impl Value for GroupRoles {
    fn read(given: &Toml) -> Result<Self, String> {
        let Toml::Table(table) = given else {
            return String::read(given)?.parse();
        };
        let mut lines = Vec::new();
        for (group, roles) in table {
            let roles = match roles {
                Toml::Array(some) => some.iter().map(String::read).collect::<Result<_, _>>()?,
                one => vec![String::read(one)?],
            };
            lines.extend(roles.into_iter().map(|role| (group.clone(), role)));
        }
        Self::of(lines)
    }

    fn show(&self) -> String {
        self.to_string().show()
    }
}

impl Value for bool {
    fn read(given: &Toml) -> Result<Self, String> {
        match given {
            Toml::Boolean(is) => Ok(*is),
            Toml::String(text) => text.trim().parse().map_err(|_| neither(given)),
            _ => Err(neither(given)),
        }
    }

    fn show(&self) -> String {
        self.to_string()
    }
}

fn neither(given: &Toml) -> String {
    format!("{given} is neither true nor false")
}

macro_rules! whole_numbers {
    ($($kind:ty),+) => {$(
        impl Value for $kind {
            fn read(given: &Toml) -> Result<Self, String> {
                let number = match given {
                    Toml::Integer(number) => Self::try_from(*number).ok(),
                    Toml::String(text) => text.trim().parse().ok(),
                    _ => None,
                };
                number.ok_or_else(|| format!("{given} is not a whole number from 0 on"))
            }

            fn show(&self) -> String {
                self.to_string()
            }
        }
    )+};
}

whole_numbers!(u32, usize);
