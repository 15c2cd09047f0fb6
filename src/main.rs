//! The programme.

fn main() {}
