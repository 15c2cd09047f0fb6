use std::fmt;
use std::str::FromStr;

/// Roles that a group can give, as they are written in a setting and in the database.
const ROLES: [&str; 4] = ["administrator", "lead", "partner", "auditor"];

/// Which groups of the company's directory give which roles.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GroupRoles(Vec<GroupRole>);

/// One role that a group gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupRole {
    /// The group, as the company's sign-in names it.
    pub group: String,
    /// The word of the role.
    pub role: String,
    /// Path of the team that HR partners of this group look after.
    pub part: Option<String>,
}

impl GroupRoles {
    /// Reads groups, each with a role.
    pub(super) fn of(lines: impl IntoIterator<Item = (String, String)>) -> Result<Self, String> {
        let lines = lines.into_iter();
        let read = lines.map(|(group, role)| GroupRole::read(&group, &role));
        read.collect::<Result<_, _>>().map(Self)
    }

    /// Whether no group gives anything.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What these groups give.
    pub fn given_to<'a>(&'a self, groups: &'a [String]) -> impl Iterator<Item = &'a GroupRole> {
        let mine = |one: &&GroupRole| groups.contains(&one.group);
        self.0.iter().filter(mine)
    }

    /// Whether it is for groups to say who has a role.
    pub fn decide(&self, role: &str) -> bool {
        self.0.iter().any(|one| one.role == role)
    }
}

impl GroupRole {
    fn read(group: &str, role: &str) -> Result<Self, String> {
        let (group, role) = (group.trim(), role.trim());
        let (word, part) = match role.split_once(':') {
            Some((word, part)) => (
                word.trim(),
                Some(part.trim()).filter(|part| !part.is_empty()),
            ),
            None => (role, None),
        };
        if group.is_empty() {
            return Err(format!("“{role}” stands behind no group"));
        }
        if !ROLES.contains(&word) {
            return Err(format!(
                "“{word}” is no role: write administrator, lead, auditor, or partner: and the path of a team"
            ));
        }
        match (word, part) {
            ("partner", None) => Err(format!(
                "an HR partner looks after a part: write “{group} = partner:” and the path of a team, such as Harbour/Dock"
            )),
            ("partner", _) | (_, None) => Ok(Self {
                group: group.to_owned(),
                role: word.to_owned(),
                part: part.map(str::to_owned),
            }),
            _ => Err(format!("“{role}”: only partner is followed by a part")),
        }
    }
}

impl FromStr for GroupRoles {
    type Err = String;

    /// Reads `group = role` with semicolons in between. Names of groups may have commas and equals signs, as those of
    /// Active Directory do.
    fn from_str(text: &str) -> Result<Self, String> {
        let some = text.split(';').filter(|one| !one.trim().is_empty());
        let line = |one: &str| {
            let line = one.rsplit_once('=');
            let line = line.map(|(group, role)| (group.to_owned(), role.to_owned()));
            line.ok_or_else(|| {
                format!(
                    "“{}” is no group with a role: write “group = role”",
                    one.trim()
                )
            })
        };
        Self::of(some.map(line).collect::<Result<Vec<_>, _>>()?)
    }
}

impl fmt::Display for GroupRoles {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let lines = self.0.iter().map(|one| match &one.part {
            None => format!("{} = {}", one.group, one.role),
            Some(part) => format!("{} = {}:{part}", one.group, one.role),
        });
        f.write_str(&lines.collect::<Vec<_>>().join("; "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_are_read_as_directories_name_them() {
        let text = "CN=Survey team,OU=HR,DC=harbour = lead; 4c7b-11 = auditor ;HR Dock=partner:Harbour/Dock;";
        let read: GroupRoles = text.parse().unwrap();
        let groups = [
            "CN=Survey team,OU=HR,DC=harbour".to_owned(),
            "HR Dock".to_owned(),
        ];
        let given: Vec<_> = read.given_to(&groups).collect();
        assert_eq!((&*given[0].role, given[0].part.as_deref()), ("lead", None));
        assert_eq!(
            (&*given[1].role, given[1].part.as_deref()),
            ("partner", Some("Harbour/Dock"))
        );
        assert!(read.decide("auditor") && !read.decide("administrator"));
        assert_eq!(read.to_string().parse::<GroupRoles>().unwrap(), read);
    }

    #[test]
    fn what_gives_no_role_is_refused_with_what_to_write() {
        for (text, says) in [
            ("Survey team", "“Survey team” is no group with a role"),
            ("Survey team = boss", "“boss” is no role"),
            ("= lead", "“lead” stands behind no group"),
            ("HR = partner", "such as Harbour/Dock"),
            ("HR = lead:Harbour", "only partner"),
        ] {
            let refused = text.parse::<GroupRoles>().unwrap_err();
            assert!(refused.contains(says), "{refused}");
        }
    }
}
