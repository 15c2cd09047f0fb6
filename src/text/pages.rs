use super::{Arg, Lang};
use rust_embed::RustEmbed;
use serde::Serialize;
use std::borrow::Cow;
use tera::{Context, Kwargs, State, Tera, Value};

#[derive(RustEmbed)]
#[folder = "templates/"]
#[include = "*.html"]
#[include = "*.txt"]
struct Files;

/// A template that cannot be read or filled.
#[derive(Debug, thiserror::Error)]
#[error("template: {0}")]
pub struct PageError(#[from] tera::Error);

/// Text that is markup already: everything in it that came from people has been escaped.
pub trait Markup {
    /// The markup.
    fn markup(&self) -> &str;
}

/// Text as markup shows it.
pub fn escape(text: &str) -> String {
    let mut escaped = Vec::with_capacity(text.len());
    // Writing to memory cannot fail.
    let _ = tera::escape_html(text, &mut escaped);
    String::from_utf8_lossy(&escaped).into_owned()
}

/// The templates, checked once when they are loaded.
pub struct Pages {
    tera: Tera,
}

impl Pages {
    /// Loads every template that is part of the program.
    pub fn load() -> Result<Self, PageError> {
        let mut tera = Tera::new();
        tera.autoescape_on([".html"]);
        tera.register_filter("t", translate);
        tera.register_filter("figure", figure);
        tera.register_filter("signed", signed);
        tera.add_raw_templates(Files::iter().filter_map(|name| {
            let file = Files::get(&name)?;
            Some((
                name.to_string(),
                String::from_utf8_lossy(&file.data).into_owned(),
            ))
        }))?;
        Ok(Self { tera })
    }

    /// Fills a template with a view, whose `page.lang` is the language.
    pub fn render(&self, template: &str, view: &impl Serialize) -> Result<String, PageError> {
        self.render_with(template, view, &[])
    }

    /// The same with drawings, which the template shows as they are.
    pub fn render_with(
        &self,
        template: &str,
        view: &impl Serialize,
        drawings: &[(String, &dyn Markup)],
    ) -> Result<String, PageError> {
        let mut context = Context::from_serialize(view)?;
        for (name, drawing) in drawings {
            context.insert_value(name.clone(), Value::safe_string(drawing.markup()));
        }
        Ok(self.tera.render(template, &context)?)
    }
}

/// `{{ "key" | t(name = value) }}`: the message in the language of the page, or in the one that an argument
/// `lang` names, on a page in several languages.
fn translate(key: &str, kwargs: Kwargs, state: &State) -> String {
    let args: Vec<(Cow<'static, str>, Arg)> = kwargs
        .iter()
        .map(|(name, value)| (Cow::Owned(name.to_string()), argument(value)))
        .collect();
    let named = args.iter().find(|(name, _)| name == "lang");
    let named = named.and_then(|(_, lang)| match lang {
        Arg::Text(code) => Lang::parse(code),
        Arg::Number(_) => None,
    });
    named.unwrap_or_else(|| language(state)).say(key, &args)
}

/// A whole number, a number in hundredths, or a dash where there is none.
fn figure(value: Value, _: Kwargs, state: &State) -> String {
    match (value.as_i64(), value.as_f64()) {
        (Some(number), _) => language(state).whole(number),
        (None, Some(number)) => language(state).number(number, 2),
        (None, None) => "\u{2013}".to_owned(),
    }
}

/// A difference with its sign, or a dash where there is none.
fn signed(value: Value, _: Kwargs, state: &State) -> String {
    let difference = value.as_i64();
    difference.map_or_else(
        || "\u{2013}".to_owned(),
        |number| language(state).signed(number),
    )
}

fn argument(value: &Value) -> Arg {
    match value.as_i64() {
        Some(number) => Arg::Number(number),
        None => Arg::Text(value.to_string()),
    }
}

fn language(state: &State) -> Lang {
    let page = state.get::<Value>("page").ok().flatten();
    let code = page
        .as_ref()
        .and_then(|page| page.get_from_path("lang"))
        .and_then(Value::as_str);
    code.and_then(Lang::parse).unwrap_or_default()
}
