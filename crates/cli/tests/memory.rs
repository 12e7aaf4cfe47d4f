//! The memory as its user has it: commands beside a running server, on files and bytes.

mod memory {
    pub(crate) mod away;
    pub(crate) mod bad_input;
    pub(crate) mod canary;
    pub(crate) mod demo;
    pub(crate) mod notices;
    pub(crate) mod office;
    pub(crate) mod serving;
}
