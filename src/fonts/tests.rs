use super::*;

/// A few letters of Arabic, Hebrew, Chinese and Japanese.
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fonts")
}

#[test]
fn what_is_no_font_is_refused_by_its_name() {
    let folder = std::env::temp_dir().join(format!("gutcheck-fonts-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("notes.txt"), "no font").unwrap();
    let said = Fonts::load(Some(&folder)).err().unwrap().to_string();
    fs::remove_dir_all(&folder).unwrap();
    assert!(said.contains("notes.txt is not a font"), "{said}");
    let said = Fonts::load(Some(&folder)).err().unwrap().to_string();
    assert!(said.contains("gutcheck-fonts-"), "{said}");
}

#[test]
fn letters_come_from_the_program_first_and_from_the_folder_where_it_has_none() {
    let own = Fonts::load(None).unwrap();
    assert!(own.have('Ж') && !own.have('明') && !own.have('ד'));
    let more = Fonts::load(Some(&folder())).unwrap();
    assert_eq!(more.for_character('Ж', true), Fonts::own(true));
    for c in "明さדل".chars() {
        assert!(more.have(c) && more.for_character(c, true) > 1, "{c}");
    }
}
