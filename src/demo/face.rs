//! What Nordwind looks like.

use crate::app::App;
use crate::error::Outcome;
use crate::settings::{self, FaceForm};

/// Drawn for the demo.
const LOGO: &[u8] = include_bytes!("nordwind.png");

/// Sets it as an administrator would.
pub fn put_on(app: &App, by: &str) -> Outcome<()> {
    let words = [
        (
            "en",
            "We ask four times a year how leaders and teams work together. Two weeks after the close every team talks \
             about its result and agrees on one thing to change. Nobody has to answer.",
        ),
        (
            "de",
            "Viermal im Jahr fragen wir, wie Führungskräfte und Teams zusammenarbeiten. Zwei Wochen nach dem Ende spricht \
             jedes Team über sein Ergebnis und nimmt sich eine Sache vor. Niemand muss antworten.",
        ),
    ];
    let form = FaceForm {
        name: "Nordwind".into(),
        accent: "#16558a".into(),
        contact_name: "Nordwind People".into(),
        contact: "people@nordwind.example".into(),
        sender: "Nordwind People".into(),
        reply_to: "people@nordwind.example".into(),
        imprint: "https://nordwind.example/imprint".into(),
        privacy: "https://nordwind.example/privacy".into(),
        words: words.map(|(lang, said)| (lang, said.to_owned())).into(),
        ..FaceForm::default()
    };
    settings::change(app, by, &form)?;
    settings::set_logo(app, by, LOGO)
}
