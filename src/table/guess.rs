//! Which of the old encodings a file has, of which every byte is a letter in several. A detector knows which
//! letters follow each other in a language; but a roster has few words, mostly names, and the detector knows no
//! Mac. So what it finds is held against what the words then look like: `£ukasz ¯ak` is nobody's name.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, MACINTOSH, WINDOWS_1250, WINDOWS_1251, WINDOWS_1252, WINDOWS_1257};

/// What is tried beside what the detector finds.
const OTHERS: [&Encoding; 4] = [WINDOWS_1252, WINDOWS_1250, MACINTOSH, WINDOWS_1251];

/// How many bytes around letters beyond ASCII are looked at.
const SAMPLE: usize = 64 * 1024;

/// The encoding whose words look least odd; of those alike the one that the detector finds.
pub fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let found = detector.guess(None, Utf8Detection::Deny);
    let sample = sample(bytes);
    let oddness = |encoding: &'static Encoding| {
        let text = encoding.decode_without_bom_handling_and_without_replacement(&sample)?;
        let rare = match encoding == WINDOWS_1257 {
            true => RARE_ELSEWHERE,
            false => RARE,
        };
        let words = text.split(is_between_words);
        Some(words.map(|word| odd(word, rare)).sum::<usize>())
    };
    let others = OTHERS.into_iter().filter(|other| *other != found);
    let tried = std::iter::once(found).chain(others);
    let judged = tried.filter_map(|encoding| Some((oddness(encoding)?, encoding)));
    // The first of the least odd.
    let best = judged.min_by_key(|(oddness, _)| *oddness);
    best.map_or(WINDOWS_1252, |(_, encoding)| encoding)
}

/// The words that have bytes beyond ASCII, a line each.
fn sample(bytes: &[u8]) -> Vec<u8> {
    let is_between = |byte: &u8| byte.is_ascii() && !byte.is_ascii_alphanumeric();
    let mut sample = Vec::new();
    for word in bytes.split(is_between).filter(|word| !word.is_ascii()) {
        sample.extend_from_slice(word);
        sample.push(b'\n');
        if sample.len() > SAMPLE {
            break;
        }
    }
    sample
}

fn is_between_words(char: char) -> bool {
    char.is_ascii() && !char.is_ascii_alphanumeric()
}

/// How little a word looks like one.
fn odd(word: &str, rare: &str) -> usize {
    if word.is_ascii() {
        return 0;
    }
    let chars: Vec<char> = word.chars().collect();
    let has_lower = chars.iter().any(|char| char.is_lowercase());
    let letter = |at: Option<usize>| {
        let char = at.and_then(|at| chars.get(at));
        char.is_some_and(|char| char.is_alphabetic())
    };
    let of_place = |(at, char): (usize, &char)| {
        let (before, after) = (letter(at.checked_sub(1)), letter(at.checked_add(1)));
        match char {
            char if char.is_ascii() => 0,
            char if char.is_control() => 10,
            '\u{2019}' if before && after => 0,
            char if char.is_alphabetic() => {
                let inner_capital = char.is_uppercase() && before && has_lower;
                3 * usize::from(inner_capital) + usize::from(rare.contains(*char))
            }
            _ if before && after => 4,
            _ if before || after => 2,
            _ => 1,
        }
    };
    chars.iter().enumerate().map(of_place).sum::<usize>() + mixture(&chars)
}

/// A word in two scripts, or of nothing but accents.
fn mixture(chars: &[char]) -> usize {
    let is_latin = |char: &char| matches!(*char, 'A'..='Z' | 'a'..='z' | '\u{c0}'..='\u{24f}');
    let letters = || chars.iter().filter(|char| char.is_alphabetic());
    let latin = letters().filter(|char| is_latin(char)).count();
    let accented = letters().filter(|char| !char.is_ascii()).count();
    if latin > 0 && latin < letters().count() {
        5
    } else if latin > 3 && accented == latin {
        4
    } else {
        0
    }
}

/// Letters that hardly a name has, and that stand where another encoding has frequent ones.
const RARE: &str = "ŒœŸÿŠšŽžÐðÞþªºƒﬁﬂµ";

/// The same in the Baltic encoding, which has its own frequent letters in other places.
const RARE_ELSEWHERE: &str = "ªºµ";
