//! A launch that takes two survey leads.

use super::times::Zone;
use super::wave::{act, console};
use crate::app::App;
use crate::error::Outcome;
use crate::ids::WaveId;
use crate::store::face;
use crate::store::wave::{State, Wave};
use crate::text::Lang;
use crate::wave;
use crate::web::asker::AskerView;
use crate::web::body::Posted;
use crate::web::id::Id;
use crate::web::reply::Failure;
use crate::web::visit::Hr;
use actix_web::{HttpResponse, web};
use serde::{Deserialize, Serialize};

/// What a draft's console says of the second pair of eyes.
#[derive(Serialize)]
pub struct EyesCard {
    /// `none`, `void`, `returned`, `mine` or `theirs`.
    state: &'static str,
    asker: String,
    asked: String,
    /// Hash of everything that is launched, and its beginning as people compare it.
    seen: String,
    short: String,
    by: String,
    word: String,
    /// Who reads the results by a role.
    readers: Vec<(String, &'static str)>,
    /// Who asks, and with what words, as it is going to be promised.
    who: Option<AskerView>,
}

impl EyesCard {
    /// Nothing for what is no draft, and where one survey lead is enough.
    pub fn read(app: &App, wave: &Wave, me: &str, zone: Zone, lang: Lang) -> Outcome<Option<Self>> {
        if !app.config.two_pairs_of_eyes || wave.state != State::Draft {
            return Ok(None);
        }
        let known = wave::launch_request(app, &wave.id, me)?;
        let Some(known) = known else {
            return Ok(Some(Self::empty()));
        };
        let state = match &known.returned {
            Some(_) => "returned",
            None if !known.stands => "void",
            None if known.mine => "mine",
            None => "theirs",
        };
        let who = app.store.read(|c| face::asker_of(c, &wave.id))?;
        let (by, word) = known.returned.unwrap_or_default();
        let letters: Vec<char> = known.seen.chars().take(16).collect();
        let groups: Vec<String> = letters.chunks(4).map(String::from_iter).collect();
        Ok(Some(Self {
            state,
            asker: known.asker,
            asked: zone.words(known.asked, lang),
            short: groups.join("-"),
            seen: known.seen,
            by,
            word,
            readers: wave::role_readers(app, wave)?,
            who: AskerView::new(who, lang),
        }))
    }

    fn empty() -> Self {
        Self {
            state: "none",
            asker: String::new(),
            asked: String::new(),
            seen: String::new(),
            short: String::new(),
            by: String::new(),
            word: String::new(),
            readers: Vec::new(),
            who: None,
        }
    }
}

/// The form that confirms a launch.
#[derive(Deserialize)]
pub struct ConfirmForm {
    seen: String,
}

/// The form that sends a launch back.
#[derive(Deserialize)]
pub struct WordForm {
    word: String,
}

/// POST `/hr/waves/{wave}/confirm`: launches what somebody else asked for.
pub async fn confirm(
    app: web::Data<App>,
    hr: Hr,
    Id(id): Id<WaveId>,
    form: Posted<ConfirmForm>,
) -> Result<HttpResponse, Failure> {
    act(app, hr, id, move |app, id, by| {
        wave::confirm_launch(app, id, by, &form.0.seen).map(|()| console(id))
    })
    .await
}

/// POST `/hr/waves/{wave}/send-back`: sends a launch back with a word.
pub async fn send_back(
    app: web::Data<App>,
    hr: Hr,
    Id(id): Id<WaveId>,
    form: Posted<WordForm>,
) -> Result<HttpResponse, Failure> {
    act(app, hr, id, move |app, id, by| {
        wave::send_back(app, id, by, &form.0.word).map(|()| console(id))
    })
    .await
}
