use std::any::Any;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// What everything that is kept may take together, in bytes.
const ROOM: usize = 48 * 1024 * 1024;

/// Something that never changes and can be made again.
pub trait Keep: Any + Send + Sync {
    /// About how much memory it takes.
    fn bytes(&self) -> usize;
}

/// Finished things that never change, such as the pages of a released wave. What was not asked for longest
/// goes first when there is no more room. Nothing here is needed: whoever finds nothing makes it again.
#[derive(Default)]
pub struct Shelf(Mutex<Kept>);

#[derive(Default)]
struct Kept {
    places: BTreeMap<String, Place>,
    bytes: usize,
    /// How often something was asked for.
    asked: u64,
}

struct Place {
    thing: Thing,
    bytes: usize,
    /// When it was last asked for.
    asked: u64,
}

/// Nothing until it is made. Whoever makes it holds the lock, so that others wait instead of making it too.
type Thing = Arc<Mutex<Option<Arc<dyn Any + Send + Sync>>>>;

impl Shelf {
    /// The thing under a name; made now if it is not there.
    ///
    /// # Errors
    /// Whatever makes it.
    pub fn get_or<T: Keep, E>(
        &self,
        name: &str,
        make: impl FnOnce() -> Result<T, E>,
    ) -> Result<Arc<T>, E> {
        let place = self.kept().place(name);
        let mut thing = hold(&place);
        if let Some(Ok(found)) = thing.clone().map(Arc::downcast) {
            return Ok(found);
        }
        match make() {
            Ok(made) => {
                let made = Arc::new(made);
                *thing = Some(made.clone());
                self.kept().grow(name, made.bytes());
                Ok(made)
            }
            Err(error) => {
                self.kept().remove(name);
                Err(error)
            }
        }
    }

    fn kept(&self) -> MutexGuard<'_, Kept> {
        hold(&self.0)
    }
}

impl Kept {
    fn place(&mut self, name: &str) -> Thing {
        self.asked += 1;
        let asked = self.asked;
        let place = self.places.entry(name.to_owned()).or_insert(Place {
            thing: Thing::default(),
            bytes: 0,
            asked,
        });
        place.asked = asked;
        place.thing.clone()
    }

    /// Notes how large a thing has become, and makes room for it.
    fn grow(&mut self, name: &str, bytes: usize) {
        if let Some(place) = self.places.get_mut(name) {
            self.bytes = self.bytes - place.bytes + bytes;
            place.bytes = bytes;
        }
        if bytes > ROOM {
            self.remove(name);
        }
        while self.bytes > ROOM {
            let made = self.places.iter().filter(|(_, place)| place.bytes > 0);
            let Some((oldest, _)) = made.min_by_key(|(_, place)| place.asked) else {
                break;
            };
            let oldest = oldest.clone();
            self.remove(&oldest);
        }
    }

    fn remove(&mut self, name: &str) {
        let gone = self.places.remove(name);
        self.bytes -= gone.map_or(0, |place| place.bytes);
    }
}

fn hold<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Barrier;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::thread;

    #[derive(Debug, PartialEq)]
    struct Weight(usize);

    impl Keep for Weight {
        fn bytes(&self) -> usize {
            self.0
        }
    }

    fn put(shelf: &Shelf, name: &str, bytes: usize) -> Arc<Weight> {
        let made: Result<_, ()> = shelf.get_or(name, || Ok(Weight(bytes)));
        made.unwrap()
    }

    fn get<'a>(shelf: &Shelf, name: &str, or: &'a str) -> Result<Arc<Weight>, &'a str> {
        shelf.get_or(name, || Err(or))
    }

    #[test]
    fn a_thing_is_made_once_and_what_nobody_asked_for_makes_room() {
        let shelf = Shelf::default();
        let third = ROOM / 3;
        for name in ["a", "b", "c"] {
            put(&shelf, name, third);
        }
        assert_eq!(get(&shelf, "a", "made twice"), Ok(Arc::new(Weight(third))));
        put(&shelf, "d", third);
        assert_eq!(get(&shelf, "b", "made again"), Err("made again"));
        assert!(get(&shelf, "a", "made again").is_ok());
        assert!(shelf.kept().bytes <= ROOM);
    }

    #[test]
    fn what_is_larger_than_the_shelf_is_not_kept() {
        let shelf = Shelf::default();
        put(&shelf, "small", 10);
        put(&shelf, "large", ROOM + 1);
        let kept = shelf.kept();
        assert_eq!((kept.bytes, kept.places.len()), (10, 1));
    }

    #[test]
    fn what_cannot_be_made_leaves_nothing_behind() {
        let shelf = Shelf::default();
        assert_eq!(get(&shelf, "a", "no"), Err("no"));
        assert!(shelf.kept().places.is_empty());
        put(&shelf, "a", 10);
        assert!(get(&shelf, "a", "no").is_ok());
    }

    #[test]
    fn many_who_ask_at_once_wait_for_the_one_who_makes_it() {
        let shelf = Shelf::default();
        let (made, start) = (AtomicUsize::new(0), Barrier::new(8));
        thread::scope(|scope| {
            for _ in 0..8 {
                scope.spawn(|| {
                    start.wait();
                    let make = || {
                        made.fetch_add(1, Ordering::Relaxed);
                        Ok::<_, ()>(Weight(1))
                    };
                    assert!(shelf.get_or("a", make).is_ok());
                });
            }
        });
        assert_eq!(made.into_inner(), 1);
    }
}
