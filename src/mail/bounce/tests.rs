use super::*;

/// The first notice in a mail.
fn bounce(mail: &[u8]) -> Option<Bounce> {
    bounces(mail).into_iter().next()
}

/// Which mail the first notice is about, and its status.
fn told(mail: &[u8]) -> Option<(String, String)> {
    let bounce = bounce(mail)?;
    Some((
        bounce.ids.first().cloned().unwrap_or_default(),
        bounce.status,
    ))
}

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
    let ada = |status: &str| Some(("abc@gut.example.org".to_owned(), status.to_owned()));
    assert_eq!(told(notice(FAILED, WHOLE).as_bytes()), ada("5.1.1"));
    assert_eq!(told(notice(FAILED, HEADER).as_bytes()), ada("5.1.1"));
    let unix = notice(FAILED, WHOLE).replace("\r\n", "\n");
    assert_eq!(told(unix.as_bytes()), ada("5.1.1"));
    let loud = "ACTION: Failed\r\nSTATUS: 4.4.7 (too late)\r\n";
    assert_eq!(told(notice(loud, WHOLE).as_bytes()), ada("4.4.7"));
    let second = format!("Action: relayed\r\nStatus: 2.0.0\r\n\r\n{FAILED}");
    assert_eq!(told(notice(&second, WHOLE).as_bytes()), ada("5.1.1"));
    assert_eq!(
        told(notice("Action: failed\r\n", WHOLE).as_bytes()),
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
}

#[test]
fn the_notices_of_other_mail_servers_are_understood() {
    macro_rules! found {
        ($name:literal) => {
            told(include_bytes!(concat!(
                "../../../tests/bounces/",
                $name,
                ".eml"
            )))
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
            bounce(mail);
        }
    }
    let nested = "Content-Type: message/rfc822\r\n\r\n".repeat(250_000);
    assert_eq!(bounce(nested.as_bytes()), None);
}

#[test]
fn whatever_is_nested_without_end_is_read_in_little_time_and_what_follows_in_the_mailbox_too() {
    let digests = "Content-Type: multipart/digest; boundary=b\n\n--b\n\n".repeat(160_000);
    let parts: String = (0..150_000)
        .map(|n| format!("Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n"))
        .collect();
    let wide = format!(
        "Content-Type: multipart/digest; boundary=b\n\n{}",
        "--b\n\nSubject: x\n\n".repeat(300_000)
    );
    let last = notice(FAILED, WHOLE).replace("\r\n", "\n");
    let line = "From a@b Mon Jun  1 09:00:00 2026\n";
    let begun = std::time::Instant::now();
    for hostile in [digests, parts, wide] {
        assert!(hostile.len() > 6_000_000 || hostile.contains("Subject"));
        let mailbox = format!("{line}{hostile}\n{line}{last}\n");
        let mails = mails(mailbox.as_bytes());
        assert_eq!(mails.len(), 2);
        assert_eq!(bounces(mails[0]), []);
        assert!(bounce(mails[1]).is_some());
    }
    assert!(begun.elapsed() < std::time::Duration::from_secs(60));
}

#[test]
fn a_mailbox_may_begin_with_blank_lines_and_its_mails_may_say_from() {
    let mail = notice(FAILED, WHOLE).replace("\r\n", "\n");
    let line = "From MAILER-DAEMON  Sun Sep  7 21:40:07 2008\n";
    let said = "From now on, Mon to Fri, nobody is here.\nFrom: x\n";
    let mailbox = format!("\n\r\n\n{line}{mail}{said}\n{line}{mail}");
    let found = mails(mailbox.as_bytes());
    assert_eq!(found.len(), 2);
    assert!(found.iter().all(|mail| bounce(mail).is_some()));
    assert!(mails(b"").is_empty() && mails(b"\n \n").is_empty());
}

#[test]
fn a_status_is_read_from_words_and_an_address_is_none() {
    for (text, code) in [
        ("550 5.1.1 <a@b.example>: no", "5.1.1"),
        ("host [192.5.1.10] said: 552-5.2.2 full (#4.0.0)", "5.2.2"),
        ("try 4.4.7, later", "4.4.7"),
        ("5.1.1.1 and 15.1.1 and 5.1", ""),
    ] {
        assert_eq!(report::code(text), code, "{text}");
    }
}
