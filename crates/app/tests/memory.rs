//! Drafts and releases on real databases: every story is told on SQLite and on PostgreSQL.

mod memory {
    pub(crate) mod hosts;
    pub(crate) mod imports;
    pub(crate) mod notices;
    pub(crate) mod plans;
    pub(crate) mod releases;
    pub(crate) mod tables;
    pub(crate) mod wholes;
}
