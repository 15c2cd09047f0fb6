use super::*;
use crate::survey::Role;

fn recognised(header: &str, rows: &[&str]) -> Vec<(String, Meaning)> {
    let cells = |line: &str| line.split(';').map(str::to_owned).collect::<Vec<String>>();
    let rows: Vec<_> = rows.iter().map(|row| cells(row)).collect();
    recognise(&cells(header), &rows).columns
}

/// The columns that are needed, by name.
fn needed(header: &str, rows: &[&str]) -> Vec<(String, &'static str)> {
    let columns = recognised(header, rows).into_iter();
    let needed = columns.filter(|(_, meaning)| *meaning != Meaning::Ignored);
    needed
        .map(|(name, meaning)| (name, meaning.key()))
        .collect()
}

#[test]
fn names_are_recognised_in_six_languages_however_they_are_written() {
    for (names, meaning) in [
        (
            "First Name;Vorname;Prénom;PRENOM;Voornaam;givenName;FIRSTNAME;first_name;First Name [Required];Legal Name - First Name",
            Meaning::FirstName,
        ),
        (
            "Last Name;Nachname;Nom de famille;Apellidos;Cognome;Achternaam;sn;surname;LASTNAME",
            Meaning::LastName,
        ),
        (
            "Full Name;displayName;Nombre completo;Nome e cognome;Volledige naam;cn;Mitarbeiter;Nom et prénom",
            Meaning::Name,
        ),
        (
            "E-Mail;Work Email;E-Mail (geschäftlich);Courriel professionnel;Correo electrónico;Posta elettronica;E-mailadres;mail;Email Address [Required];Email - Primary Work;EMAIL",
            Meaning::Email,
        ),
        (
            "Employee #;Employee ID;Personalnummer;Matricule;Número de empleado;Matricola;Personeelsnummer;employeeNumber;USERID;Pers.-Nr.",
            Meaning::Number,
        ),
        (
            "Department;Abteilung;Service;Departamento;Dipartimento;Afdeling;Division;Bereich;Team;Équipe;Org Unit;Sub-company;Supervisory Organization;Level 2;Ebene 1",
            Meaning::Level1,
        ),
        (
            "Manager;Vorgesetzte*r;Responsable hiérarchique;Jefe directo;Responsabile;Leidinggevende;Reporting to;Supervisor Email;Worker's Manager;Manager ID;MANAGER;N+1",
            Meaning::Manager,
        ),
        (
            "Language;Sprache;Langue;Idioma;Lingua;Taal;preferredLanguage;DEFAULT_LOCALE",
            Meaning::Locale,
        ),
        (
            "Time Zone;Zeitzone;Fuseau horaire;Zona horaria;Fuso orario;Tijdzone;TIMEZONE",
            Meaning::TimeZone,
        ),
        (
            "Status;accountEnabled;Statut;Estado;Stato;Employment Status;userAccountControl;Status [READ ONLY]",
            Meaning::Status,
        ),
        (
            "Termination Date;Austrittsdatum;Date de sortie;Fecha de baja;Data cessazione;Datum uit dienst",
            Meaning::Leaves,
        ),
        (
            "Org Unit Path [Required];Department Path;Teampfad",
            Meaning::Path,
        ),
        (
            "userPrincipalName;sAMAccountName;distinguishedName;Username;uid",
            Meaning::Mark,
        ),
    ] {
        for name in names.split(';') {
            assert_eq!(hint(name).map(|hint| hint.meaning), Some(meaning), "{name}");
        }
    }
    for name in [
        "Emergency Contact Email",
        "Job Title",
        "Cost Center",
        "Hire Date",
        "HR Manager",
        "Matrix Manager",
        "Password [Required]",
        "Manager's First Name",
        "Mobile Phone",
        "Preferred Name",
        "Gender",
        "Location",
        "",
        "Salary",
        "officeLocation",
        "streetAddress",
    ] {
        assert_eq!(hint(name), None, "{name}");
    }
}

#[test]
fn of_two_addresses_the_one_for_work_is_taken_and_the_manager_s_is_neither() {
    let rows = [
        "a@x.example;ada@home.example;b@x.example",
        "b@x.example;bo@home.example;",
        "c@x.example;;b@x.example",
    ];
    assert_eq!(
        needed("Work Email;Home Email;Supervisor Email", &rows),
        [
            ("Work Email".into(), "email"),
            ("Supervisor Email".into(), "manager")
        ]
    );
    assert_eq!(
        needed("Email;Private E-Mail;Mail of boss", &rows),
        [
            ("Email".into(), "email"),
            ("Mail of boss".into(), "manager")
        ]
    );
}

#[test]
fn content_tells_what_names_do_not() {
    let rows = [
        "Ada;a@x.example;b@x.example;Europe/Berlin",
        "Bo;b@x.example;;Europe/Paris",
        "Cy;c@x.example;b@x.example;Europe/Berlin",
        "Di;d@x.example;b@x.example;Europe/Berlin",
        "Ed;e@x.example;a@x.example;Europe/Berlin",
        "Fi;f@x.example;a@x.example;Europe/Berlin",
    ];
    assert_eq!(
        needed("Name;Contact point;Above;Where", &rows),
        [
            ("Name".into(), "name"),
            ("Contact point".into(), "email"),
            ("Above".into(), "manager"),
            ("Where".into(), "time-zone"),
        ]
    );
    // An address under another name is none.
    assert_eq!(
        needed("Name;E-Mail", &["Ada;Hauptstr. 1", "Bo;Ring 2"]),
        [("Name".into(), "name")]
    );
}

#[test]
fn half_a_name_is_made_whole_by_the_other_column() {
    let meanings = |header| -> Vec<Meaning> {
        recognised(header, &["A;B"])
            .into_iter()
            .map(|(_, meaning)| meaning)
            .collect()
    };
    assert_eq!(
        meanings("Name;Vorname"),
        [Meaning::LastName, Meaning::FirstName]
    );
    assert_eq!(
        meanings("Nom;Prénom"),
        [Meaning::LastName, Meaning::FirstName]
    );
    assert_eq!(
        meanings("Nombre;Apellidos"),
        [Meaning::FirstName, Meaning::LastName]
    );
    assert_eq!(
        meanings("Cognome;Nome"),
        [Meaning::LastName, Meaning::FirstName]
    );
    assert_eq!(meanings("Nom;Ville"), [Meaning::Name, Meaning::Ignored]);
}

#[test]
fn parts_of_the_organisation_are_put_in_their_order() {
    let rows = ["Platform;Product;Acme;T1", "Web;Product;Acme;T2"];
    assert_eq!(
        needed("Department;Division;Company;Team", &rows),
        [
            ("Department".into(), "level2"),
            ("Division".into(), "level1"),
            ("Team".into(), "level3"),
        ],
        "a company of everybody says nothing"
    );
    let rows = ["/Product/Platform;Platform", "/Product/Web;Web"];
    assert_eq!(
        needed("Org Unit Path;Department", &rows),
        [("Org Unit Path".into(), "path")]
    );
    let rows = ["/;Platform", "/;Web"];
    assert_eq!(
        needed("Org Unit Path;Department", &rows),
        [("Department".into(), "level1")]
    );
}

#[test]
fn roles_in_any_words_have_a_likely_meaning() {
    for (word, role) in [
        ("Leader", Role::Leader),
        ("Teamleiterin", Role::Leader),
        ("Führungskraft", Role::Leader),
        ("Responsable", Role::Leader),
        ("yes", Role::Leader),
        ("WAHR", Role::Leader),
        ("Leidinggevende", Role::Leader),
        ("member", Role::Member),
        ("Mitarbeiter", Role::Member),
        ("no", Role::Member),
        ("keine Leitung", Role::Member),
        ("Deputy lead", Role::Member),
        ("", Role::Member),
    ] {
        assert_eq!(role_of(word), role, "{word}");
    }
}

#[test]
fn no_meaning_that_only_one_column_can_have_is_given_twice() {
    use rand::{RngExt, SeedableRng};
    let rng = &mut rand_chacha::ChaCha20Rng::seed_from_u64(1);
    let names = [
        "Name",
        "First Name",
        "Vorname",
        "Nom",
        "Last Name",
        "E-Mail",
        "Work Email",
        "Home Email",
        "userPrincipalName",
        "mail",
        "Employee ID",
        "Personalnummer",
        "ID",
        "Department",
        "Abteilung",
        "Division",
        "Team",
        "Org Unit Path",
        "Manager",
        "Manager Email",
        "Role",
        "Is Manager",
        "Sprache",
        "Language",
        "Time Zone",
        "Zeitzone",
        "Status",
        "Termination Date",
        "Austritt",
        "Job Title",
        "",
        "?",
        "Level 1",
        "Level 2",
        "dn",
        "cn",
        "sn",
        "ou",
    ];
    let cells = [
        "Ada",
        "a@x.example",
        "b@x.example",
        "7",
        "/A/B",
        "A > B",
        "uid=a,ou=B,dc=c",
        "Europe/Berlin",
        "de",
        "yes",
        "",
        "leader",
        "2026-01-01",
    ];
    for _ in 0..4000 {
        let width = rng.random_range(1..12);
        let header: Vec<String> = (0..width)
            .map(|_| names[rng.random_range(0..names.len())].to_owned())
            .collect();
        let rows: Vec<Vec<String>> = (0..rng.random_range(0..6))
            .map(|_| {
                (0..rng.random_range(0..=width))
                    .map(|_| cells[rng.random_range(0..cells.len())].to_owned())
                    .collect()
            })
            .collect();
        let layout = recognise(&header, &rows);
        let twice = layout
            .faults()
            .into_iter()
            .find(|fault| matches!(fault, LayoutFault::Twice(_)));
        assert_eq!(twice, None, "{header:?} {rows:?}");
        let fitted = layout.fitted(&header).unwrap();
        assert_eq!(fitted, layout, "and it fits the file it is of");
    }
}
