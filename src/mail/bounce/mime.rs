//! Mails taken apart, as far as a notice needs it, however broken they are. Lines end with LF here.

use std::borrow::Cow;

/// Whatever is nested deeper in a mail is not read: notices lie at the third level, and who nests deeper wants to
/// use up the stack.
pub const DEEPEST: usize = 8;

/// The header of a mail or of a part of it.
#[derive(Clone, Default)]
pub struct Head(Vec<(String, String)>);

/// A mail, or a part of it.
pub struct Entity<'a> {
    pub head: Head,
    whole: &'a [u8],
    body: &'a [u8],
    /// Of a part of a digest, which is a mail unless it says otherwise.
    is_mail: bool,
}

/// A part that has no parts, or a mail that was attached.
pub struct Leaf<'a> {
    pub kind: String,
    pub content: Cow<'a, [u8]>,
    pub in_digest: bool,
}

/// The text with LF at the ends of its lines, whatever it had.
pub fn lines(text: &[u8]) -> Cow<'_, [u8]> {
    if !text.contains(&b'\r') {
        return Cow::Borrowed(text);
    }
    let mut plain = Vec::with_capacity(text.len());
    let mut after = text.iter().skip(1).chain([&0]);
    for byte in text {
        match (byte, after.next()) {
            (b'\r', Some(b'\n')) => {}
            (b'\r', _) => plain.push(b'\n'),
            _ => plain.push(*byte),
        }
    }
    Cow::Owned(plain)
}

impl Head {
    /// Takes the fields before the first blank line, and leaves what follows it.
    pub fn take(text: &[u8]) -> (Self, &[u8]) {
        let mut fields: Vec<(String, String)> = Vec::new();
        let mut rest = text;
        while let Some(line) = rest.split_inclusive(|byte| *byte == b'\n').next() {
            rest = rest.get(line.len()..).unwrap_or_default();
            let line = String::from_utf8_lossy(line.trim_ascii_end());
            if line.is_empty() {
                break;
            }
            if line.starts_with([' ', '\t']) {
                if let Some((_, value)) = fields.last_mut() {
                    value.push(' ');
                    value.push_str(line.trim_start());
                }
            } else if let Some((name, value)) = line.split_once(':') {
                fields.push((name.trim().to_lowercase(), value.trim().to_owned()));
            }
        }
        (Self(fields), rest)
    }

    /// The first value of a field; empty if there is none.
    pub fn value(&self, name: &str) -> &str {
        let mut fields = self.0.iter();
        let found = fields.find(|(known, _)| known == name);
        found.map(|(_, value)| value.as_str()).unwrap_or_default()
    }

    /// All values of a field.
    pub fn values<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        let named = self.0.iter().filter(move |(known, _)| known == name);
        named.map(|(_, value)| value.as_str())
    }

    pub fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(known, _)| known == name)
    }
}

impl<'a> Entity<'a> {
    pub fn read(text: &'a [u8]) -> Self {
        let (head, body) = Head::take(text);
        Self {
            head,
            whole: text,
            body,
            is_mail: false,
        }
    }

    /// Such as `text/plain`, in lower case.
    pub fn kind(&self) -> String {
        let given = self.head.value("content-type").split(';').next();
        match given.unwrap_or_default().trim().to_lowercase() {
            empty if empty.is_empty() && self.is_mail => "message/rfc822".to_owned(),
            empty if empty.is_empty() => "text/plain".to_owned(),
            given => given,
        }
    }

    /// A parameter of the kind, such as `boundary`.
    pub fn parameter(&self, name: &str) -> Option<String> {
        let mut quoted = false;
        let outside = |letter: char| {
            quoted ^= letter == '"';
            letter == ';' && !quoted
        };
        let mut parameters = self.head.value("content-type").split(outside).skip(1);
        parameters.find_map(|parameter| {
            let (known, value) = parameter.split_once('=')?;
            let known = known.trim().eq_ignore_ascii_case(name);
            known.then(|| value.trim().trim_matches('"').to_owned())
        })
    }

    /// The body without the encoding in which it travelled.
    fn content(&self) -> Cow<'a, [u8]> {
        let encoding = self.head.value("content-transfer-encoding").to_lowercase();
        match encoding.as_str() {
            "base64" => Cow::Owned(lines(&base64(self.body)).into_owned()),
            "quoted-printable" => Cow::Owned(quoted_printable(self.body)),
            _ => Cow::Borrowed(self.body),
        }
    }

    /// All parts that have no parts themselves. Attached mails stay whole.
    pub fn leaves(self) -> Vec<Leaf<'a>> {
        let mut leaves = Vec::new();
        collect(self, false, 0, &mut leaves);
        leaves
    }

    fn parts(&self, boundary: &str) -> Vec<Entity<'a>> {
        let is_mail = self.kind() == "multipart/digest";
        let (mut parts, mut begin, mut at) = (Vec::new(), None, 0);
        let part = |begin: Option<usize>, end: usize| {
            let text = self.body.get(begin?..end)?;
            Some(Entity {
                is_mail,
                ..Entity::read(text)
            })
        };
        for line in self.body.split_inclusive(|byte| *byte == b'\n') {
            let mark = line.strip_prefix(b"--").map(<[u8]>::trim_ascii_end);
            let mark = mark.and_then(|mark| mark.strip_prefix(boundary.as_bytes()));
            if let Some(end @ (b"" | b"--")) = mark {
                parts.extend(part(begin, at));
                begin = end.is_empty().then_some(at + line.len());
            }
            at += line.len();
        }
        parts.extend(part(begin, at));
        parts
    }
}

fn collect<'a>(entity: Entity<'a>, in_digest: bool, depth: usize, leaves: &mut Vec<Leaf<'a>>) {
    let kind = entity.kind();
    // A mail that was put in as a part, without being called one.
    if depth > 0
        && ["received", "message-id"]
            .iter()
            .any(|name| entity.head.has(name))
    {
        return leaves.push(Leaf {
            kind: "message/rfc822".to_owned(),
            content: Cow::Borrowed(entity.whole),
            in_digest,
        });
    }
    let boundary = entity.parameter("boundary");
    match boundary.filter(|_| kind.starts_with("multipart/") && depth < DEEPEST) {
        Some(boundary) => {
            let digest = kind == "multipart/digest";
            for part in entity.parts(boundary.trim_end()) {
                collect(part, digest, depth + 1, leaves);
            }
        }
        None => leaves.push(Leaf {
            content: entity.content(),
            kind,
            in_digest,
        }),
    }
}

/// Letters that do not belong are passed over.
fn base64(text: &[u8]) -> Vec<u8> {
    let values = text.iter().filter_map(|letter| match letter {
        b'A'..=b'Z' => Some(letter - b'A'),
        b'a'..=b'z' => Some(letter - b'a' + 26),
        b'0'..=b'9' => Some(letter - b'0' + 52),
        b'+' => Some(62),
        b'/' => Some(63),
        _ => None,
    });
    let (mut bytes, mut bits, mut known) = (Vec::new(), 0_u32, 0);
    for value in values {
        bits = bits << 6 | u32::from(value);
        known += 6;
        if known >= 8 {
            known -= 8;
            bytes.push((bits >> known & 255) as u8);
        }
    }
    bytes
}

fn quoted_printable(text: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some((first, after)) = rest.split_first() {
        rest = after;
        if *first != b'=' {
            bytes.push(*first);
            continue;
        }
        let code = after
            .get(..2)
            .and_then(|code| std::str::from_utf8(code).ok());
        if let Some(byte) = code.and_then(|code| u8::from_str_radix(code, 16).ok()) {
            bytes.push(byte);
            rest = after.get(2..).unwrap_or_default();
        } else if let Some(next) = after.strip_prefix(b"\n") {
            rest = next;
        } else {
            bytes.push(b'=');
        }
    }
    bytes
}
