use super::account::accounts;
use crate::app::App;
use crate::error::Outcome;
use crate::store::access::Role;

/// Who has a role.
pub struct RoleHolders {
    /// The role.
    pub role: Role,
    /// Their names; those of HR partners with the parts they look after.
    pub holders: Vec<(String, Vec<String>)>,
}

/// Who has which role, for everybody who is signed in.
pub fn who_may_see_what(app: &App) -> Outcome<Vec<RoleHolders>> {
    let accounts = accounts(app)?;
    let of = |role: Role| {
        let having = accounts.iter().filter(|one| one.roles.contains(&role));
        let holders = having.map(|one| {
            let parts = one.parts.iter().filter(|_| role == Role::Partner);
            (
                one.name.clone(),
                parts.map(|(_, path)| path.clone()).collect(),
            )
        });
        RoleHolders {
            role,
            holders: holders.collect(),
        }
    };
    Ok(Role::ALL.map(of).into())
}
