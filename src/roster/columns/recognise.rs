use super::content::Content;
use super::hint::{Hint, hint};
use super::{Layout, MOST_WORDS, Meaning, Source, role_of};
use crate::survey::Role;

/// What the columns of a list mean, as far as their names and their content tell. `rows` are some of its lines.
pub fn recognise(header: &[String], rows: &[Vec<String>]) -> Layout {
    let cells = |place: usize| {
        rows.iter()
            .filter_map(move |row| Some(row.get(place)?.as_str()))
    };
    let columns = header.iter().enumerate().map(|(place, name)| Column {
        hint: hint(name),
        content: Content::of(cells(place)),
        meaning: Meaning::Ignored,
    });
    let mut list = List {
        columns: columns.collect(),
    };
    list.doubt();
    list.addresses();
    list.names();
    for meaning in [
        Meaning::Number,
        Meaning::Role,
        Meaning::Locale,
        Meaning::TimeZone,
        Meaning::Leaves,
    ] {
        list.best(meaning);
    }
    // A manager may be named by another number than the one that is kept.
    list.all_become(Meaning::Number, Meaning::Mark);
    list.zones();
    list.teams();
    list.managers();
    list.all_become(Meaning::Status, Meaning::Status);
    list.layout(header, rows)
}

struct Column {
    hint: Option<Hint>,
    content: Content,
    meaning: Meaning,
}

impl Column {
    fn hints(&self, meaning: Meaning) -> Option<Hint> {
        self.hint
            .filter(|hint| hint.meaning == meaning && self.meaning == Meaning::Ignored)
    }
}

struct List {
    columns: Vec<Column>,
}

impl List {
    /// Takes a name back where the content speaks against it.
    fn doubt(&mut self) {
        for column in &mut self.columns {
            let Some(hint) = &mut column.hint else {
                continue;
            };
            let content = &column.content;
            let (is_flag, words) = (content.mostly(content.yes_or_no), content.values.len());
            let fits = match hint.meaning {
                Meaning::Manager if is_flag => {
                    hint.meaning = Meaning::Role;
                    true
                }
                Meaning::Email => content.filled == 0 || content.mostly(content.addresses),
                Meaning::Role => words <= MOST_WORDS,
                Meaning::Number => content.is_distinct() && content.addresses == 0,
                _ => true,
            };
            if !fits {
                column.hint = None;
            }
        }
    }

    fn set(&mut self, place: usize, meaning: Meaning) {
        if let Some(column) = self.columns.get_mut(place) {
            column.meaning = meaning;
        }
    }

    fn content(&self, place: usize) -> Option<&Content> {
        self.columns.get(place).map(|column| &column.content)
    }

    /// Those whose names let expect the meaning, the best first.
    fn hinted(&self, meaning: Meaning) -> Vec<(usize, Hint)> {
        let columns = self.columns.iter().enumerate();
        let mut found: Vec<_> = columns
            .filter_map(|(place, column)| {
                Some((place, column.hints(meaning)?, column.content.filled))
            })
            .collect();
        found.sort_by_key(|(_, hint, filled)| {
            std::cmp::Reverse((*filled > 0, hint.weight, *filled))
        });
        found
            .into_iter()
            .map(|(place, hint, _)| (place, hint))
            .collect()
    }

    fn best(&mut self, meaning: Meaning) {
        if let Some((place, _)) = self.hinted(meaning).first() {
            self.set(*place, meaning);
        }
    }

    /// Gives all that are left of those hinted at a meaning.
    fn all_become(&mut self, hinted: Meaning, meaning: Meaning) {
        for (place, _) in self.hinted(hinted) {
            self.set(place, meaning);
        }
    }

    /// The address: by name, else the column full of addresses that are all different. What an account is called
    /// may be one.
    fn addresses(&mut self) {
        let full = |column: &Column| column.content.mostly(column.content.addresses);
        let by_name = self.hinted(Meaning::Email).first().map(|(place, _)| *place);
        let by_content = || {
            let columns = self.columns.iter().enumerate();
            let free = columns.filter(|(_, column)| {
                let kind = column.hint.map(|hint| hint.meaning);
                full(column) && matches!(kind, None | Some(Meaning::Mark))
            });
            let best = free.max_by_key(|(place, column)| {
                (column.content.values.len(), std::cmp::Reverse(*place))
            });
            best.map(|(place, _)| place)
        };
        if let Some(place) = by_name.or_else(by_content) {
            self.set(place, Meaning::Email);
        }
        self.all_become(Meaning::Mark, Meaning::Mark);
    }

    fn names(&mut self) {
        self.best(Meaning::FirstName);
        self.best(Meaning::LastName);
        let has = |list: &Self, meaning| list.columns.iter().any(|one| one.meaning == meaning);
        let whole = self.hinted(Meaning::Name);
        let Some((place, hint)) = whole.first().copied() else {
            return;
        };
        let (first, last) = (has(self, Meaning::FirstName), has(self, Meaning::LastName));
        let meaning = match (hint.is_half, first, last) {
            (true, true, false) => Meaning::LastName,
            (true, false, true) => Meaning::FirstName,
            _ => Meaning::Name,
        };
        self.set(place, meaning);
    }

    /// A column of zones may have any name.
    fn zones(&mut self) {
        if self
            .columns
            .iter()
            .any(|column| column.meaning == Meaning::TimeZone)
        {
            return;
        }
        let is_zones =
            |column: &Column| column.hint.is_none() && column.content.mostly(column.content.zones);
        if let Some(place) = self.columns.iter().position(is_zones) {
            self.set(place, Meaning::TimeZone);
        }
    }

    /// A path if there is one that tells teams apart, else the levels from the top, else the place in a directory.
    fn teams(&mut self) {
        let mut levels = self.hinted(Meaning::Level1);
        levels.sort_by_key(|(place, hint)| (hint.weight, *place));
        // Numbered levels say more than named ones, a company of everybody says nothing.
        let numbered = levels.iter().any(|(_, hint)| hint.weight > 100);
        levels.retain(|(place, hint)| {
            let values = self
                .content(*place)
                .map_or(0, |content| content.values.len());
            (hint.weight > 100) == numbered && values > 0 && (hint.weight != 1 || values > 1)
        });
        levels.dedup_by_key(|(_, hint)| hint.weight);
        let as_path = levels.iter().find(|(place, _)| {
            self.content(*place)
                .is_some_and(|content| content.mostly(content.paths))
        });
        let path = self.hinted(Meaning::Path).first().map(|(place, _)| *place);
        let path = path.or(as_path.map(|(place, _)| *place));
        let tells = |place: &usize| {
            let values = self
                .content(*place)
                .map_or(0, |content| content.values.len());
            values > 1 || (values == 1 && levels.is_empty()) || !self.is_top_only(*place)
        };
        match path.filter(tells) {
            Some(place) => self.set(place, Meaning::Path),
            None => {
                for ((place, _), level) in levels.iter().zip(Meaning::LEVELS) {
                    self.set(*place, level);
                }
                if levels.is_empty() {
                    self.places();
                }
            }
        }
    }

    /// Where people are in a directory, if they are in different units of it.
    fn places(&mut self) {
        let tells = |column: &Column| {
            let content = &column.content;
            column.meaning == Meaning::Mark
                && content.mostly(content.places)
                && content.above.len() > 1
        };
        if let Some(place) = self.columns.iter().position(tells) {
            self.set(place, Meaning::Path);
        }
    }

    /// Whether a path names the top of the tree and nothing below it.
    fn is_top_only(&self, place: usize) -> bool {
        let content = self.content(place);
        content.is_none_or(|content| {
            content
                .values
                .iter()
                .all(|value| value.trim_matches('/').is_empty())
        })
    }

    /// Who reports to whom: by name, else the second column full of addresses that the first one has.
    fn managers(&mut self) {
        let by_name = self.hinted(Meaning::Manager);
        for (place, _) in by_name.iter().take(3) {
            self.set(*place, Meaning::Manager);
        }
        let mail = self
            .columns
            .iter()
            .find(|column| column.meaning == Meaning::Email);
        let Some(mail) = mail.filter(|_| by_name.is_empty()) else {
            return;
        };
        let names_others = |column: &Column| {
            column.meaning == Meaning::Ignored
                && column.content.mostly(column.content.addresses)
                && !column.content.is_distinct()
                && column.content.within(&mail.content) >= 8
        };
        if let Some(place) = self.columns.iter().position(names_others) {
            self.set(place, Meaning::Manager);
        }
    }

    fn layout(self, header: &[String], rows: &[Vec<String>]) -> Layout {
        let meanings = self.columns.iter().map(|column| column.meaning);
        let mut layout = Layout {
            columns: header.iter().cloned().zip(meanings).collect(),
            ..Layout::default()
        };
        let words = layout.place(Meaning::Role).map(|place| {
            let cells = rows.iter().filter_map(|row| row.get(place));
            cells
                .map(|word| (word.to_lowercase(), role_of(word)))
                .collect()
        });
        layout.roles = words.unwrap_or_default();
        let named = layout.has(Meaning::Manager);
        let says_leaders = layout.roles.values().any(|role| *role == Role::Leader);
        if named && !layout.has_team() {
            layout.teams = Source::Managers;
        }
        if named && !says_leaders {
            layout.leaders = Source::Managers;
        }
        if named
            && !says_leaders
            && let Some(place) = layout.place(Meaning::Role)
        {
            // A column of roles in which nobody leads says something else.
            if let Some((_, meaning)) = layout.columns.get_mut(place) {
                *meaning = Meaning::Ignored;
            }
            layout.roles.clear();
        }
        layout
    }
}
