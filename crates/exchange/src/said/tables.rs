//! Tables in tables.

use toml::de::DeValue;

use super::{Said, Spot};

impl<'a> Said<'a> {
    pub(crate) fn table(&self, key: &'static str, called: &'static str) -> Option<Self> {
        let value = self.value(key)?;
        match value.get_ref() {
            DeValue::Table(table) => Some(Self::of(table, value.span().start, called, self.mistakes)),
            _ => self.unfit(value, key, "一节，如 { … }", "a table, such as { … }"),
        }
    }

    pub(crate) fn tables(&self, key: &'static str, called: &'static str) -> Vec<Self> {
        let Some(value) = self.value(key) else { return Vec::new() };
        self.tables_of(value, key, called).unwrap_or_default()
    }

    /// Tables under names that the file chooses: `[rates.USD]`.
    pub(crate) fn named(&self, key: &'static str, called: &'static str) -> Vec<(String, Self)> {
        self.table(key, called).map(|table| table.inner(called)).unwrap_or_default()
    }

    /// The tables in this one, whatever they are called; anything else in it is a mistake.
    pub(crate) fn inner(&self, called: &'static str) -> Vec<(String, Self)> {
        let mut all = Vec::new();
        for (name, value) in self.table {
            if let Some(inner) = value.get_ref().as_table() {
                let one = Self::of(inner, name.span().start, called, self.mistakes);
                all.push((name.get_ref().to_string(), one));
                continue;
            }
            let _noted: Option<()> =
                self.unfit(value, name.get_ref(), "一节，如 { … }", "a table, such as { … }");
        }
        all
    }

    /// Lists of tables.
    pub(crate) fn lists_of_tables(&self, key: &'static str, called: &'static str) -> Vec<Vec<Self>> {
        let Some(value) = self.value(key) else { return Vec::new() };
        let Some(lists) = value.get_ref().as_array() else {
            let _noted: Option<()> = self.unfit(value, key, "[[{ … }], []]", "[[{ … }], []]");
            return Vec::new();
        };
        lists.iter().filter_map(|list| self.tables_of(list, key, called)).collect()
    }

    fn tables_of(&self, value: Spot<'a>, key: &'static str, called: &'static str) -> Option<Vec<Self>> {
        let table = |one: Spot<'a>| {
            Some(Self::of(one.get_ref().as_table()?, one.span().start, called, self.mistakes))
        };
        let found = value.get_ref().as_array().and_then(|all| all.iter().map(table).collect());
        found.or_else(|| self.unfit(value, key, "若干节 [[…]]", "tables, each headed [[…]]"))
    }
}
