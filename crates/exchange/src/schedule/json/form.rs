//! What a format says of its members, as a table, and how a file is held against it.
//!
//! The tables (`forms/`) are ours; they say of each member whether it must be there, what it is and how it is spelt.
//! Nothing is refused here and nothing is read: whatever does not fit is noted, equal faults once with a count.
//! Costs one look at every value that a table knows.

mod person;
mod words;

pub use words::Words;

use std::collections::HashSet;

use super::fault::{Fault, Faults};
use super::node::{Kind, Node, Source};
use crate::Refusal;
use crate::schedule::notes::Notes;

/// An object, member by member.
#[derive(Debug)]
pub(super) struct Form {
    pub(super) members: &'static [Member],
    pub(super) others: Others,
}

/// What else may stand in an object.
#[derive(Debug, Clone, Copy)]
pub(super) enum Others {
    /// Nothing.
    None,
    /// Members whose names contain this.
    Containing(&'static str),
    /// Anything.
    Any,
}

/// A member.
#[derive(Debug)]
pub(super) struct Member {
    name: &'static str,
    need: Need,
    null: Null,
    value: Value,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Need {
    Must,
    /// It must, and where it is not, the reading itself says so and what it assumes.
    Told,
    May,
    /// The format does not have it; it is used all the same.
    Beyond,
    /// The format forbids it; it is used all the same.
    Forbidden,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Null {
    Fine,
    Fault,
}

/// What a value is to be.
#[derive(Debug)]
pub(super) enum Value {
    Any,
    Kinds(&'static [Kind]),
    Text(Words),
    Whole,
    Object(&'static Form),
    List(&'static Value),
    /// An object whose names are names of things.
    Named(&'static Value),
    /// Somebody in one of the two ways of version 1.
    Person(&'static Form),
    /// An event of version 2: a break, or what somebody does.
    ByType {
        breaks: &'static Form,
        others: &'static Form,
    },
}

/// A member that must be there.
pub(super) const fn must(name: &'static str, value: Value) -> Member {
    Member { name, need: Need::Must, null: Null::Fault, value }
}

/// A member that must be there, about which the reading itself speaks where it is not.
pub(super) const fn told(name: &'static str, value: Value) -> Member {
    Member { name, need: Need::Told, null: Null::Fault, value }
}

/// A member that may be there.
pub(super) const fn may(name: &'static str, value: Value) -> Member {
    Member { name, need: Need::May, null: Null::Fault, value }
}

/// A member that the format does not have and people write all the same.
pub(super) const fn beyond(name: &'static str) -> Member {
    Member { name, need: Need::Beyond, null: Null::Fine, value: Value::Any }
}

/// A member that the format forbids.
pub(super) const fn forbidden(name: &'static str) -> Member {
    Member { name, need: Need::Forbidden, null: Null::Fine, value: Value::Any }
}

impl Member {
    /// `null` will do.
    pub(super) const fn or_null(self) -> Self {
        Self { name: self.name, need: self.need, null: Null::Fine, value: self.value }
    }
}

impl Form {
    /// Notes everything in which a file differs from its format.
    pub(super) fn check(&'static self, source: &Source<'_>, notes: &mut Notes) -> Result<(), Refusal> {
        let mut check = Check { source, path: Vec::new(), faults: Faults::default() };
        check.value(source.root, &Value::Object(self))?;
        check.faults.tell(notes);
        Ok(())
    }
}

struct Check<'s, 'a> {
    source: &'s Source<'a>,
    path: Vec<&'static str>,
    faults: Faults,
}

impl<'a> Check<'_, 'a> {
    fn value(&mut self, node: Node<'a>, value: &Value) -> Result<(), Refusal> {
        let kind = node.kind();
        match value {
            Value::Any => {}
            Value::Kinds(kinds) if kinds.contains(&kind) => {}
            Value::Kinds(kinds) => self.fault(node, Fault::Type(kinds)),
            Value::Text(Words::Any) if kind == Kind::Text => {}
            Value::Text(words) if kind == Kind::Text => {
                if !words.fit(&node.characters()) {
                    self.fault(node, Fault::Unfit(*words));
                }
            }
            Value::Text(_) => self.fault(node, Fault::Type(&[Kind::Text])),
            Value::Whole if kind == Kind::Number && is_whole(node) => {}
            Value::Whole => self.fault(node, Fault::NotWhole),
            Value::Object(form) if kind == Kind::Object => self.object(node, form)?,
            Value::Person(form) if kind == Kind::Object => {
                self.object(node, form)?;
                self.person(node)?;
            }
            Value::ByType { breaks, others } if kind == Kind::Object => {
                let kind = self.source.members(node)?.get("type").map(Node::characters);
                let is_break = matches!(kind.as_deref(), Some("BREAK" | "META"));
                self.object(node, if is_break { breaks } else { others })?;
            }
            Value::List(inner) if kind == Kind::List => {
                self.path.push("[]");
                for item in self.source.items(node)? {
                    self.value(item, inner)?;
                }
                self.path.pop();
            }
            Value::Named(inner) if kind == Kind::Object => self.named(node, inner)?,
            Value::List(_) => self.fault(node, Fault::Type(&[Kind::List])),
            Value::Object(_) | Value::Person(_) | Value::Named(_) | Value::ByType { .. } => {
                self.fault(node, Fault::Type(&[Kind::Object]));
            }
        }
        Ok(())
    }

    fn object(&mut self, node: Node<'a>, form: &Form) -> Result<(), Refusal> {
        let mut there = vec![Seen::No; form.members.len()];
        for (name, value) in self.source.members(node)?.each() {
            let name = name.characters();
            let Some(place) = form.members.iter().position(|member| member.name == name) else {
                let fits = match form.others {
                    Others::None => false,
                    Others::Containing(part) => name.contains(part),
                    Others::Any => true,
                };
                if !fits {
                    self.fault_of(&name, value, Fault::Unknown);
                }
                continue;
            };
            let member = &form.members[place];
            if there[place] == Seen::Yes {
                self.fault_of(member.name, value, Fault::Twice);
            }
            there[place] = Seen::Yes;
            self.path.push(member.name);
            self.member(value, member)?;
            self.path.pop();
        }
        let missing = form.members.iter().zip(there);
        for (member, _) in missing.filter(|(member, seen)| member.need == Need::Must && *seen == Seen::No) {
            self.faults.note(&self.path, Some(member.name), Fault::Missing, self.source.line(node), "");
        }
        Ok(())
    }

    fn member(&mut self, node: Node<'a>, member: &Member) -> Result<(), Refusal> {
        match member.need {
            Need::Beyond => self.fault(node, Fault::Beyond),
            Need::Forbidden => self.fault(node, Fault::Forbidden),
            Need::Must | Need::Told | Need::May => {}
        }
        match (node.kind(), member.null) {
            (Kind::Null, Null::Fine) => Ok(()),
            (Kind::Null, Null::Fault) if !matches!(member.value, Value::Any | Value::Kinds(_)) => {
                self.fault(node, Fault::Null);
                Ok(())
            }
            _ => self.value(node, &member.value),
        }
    }

    fn named(&mut self, node: Node<'a>, inner: &Value) -> Result<(), Refusal> {
        let mut names = HashSet::new();
        self.path.push("*");
        for (name, value) in self.source.members(node)?.each() {
            if !names.insert(name.raw()) {
                self.faults.note(&self.path, None, Fault::Twice, self.source.line(name), name.raw());
            }
            self.value(value, inner)?;
        }
        self.path.pop();
        Ok(())
    }

    fn fault(&mut self, node: Node<'a>, fault: Fault) {
        self.faults.note(&self.path, None, fault, self.source.line(node), node.raw());
    }

    fn fault_of(&mut self, name: &str, node: Node<'a>, fault: Fault) {
        self.faults.note(&self.path, Some(name), fault, self.source.line(node), node.raw());
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Seen {
    No,
    Yes,
}

fn is_whole(node: Node<'_>) -> bool {
    let digits = node.characters();
    let digits = digits.strip_prefix('-').unwrap_or(&digits);
    digits.bytes().all(|byte| byte.is_ascii_digit())
}
