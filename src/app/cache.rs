use quick_cache::Weighter;
use quick_cache::sync::{Cache as Map, GuardResult};
use std::any::Any;
use std::sync::Arc;

/// What everything that is kept may take together, in bytes.
const CAPACITY: u64 = 48 * 1024 * 1024;

/// How many things are expected. With more of them the capacity would be divided, and what is larger than a
/// part of it would not be kept.
const FEW: usize = 32;

/// Something that never changes and can be made again.
pub trait Weigh: Any + Send + Sync {
    /// About how much memory it takes.
    fn bytes(&self) -> usize;
}

/// Finished things that never change, such as the pages of a released wave. What is asked for least goes first
/// when there is no more room. Nothing here is needed: whoever finds nothing makes it again.
pub struct Cache(Map<String, Kept, Bytes>);

#[derive(Clone)]
struct Kept {
    thing: Arc<dyn Any + Send + Sync>,
    bytes: u64,
}

#[derive(Clone)]
struct Bytes;

impl Weighter<String, Kept> for Bytes {
    fn weight(&self, _: &String, kept: &Kept) -> u64 {
        kept.bytes
    }
}

impl Default for Cache {
    fn default() -> Self {
        Self(Map::with_weighter(FEW, CAPACITY, Bytes))
    }
}

impl Cache {
    /// The thing under a name; made now if it is not there. Whoever asks meanwhile waits for it. A name stands
    /// for things of one type.
    ///
    /// # Errors
    /// Whatever makes it. Nothing is kept then.
    pub fn get_or<T: Weigh, E>(
        &self,
        name: &str,
        make: impl FnOnce() -> Result<T, E>,
    ) -> Result<Arc<T>, E> {
        let keep = |thing: Arc<T>| Kept {
            bytes: thing.bytes().max(1) as u64,
            thing,
        };
        match self.0.get_value_or_guard(name, None) {
            GuardResult::Value(kept) => match kept.thing.downcast() {
                Ok(thing) => Ok(thing),
                Err(_) => make().map(Arc::new),
            },
            GuardResult::Guard(place) => {
                let thing = Arc::new(make()?);
                // It is refused if the name was taken meanwhile, which makes no difference to anybody.
                let _ = place.insert(keep(thing.clone()));
                Ok(thing)
            }
            // Nobody set a time to wait.
            GuardResult::Timeout => make().map(Arc::new),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Barrier;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::thread;

    #[derive(Debug, PartialEq)]
    struct Weight(usize);

    impl Weigh for Weight {
        fn bytes(&self) -> usize {
            self.0
        }
    }

    fn put(cache: &Cache, name: &str, bytes: u64) -> Arc<Weight> {
        let made: Result<_, ()> = cache.get_or(name, || Ok(Weight(bytes as usize)));
        made.unwrap()
    }

    fn get<'a>(cache: &Cache, name: &str, or: &'a str) -> Result<Arc<Weight>, &'a str> {
        cache.get_or(name, || Err(or))
    }

    #[test]
    fn a_thing_is_made_once_and_all_together_never_take_more_than_there_is_room_for() {
        let cache = Cache::default();
        let third = CAPACITY / 3;
        put(&cache, "a", third);
        assert_eq!(
            get(&cache, "a", "made twice"),
            Ok(Arc::new(Weight(third as usize)))
        );
        for number in 0..100 {
            put(&cache, &format!("thing {number}"), third);
            assert!(cache.0.weight() <= CAPACITY);
        }
        assert_eq!(cache.0.len(), 3, "the room is used");
    }

    #[test]
    fn what_is_asked_for_again_and_again_outlasts_what_is_asked_for_once() {
        let cache = Cache::default();
        let tenth = CAPACITY / 10;
        put(&cache, "page", tenth);
        for number in 0..100 {
            assert!(get(&cache, "page", "gone").is_ok(), "{number}");
            put(&cache, &format!("once {number}"), tenth);
        }
    }

    #[test]
    fn half_of_the_room_can_go_to_one_thing_and_more_than_all_of_it_is_not_kept() {
        let cache = Cache::default();
        put(&cache, "half", CAPACITY / 2);
        assert!(get(&cache, "half", "gone").is_ok());
        put(&cache, "large", CAPACITY + 1);
        assert_eq!(get(&cache, "large", "not kept"), Err("not kept"));
        assert!(get(&cache, "half", "gone").is_ok());
    }

    #[test]
    fn what_cannot_be_made_leaves_nothing_behind() {
        let cache = Cache::default();
        assert_eq!(get(&cache, "a", "no"), Err("no"));
        assert!(cache.0.is_empty());
        put(&cache, "a", 10);
        assert!(get(&cache, "a", "no").is_ok());
    }

    #[test]
    fn many_who_ask_at_once_wait_for_the_one_who_makes_it() {
        let cache = Cache::default();
        let (made, start) = (AtomicUsize::new(0), Barrier::new(8));
        thread::scope(|scope| {
            for _ in 0..8 {
                scope.spawn(|| {
                    start.wait();
                    let make = || {
                        made.fetch_add(1, Ordering::Relaxed);
                        // Long enough for the others to come.
                        (0..1000).for_each(|_| thread::yield_now());
                        Ok::<_, ()>(Weight(1))
                    };
                    assert!(cache.get_or("a", make).is_ok());
                });
            }
        });
        assert_eq!(made.into_inner(), 1);
    }
}
