use crate::app::House;
use crate::export::pdf::Logo;

/// The logo that stands on what is printed.
pub fn logo(house: &House) -> Option<Logo> {
    let png = house.face.logo.clone()?;
    let alt = house.name().to_owned();
    (!alt.is_empty()).then_some(Logo { png, alt })
}
