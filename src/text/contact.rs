use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// What may stand in a `mailto:` as it is; a `?` would begin what the mail is filled with.
const ADDRESS: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'@')
    .remove(b'.')
    .remove(b'-')
    .remove(b'_')
    .remove(b'+');

/// Where a contact leads, which is a link or a mail address; empty for none.
pub fn contact_href(contact: &str) -> String {
    match contact.starts_with("https://") {
        true => contact.to_owned(),
        false if contact.is_empty() => String::new(),
        false => format!("mailto:{}", utf8_percent_encode(contact, ADDRESS)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_contact_leads_to_its_page_or_to_its_address_alone() {
        assert_eq!(contact_href("hr@example.org"), "mailto:hr@example.org");
        assert_eq!(
            contact_href("https://example.org/hr"),
            "https://example.org/hr"
        );
        assert_eq!(contact_href("a?bcc=b@c.de"), "mailto:a%3Fbcc%3Db@c.de");
        assert_eq!(
            contact_href("javascript:alert(1)"),
            "mailto:javascript%3Aalert%281%29"
        );
        assert_eq!(contact_href(""), "");
    }
}
