//! How a message leaves: by SMTP, into a folder, or into memory for a demo or a test.

mod dkim;
mod folder;
mod mailer;
mod message;
mod mime;
mod return_path;
mod send_error;
mod server;
mod smtp;
mod stream;

pub use mailer::{Connection, Delivered, Mailer};
pub use message::{Letterhead, Message};
pub use send_error::SendError;
