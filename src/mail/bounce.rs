use mail_parser::mailbox::mbox::MessageIterator;
use mail_parser::{HeaderValue, Message, MessageParser, MessagePart, MimeHeaders, PartType};

/// A mail that could not be delivered, as some mail server says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bounce {
    /// Message-ID of the mail that came back, without angle brackets.
    pub message_id: String,
    /// Such as `5.1.1` (RFC 3463); empty if the notice has none.
    pub status: String,
}

/// A mail in a mail in a mail … is parsed by a function that calls itself.
const MOST_NESTED: usize = 20;

/// The mails of a mailbox in mbox format; a text that is none is one mail.
pub fn mails(mailbox: &[u8]) -> Vec<Vec<u8>> {
    match mailbox.starts_with(b"From ") {
        true => MessageIterator::new(mailbox)
            .map_while(Result::ok)
            .map(|mail| mail.contents().to_vec())
            .collect(),
        false => vec![mailbox.to_vec()],
    }
}

/// Which mail could not be delivered for good, if that is what a mail says (RFC 3464). Delays, answers of
/// machines and people, and all other mails say nothing of the kind.
pub fn bounce(mail: &[u8]) -> Option<Bounce> {
    if mentions(mail, b"message/") > MOST_NESTED {
        return None;
    }
    let notice = MessageParser::default().parse(mail)?;
    let kind = notice.content_type()?;
    let is_report = kind.ctype().eq_ignore_ascii_case("multipart")
        && kind.subtype()?.eq_ignore_ascii_case("report")
        && kind
            .attribute("report-type")?
            .eq_ignore_ascii_case("delivery-status");
    if !is_report {
        return None;
    }
    let parts = notice.parts.iter();
    Some(Bounce {
        status: parts.clone().find_map(failure)?,
        message_id: parts
            .clone()
            .find_map(returned)
            .or_else(|| mentioned(&notice))?,
    })
}

/// How often a word is in a mail, in whatever case.
fn mentions(mail: &[u8], word: &[u8]) -> usize {
    let windows = mail.windows(word.len());
    windows
        .filter(|window| window.eq_ignore_ascii_case(word))
        .count()
}

/// The status of the first recipient whom the mail did not reach for good.
fn failure(part: &MessagePart<'_>) -> Option<String> {
    // The fields of the notice, then those of each recipient, with blank lines between.
    report(part)?.split("\n\n").find_map(|block| {
        let action = field(block, "Action")?;
        let failed = action.to_ascii_lowercase().starts_with("failed");
        failed.then(|| status(field(block, "Status").unwrap_or_default()))
    })
}

fn report(part: &MessagePart<'_>) -> Option<String> {
    let kinds = ["delivery-status", "global-delivery-status"];
    let text = || String::from_utf8_lossy(part.contents()).replace("\r\n", "\n");
    is(part, "message", &kinds).then(text)
}

fn field<'a>(block: &'a str, wanted: &str) -> Option<&'a str> {
    let mut fields = block.lines().filter_map(|line| line.split_once(':'));
    let (_, value) = fields.find(|(name, _)| name.trim().eq_ignore_ascii_case(wanted))?;
    Some(value.trim())
}

/// The number without what is said about it.
fn status(field: &str) -> String {
    let numbers = field.split(|letter: char| letter != '.' && !letter.is_ascii_digit());
    numbers.into_iter().next().unwrap_or_default().to_owned()
}

/// The Message-ID of the mail that was returned, whole or only its header.
fn returned(part: &MessagePart<'_>) -> Option<String> {
    let id = |mail: &Message<'_>| mail.message_id().map(str::to_owned);
    match &part.body {
        PartType::Message(mail) => id(mail),
        _ if is(part, "text", &["rfc822-headers"])
            || is(part, "message", &["global", "global-headers", "rfc822"]) =>
        {
            id(&MessageParser::default().parse(part.contents())?)
        }
        _ => None,
    }
}

/// The Message-ID that a notice without the mail itself mentions.
fn mentioned(notice: &Message<'_>) -> Option<String> {
    let in_report = notice.parts.iter().find_map(|part| {
        let report = report(part)?;
        let (about_mail, _) = report.split_once("\n\n")?;
        let names = ["Original-Message-ID", "X-Original-Message-ID"];
        let id = names.iter().find_map(|name| field(about_mail, name))?;
        Some(id.trim_matches(['<', '>']).to_owned())
    });
    let last = |header: &HeaderValue<'_>| match header {
        HeaderValue::TextList(ids) => ids.last().map(ToString::to_string),
        other => other.as_text().map(str::to_owned),
    };
    in_report
        .or_else(|| last(notice.in_reply_to()))
        .or_else(|| last(notice.references()))
}

fn is(part: &MessagePart<'_>, kind: &str, of: &[&str]) -> bool {
    let Some(known) = part.content_type() else {
        return false;
    };
    let subtype = known.subtype().unwrap_or_default();
    known.ctype().eq_ignore_ascii_case(kind)
        && of.iter().any(|one| one.eq_ignore_ascii_case(subtype))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A notice with these fields of the recipient, and this part for the mail that came back.
    fn notice(fields: &str, returned: &str) -> String {
        format!(
            "From: MAILER-DAEMON@mail.example.org\r\nTo: gutcheck@example.org\r\n\
             Subject: Undelivered\r\nMIME-Version: 1.0\r\n\
             Content-Type: multipart/report; report-type=delivery-status;\r\n\tboundary=\"=_cut\"\r\n\r\n\
             --=_cut\r\nContent-Type: text/plain\r\n\r\nNobody is here.\r\n\
             --=_cut\r\nContent-Type: message/delivery-status\r\n\r\n\
             Reporting-MTA: dns; mail.example.org\r\n\r\n{fields}\r\n\
             --=_cut\r\n{returned}\r\n--=_cut--\r\n"
        )
    }

    const WHOLE: &str = "Content-Type: message/rfc822\r\n\r\nFrom: gutcheck@example.org\r\n\
        Message-ID: <abc@gut.example.org>\r\nSubject: Q2\r\n\r\nHello\r\n";
    const HEADER: &str = "Content-Type: text/rfc822-headers\r\n\r\nFrom: gutcheck@example.org\r\n\
        message-id:\r\n <abc@gut.example.org>\r\n";
    const FAILED: &str =
        "Final-Recipient: rfc822; ada@example.org\r\nAction: failed\r\nStatus: 5.1.1\r\n";

    #[test]
    fn a_notice_of_failure_names_the_mail_and_the_status() {
        let ada = |status: &str| {
            Some(Bounce {
                message_id: "abc@gut.example.org".into(),
                status: status.into(),
            })
        };
        assert_eq!(bounce(notice(FAILED, WHOLE).as_bytes()), ada("5.1.1"));
        assert_eq!(bounce(notice(FAILED, HEADER).as_bytes()), ada("5.1.1"));
        let unix = notice(FAILED, WHOLE).replace("\r\n", "\n");
        assert_eq!(bounce(unix.as_bytes()), ada("5.1.1"));
        let loud = "ACTION: Failed\r\nSTATUS: 4.4.7 (too late)\r\n";
        assert_eq!(bounce(notice(loud, WHOLE).as_bytes()), ada("4.4.7"));
        let second = format!("Action: relayed\r\nStatus: 2.0.0\r\n\r\n{FAILED}");
        assert_eq!(bounce(notice(&second, WHOLE).as_bytes()), ada("5.1.1"));
        assert_eq!(
            bounce(notice("Action: failed\r\n", WHOLE).as_bytes()),
            ada("")
        );
    }

    #[test]
    fn delays_deliveries_and_answers_are_no_failures() {
        for action in ["delayed", "delivered", "relayed", "expanded"] {
            let fields = FAILED.replace("failed", action);
            assert_eq!(bounce(notice(&fields, WHOLE).as_bytes()), None, "{action}");
        }
        let absent = "From: ada@example.org\r\nAuto-Submitted: auto-replied\r\nIn-Reply-To: \
            <abc@gut.example.org>\r\nSubject: Away\r\n\r\nAction: failed\r\nStatus: 5.1.1\r\n";
        assert_eq!(bounce(absent.as_bytes()), None);
        let read = notice(FAILED, WHOLE).replace("delivery-status;", "disposition-notification;");
        assert_eq!(bounce(read.as_bytes()), None);
        assert_eq!(
            bounce(notice(FAILED, "Content-Type: text/plain\r\n\r\nx").as_bytes()),
            None
        );
    }

    #[test]
    fn the_notices_of_other_mail_servers_are_understood() {
        macro_rules! found {
            ($name:literal) => {
                bounce(include_bytes!(concat!(
                    "../../tests/bounces/",
                    $name,
                    ".eml"
                )))
                .map(|bounce| (bounce.message_id, bounce.status))
            };
        }
        let of = |id: &str, status: &str| Some((id.to_owned(), status.to_owned()));
        assert_eq!(found!("postfix"), of("hello-1@example.org", "5.1.1"));
        assert_eq!(found!("exim"), of("hello-2@example.org", "5.0.0"));
        assert_eq!(found!("exchange"), of("hello-3@example.org", "5.1.10"));
        assert_eq!(found!("gmail"), of("hello-4@example.org", "5.1.1"));
        assert_eq!(found!("international"), of("hello-5@example.org", ""));
        for none in [
            found!("delayed"),
            found!("relayed"),
            found!("out_of_office"),
            found!("forwarded"),
            found!("read_receipt"),
        ] {
            assert_eq!(none, None);
        }
    }

    #[test]
    fn a_mailbox_is_read_mail_by_mail() {
        let mail = notice(FAILED, WHOLE).replace("\r\n", "\n");
        let mailbox = format!(
            "From a@b Mon Jun  1 09:00:00 2026\n{mail}\nFrom a@b Mon Jun  1 09:00:01 2026\n{mail}\n"
        );
        let found = mails(mailbox.as_bytes());
        assert_eq!(found.len(), 2);
        assert!(found.iter().all(|mail| bounce(mail).is_some()));
        assert_eq!(mails(mail.as_bytes()).len(), 1);
    }

    #[test]
    fn a_torn_or_hostile_mail_is_read_without_harm() {
        let whole = notice(FAILED, WHOLE).into_bytes();
        for end in 0..whole.len() {
            bounce(&whole[..end]);
        }
        let mut state = 1_u32;
        for round in 0..2000 {
            let mut torn = whole.clone();
            for _ in 0..1 + round % 20 {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                let place = state as usize % torn.len();
                torn[place] = (state >> 24) as u8;
            }
            for mail in mails(&torn) {
                bounce(&mail);
            }
        }
        let nested = "Content-Type: message/rfc822\r\n\r\n".repeat(20_000);
        assert_eq!(bounce(nested.as_bytes()), None);
    }
}
