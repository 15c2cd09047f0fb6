use super::template::plain;
use crate::app::House;
use crate::ballot::promise::Asker;
use crate::text::contact_href;
use serde::Serialize;

/// The height in which a logo is shown, as it is kept in twice that size.
const HEIGHT: i32 = 60;
const WIDTH: i32 = 240;

/// Our own accent, on light and on dark ground, as in `static/app.css`.
const OURS: [&str; 2] = ["#0b6b60", "#4fd1bd"];

/// What stands at the head and the foot of a mail.
#[derive(Default, Serialize)]
pub(super) struct Head {
    logo: Option<Size>,
    /// The colour of buttons; what is written on them is white.
    accent: String,
    /// The same where the mail program is dark; what is written on them is black then.
    accent_dark: String,
    contact_name: String,
    contact: String,
    contact_href: String,
    imprint: String,
    privacy: String,
}

#[derive(Serialize)]
struct Size {
    width: i32,
    height: i32,
}

impl Head {
    /// Colours and logo are those of today; whom to ask and where to read more is what `asker` says.
    pub fn of(house: &House, asker: &Asker) -> Self {
        let face = &house.face;
        let accent = house.accent.as_ref();
        let [accent, accent_dark] = accent.map_or(OURS.map(str::to_owned), Clone::clone);
        Self {
            logo: house
                .logo
                .as_ref()
                .map(|_| shown(face.logo_width, face.logo_height)),
            accent,
            accent_dark,
            contact_name: plain(&asker.contact_name),
            contact: plain(&asker.contact),
            contact_href: contact_href(&asker.contact),
            imprint: plain(&asker.imprint),
            privacy: plain(&asker.privacy),
        }
    }
}

/// Half as large as it is kept, and never larger than there is room.
fn shown(width: i32, height: i32) -> Size {
    let fits = width <= 2 * WIDTH && height <= 2 * HEIGHT;
    match fits {
        true => Size {
            width: (width / 2).max(1),
            height: (height / 2).max(1),
        },
        false => Size {
            width: WIDTH,
            height: HEIGHT,
        },
    }
}
