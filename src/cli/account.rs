use super::print;
use crate::access::{self, AccountForm};
use crate::app::App;
use crate::error::Outcome;
use crate::store::access::Role;
use crate::store::act::OPERATOR;
use clap::{Args, Subcommand, ValueEnum};

/// What the operator does with accounts.
#[derive(Subcommand)]
pub(super) enum AccountCommand {
    /// Make an account, and print the link by which its owner chooses a password
    Add {
        /// Address to sign in with
        email: String,
        /// Name, for somebody who is not on the roster
        #[arg(long, default_value = "")]
        name: String,
        #[command(flatten)]
        may: May,
    },
    /// Print all accounts: address, roles, parts, and how they sign in
    List,
    /// Remove an account
    Remove {
        /// Address to sign in with
        email: String,
    },
    /// Let the company's sign-in forget somebody whom it calls otherwise now, such as after their entry in the directory
    /// was made anew
    Untie {
        /// Address of the account, or on the roster
        email: String,
    },
    /// Give an account other roles, in the place of those it has
    Role {
        /// Address to sign in with
        email: String,
        #[command(flatten)]
        may: May,
    },
}

/// What an account may.
#[derive(Args)]
pub(super) struct May {
    /// Role; may be given several times
    #[arg(long = "role", required = true)]
    roles: Vec<RoleName>,
    /// Path of a team that an HR partner looks after, such as Nordwind/Sales; may be given several times
    #[arg(long = "part", value_name = "PATH")]
    parts: Vec<String>,
}

#[derive(Clone, Copy, ValueEnum)]
enum RoleName {
    Administrator,
    Lead,
    Partner,
    Auditor,
}

impl May {
    fn form(self) -> AccountForm {
        let word = |role| match role {
            RoleName::Administrator => Role::Administrator,
            RoleName::Lead => Role::Lead,
            RoleName::Partner => Role::Partner,
            RoleName::Auditor => Role::Auditor,
        };
        let roles = self.roles.into_iter().map(word);
        AccountForm {
            roles: roles.map(|role| role.as_str().to_owned()).collect(),
            parts: self.parts,
            ..AccountForm::default()
        }
    }
}

pub(super) fn run(app: &App, command: AccountCommand) -> Outcome<()> {
    match command {
        AccountCommand::Add { email, name, may } => {
            let form = AccountForm {
                email,
                name,
                ..may.form()
            };
            let link = access::invite(app, OPERATOR, &form)?;
            print(&format!("{link}\n"))
        }
        AccountCommand::List => print(&list(app)?),
        AccountCommand::Remove { email } => {
            access::end_account(app, OPERATOR, &access::holder(app, &email)?)
        }
        AccountCommand::Untie { email } => {
            access::untie(app, OPERATOR, &access::anybody(app, &email)?)
        }
        AccountCommand::Role { email, may } => {
            let person = access::holder(app, &email)?;
            access::reform(app, OPERATOR, &person, &may.form())
        }
    }
}

fn list(app: &App) -> Outcome<String> {
    let line = |one: access::AccountView| {
        let roles: Vec<&str> = one.roles.iter().map(|role| role.as_str()).collect();
        let parts = one.parts.iter().map(|(_, path)| path.replace(" / ", "/"));
        let ways = [
            (one.company, "company"),
            (one.password && !one.factor, "password"),
            (one.password && one.factor, "password and second factor"),
        ];
        let ways = ways.into_iter().filter(|(has, _)| *has);
        let ways: Vec<&str> = ways.map(|(_, way)| way).collect();
        let state = match one.active {
            true => ways.join(", "),
            false => "invited".to_owned(),
        };
        format!(
            "{}\t{}\t{}\t{state}\n",
            one.email,
            roles.join(","),
            parts.collect::<Vec<_>>().join(",")
        )
    };
    Ok(access::accounts(app)?.into_iter().map(line).collect())
}
