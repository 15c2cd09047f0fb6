//! Addresses as mail programs, filters and people pass them on. What they were meant to be is put in their place before
//! anything else reads them, so the answer page learns no secret that was sent to the server by mistake, and a secret
//! behind which something stands finds its form.

use actix_web::Error;
use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::Uri;
use actix_web::middleware::Next;
use percent_encoding::percent_decode_str;

/// Pages whose path holds a secret, and how many letters that has.
const SECRETS: [(&str, usize); 5] = [
    ("/leader", 26),
    ("/answer", 26),
    ("/stop", 52),
    ("/sign-in/link", 52),
    ("/password", 52),
];

/// What leads to the page that says what to do: no secret looks like it.
const UNREADABLE: &str = "-";

/// How often an address may have been encoded on its way.
const MOST_ENCODED: usize = 4;

/// Lets the other pages see the address that was meant.
pub async fn mend<B: MessageBody>(
    mut request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<B>, Error> {
    let meant = meant(request.path()).and_then(|path| {
        let query = request.query_string();
        let address = match query {
            "" => path,
            _ if path == "/a" => path,
            query => format!("{path}?{query}"),
        };
        address.parse::<Uri>().ok()
    });
    if let Some(meant) = meant {
        request.match_info_mut().get_mut().update(&meant);
        request.head_mut().uri = meant;
    }
    next.call(request).await
}

/// The path that a mangled one was meant to be; none if it is one that the server knows, or nothing that it made.
fn meant(path: &str) -> Option<String> {
    let plain = plain(path);
    let low = format!("/{}", plain.trim_start_matches('/').to_lowercase());
    let found = match is_answer_page(&low) {
        true => "/a".to_owned(),
        false => SECRETS
            .iter()
            .find_map(|(page, letters)| with_secret(path, &low, page, *letters))?,
    };
    (found != path).then_some(found)
}

/// Decoded, without what cannot be seen, and with one kind of hyphen.
fn plain(path: &str) -> String {
    let mut text = path.to_owned();
    for _ in 0..MOST_ENCODED {
        text = percent_decode_str(&text).decode_utf8_lossy().into_owned();
    }
    let unseen = |letter: char| {
        letter.is_whitespace() || letter.is_control() || "\u{ad}\u{feff}".contains(letter) || {
            ('\u{200b}'..='\u{200f}').contains(&letter)
                || ('\u{202a}'..='\u{202e}').contains(&letter)
                || ('\u{2060}'..='\u{2064}').contains(&letter)
        }
    };
    let hyphen = |letter: char| match letter {
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}' => '-',
        other => other,
    };
    let kept = text.chars().filter(|letter| !unseen(*letter));
    kept.map(hyphen).collect()
}

/// `/a` and what a link's fragment becomes behind it, whether its `#` is encoded, another sign or lost.
fn is_answer_page(low: &str) -> bool {
    let Some(rest) = low.strip_prefix("/a") else {
        return false;
    };
    let letters = rest.chars().take_while(char::is_ascii_alphanumeric).count();
    let fragment = rest
        .get(letters..)
        .is_some_and(|rest| rest.starts_with('.'));
    letters == 0 || fragment && (letters == 16 || letters == 40)
}

fn with_secret(path: &str, low: &str, page: &str, letters: usize) -> Option<String> {
    let rest = low.strip_prefix(page)?;
    if rest.starts_with(|letter: char| letter.is_ascii_alphanumeric()) {
        return None;
    }
    if let Some(secret) = secret(rest, letters) {
        return Some(format!("{page}/{secret}"));
    }
    // One that is too short is said to be unknown as it is.
    let given = path
        .strip_prefix(page)
        .and_then(|rest| rest.strip_prefix('/'));
    match given {
        Some(given) if !given.is_empty() && !given.contains('/') => None,
        _ => Some(format!("{page}/{UNREADABLE}")),
    }
}

/// The one run of letters that has the right length, before any query; else all letters, if there are just as many:
/// hyphens, signs and line ends within it were put there on the way.
fn secret(rest: &str, letters: usize) -> Option<String> {
    let end = ['?', '&', '#', '"', '<', '>', ')', ']'];
    let rest = rest.trim_start_matches(|letter: char| !letter.is_ascii_alphanumeric());
    let before = rest.split(end).next()?;
    let outside = |letter: char| !letter.is_ascii_alphanumeric();
    for text in [before, rest] {
        let runs = text.split(outside).filter(|run| run.len() == letters);
        match runs.collect::<Vec<_>>().as_slice() {
            [] => {}
            [one] => return Some((*one).to_owned()),
            _ => return None,
        }
    }
    let joined: String = before.chars().filter(char::is_ascii_alphanumeric).collect();
    (joined.len() == letters).then_some(joined)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHORT: &str = "7b3g7mra4c1tsjyxn8v3x8xdq8";
    const LONG: &str = "gxwzf5k08g734zk1v1sa00s04crshfc9kgtwzya85th429c4rwe0";

    #[test]
    fn whatever_a_link_to_the_answer_page_becomes_leads_to_the_one_page() {
        let root = "k7q29mxt4hda8wzn";
        let (long, number) = (format!("{root}{root}{}", &root[..8]), format!("7.{SHORT}"));
        for path in [
            format!("/a%23{long}.{number}"),
            format!("/a%2523{long}.{number}"),
            format!("/a%252523{long}.{number}"),
            format!("/A%23{root}.{number}"),
            format!("/a/%23{long}.{number}"),
            format!("/a/{long}.{number}"),
            format!("/a{long}.{number}"),
            format!("/a*{long}.{number}__;Iw!!"),
            format!("/a&num;{long}.{number}"),
            format!("//a%E2%80%8B%23{long}.{number}"),
            "/a/".into(),
            "/A".into(),
            "/A/".into(),
            "/a.".into(),
            "/a%20".into(),
            "/a&utm_source=mail".into(),
            "/a%3E".into(),
        ] {
            assert_eq!(meant(&path).as_deref(), Some("/a"), "{path}");
        }
        for path in [
            "/a",
            "/about",
            "/abc.def",
            "/answers",
            "/",
            "/hr/a",
            "/apple-icon.png",
        ] {
            assert_eq!(meant(path), None, "{path}");
        }
    }

    #[test]
    fn a_secret_in_a_path_is_found_again_whatever_stands_around_it() {
        for (page, secret) in [
            ("/leader", SHORT),
            ("/answer", SHORT),
            ("/stop", LONG),
            ("/sign-in/link", LONG),
            ("/password", LONG),
        ] {
            let right = format!("{page}/{secret}");
            assert_eq!(meant(&right), None);
            let (half, rest) = secret.split_at(13);
            for path in [
                format!("{right}."),
                format!("{right},"),
                format!("{right})"),
                format!("{right}%3E"),
                format!("{right}%22"),
                format!("{right}]"),
                format!("{right}/"),
                format!("{right}%20"),
                format!("{right}%0A"),
                format!("{right}&utm_source=mail"),
                format!("{right}%3Futm_source%3Dmail"),
                format!("{right}%E2%80%8B"),
                format!("{}/{}", page.to_uppercase(), secret.to_uppercase()),
                format!("/{right}"),
                format!("{page}//{secret}"),
                format!("{page}/%20{secret}"),
                format!("{page}%2F{secret}"),
                format!("{page}%252F{secret}"),
                format!("{page}/%3C{secret}%3E"),
                format!("{page}/{half}%20{rest}"),
                format!("{page}/{half}%0D%0A{rest}"),
                format!("{page}/{half}%C2%AD{rest}"),
                format!("{page}/{half}-{rest}"),
                format!("{page}/{half}=%0A{rest}."),
                page.replace('-', "%E2%80%91") + "/" + secret + ".",
            ] {
                assert_eq!(meant(&path), Some(right.clone()), "{path}");
            }
        }
    }

    #[test]
    fn what_holds_no_secret_or_two_leads_to_the_page_that_says_what_to_do() {
        for page in ["/leader", "/answer", "/stop", "/sign-in/link", "/password"] {
            for path in [page.to_owned(), format!("{page}/"), format!("{page}/a/b")] {
                assert_eq!(meant(&path), Some(format!("{page}/-")), "{path}");
            }
            for path in ["/short", "/-", "/x."] {
                assert_eq!(meant(&format!("{page}{path}")), None, "{page}{path}");
            }
        }
        let other = SHORT.replace('7', "8");
        assert_eq!(meant(&format!("/leader/{SHORT}.{other}")), None);
        for path in [
            "/leaders",
            "/stopping",
            "/sign-in",
            "/sign-in/sent",
            "/sign-in/linked",
        ] {
            assert_eq!(meant(path), None, "{path}");
        }
    }
}
