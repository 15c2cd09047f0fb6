use super::*;

fn load(variables: &[(&str, &str)], flags: &Flags) -> Outcome<Config> {
    let variable = |name: &str| {
        let found = variables.iter().find(|(known, _)| *known == name);
        found.map(|(_, value)| (*value).to_owned())
    };
    Config::load(None, variable, flags)
}

#[test]
fn a_flag_wins_over_the_environment_and_the_environment_over_the_default() {
    let config = load(
        &[("GUTCHECK_LISTEN", "0.0.0.0:1"), ("GUTCHECK_WORKERS", "3")],
        &vec![("listen", "0.0.0.0:2".to_owned())],
    )
    .unwrap();
    assert_eq!(
        (config.listen.as_str(), config.workers, config.connections),
        ("0.0.0.0:2", 3, 8)
    );
}

#[test]
fn a_server_on_this_machine_only_is_reached_where_it_listens_unless_somebody_says_otherwise() {
    for (listen, url, reached) in [
        ("127.0.0.1:7902", "", "http://127.0.0.1:7902"),
        ("[::1]:7902", "", "http://[::1]:7902"),
        ("0.0.0.0:7902", "", "http://127.0.0.1:8080"),
        ("127.0.0.1:7902", "https://a.example", "https://a.example"),
    ] {
        let mut flags = vec![("listen", listen.to_owned())];
        let said = Some(("public_url", url.to_owned()));
        flags.extend(said.filter(|(_, url)| !url.is_empty()));
        assert_eq!(load(&[], &flags).unwrap().public_url, reached, "{listen}");
    }
}

#[test]
fn plain_http_is_refused_except_on_this_machine() {
    for (url, good) in [
        ("http://127.0.0.1:8080", true),
        ("https://gutcheck.example.org", true),
        ("http://gutcheck.example.org", false),
        ("http://localhost.example.org", false),
    ] {
        let config = load(&[("GUTCHECK_PUBLIC_URL", url)], &Flags::new()).unwrap();
        assert_eq!(config.check().is_ok(), good, "{url}");
    }
}

#[test]
fn a_database_on_another_machine_is_asked_in_the_open_only_where_that_was_said() {
    for (url, good) in [
        ("postgres://me:secret@localhost/gut", true),
        ("postgres://me@127.0.0.1:5433/gut", true),
        ("postgresql://me@[::1]/gut", true),
        ("postgres://me@%2Fvar%2Frun%2Fpostgresql/gut", true),
        ("postgres:///gut?host=/var/run/postgresql", true),
        ("gutcheck.sqlite", true),
        ("postgres://me:secret@db.example/gut", false),
        ("postgres://me:secret@10.0.0.7/gut?sslmode=prefer", false),
        ("postgres://me:secret@10.0.0.7/gut?sslmode=disable", true),
    ] {
        let config = load(&[("GUTCHECK_DATABASE", url)], &Flags::new()).unwrap();
        let checked = config.check();
        assert_eq!(checked.is_ok(), good, "{url}");
        if let Err(problem) = checked {
            assert!(!problem.to_string().contains("secret"), "{problem}");
        }
    }
}

#[test]
fn what_is_no_address_of_a_server_is_refused_as_the_public_one() {
    for url in [
        "https://",
        "https:///",
        "https://?",
        "gutcheck.example.org",
        "ftp://gutcheck.example.org",
        "https://gutcheck.example.org/surveys",
        "https://me:secret@gutcheck.example.org",
        "https://gutcheck.example.org/?a=b",
        "",
    ] {
        let config = load(&[("GUTCHECK_PUBLIC_URL", url)], &Flags::new()).unwrap();
        let problem = config.check().unwrap_err().to_string();
        assert!(problem.starts_with("public_url is "), "{problem}");
    }
}

#[test]
fn nothing_of_which_there_must_be_something_is_refused_in_words() {
    for name in ["connections", "workers", "mail_connections"] {
        let config = load(&[], &vec![(name, "0".to_owned())]).unwrap();
        let problem = config.check().unwrap_err().to_string();
        assert!(problem.starts_with(&format!("{name} is 0: ")), "{problem}");
    }
}

#[test]
fn a_selector_of_digits_is_text() {
    for digits in ["2024", "20240101", "007", "1e3"] {
        let config = load(&[("GUTCHECK_DKIM_SELECTOR", digits)], &Flags::new());
        assert_eq!(config.unwrap().dkim_selector, digits);
    }
    let config = in_file("selector", "dkim_selector = 2024").unwrap();
    assert_eq!(config.dkim_selector, "2024");
}

#[test]
fn what_cannot_be_read_is_named_with_where_it_was_set() {
    let problem = |name, value| {
        let config = load(&[(name, value)], &Flags::new());
        config.unwrap_err().to_string()
    };
    let workers = problem("GUTCHECK_WORKERS", "many");
    assert!(workers.starts_with("GUTCHECK_WORKERS: "), "{workers}");
    assert!(workers.contains("many"), "{workers}");
    let proxies = problem("GUTCHECK_TRUSTED_PROXIES", "10.0.0.0/8, proxy.example");
    assert!(proxies.contains("proxy.example"), "{proxies}");
    for (number, line) in ["workers = \"many\"", "workers = -1", "listen = [1]"]
        .into_iter()
        .enumerate()
    {
        let problem = in_file(&format!("named-{number}"), line).unwrap_err();
        let name = line.split(' ').next().unwrap();
        assert!(problem.to_string().contains(name), "{problem}");
    }
}

#[test]
fn a_secret_is_read_from_the_file_that_a_manager_of_secrets_made() {
    let name = format!("gutcheck-secret-{}", std::process::id());
    let path = std::env::temp_dir().join(name);
    std::fs::write(&path, "smtps://me:hunter2@mail.example.org\n").unwrap();
    let file = path.to_str().unwrap();
    let config = load(&[("GUTCHECK_SMTP_FILE", file)], &Flags::new()).unwrap();
    let read = config.smtp.expose_secret().to_owned();
    let both = [("GUTCHECK_SMTP_FILE", file), ("GUTCHECK_SMTP", "x")];
    let problem = load(&both, &Flags::new()).unwrap_err().to_string();
    std::fs::remove_file(&path).unwrap();
    assert_eq!(read, "smtps://me:hunter2@mail.example.org");
    assert!(problem.contains("keep one"), "{problem}");
    let gone = load(&[("GUTCHECK_SMTP_FILE", file)], &Flags::new());
    assert!(gone.unwrap_err().to_string().contains("GUTCHECK_SMTP_FILE"));
    assert!(check_environment([("GUTCHECK_SMTP_FILE".into(), file.into())]).is_ok());
}

#[test]
fn a_misspelt_setting_is_refused_by_name_with_the_one_that_was_meant() {
    let check = |name: &str| check_environment([(name.into(), "1".into())]);
    let problem = check("GUTCHECK_WORKER").unwrap_err().to_string();
    assert!(problem.contains("GUTCHECK_WORKER:"), "{problem}");
    assert!(problem.contains("did you mean GUTCHECK_WORKERS?"));
    for fine in ["GUTCHECK_WORKERS", "GUTCHECK_TEST_POSTGRES", "PATH", "GUT"] {
        assert!(check(fine).is_ok(), "{fine}");
    }
    let problem = in_file("misspelt", "lisen = \"x\"").unwrap_err();
    assert!(problem.to_string().contains("did you mean listen?"));
}

fn in_file(name: &str, text: &str) -> Outcome<Config> {
    let name = format!("gutcheck-config-{}-{name}.toml", std::process::id());
    let path = std::env::temp_dir().join(name);
    std::fs::write(&path, text).unwrap();
    let loaded = Config::load(Some(&path), |_| None, &Flags::new());
    std::fs::remove_file(path).unwrap();
    loaded
}

#[test]
fn a_group_below_five_is_refused() {
    let config = load(&[("GUTCHECK_SMALLEST_GROUP", "4")], &Flags::new()).unwrap();
    assert!(config.check().is_err());
}

#[test]
fn the_description_shows_every_setting_and_no_secret() {
    let secret = "smtps://user:hunter2@mail.example.org";
    let text = load(&[("GUTCHECK_SMTP", secret)], &Flags::new())
        .unwrap()
        .describe();
    assert!(!text.contains("hunter2"));
    for setting in SETTINGS {
        assert!(text.contains(&setting.variable()), "{}", setting.name);
    }
}

#[test]
fn each_setting_is_shown_with_where_it_comes_from() {
    let flags = vec![("workers", "3".to_owned())];
    let config = load(&[("GUTCHECK_SMTP", "smtp://a:b@c")], &flags).unwrap();
    let shown = config.shown();
    let one = |name: &str| shown.iter().find(|one| one.name == name).unwrap();
    assert_eq!(one("workers").origin, Origin::Flag("workers".into()));
    let smtp = one("smtp");
    assert_eq!(smtp.origin, Origin::Environment("GUTCHECK_SMTP".into()));
    assert!(!smtp.value.contains("a:b"), "{}", smtp.value);
    assert_eq!(one("listen").origin, Origin::Default);
    let config = in_file("origins", "listen = \"127.0.0.1:1\"").unwrap();
    let listen = config.shown().into_iter().find(|one| one.name == "listen");
    assert!(matches!(listen.unwrap().origin, Origin::File(path) if path.contains("origins")));
}
