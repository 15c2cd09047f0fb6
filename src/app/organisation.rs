use super::{App, Weigh};
use crate::error::{Outcome, Problem};
use crate::store::people::{self, Organisation};
use std::sync::Arc;

impl App {
    /// The organisation, once somebody has set it up. From then on it stays as it is.
    pub fn organisation(&self) -> Outcome<Option<Arc<Organisation>>> {
        let set_up = || {
            let known = self.store.read(people::organisation)?;
            known.ok_or(Problem::NotFound)
        };
        match self.cache.get_or("the organisation", set_up) {
            Err(Problem::NotFound) => Ok(None),
            found => found.map(Some),
        }
    }
}

impl Weigh for Organisation {
    fn bytes(&self) -> usize {
        self.name.len()
    }
}
