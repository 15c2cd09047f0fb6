use super::by;
use crate::access::{self, AccountForm};
use crate::app::App;
use crate::error::Outcome;

/// The HR partner of one department.
pub const PARTNER: &str = "jonas.weber@nordwind.example";

/// The auditor, of the works council.
pub const AUDITOR: &str = "ines.albrecht@nordwind.example";

/// Invites those who work with Gutcheck besides the survey lead.
pub fn invite(app: &App) -> Outcome<()> {
    let by = by(app)?;
    for (email, name, role, part) in [
        (PARTNER, "Jonas Weber", "partner", Some("Nordwind/Product")),
        (AUDITOR, "Ines Albrecht", "auditor", None),
    ] {
        let form = AccountForm {
            email: email.to_owned(),
            name: name.to_owned(),
            locale: "en".to_owned(),
            roles: vec![role.to_owned()],
            parts: part.into_iter().map(str::to_owned).collect(),
        };
        access::invite(app, &by, &form)?;
    }
    Ok(())
}
