//! What an address names. It is read here and not by the framework, whose readers write the path of what they
//! cannot read to a talkative log, and a path can hold a secret.

use super::reply::Failure;
use crate::error::Problem;
use crate::ids::{CommitmentId, ImportId, PersonId, SessionId, ShareId, TeamId, WaveId};
use crate::mail::SAMPLES;
use crate::store::outbox::Kind;
use crate::survey::Role;
use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest};
use std::future::{Ready, ready};

/// A part of an address that names something.
pub trait Segment: Sized + 'static {
    /// What the route table calls it.
    const NAME: &'static str;

    /// Reads it; `None` if it cannot name anything.
    fn read(text: &str) -> Option<Self>;
}

/// What the address of a request names. An address that can name nothing is not found.
pub struct Id<T>(pub T);

impl<T: Segment> FromRequest for Id<T> {
    type Error = Failure;
    type Future = Ready<Result<Self, Failure>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let text = request.match_info().get(T::NAME).unwrap_or_default();
        ready(T::read(text).map(Self).ok_or(Failure(Problem::NotFound)))
    }
}

macro_rules! segments {
    ($($name:literal: $kind:ty = $read:expr;)+) => {$(
        impl Segment for $kind {
            const NAME: &'static str = $name;

            fn read(text: &str) -> Option<Self> {
                $read(text)
            }
        }
    )+};
}

segments! {
    "wave": WaveId = WaveId::parse;
    "import": ImportId = ImportId::parse;
    "person": PersonId = PersonId::parse;
    "team": TeamId = TeamId::parse;
    "commitment": CommitmentId = CommitmentId::parse;
    "share": ShareId = ShareId::parse;
    "role": Role = |text: &str| Role::ALL.into_iter().find(|role| role.as_str() == text);
    "mail": MailKind = |text: &str| Kind::parse(text).filter(|kind| SAMPLES.contains(kind)).map(MailKind);
    "node": Node = |text: &str| text.parse().ok().map(Node);
    "number": MailNumber = |text: &str| text.parse().ok().map(MailNumber);
    "session": SessionId = SessionId::parse;
    "token": Token = |text: &str| Some(Token(text.to_owned()));
    "root": Root = |text: &str| Some(Root(text.to_owned()));
    "file": FileName = |text: &str| Some(FileName(text.to_owned()));
}

/// The number of a node in the tree of a wave.
#[derive(Clone, Copy)]
pub struct Node(pub i32);

/// A kind of mail that can be looked at before it is sent.
pub struct MailKind(pub Kind);

/// The number of a mail in the demo's mailbox.
pub struct MailNumber(pub usize);

/// The secret of a link.
pub struct Token(pub String);

/// The letters of a promise.
pub struct Root(pub String);

/// The name of a file.
pub struct FileName(pub String);
