use std::collections::{BTreeMap, VecDeque};
use std::sync::{Arc, Mutex, PoisonError};

/// What all pages that are kept may take together, in bytes.
const ROOM: usize = 32 * 1024 * 1024;

/// Finished parts of pages that never change, such as those of a released wave. What was put on first goes
/// first when there is no more room. Nothing here is needed: whoever finds nothing makes it again.
#[derive(Default)]
pub struct Shelf(Mutex<Kept>);

#[derive(Default)]
struct Kept {
    parts: BTreeMap<String, Arc<[String]>>,
    order: VecDeque<String>,
    bytes: usize,
}

impl Shelf {
    /// The parts under a name; made now if they are not there.
    ///
    /// # Errors
    /// Whatever makes them.
    pub fn get_or<E>(
        &self,
        name: &str,
        make: impl FnOnce() -> Result<Vec<String>, E>,
    ) -> Result<Arc<[String]>, E> {
        if let Some(parts) = self.kept().parts.get(name) {
            return Ok(Arc::clone(parts));
        }
        let parts: Arc<[String]> = make()?.into();
        self.kept().put(name, &parts);
        Ok(parts)
    }

    fn kept(&self) -> std::sync::MutexGuard<'_, Kept> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Kept {
    fn put(&mut self, name: &str, parts: &Arc<[String]>) {
        let size = size(parts);
        if size > ROOM || self.parts.contains_key(name) {
            return;
        }
        while self.bytes + size > ROOM {
            let Some(oldest) = self.order.pop_front() else {
                break;
            };
            let gone = self.parts.remove(&oldest);
            self.bytes -= gone.map_or(0, |parts| self::size(&parts));
        }
        self.bytes += size;
        self.order.push_back(name.to_owned());
        self.parts.insert(name.to_owned(), Arc::clone(parts));
    }
}

fn size(parts: &[String]) -> usize {
    parts.iter().map(String::len).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn put(shelf: &Shelf, name: &str, bytes: usize) -> Arc<[String]> {
        let made: Result<_, ()> = shelf.get_or(name, || Ok(vec!["x".repeat(bytes)]));
        made.unwrap()
    }

    #[test]
    fn a_part_is_made_once_and_the_oldest_makes_room() {
        let shelf = Shelf::default();
        let third = ROOM / 3;
        for name in ["a", "b", "c"] {
            put(&shelf, name, third);
        }
        let again: Result<_, &str> = shelf.get_or("a", || Err("made twice"));
        assert_eq!(again.unwrap()[0].len(), third);
        put(&shelf, "d", third);
        let gone: Result<Arc<[String]>, _> = shelf.get_or("a", || Err("made again"));
        assert_eq!(gone, Err("made again"));
        assert!(shelf.kept().bytes <= ROOM);
    }

    #[test]
    fn what_is_larger_than_the_shelf_is_not_kept() {
        let shelf = Shelf::default();
        put(&shelf, "small", 10);
        put(&shelf, "large", ROOM + 1);
        let kept = shelf.kept();
        assert_eq!((kept.bytes, kept.parts.len()), (10, 1));
    }
}
