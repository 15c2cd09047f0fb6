use crate::letters::LETTERS;
use crate::secret::{ServerKey, derive};
use aws_lc_rs::constant_time::verify_slices_are_equal;

/// What a link to stop mails is made for.
type Id = [u8; 16];

/// The text of a link with which the mails about an invitation or a leader's form can be stopped: the
/// identifier and half of HMAC-SHA256(server key, "stop" || identifier). It has nothing to do with the
/// secret that lets somebody answer, and works when the wave's own keys are gone.
pub fn stop_text(key: &ServerKey, id: &Id) -> String {
    let whole: Vec<u8> = id.iter().chain(&seal(key, id)).copied().collect();
    LETTERS.encode(&whole)
}

/// The identifier in such a text; `None` if this server has not made it.
pub fn stop_id(key: &ServerKey, text: &str) -> Option<Id> {
    let whole = LETTERS.decode(text.as_bytes()).ok()?;
    let (id, sealed) = whole.split_first_chunk::<16>()?;
    let right = verify_slices_are_equal(sealed, &seal(key, id));
    right.is_ok().then_some(*id)
}

fn seal(key: &ServerKey, id: &Id) -> Id {
    let mut half = [0; 16];
    let whole = derive(key.expose(), "stop", id);
    half.iter_mut().zip(whole).for_each(|(to, from)| *to = from);
    half
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_texts_of_this_server_lead_to_an_identifier() {
        let (mine, other) = (
            ServerKey::from_bytes(&[1; 32]),
            ServerKey::from_bytes(&[2; 32]),
        );
        let text = stop_text(&mine, b"0123456789abcdef");
        assert_eq!(stop_id(&mine, &text), Some(*b"0123456789abcdef"));
        assert_eq!(stop_id(&other, &text), None);
        for number in 0..text.len() {
            let mut wrong: Vec<char> = text.chars().collect();
            wrong[number] = if wrong[number] == '7' { '8' } else { '7' };
            assert_eq!(stop_id(&mine, &String::from_iter(wrong)), None, "{number}");
        }
        assert_eq!(stop_id(&mine, ""), None);
    }
}
