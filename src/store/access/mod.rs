//! Accounts and their roles, second factors, secrets that let somebody in, and sessions. Only hashes of secrets are
//! stored.

mod account;
mod company;
mod factor;
mod request;
mod session;

pub use account::{
    Account, Holder, account, account_by_email, account_holders, add_account, coming_in, grant,
    hold, holders, partners, parts, remove_account, roles, set_password, with_role,
};
pub use company::{Identity, by_subject, identities, tie, tied, untie};
pub use factor::{
    Factor, drop_factor, factor, has_factor, recover, recovery_left, set_factor, set_recovery,
    take_step, wrong_step,
};
pub use request::{
    SignIn, ask, ask_in, asked_in, attempt, by_browser, by_token, consume, hold_address, is_leader,
    leader_by_email, mailed, of_address, request, spoil, sweep_requests,
};
pub use session::{
    Session, Visit, all_sessions, begin, begun, end, end_all, end_everybodys, end_one, end_others,
    named, renew, session, sessions, sweep_sessions, touch,
};

use super::word::stored_word;

stored_word! {
    /// What an account may do.
    Role {
        /// Settings and accounts.
        Administrator = "administrator",
        /// Roster, waves, the organisation's results and exports.
        Lead = "lead",
        /// Participation and results of parts of the tree.
        Partner = "partner",
        /// Promise, record, log and documents; changes nothing.
        Auditor = "auditor",
    }
}

impl Role {
    /// All of them.
    pub const ALL: [Self; 4] = [
        Self::Administrator,
        Self::Lead,
        Self::Partner,
        Self::Auditor,
    ];
}

stored_word! {
    /// What a secret is for.
    Purpose {
        /// A leader signs in by mail.
        Link = "link",
        /// The operator lets somebody in.
        Operator = "operator",
        /// The password was right; the second factor is missing.
        Factor = "factor",
        /// Somebody new sets their first password.
        Welcome = "welcome",
        /// Somebody sets another password.
        Reset = "reset",
        /// Somebody was sent to the company's sign-in.
        Company = "company",
    }
}

stored_word! {
    /// How somebody came in, and so what they may.
    Way {
        /// By a link or a code from a mail: as a leader, whatever else they may be.
        Link = "link",
        /// By a password, and the second factor if they have one.
        Password = "password",
        /// By the operator, or by the code of the first visit.
        Operator = "operator",
        /// By the company's sign-in.
        Company = "company",
    }
}
