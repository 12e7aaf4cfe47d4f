//! The two ways in which version 1 describes somebody: exactly one of them has to fit.

use super::{Check, Kind, Node, Words, is_whole};
use crate::Refusal;
use crate::schedule::json::fault::Fault;

impl<'a> Check<'_, 'a> {
    /// Frab writes a whole `id` and a `public_name`; pretalx a `name`, with a `code`, an `avatar` and a `biography`.
    pub(super) fn person(&mut self, node: Node<'a>) -> Result<(), Refusal> {
        let members = self.source.members(node)?;
        let kind = |name: &str| members.get(name).map(Node::kind);
        let whole_id = members.get("id").is_some_and(|id| id.kind() == Kind::Number && is_whole(id));
        let frab = whole_id && kind("public_name") == Some(Kind::Text);

        let code = members.get("code");
        let code_fits =
            code.is_none_or(|code| code.kind() == Kind::Text && Words::Code.fit(&code.characters()));
        let text_or_null = |name: &str| matches!(kind(name), None | Some(Kind::Text | Kind::Null));
        let described = code_fits && text_or_null("avatar") && text_or_null("biography");
        let pretalx = kind("name") == Some(Kind::Text) && described;

        match (frab, pretalx) {
            (true, true) => self.fault(node, Fault::PersonBoth),
            (false, false) => {
                self.fault(node, Fault::PersonNeither);
                if let Some(code) = code.filter(|_| !code_fits) {
                    self.fault_of("code", code, Fault::Unfit(Words::Code));
                }
            }
            _ => {}
        }
        Ok(())
    }
}
