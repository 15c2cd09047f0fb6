//! DKIM signatures (RFC 6376, with Ed25519 from RFC 8463).

use aws_lc_rs::digest::{SHA256, digest};
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::signature::{Ed25519KeyPair, RSA_PKCS1_SHA256, RsaKeyPair};
use data_encoding::BASE64;
use std::{fmt, iter::once};

const SIGNED: &str = "To Reply-To Subject Date Message-ID MIME-Version Content-Type \
    Content-Transfer-Encoding List-Unsubscribe List-Unsubscribe-Post Auto-Submitted Reply-To";

/// Signs mails so that receivers can check that they come from the sender's domain (RFC 6376).
pub struct Dkim {
    domain: String,
    selector: String,
    key: Key,
}

enum Key {
    Rsa(Box<RsaKeyPair>),
    Ed25519(Ed25519KeyPair),
}

/// Says why a mail cannot be signed and what to change so that it can.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DkimError {
    /// The domain is not two or more labels of ASCII letters, digits and inner hyphens.
    #[error("The DKIM domain “{0}” is not valid: write it like example.com, in ASCII (xn--).")]
    Domain(String),
    /// The selector is not such labels, or too long for the DNS together with the domain.
    #[error("The DKIM selector “{0}” is not valid: use a few letters, digits and hyphens.")]
    Selector(String),
    /// The text is not the PEM block of a private key, or is protected by a passphrase.
    #[error("The DKIM key is not a plain PEM private key: convert it (openssl pkey -in … -out …).")]
    NotPem,
    /// The RSA key has fewer than 2048 bits.
    #[error("The DKIM key has fewer than 2048 bits: make a new one (openssl genrsa 2048).")]
    SmallKey,
    /// The key is damaged, of another algorithm, or an RSA key of an unusual form or size.
    #[error("The DKIM key is damaged or not RSA or Ed25519: make one (openssl genrsa 2048).")]
    Key,
    /// The message has a CR or LF outside a CRLF, which servers on the way would change.
    #[error("The message has line ends that DKIM cannot sign: end each line with CRLF.")]
    LineEnd,
    /// The message has no From header, which every signature must cover.
    #[error("The message has no From header, which DKIM must sign: add one.")]
    NoFrom,
}

impl Dkim {
    /// Signs for `domain` with the private key of the public one at `selector._domainkey.domain`.
    /// `pem` is a private key: PKCS#8 ("BEGIN PRIVATE KEY", RSA of 2048 to 4096 bits, or Ed25519)
    /// or PKCS#1 ("BEGIN RSA PRIVATE KEY"); a name or key that cannot be used is an error.
    pub fn new(domain: &str, selector: &str, pem: &str) -> Result<Self, DkimError> {
        if !domain.contains('.') || !are_labels(domain) {
            return Err(DkimError::Domain(domain.to_owned()));
        }
        if !are_labels(selector) || format!("{selector}._domainkey.{domain}").len() > 253 {
            return Err(DkimError::Selector(selector.to_owned()));
        }
        Ok(Self {
            domain: domain.to_ascii_lowercase(),
            selector: selector.to_owned(),
            key: Key::from_pem(pem)?,
        })
    }

    /// Returns the header to put before the message, `DKIM-Signature: ...\r\n`, in lines of at
    /// most 78 characters (names of more than 74 take more, as nothing may fold them).
    /// `message` has CRLF line ends and a From, else it is an error; `now` is seconds since 1970.
    pub fn header(&self, message: &[u8], now: i64) -> Result<String, DkimError> {
        let text = String::from_utf8_lossy(message).replace("\r\n", "");
        if text.contains(['\r', '\n']) {
            return Err(DkimError::LineEnd);
        }
        let (fields, body) = split(message);
        let names = signed_names(&fields)?;
        let bh = digest(&SHA256, &canonical_body(body));
        let unsigned = self.unsigned(&names, &BASE64.encode(bh.as_ref()), now);
        let signature = self.key.sign(&hash_input(&fields, &names, &unsigned))?;
        // Receivers empty the b= tag before they hash, so that it can be folded after signing.
        let b: Vec<_> = signature.chunks(54).map(|it| BASE64.encode(it)).collect();
        Ok(format!("{unsigned}{}\r\n", b.join("\r\n ")))
    }

    fn unsigned(&self, names: &[&str], bh: &str, now: i64) -> String {
        let (d, s) = (&self.domain, &self.selector);
        let a = match self.key {
            Key::Rsa(_) => "rsa-sha256",
            Key::Ed25519(_) => "ed25519-sha256",
        };
        // The grammar of t= has 12 digits and no sign.
        let t = now.clamp(0, 999_999_999_999);
        let h: Vec<_> = names.chunks(3).map(|some| some.join(":")).collect();
        let h = h.join(":\r\n ");
        format!(
            "DKIM-Signature: v=1; a={a}; c=relaxed/relaxed; t={t};\r\n d={d};\r\n s={s};\r\n \
             h={h};\r\n bh={bh};\r\n b="
        )
    }
}

fn are_labels(name: &str) -> bool {
    let is_inner = |letter: char| letter.is_ascii_alphanumeric() || letter == '-';
    let is_label = |it: &str| matches!(it.len(), 1..=63) && it.trim_matches('-') == it;
    name.split('.').all(is_label) && name.replace('.', "").chars().all(is_inner)
}

impl Key {
    fn from_pem(pem: &str) -> Result<Self, DkimError> {
        let (_, block) = pem.split_once("-----BEGIN ").ok_or(DkimError::NotPem)?;
        let (block, _) = block.split_once("-----END ").ok_or(DkimError::NotPem)?;
        let (label, text) = block.split_once("-----").ok_or(DkimError::NotPem)?;
        let text: String = text.split_ascii_whitespace().collect();
        let der = BASE64.decode(text.as_bytes()).or(Err(DkimError::NotPem))?;
        let rsa = match (label, Ed25519KeyPair::from_pkcs8_maybe_unchecked(&der)) {
            ("PRIVATE KEY", Ok(key)) => return Ok(Self::Ed25519(key)),
            ("PRIVATE KEY", Err(_)) => RsaKeyPair::from_pkcs8(&der),
            ("RSA PRIVATE KEY", _) => RsaKeyPair::from_der(&der),
            _ => return Err(DkimError::NotPem),
        };
        match rsa {
            // Receivers need not know longer ones (RFC 8301, 3.2).
            Ok(key) if key.public_modulus_len() <= 512 => Ok(Self::Rsa(Box::new(key))),
            // A refusal tells its reason only as text.
            Err(why) if why.to_string() == "TooSmall" => Err(DkimError::SmallKey),
            _ => Err(DkimError::Key),
        }
    }

    fn sign(&self, input: &[u8]) -> Result<Vec<u8>, DkimError> {
        match self {
            Self::Rsa(key) => {
                let mut b = vec![0; key.public_modulus_len()];
                let done = key.sign(&RSA_PKCS1_SHA256, &SystemRandom::new(), input, &mut b);
                done.map(|()| b).map_err(|_| DkimError::Key)
            }
            // RFC 8463 signs the hash of the input, although Ed25519 hashes by itself.
            Self::Ed25519(key) => Ok(key.sign(digest(&SHA256, input).as_ref()).as_ref().to_vec()),
        }
    }
}

/// Returns the header fields in canonical form, and the body as it is.
fn split(message: &[u8]) -> (Vec<Vec<u8>>, &[u8]) {
    let (mut fields, mut rest) = (Vec::<Vec<u8>>::new(), message);
    for line in message.split_inclusive(|byte| *byte == b'\n') {
        rest = rest.strip_prefix(line).unwrap_or(rest);
        match fields.last_mut() {
            _ if line == b"\r\n" => break,
            Some(field) if line.starts_with(b" ") || line.starts_with(b"\t") => field.extend(line),
            _ => fields.push(line.to_vec()),
        }
    }
    (fields.iter().map(|it| canonical_header(it)).collect(), rest)
}

/// RFC 6376, section 3.4.2, without the CRLF at the end.
fn canonical_header(field: &[u8]) -> Vec<u8> {
    let mut parts = field.splitn(2, |byte| *byte == b':').map(reduced);
    let name = parts.next().unwrap_or_default().to_ascii_lowercase();
    let value = parts.next().unwrap_or_default();
    [&name, value.strip_prefix(b" ").unwrap_or(&value)].join(&b':')
}

/// Makes each run of white space one space, and drops the last run, line end included.
fn reduced(line: &[u8]) -> Vec<u8> {
    let mut words = line.split(|byte| b" \t\r\n".contains(byte));
    let first = words.next().unwrap_or_default();
    let words = once(first).chain(words.filter(|word| !word.is_empty()));
    words.collect::<Vec<_>>().join(&b' ')
}

fn signed_names(fields: &[Vec<u8>]) -> Result<Vec<&'static str>, DkimError> {
    let count = |name: &str| fields.iter().filter(|it| is_named(it, name)).count();
    if count("From") == 0 {
        return Err(DkimError::NoFrom);
    }
    // One From more than there are makes a From added later break the signature (section 8.15).
    let mut names = vec!["From"; count("From") + 1];
    names.extend(SIGNED.split(' ').filter(|name| count(name) > 0));
    Ok(names)
}

fn is_named(canonical: &[u8], name: &str) -> bool {
    canonical.starts_with(format!("{name}:").to_ascii_lowercase().as_bytes())
}

/// RFC 6376, section 3.4.4.
fn canonical_body(body: &[u8]) -> Vec<u8> {
    let mut lines: Vec<_> = body.split(|byte| *byte == b'\n').map(reduced).collect();
    while lines.pop_if(|line| line.is_empty()).is_some() {}
    lines.push(Vec::new());
    lines.join(&b"\r\n"[..])
}

/// RFC 6376, section 3.7: of fields with one name the last comes first, and a missing one is none.
fn hash_input(fields: &[Vec<u8>], names: &[&str], unsigned: &str) -> Vec<u8> {
    let (mut left, mut input) = (fields.to_vec(), Vec::new());
    for name in names {
        if let Some(at) = left.iter().rposition(|field| is_named(field, name)) {
            input.extend(left.remove(at).into_iter().chain(*b"\r\n"));
        }
    }
    [input, canonical_header(unsigned.as_bytes())].concat()
}

impl fmt::Debug for Dkim {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Dkim({} at {})", self.selector, self.domain)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use aws_lc_rs::signature::RSA_PKCS1_1024_8192_SHA256_FOR_LEGACY_USE_ONLY as RSA_PKCS1_1024;

    // RFC 8463, appendix A.
    const ED25519_KEY: &str = "MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g";
    const RSA_1024: &str = "MIICXQIBAAKBgQDkHlOQoBTzWRiGs5V6NpP3idY6Wk08a5qhdR6wy5bdOKb2jLQiY/J16JYi0Qvx/byYzCNb3W91y3FutACDfzwQ/BC/e/8uBsCR+yz1Lxj+PL6lHvqMKrM3rG4hstT5QjvHO9PzoxZyVYLzBfO2EeC3Ip3G+2kryOTIKT+l/K4w3QIDAQABAoGAH0cxOhFZDgzXWhDhnAJDw5s4roOXN4OhjiXa8W7Y3rhX3FJqmJSPuC8N9vQm6SVbaLAE4SG5mLMueHlh4KXffEpuLEiNp9Ss3O4YfLiQpbRqE7Tm5SxKjvvQoZZezHorimOaChRL2it47iuWxzxSiRMv4c+j70GiWdxXnxe4UoECQQDzJB/0U58W7RZy6enGVj2kWF732CoWFZWzi1FicudrBFoy63QwcowpoCazKtvZGMNlPWnC7x/6o8GcuSe0ga2xAkEA8C7PipPm1/1fTRQvj1o/dDmZp243044ZNyxjg+/OPN0oWCbXIGxyWvmZbXriOWoSALJTjExEgraHEgnXssuk7QJBALl5ICsYMu6hMxO73gnfNayNgPxdWFV6Z7ULnKyV7HSVYF0hgYOHjeYe9gaMtiJYoo0zGN+L3AAtNP9huqkWlzECQE1alicIeVlo1e+qJ6Mgqr0Q7Aa7falZ448ccbSFYEPD6oFxiOl9Y9se9iYHZKKfIcsto7DUw1/hz2Ck4N5JrgUCQQCyKveNvjzkkd8HjYs0SwM0fPjK16//5qDZ2UiDGnOeuEzxBDAr518Z8VFbR41in3W4Y3yCDgQlLlcETrS+zYcL";
    const RSA_PUBLIC: &str = "MIGJAoGBAOQeU5CgFPNZGIazlXo2k/eJ1jpaTTxrmqF1HrDLlt04pvaMtCJj8nXoliLRC/H9vJjMI1vdb3XLcW60AIN/PBD8EL97/y4GwJH7LPUvGP48vqUe+owqszesbiGy1PlCO8c70/OjFnJVgvMF87YR4Lcincb7aSvI5MgpP6X8rjDdAgMBAAE=";
    const MESSAGE: &[u8] = b"From: Joe SixPack <joe@football.example.com>\r\nTo: Suzie Q <suzie@shopping.example.net>\r\nSubject: Is dinner ready?\r\nDate: Fri, 11 Jul 2003 21:00:37 -0700 (PDT)\r\nMessage-ID: <20030712040037.46341.5F8J@football.example.com>\r\n\r\nHi.\r\n\r\nWe lost the game.  Are you hungry yet?\r\n\r\nJoe.\r\n";
    const ED25519: &str = "DKIM-Signature: v=1; a=ed25519-sha256; c=relaxed/relaxed;\r\n d=football.example.com; i=@football.example.com;\r\n q=dns/txt; s=brisbane; t=1528637909; h=from : to :\r\n subject : date : message-id : from : subject : date;\r\n bh=2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=;\r\n b=/gCrinpcQOoIfuHNQIbq4pgh9kyIK3AQUdt9OdqQehSwhEIug4D11BusFa\r\n 3bT3FY5OsU7ZbnKELq+eXdp1Q1Dw==";
    const RSA: &str = "DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed;\r\n d=football.example.com; i=@football.example.com;\r\n q=dns/txt; s=test; t=1528637909; h=from : to : subject :\r\n date : message-id : from : subject : date;\r\n bh=2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=;\r\n b=F45dVWDfMbQDGHJFlXUNB2HKfbCeLRyhDXgFpEL8GwpsRe0IeIixNTe3DhCV\r\n lUrSjV4BwcVcOF6+FF3Zo9Rpo1tFOeS9mPYQTnGdaSGsgeefOsk2JzdA+L10\r\n TeYt9BgDfQNZtKdN1WO//KgIqXP7OdEFE4LjFYNcUxZQ4FADY+8=";
    // RFC 9500, section 2.1: a key published for tests.
    const RSA_2048: &str = "MIIEowIBAAKCAQEAsPnoGUOnrpiSqt4XynxA+HRP7S+BSObI6qJ7fQAVSPtRkqsotWxQYLEYzNEx5ZSHTGypibVsJylvCfuToDTfMul8b/CZjP2Ob0LdpYrNH6l5hvFE89FU1nZQF15oVLOpUgA7wGiHuEVawrGfey92UE68mOyUVXGweJIVDdxqdMoPvNNUl86BU02vlBiESxOuox+dWmuVV7vfYZ79Toh/LUK43YvJh+rhv4nKuF7iHjVjBd9sB6iDjj70HFldzOQ9r8SRI+9NirupPTkF5AKNe6kUhKJ1luB7S27ZkvB3tSTT3P593VVJvnzOjaA1z6Cz+4+eRvcysqhrRgFlwI9TEwIDAQABAoIBAEEYiyDP29vCzx/+dS3LqnI5BjUuJhXUnc6AWX/PCgVAO+8A+gZRgvct7PtZb0sM6P9ZcLrweomlGezIFrL0/6xQaa8bBr/ve/a8155OgcjFo6fZEw3Dz7ra5fbSiPmu4/b/kvrg+Br1l77Jaun6uUAs1f5B9wW+vbR7tzbT/mxaUeDiBzKpe15GwcvbJtdIVMa2YErtRjc1/5B2BGVXyvlJv0SIlcIEMsHgnAFOp1ZgQ08aDzvilLq8XVMOahAhP1O2A3X8hKdXPyrxIVWE9bS9ptTo+eF6eNl+d7htpKGEZHUxinoQpWEBTv+iOoHsVunkEJ3vjLP3lyI/fY0NQ1ECgYEA3RBXAjgvIys2gfU3keImF8e/TprLge1I2vbWmV2j6rZCg5r/AS0upii5CvJ5/T5vfJPNgPBy8B/yRDs+6PJO1GmnlhOkG9JAIPkv0RBZvR0PMBtbp6nTY3yo1lwamBVBfY6rc0sLTzosZh2aGoLzrHNMQFMGaauORzBFpY5lU50CgYEAzPHlu5DI6Xgep1vr8QvCUuEesCOgJg8Yh1UqVoY/SmQh6MYAv1I9bLGwrb3WW/7kqIoDfj0aQV5buVZI2loMomtU9KY5SFIsPV+JuUpy7/+VE01ZQM5FdY8wiYCQiVZYju9XWz5LxMNoz+gT7pwlLCsC4N+R8aoBk404aF1gum8CgYAJ7VTq7Zj4TFV7Soa/T1eEk9y8a+kdoYk3BASpCHJ29M5R2KEA7YV9wrBklHTz8VzSTFTbKHEQ5W5csAhoL5FoqoHzFFi3Qx7MHESQb9qHyolHEMNx6QdsHUn7rlEnaTTyrXh3ifQtD6C0yTmFXUISCW9wKApOrnyKJ9nI0HcuZQKBgQCMtoV6e9VGX4AEfpuHvAAnMYQFgeBiYTkBKltQXwozhH63uMMomUmtSG87Sz1TmrXadjAhy8gsG6I0pWaN7QgBuFnzQ/HOkwTm+qKwAsrZt4zeXNwsH7QXHEJCFnCmqw9QzEoZTrNtHJHpNboBuVnYcoueZEJrP8OnUG3rUjmopwKBgAqB2KYYMUqAOvYcBnEfLDmyZv9BTVNHbR2lKkMYqv5LlvDaBxVfilE02riO4p6BaAdvzXjKeRrGNEKoHNBpOSfYCOM16NjL8hIZB1CaV3WbT5oY+jp7Mzd57d56RZOE+ERK2uz/7JX9VSsM/LbH9pJibd4e8mikDS9ntciqOH/3";
    const RSA_PKCS8: &str = "MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQCw+egZQ6eumJKq3hfKfED4dE/tL4FI5sjqont9ABVI+1GSqyi1bFBgsRjM0THllIdMbKmJtWwnKW8J+5OgNN8y6Xxv8JmM/Y5vQt2lis0fqXmG8UTz0VTWdlAXXmhUs6lSADvAaIe4RVrCsZ97L3ZQTryY7JRVcbB4khUN3Gp0yg+801SXzoFTTa+UGIRLE66jH51aa5VXu99hnv1OiH8tQrjdi8mH6uG/icq4XuIeNWMF32wHqIOOPvQcWV3M5D2vxJEj702Ku6k9OQXkAo17qRSEonWW4HtLbtmS8He1JNPc/n3dVUm+fM6NoDXPoLP7j55G9zKyqGtGAWXAj1MTAgMBAAECggEAQRiLIM/b28LPH/51LcuqcjkGNS4mFdSdzoBZf88KBUA77wD6BlGC9y3s+1lvSwzo/1lwuvB6iaUZ7MgWsvT/rFBprxsGv+979rzXnk6ByMWjp9kTDcPPutrl9tKI+a7j9v+S+uD4GvWXvslq6fq5QCzV/kH3Bb69tHu3NtP+bFpR4OIHMql7XkbBy9sm10hUxrZgSu1GNzX/kHYEZVfK+Um/RIiVwgQyweCcAU6nVmBDTxoPO+KUurxdUw5qECE/U7YDdfyEp1c/KvEhVYT1tL2m1Oj54Xp42X53uG2koYRkdTGKehClYQFO/6I6gexW6eQQne+Ms/eXIj99jQ1DUQKBgQDdEFcCOC8jKzaB9TeR4iYXx79OmsuB7Uja9taZXaPqtkKDmv8BLS6mKLkK8nn9Pm98k82A8HLwH/JEOz7o8k7UaaeWE6Qb0kAg+S/REFm9HQ8wG1unqdNjfKjWXBqYFUF9jqtzSwtPOixmHZoagvOsc0xAUwZpq45HMEWljmVTnQKBgQDM8eW7kMjpeB6nW+vxC8JS4R6wI6AmDxiHVSpWhj9KZCHoxgC/Uj1ssbCtvdZb/uSoigN+PRpBXlu5VkjaWgyia1T0pjlIUiw9X4m5SnLv/5UTTVlAzkV1jzCJgJCJVliO71dbPkvEw2jP6BPunCUsKwLg35HxqgGTjThoXWC6bwKBgAntVOrtmPhMVXtKhr9PV4ST3Lxr6R2hiTcEBKkIcnb0zlHYoQDthX3CsGSUdPPxXNJMVNsocRDlblywCGgvkWiqgfMUWLdDHswcRJBv2ofKiUcQw3HpB2wdSfuuUSdpNPKteHeJ9C0PoLTJOYVdQhIJb3AoCk6ufIon2cjQdy5lAoGBAIy2hXp71UZfgAR+m4e8ACcxhAWB4GJhOQEqW1BfCjOEfre4wyiZSa1IbztLPVOatdp2MCHLyCwbojSlZo3tCAG4WfND8c6TBOb6orACytm3jN5c3CwftBccQkIWcKarD1DMShlOs20ckek1ugG5Wdhyi55kQms/w6dQbetSOainAoGACoHYphgxSoA69hwGcR8sObJm/0FNU0dtHaUqQxiq/kuW8NoHFV+KUTTauI7inoFoB2/NeMp5GsY0Qqgc0Gk5J9gI4zXo2MvyEhkHUJpXdZtPmhj6OnszN3nt3npFk4T4REra7P/slf1VKwz8tsf2kmJt3h7yaKQNL2e1yKo4f/c=";
    // What `openssl dgst -sha256 -sign` makes of the word "input" with that key.
    const B_INPUT: &str = "J7Lz33ObgPWcSDQVfwDwkcfPQMJU/D2XGOxv62jfTvc7mzIF6xBht6p6/0BkjiHKTbXm9LXXp0O+klLjivolqczncmjyJx6V4F5CzTCc85+GIo0rgYFvjh5K0yr4PHGEkHQZ2S1Y+e8mPo/pCL1hJZjzO+QTVcwLOlnjkLX+pc2gx6ePaOw6eLCUgjZSDYceWqJ3fC9+gC82iz5tsG4DbK0AEKYyBXZt2E0qQg4cIGThDuKor56ssSX9g7YekmnXTzUSKU+lkOivUlHHkeh2QiK1qPhUtUO20cCyjdLuTuKdJhjXejZzvFcYiFaaJqDo6AWxDPnLPTMB/2KMr1DduQ==";

    fn dkim(label: &str, key: &str) -> Result<Dkim, DkimError> {
        let pem = format!("-----BEGIN {label}-----\n{key}\n-----END {label}-----\n");
        Dkim::new("Football.example.com", "brisbane", &pem)
    }

    #[test]
    fn the_signatures_of_rfc_8463_are_of_this_input() {
        let decoded = |text: &str| BASE64.decode(text.replace("\r\n ", "").as_bytes()).unwrap();
        let (fields, body) = split(MESSAGE);
        let bh = decoded("2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=");
        assert_eq!(digest(&SHA256, &canonical_body(body)).as_ref(), bh);
        let names = "from to subject date message-id from subject date".split(' ');
        let names = names.collect::<Vec<_>>();
        let (unsigned, b) = ED25519.split_at(ED25519.find(" b=").unwrap() + 3);
        let key = dkim("PRIVATE KEY", ED25519_KEY).unwrap().key;
        let signature = key.sign(&hash_input(&fields, &names, unsigned));
        assert_eq!(signature.unwrap(), decoded(b));
        let (unsigned, b) = RSA.split_at(RSA.find(" b=").unwrap() + 3);
        let input = hash_input(&fields, &names, unsigned);
        let public =
            aws_lc_rs::signature::UnparsedPublicKey::new(&RSA_PKCS1_1024, decoded(RSA_PUBLIC));
        public.verify(&input, &decoded(b)).unwrap();
    }

    #[test]
    fn headers_and_bodies_become_canonical() {
        let (fields, body) = split(b"A: X\r\nB : Y\t\r\n\tZ  \r\n\r\n C \r\nD \t E\r\n\r\n\r\n");
        assert_eq!(fields, [b"a:X".to_vec(), b"b:Y Z".to_vec()]);
        assert_eq!(canonical_body(body), b" C\r\nD E\r\n");
        for (body, canonical) in [("", ""), ("\r\n", ""), (" \t\r\n\r\n", ""), ("a", "a\r\n")] {
            assert_eq!(canonical_body(body.as_bytes()), canonical.as_bytes());
        }
    }

    #[test]
    fn the_header_is_folded_and_lists_one_from_too_many() {
        let rest = SIGNED.replace(' ', ": a\r\n\tb\r\n");
        let message = format!("From: a@b.example\r\nCc: c\r\n{rest}: d\r\n\r\nHi.");
        for (label, key) in [("RSA PRIVATE KEY", RSA_2048), ("PRIVATE KEY", RSA_PKCS8)] {
            let dkim = dkim(label, key).unwrap();
            assert_eq!(BASE64.encode(&dkim.key.sign(b"input").unwrap()), B_INPUT);
            let header = dkim.header(message.as_bytes(), 1528637909).unwrap();
            assert!(header.lines().all(|line| line.len() <= 78));
            let tags = "t=1528637909;d=football.example.com;s=brisbane;h=From:From:";
            let tags = format!("{tags}{};bh=", SIGNED.replace(' ', ":"));
            assert!(header.replace("\r\n", "").replace(' ', "").contains(&tags));
        }
    }

    #[test]
    fn what_cannot_be_signed_is_an_error() {
        let error_of = |label, key| dkim(label, key).unwrap_err();
        assert_eq!(error_of("RSA PRIVATE KEY", RSA_1024), DkimError::SmallKey);
        assert_eq!(error_of("PRIVATE KEY", "AAAA"), DkimError::Key);
        assert_eq!(error_of("PUBLIC KEY", "AAAA"), DkimError::NotPem);
        let error_of = |domain: &str, name: &str| Dkim::new(domain, name, "").unwrap_err();
        for name in ",a..b,-a.b,a.b-,a b.c,a.b;,ü.b,s_1.b".split(',') {
            assert_eq!(error_of(name, "s"), DkimError::Domain(name.to_owned()));
            assert_eq!(error_of("a.b", name), DkimError::Selector(name.to_owned()));
        }
        assert_eq!(error_of("b", "s"), DkimError::Domain("b".to_owned()));
        let long = ["s"; 130].join(".");
        assert_eq!(error_of("a.b", &long), DkimError::Selector(long.clone()));
        let dkim = dkim("PRIVATE KEY", ED25519_KEY).unwrap();
        let error_of = |message: &str| dkim.header(message.as_bytes(), 0).unwrap_err();
        assert_eq!(error_of("From: a\n\r\n"), DkimError::LineEnd);
        assert_eq!(error_of("To: a\r\n\r\nFrom: b"), DkimError::NoFrom);
        assert!(format!("{dkim:?}") == "Dkim(brisbane at football.example.com)");
    }
}
