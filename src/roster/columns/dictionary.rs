//! Names of columns in English, German, French, Spanish, Italian and Dutch, as [`super::plain`] writes them, and
//! as HR systems and directories write them.

/// Never what it looks like: another person's, or of another kind.
pub const NOT: &[&str] = &[
    "emergency", "notfall", "urgence", "emergencia", "emergenza", "nood", "spouse", "partner", "contact",
    "hr manager", "hr business partner", "hiring manager", "matrix manager", "second manager", "dotted",
    "indirect manager", "skip level", "second level manager", "manager level", "management level", "phone",
    "telefon", "telephone", "mobile", "fax", "password", "passwort", "middle name", "birth", "geburtsdatum",
    "maiden", "geburtsname", "hire date", "start date", "manager since", "last modified", "last login",
    "last sign in", "user type id", "manager count", "number of reports", "direct reports",
    "recovery phone", "mail nickname", "email aliases", "proxy addresses", "proxyaddresses", "postal", "city",
    "street", "country",
];

/// Whoever leads somebody.
pub const MANAGER: &[&str] = &[
    "manager", "line manager", "managers", "supervisor", "supervisors", "reports to", "reporting to", "report to",
    "boss", "leader", "team lead", "team leader", "superior", "direct manager",
    "vorgesetzter", "vorgesetzte", "vorgesetzten", "vorgesetzte r", "direkter vorgesetzter", "fuhrungskraft",
    "fuehrungskraft", "berichtet an", "teamleiter", "teamleitung", "leiter", "leitung",
    "responsable", "responsable hierarchique", "superieur", "superieur hierarchique", "n 1", "manageur",
    "jefe", "jefe directo", "supervisora", "reporta a", "responsable directo", "gerente",
    "responsabile", "responsabile diretto", "capo", "superiore", "riporta a",
    "leidinggevende", "rapporteert aan", "direct leidinggevende", "teamleider",
];

/// Whether somebody leads.
pub const LEADS: &[&str] = &[
    "is manager", "is leader", "is lead", "is supervisor", "is team lead", "is a manager", "people manager",
    "ist fuhrungskraft", "ist fuehrungskraft", "ist leitung", "fuhrungskraft ja nein", "est manager", "es jefe",
    "e responsabile", "is leidinggevende", "manager flag", "is people manager", "people leader",
];

pub const ROLE: &[&str] = &[
    "role", "team role", "role in team", "rolle", "teamrolle", "rolle im team", "role dans lequipe", "rol",
    "rol en el equipo", "ruolo", "ruolo nel team", "rol in team", "funktion im team",
];

pub const MAIL: &[&str] = &[
    "mail", "email", "e mail", "e mails", "emails", "mailadresse", "emailadresse", "emailadres", "mailadres", "courriel", "mel",
    "correo", "correo electronico", "posta elettronica", "indirizzo email", "adresse electronique",
    "email address", "smtp", "primary smtp address", "mail address",
];

pub const PRIVATE: &[&str] = &[
    "private", "privat", "privater", "personal", "personnel", "personnelle", "perso", "particular", "personale",
    "privata", "prive", "home", "secondary", "alternate", "alternative", "alternativ", "recovery", "other",
    "weitere", "zweite", "backup",
];

pub const WORK: &[&str] = &[
    "work", "business", "company", "corporate", "office", "geschaftlich", "geschaftliche",
    "geschaeftlich", "dienstlich", "dienstliche", "beruflich", "berufliche", "firmen", "professionnel",
    "professionnelle", "pro", "travail", "trabajo", "laboral", "corporativo", "empresarial", "profesional",
    "lavoro", "aziendale", "lavorativa", "werk", "zakelijk", "zakelijke",
];

/// What an account is called; an address in some systems.
pub const ACCOUNT: &[&str] = &[
    "user principal name", "userprincipalname", "upn", "username", "user name", "login", "benutzername", "samaccountname",
    "sam account name", "s amaccount name", "uid", "logon name", "identifiant", "usuario", "nome utente", "gebruikersnaam",
    "distinguished name", "distinguishedname", "dn", "object id", "objectid", "on premises distinguished name",
    "person id external", "user id external",
];

pub const FIRST: &[&str] = &[
    "first name", "firstname", "given name", "givenname", "forename", "legal first name", "vorname", "vornamen",
    "rufname", "prenom", "prenoms", "nombre de pila", "primer nombre", "nombres", "voornaam", "roepnaam",
    "first names", "legal name first name", "gn",
];

pub const LAST: &[&str] = &[
    "last name", "lastname", "surname", "family name", "familyname", "legal last name", "nachname", "familienname", "zuname",
    "nom de famille", "nom usuel", "nom de naissance", "apellido", "apellidos", "primer apellido", "cognome",
    "achternaam", "familienaam", "sn", "legal name last name",
];

pub const FULL: &[&str] = &[
    "full name", "fullname", "display name", "displayname", "employee name", "worker", "worker name", "employee",
    "legal name", "cn", "common name", "preferred full name", "formatted name", "person name",
    "vollstandiger name", "vollstaendiger name", "mitarbeiter", "mitarbeitername", "anzeigename", "name vorname",
    "vor und nachname", "nom complet", "nom et prenom", "nom prenom", "prenom nom", "collaborateur", "salarie",
    "nombre completo", "nombre y apellidos", "apellidos y nombre", "empleado", "colaborador", "trabajador",
    "nome completo", "nome e cognome", "cognome e nome", "dipendente", "nominativo",
    "volledige naam", "medewerker", "werknemer", "weergavenaam", "gecos",
];

/// A whole name, or the half of it that no other column has.
pub const NAME: &[&str] = &["name", "nom", "nombre", "nome", "naam"];

pub const NUMBER: &[&str] = &[
    "employee number", "employee no", "employee nr", "employee id", "employeeid", "employeenumber", "employee code", "emp id", "empid",
    "emp no", "worker id", "person id", "personnel number", "personnel no", "staff id", "staff number", "user id",
    "userid", "global id", "id number", "payroll number", "badge number", "number", "id",
    "personalnummer", "personal nr", "personalnr", "pers nr", "pernr", "mitarbeiternummer", "mitarbeiter nr",
    "mitarbeiter id", "mitarbeiterkennung", "stammnummer",
    "matricule", "numero de matricule", "numero demploye", "numero salarie", "id employe", "identifiant salarie",
    "numero de empleado", "numero empleado", "id de empleado", "id empleado", "legajo", "codigo de empleado",
    "matricola", "numero matricola", "numero dipendente", "id dipendente", "codice dipendente",
    "personeelsnummer", "medewerkersnummer", "werknemersnummer", "medewerker id", "personeelsnr",
];

pub const PATH: &[&str] = &[
    "team path", "teampfad", "org unit path", "orgunitpath", "organisation path", "organization path", "org path",
    "department path", "organizational path", "organisationspfad", "abteilungspfad", "hierarchy", "hierarchie",
    "chemin", "ruta", "percorso", "pad", "department hierarchy", "org chart path", "supervisory organization hierarchy",
];

/// Parts of an organisation, those that hold others first. Of several names of one kind a file uses one.
pub const LEVELS: &[&[&str]] = &[
    &[
        "company", "company name", "companyname", "legal entity", "sub company", "subcompany", "entity", "gesellschaft", "firma",
        "unternehmen", "teilgesellschaft", "tochterunternehmen", "entreprise", "societe", "filiale", "empresa",
        "sociedad", "azienda", "societa", "bedrijf", "vennootschap", "o", "organization", "organisation",
    ],
    &[
        "business unit", "businessunit", "sector", "segment", "geschaftseinheit", "geschaeftseinheit", "ressort",
        "unite daffaires", "unidad de negocio", "unita di business", "bedrijfsonderdeel",
    ],
    &[
        "division", "bereich", "geschaftsbereich", "geschaeftsbereich", "hauptabteilung", "direction", "pole",
        "area", "direccion", "divisione", "direzione", "divisie", "sparte",
    ],
    &[
        "department", "department name", "dept", "dept name", "abteilung", "fachbereich", "departement", "service",
        "departamento", "dipartimento", "reparto", "afdeling", "department number name", "org unit",
        "organizational unit", "ou", "orgeinheit", "organisationseinheit", "org einheit", "cost center name",
    ],
    &[
        "sub department", "subdepartment", "section", "unterabteilung", "sous service", "subdepartamento",
        "seccion", "sezione", "sottoreparto", "onderafdeling", "sachgebiet",
    ],
    &[
        "team", "team name", "teams", "group", "gruppe", "arbeitsgruppe", "equipe", "groupe", "equipo", "grupo",
        "squadra", "gruppo", "groep", "supervisory organization", "supervisory org", "squad", "teamname",
    ],
];

/// A level by its number.
pub const NUMBERED: &[&str] = &["level", "ebene", "niveau", "nivel", "livello", "org level", "orgebene"];

pub const LOCALE: &[&str] = &[
    "language", "preferred language", "preferredlanguage", "locale", "default locale", "sprache",
    "korrespondenzsprache", "bevorzugte sprache", "muttersprache", "langue", "langue preferee", "idioma",
    "idioma preferido", "lingua", "lingua preferita", "taal", "voorkeurstaal", "correspondence language",
    "communication language", "user locale",
];

pub const TIME_ZONE: &[&str] = &[
    "time zone", "timezone", "zeitzone", "fuseau horaire", "zona horaria", "huso horario", "fuso orario",
    "tijdzone", "user time zone",
];

pub const STATUS: &[&str] = &[
    "status", "employment status", "employee status", "worker status", "active status", "account status", "active", "is active",
    "account enabled", "accountenabled", "user account control", "useraccountcontrol", "user type", "usertype",
    "aktiv", "ist aktiv", "mitarbeiterstatus", "beschaftigungsstatus", "beschaeftigungsstatus",
    "statut", "actif", "statut demploi", "estado", "activo", "situacion", "stato", "attivo", "actief",
    "enabled",
];

pub const LEAVES: &[&str] = &[
    "termination date", "leave date", "leaving date", "exit date", "last day", "last working day", "last day of work",
    "employment end date", "date of leaving", "separation date", "austritt", "austrittsdatum", "austritt am",
    "kundigung zum", "letzter arbeitstag", "letzter tag", "date de sortie", "date de depart", "dernier jour",
    "fecha de baja", "fecha de salida", "fecha de terminacion", "data cessazione", "data di cessazione",
    "data fine rapporto", "datum uit dienst", "uitdiensttreding", "laatste werkdag", "termination",
    "beschaftigungsende", "end of employment",
];

/// Numbers and codes of something, not its name.
pub const CODE: &[&str] = &["id", "code", "number", "no", "nr", "nummer", "key", "codigo", "codice", "guid"];
