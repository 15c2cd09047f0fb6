use super::*;
use encoding_rs::{
    MACINTOSH, SHIFT_JIS, WINDOWS_1250, WINDOWS_1251, WINDOWS_1252, WINDOWS_1253, WINDOWS_1254,
    WINDOWS_1257,
};

const TEXT: &str = "team;name\nNordwind/Küche;Zoë Groß – €\n";

fn decode(bytes: &[u8]) -> Result<(String, Encoding), NotText> {
    encoding::decode(bytes, None)
}

fn utf16(text: &str, order: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(order).collect()
}

#[test]
fn one_text_is_read_the_same_from_every_encoding() {
    let with_mark = format!("\u{feff}{TEXT}");
    let windows = b"team;name\nNordwind/K\xFCche;Zo\xEB Gro\xDF \x96 \x80\n".to_vec();
    for (bytes, encoding) in [
        (TEXT.into(), "UTF-8"),
        (with_mark.clone().into_bytes(), "UTF-8"),
        (utf16(&with_mark, u16::to_le_bytes), "UTF-16 LE"),
        (utf16(&with_mark, u16::to_be_bytes), "UTF-16 BE"),
        (utf16(TEXT, u16::to_le_bytes), "UTF-16 LE"),
        (utf16(TEXT, u16::to_be_bytes), "UTF-16 BE"),
        (windows, "Windows-1252"),
    ] {
        let (text, found) = decode(&bytes).unwrap();
        assert_eq!(
            (text.as_str(), found.to_string().as_str()),
            (TEXT, encoding)
        );
    }
}

#[test]
fn names_of_a_small_roster_keep_their_letters_from_the_encodings_of_their_countries() {
    let rosters: [(&'static encoding_rs::Encoding, &str); 15] = [
        (WINDOWS_1250, "Łukasz Żak;Anna Kovač;Zoë Groß;Nils O’Hara"),
        (
            WINDOWS_1250,
            "Wojciech Błaszczyk;Małgorzata Świątek;Grażyna Wójcik",
        ),
        (
            WINDOWS_1250,
            "Jiří Novák;Lukáš Dvořák;Kateřina Černá;Zdeněk Růžička",
        ),
        (WINDOWS_1250, "Győző Erdős;Zsófia Kőrösi;Dávid Tóth"),
        (
            WINDOWS_1252,
            "Zoë Groß;Jürgen Müller;François Lefèvre;Nils O’Hara",
        ),
        (WINDOWS_1252, "Jörg Krämer"),
        (
            WINDOWS_1252,
            "Søren Kjærgård;Åse Østby;José Núñez;João Gonçalves",
        ),
        (WINDOWS_1251, "Иван Петров;Мария Соколова;Ольга Кузнецова"),
        (MACINTOSH, "Zoë Groß;Jürgen Müller;Björn Öst;Nils O’Hara"),
        (MACINTOSH, "François Lefèvre;Hélène Béranger;Noël Crêpe"),
        (MACINTOSH, "José Núñez;María Peña;Jörg Krämer"),
        (SHIFT_JIS, "田中 太郎;鈴木 花子;高橋 健一"),
        (WINDOWS_1253, "Γιώργος Παπαδόπουλος;Ελένη Νικολάου"),
        (WINDOWS_1254, "Işıl Yıldız;Gökhan Şahin;Çağrı Doğan"),
        (WINDOWS_1257, "Jānis Bērziņš;Līga Kalniņa;Žydrūnas Šimkus"),
    ];
    for (encoding, names) in rosters {
        let lines: String = names
            .split(';')
            .map(|name| format!("Example/Platform;p@example.org;{name};member\r\n"))
            .collect();
        let file = format!("team;e-mail;name;role\r\n{lines}");
        let (bytes, _, lost) = encoding.encode(&file);
        assert!(!lost, "{names}");
        let (text, found) = decode(&bytes).unwrap();
        assert_eq!(text, file, "{} as {found}", encoding.name());
    }
}

#[test]
fn bytes_that_are_no_text_are_refused() {
    let broken = |bytes: &[u8]| match decode(bytes).unwrap_err() {
        NotText::Broken(encoding) => encoding.to_string(),
        NotText::Binary => "binary".to_owned(),
    };
    assert_eq!(broken(&[0xFF, 0xFE, 0x00, 0xD8]), "UTF-16 LE");
    assert_eq!(broken(b"\xFE\xFF\0t\0"), "UTF-16 BE");
    assert_eq!(broken(b"\xEF\xBB\xBFK\xFCche"), "UTF-8");
    assert_eq!(broken(b"team\0name and much more"), "binary");
    assert_eq!(
        broken(b"PK\x03\x04\0\0\x08\0\0\0\0\0\xFFxyzxyzxyz"),
        "binary"
    );
    assert_eq!(
        broken(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 an old workbook"),
        "binary"
    );
}

#[test]
fn an_empty_file_is_empty_text() {
    assert_eq!(decode(b""), Ok((String::new(), Encoding::UTF8)));
}

#[test]
fn a_wish_for_other_letters_is_followed() {
    let (bytes, _, _) = WINDOWS_1250.encode("Kovač");
    let wish = Some(Encoding::named("windows-1252").unwrap());
    assert_eq!(encoding::decode(&bytes, wish).unwrap().0, "Kovaè");
}

fn rows(text: &str) -> Vec<(u64, Vec<String>)> {
    let table = Table::open(text.as_bytes(), Wish::default(), StringRecord::len).unwrap();
    let (mut rows, mut all) = (table.rows(), Vec::new());
    while let Some((line, record)) = rows.next_row() {
        all.push((line, record.iter().map(str::to_owned).collect()));
    }
    all
}

#[test]
fn a_line_that_names_the_delimiter_is_no_row_and_counts_as_a_line() {
    for (line, delimiter) in [
        ("sep=;", ";"),
        ("\"sep=,\"", ","),
        ("SEP=\t", "\t"),
        ("sep=|", "|"),
    ] {
        for end in ["\n", "\r\n", "\r"] {
            let file = format!("{line}{end}a{delimiter}b{end}{end}1{delimiter}2{end}");
            let expected = [
                (2, vec!["a".into(), "b".into()]),
                (4, vec!["1".into(), "2".into()]),
            ];
            assert_eq!(rows(&file), expected, "{file:?}");
        }
    }
}

#[test]
fn a_row_may_go_over_several_lines() {
    let file = "a;b\r\n\"one\r\ntwo\";x\r\n3;4\r\n\r\n";
    let lines: Vec<u64> = rows(file).into_iter().map(|(line, _)| line).collect();
    assert_eq!(lines, [1, 2, 4]);
}

#[test]
fn a_cell_is_read_as_it_is_seen() {
    for (cell, seen, hidden) in [
        ("Ku\u{308}che", "Küche", false),
        ("Ida\u{a0}Brandt", "Ida Brandt", true),
        ("\u{feff}Ida\u{200b}", "Ida", true),
        ("Plat\u{ad}form", "Platform", true),
        ("\u{202a}Ida\u{202c}", "Ida", true),
        ("  Ida   Brandt ", "Ida Brandt", false),
        ("O’Hara", "O’Hara", false),
    ] {
        let (text, was_hidden) = clean(cell);
        assert_eq!((text.as_ref(), was_hidden), (seen, hidden), "{cell:?}");
    }
}

#[test]
fn the_first_sheet_of_a_workbook_is_read_row_for_row() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (row, cells) in [
        (1, ["name", "mail"]),
        (2, ["Zoë, Groß", "zoe@x.example"]),
        (4, ["Bo", "bo@x.example"]),
    ] {
        for (column, cell) in (0..).zip(cells) {
            sheet.write(row, column, cell).unwrap();
        }
    }
    let bytes = book.save_to_buffer().unwrap();
    let table = Table::open(&bytes, Wish::default(), StringRecord::len).unwrap();
    assert_eq!(table.encoding, Encoding::Workbook);
    let (mut rows, mut all) = (table.rows(), Vec::new());
    while let Some((line, record)) = rows.next_row() {
        all.push((line, record[0].to_owned()));
    }
    assert_eq!(
        all,
        [
            (2, "name".into()),
            (3, "Zoë, Groß".into()),
            (5, "Bo".into())
        ]
    );
}

#[test]
fn the_entries_of_a_directory_are_rows() {
    let file = "version: 1\n\n# people\ndn: uid=ida,ou=Platform,dc=x\ncn:: Wm/DqyBHcm/Dnw==\nmail: ida@x.exa\n mple\n\n\
                dn: ou=Platform,dc=x\nobjectClass: organizationalUnit\n\ndn: uid=bo,ou=Platform,dc=x\ncn: Bo\nmail: bo@x.example\n";
    let rows: Vec<Vec<String>> = rows(file)
        .into_iter()
        .map(|(_, cells)| cells[..3].to_vec())
        .collect();
    assert_eq!(rows[0], ["dn", "cn", "mail"]);
    assert_eq!(
        rows[1],
        ["uid=ida,ou=Platform,dc=x", "Zoë Groß", "ida@x.example"]
    );
    assert_eq!(rows[2][1], "Bo");
    assert_eq!(rows.len(), 3);
}
