/// Declares an enum whose variants have a key in snake case: in JSON, in templates and in the names of messages.
macro_rules! keyed {
    ($(#[$doc:meta])* $name:ident { $($(#[$about:meta])* $variant:ident = $key:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name {
            $($(#[$about])* $variant),+
        }

        impl $name {
            /// Every one, in the order in which they are declared.
            pub const ALL: [Self; [$($key),+].len()] = [$(Self::$variant),+];

            /// Its key.
            pub const fn key(self) -> &'static str {
                match self {
                    $(Self::$variant => $key),+
                }
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.key())
            }
        }
    };
}
pub(crate) use keyed;
