//! What may be an organisation's own face, and what is made of it: colours that can be read, pictures of our own
//! making, lines that are one line. Pure: it knows no database and no page.

mod colour;
mod line;
mod picture;

pub use colour::{Accent, Colour, read as accent};
pub use line::{address, contact, link, paragraph, title};
pub use picture::{LARGEST, Logo};
