//! The fonts of documents and pictures, read once.

mod type_face;

#[cfg(test)]
mod tests;

pub use type_face::TypeFace;

use resvg::usvg::Options;
use resvg::usvg::fontdb::Source;
use rustybuzz::ttf_parser;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The family that stands in for `sans-serif`, and is embedded where fonts are.
pub const FAMILY: &str = "Noto Sans";

/// Noto Sans in two weights, which the program has in it, and the fonts of a folder for what that lacks.
pub struct Fonts {
    /// The program's regular, its bold, and all others.
    faces: Vec<TypeFace>,
    /// How pictures are read.
    pub pictures: Options<'static>,
}

/// Why fonts cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum FontError {
    #[error("{}: {error}", path.display())]
    Unread { path: PathBuf, error: io::Error },
    #[error("{} is not a font that can be used; name a folder with TTF, OTF or TTC files only", .0.display())]
    Strange(PathBuf),
    #[error("the fonts of the program cannot be read")]
    OfProgram,
}

impl Fonts {
    /// The fonts of the program and, for characters that those lack, of a folder.
    ///
    /// # Errors
    /// When the folder cannot be read, or something in it is not a font.
    pub fn load(folder: Option<&Path>) -> Result<Self, FontError> {
        let own = [notosans::REGULAR_TTF, notosans::BOLD_TTF];
        let mut files = own.to_vec();
        let mut faces = Vec::new();
        for bytes in own {
            faces.extend(TypeFace::of(bytes, 0));
        }
        if faces.len() != own.len() {
            return Err(FontError::OfProgram);
        }
        for path in folder.map_or(Ok(Vec::new()), listed)? {
            let bytes = fs::read(&path).map_err(|error| FontError::Unread {
                path: path.clone(),
                error,
            })?;
            // Fonts are read once and live as long as the program.
            let bytes: &'static [u8] = Box::leak(bytes.into_boxed_slice());
            let within = ttf_parser::fonts_in_collection(bytes).unwrap_or(1);
            for index in 0..within {
                let face = TypeFace::of(bytes, index);
                faces.push(face.ok_or_else(|| FontError::Strange(path.clone()))?);
            }
            files.push(bytes);
        }
        Ok(Self {
            faces,
            pictures: pictures(&files),
        })
    }

    /// The place of the program's own font.
    pub const fn own(bold: bool) -> usize {
        if bold { 1 } else { 0 }
    }

    pub fn face(&self, place: usize) -> Option<&TypeFace> {
        self.faces.get(place)
    }

    pub fn has(&self, place: usize, c: char) -> bool {
        self.face(place).is_some_and(|face| face.has(c))
    }

    /// Whether some font has a character.
    pub fn have(&self, c: char) -> bool {
        self.faces.iter().any(|face| face.has(c))
    }

    /// The place of the font for a character: of the weight, if there is one.
    pub fn for_character(&self, c: char, bold: bool) -> usize {
        let mut weighing = self.faces.iter();
        let place = weighing.position(|face| face.bold == bold && face.has(c));
        let place = place.or_else(|| self.faces.iter().position(|face| face.has(c)));
        place.unwrap_or(Self::own(bold))
    }
}

/// How a picture is read: with these fonts, the first of which are the program's, whatever the machine has.
fn pictures(files: &[&'static [u8]]) -> Options<'static> {
    let mut options = Options {
        font_family: FAMILY.to_owned(),
        ..Options::default()
    };
    // A picture brings no files of the machine in.
    options.image_href_resolver.resolve_string = Box::new(|_, _| None);
    let fonts = Arc::make_mut(&mut options.fontdb);
    for file in files {
        fonts.load_font_source(Source::Binary(Arc::new(*file)));
    }
    fonts.set_sans_serif_family(FAMILY);
    options
}

/// The files of a folder by name, without hidden ones.
fn listed(folder: &Path) -> Result<Vec<PathBuf>, FontError> {
    let broken = |error| FontError::Unread {
        path: folder.to_owned(),
        error,
    };
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(broken)? {
        let entry = entry.map_err(broken)?;
        if !entry.file_name().to_string_lossy().starts_with('.') {
            files.push(entry.path());
        }
    }
    files.sort();
    Ok(files)
}
