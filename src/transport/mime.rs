use super::Message;
use super::dkim::Dkim;
use crate::store::Moment;
use lettre::Address;
use lettre::message::header::ContentType;
use lettre::message::header::{HeaderName, HeaderValue, MIME_VERSION_1_0};
use lettre::message::{Attachment, Mailbox, MessageBuilder, MultiPart, SinglePart};
use std::time::SystemTime;

/// A message as a mail server gets it, header and body with CRLF line ends, signed if there is
/// a key for that.
///
/// # Errors
/// What cannot be built, without the address.
pub(super) fn to_mime(
    from: &Mailbox,
    to: &Address,
    dkim: Option<&Dkim>,
    message: &Message,
    now: Moment,
) -> Result<Vec<u8>, String> {
    let head = &message.letterhead;
    let sender = head.sender.clone().or_else(|| from.name.clone());
    let mut mime = MessageBuilder::new()
        .from(Mailbox::new(sender, from.email.clone()))
        .to(Mailbox::new(Some(message.name.clone()), to.clone()))
        .subject(message.subject.clone())
        .date(SystemTime::from(now.utc()))
        .message_id(Some(message.message_id.clone()))
        .header(MIME_VERSION_1_0)
        .raw_header(raw("Auto-Submitted", "auto-generated"))
        // Exchange goes by this one. It is to send notices of failure all the same, so it is not `All`.
        .raw_header(raw(
            "X-Auto-Response-Suppress",
            "DR, RN, NRN, OOF, AutoReply",
        ));
    if let Some(reply_to) = &head.reply_to {
        let reply_to = reply_to
            .parse()
            .map_err(|_| "the address for replies is none")?;
        mime = mime.reply_to(Mailbox::new(head.sender.clone(), reply_to));
    }
    if let Some(stop) = &message.stop {
        // RFC 8058: one click in the mail program is enough.
        mime = mime
            .raw_header(raw("List-Unsubscribe", &format!("<{stop}>")))
            .raw_header(raw("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"));
    }
    let mime = mime
        .multipart(parts(message))
        .map_err(|_| "the message cannot be built")?;
    let mut text = mime.formatted();
    if let Some(dkim) = dkim {
        let signature = dkim.header(&text, now.utc().timestamp());
        let signature = signature.map_err(|error| error.to_string())?;
        text.splice(0..0, signature.into_bytes());
    }
    Ok(text)
}

/// The text, and the same with markup: with the logo beside it if there is one, so that nothing is fetched from anywhere
/// when somebody reads the mail.
fn parts(message: &Message) -> MultiPart {
    let (text, html) = (message.text.clone(), message.html.clone());
    let Some(logo) = message.letterhead.logo.clone() else {
        return MultiPart::alternative_plain_html(text, html);
    };
    let picture = Attachment::new_inline("logo".to_owned());
    let picture = match ContentType::parse("image/png") {
        Ok(kind) => picture.body(logo, kind),
        Err(_) => return MultiPart::alternative_plain_html(text, html),
    };
    let related = MultiPart::related()
        .singlepart(SinglePart::html(html))
        .singlepart(picture);
    MultiPart::alternative()
        .singlepart(SinglePart::plain(text))
        .multipart(related)
}

fn raw(name: &'static str, value: &str) -> HeaderValue {
    HeaderValue::new(HeaderName::new_from_ascii_str(name), value.to_owned())
}
