//! Slips to print, for people without a mailbox.

use super::refusal;
use super::times::Zone;
use super::wave::page;
use crate::app::App;
use crate::error::{Outcome, Problem};
use crate::export;
use crate::export::pdf::{self, PaperSlip, SlipPile, SlipSheets};
use crate::ids::WaveId;
use crate::store::people;
use crate::text::{Lang, Sentence};
use crate::wave::{self, Paper, Pile, Print};
use crate::web::body::Posted;
use crate::web::download::{PDF, attachment};
use crate::web::id::Id;
use crate::web::letterhead;
use crate::web::reply::{Failure, on};
use crate::web::visit::Hr;
use actix_web::http::header::{CACHE_CONTROL, HeaderValue};
use actix_web::{HttpResponse, web};
use serde::{Deserialize, Serialize};

/// What HR's console says of the slips of a wave.
#[derive(Serialize)]
pub struct SlipsCard {
    piles: Vec<(String, i64)>,
    /// The day on which they were first made as a file.
    made: Option<String>,
    printable: bool,
    /// The languages they can be printed in, the organisation's first.
    langs: Vec<(&'static str, &'static str)>,
    /// Where a shared device answers.
    kiosk: String,
}

impl SlipsCard {
    /// `None` for a wave without slips.
    pub fn read(app: &App, id: &WaveId, number: Option<&str>, lang: Lang) -> Outcome<Option<Self>> {
        let known = wave::slips(app, id)?;
        if known.piles.is_empty() {
            return Ok(None);
        }
        let own = app.store.read(people::organisation)?;
        let own = own
            .and_then(|own| Lang::parse(&own.locale))
            .unwrap_or_default();
        let mut langs = Lang::ALL.to_vec();
        langs.sort_by_key(|lang| *lang != own);
        let number = number.unwrap_or_default();
        Ok(Some(Self {
            piles: known.piles,
            made: known.made.map(|day| lang.day(day)),
            printable: known.printable,
            langs: langs
                .iter()
                .map(|lang| (lang.code(), lang.name()))
                .collect(),
            kiosk: app.config.link(&format!("/kiosk#{number}")),
        }))
    }
}

/// In which language slips are printed.
#[derive(Deserialize)]
pub struct PrintForm {
    lang: String,
}

/// POST `/hr/waves/{wave}/slips`: the slips as a file, which is kept nowhere here.
pub async fn print(
    app: web::Data<App>,
    hr: Hr,
    Id(id): Id<WaveId>,
    form: Posted<PrintForm>,
) -> Result<HttpResponse, Failure> {
    let (of, by) = (id.clone(), hr.by());
    let lang = Lang::parse(&form.0.lang).unwrap_or(hr.0.lang);
    let made = on(&app, move |app| {
        let sheets = sheets(app, wave::print_slips(app, &of, &by)?, lang)?;
        let name = export::file_name(&[&sheets.title], PDF.0);
        let bytes =
            pdf::slips(&sheets, &app.fonts).map_err(|error| Problem::fault("slips", error))?;
        Ok((name, bytes))
    });
    match made.await {
        Ok((name, bytes)) => {
            let mut file = attachment(&name, PDF.1, bytes);
            let nowhere = HeaderValue::from_static("no-store");
            file.headers_mut().insert(CACHE_CONTROL, nowhere);
            Ok(file)
        }
        Err(failure) => {
            let error = refusal(failure, hr.0.lang)?;
            page(&app, &hr.0, id, None, Some(error)).await
        }
    }
}

fn sheets(app: &App, print: Print, lang: Lang) -> Outcome<SlipSheets> {
    let zone = Zone::of(app)?;
    let house = app.house()?;
    let Print {
        wave,
        number,
        piles,
    } = print;
    let how = [
        Sentence::new("slip-how").with("address", app.config.link("/a")),
        Sentence::new("slip-until").with("closes", zone.words(wave.closes, lang)),
    ];
    let promised = ["slip-sealed", "slip-drawn", "slip-promise"];
    Ok(SlipSheets {
        title: Sentence::new("slip-file")
            .with("wave", wave.title.as_str())
            .in_lang(lang),
        lang: lang.code().to_owned(),
        owner: house.name().to_owned(),
        logo: letterhead::logo(&house),
        how: how.into_iter().map(|line| line.in_lang(lang)).collect(),
        promised: promised.iter().map(|key| lang.text(key)).collect(),
        created: app.now().date(),
        piles: piles
            .into_iter()
            .map(|pile| paper_pile(pile, &wave.title, &number, lang))
            .collect(),
        wave: wave.title,
    })
}

fn paper_pile(pile: Pile, title: &str, number: &str, lang: Lang) -> SlipPile {
    let slip = |Paper { link, code }: Paper| PaperSlip {
        link,
        typed: vec![format!("{number}."), code],
    };
    let count = Sentence::new("slip-pile").with("count", pile.slips.len());
    let how = match pile.slips.len() {
        1 => "slip-pile-one",
        _ => "slip-pile-how",
    };
    SlipPile {
        group: pile.group,
        notes: vec![title.to_owned(), count.in_lang(lang), lang.text(how)],
        slips: pile.slips.into_iter().map(slip).collect(),
    }
}
