//! Randomness straight from the operating system. No generator of a program's own stands between, so whoever
//! has a picture of a server's memory learns nothing of the keys that it makes afterwards.

use rand::rand_core::UnwrapErr;
use rand::rngs::SysRng;

/// The operating system's source. It panics if there is none: a key is never made of less.
pub type System = UnwrapErr<SysRng>;

/// The operating system's source.
pub fn system() -> System {
    UnwrapErr(SysRng)
}
