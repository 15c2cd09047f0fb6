use super::Lang;
use fluent_templates::fluent_bundle::FluentValue;
use std::borrow::Cow;
use std::fmt;

/// What a message is filled with: text, or a number that may decide between singular and plural.
#[derive(Clone, Debug, PartialEq)]
pub enum Arg {
    /// Any text; it is never read as markup.
    Text(String),
    /// A count.
    Number(i64),
}

impl Arg {
    pub(super) fn fluent(&self) -> FluentValue<'_> {
        match self {
            Self::Text(text) => FluentValue::from(text.as_str()),
            Self::Number(number) => FluentValue::from(*number),
        }
    }
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<usize> for Arg {
    fn from(number: usize) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

/// A message that is still without a language: a key and what it is filled with.
#[derive(Clone, Debug, PartialEq)]
pub struct Sentence {
    key: Cow<'static, str>,
    args: Vec<(Cow<'static, str>, Arg)>,
}

impl Sentence {
    /// The message of `key`.
    pub fn new(key: impl Into<Cow<'static, str>>) -> Self {
        Self {
            key: key.into(),
            args: Vec::new(),
        }
    }

    /// Whether this is the message of `key`.
    pub fn is(&self, key: &str) -> bool {
        self.key == key
    }

    /// The same with `name` filled in.
    #[must_use]
    pub fn with(mut self, name: &'static str, arg: impl Into<Arg>) -> Self {
        self.args.push((name.into(), arg.into()));
        self
    }

    /// The message in a language.
    pub fn in_lang(&self, lang: Lang) -> String {
        lang.say(&self.key, &self.args)
    }
}

/// English, for the command line and the log.
impl fmt::Display for Sentence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.in_lang(Lang::En))
    }
}
