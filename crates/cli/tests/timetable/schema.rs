//! What is printed for programs, held against docs/schemas/timetable.schema.json.
//!
//! The few keywords that our schemas use are checked here; one that is not among them fails the test, so nothing is passed over. A whole validator
//! would bring thirty crates into every build.

use serde_json::Value;

const SCHEMAS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/schemas");

/// The object, which must be what the schema calls by this name, and by that name alone.
pub(crate) fn checked(name: &str, bytes: &[u8]) -> Value {
    let value: Value = serde_json::from_slice(bytes).expect("one object");
    let schema = File::open("timetable.schema.json");
    let named = serde_json::json!({ "$ref": format!("#/$defs/{name}") });
    for part in [&named, &schema.0] {
        if let Err(wrong) = schema.check(part, &value, "") {
            panic!("{name}: {wrong}\n{value}");
        }
    }
    value
}

/// A schema file.
struct File(Value);

impl File {
    fn open(name: &str) -> Self {
        let bytes = std::fs::read(format!("{SCHEMAS}/{name}")).expect("a schema");
        Self(serde_json::from_slice(&bytes).expect("a schema is JSON"))
    }

    fn check(&self, schema: &Value, value: &Value, at: &str) -> Result<(), String> {
        for (keyword, says) in schema.as_object().expect("a schema is an object") {
            let holds = match keyword.as_str() {
                "$schema" | "$defs" | "title" | "description" | "format" => true,
                "$ref" => {
                    self.follow(says.as_str().expect("an address"), value, at)?;
                    true
                }
                "type" => {
                    let types = says.as_array().map_or(std::slice::from_ref(says), Vec::as_slice);
                    types.iter().any(|known| is_of(value, known.as_str().expect("a type")))
                }
                "enum" => says.as_array().expect("values").contains(value),
                "minimum" => value.as_f64() >= says.as_f64(),
                "minLength" => chars(value) >= says.as_u64(),
                "maxLength" => chars(value) <= says.as_u64(),
                "minItems" => items(value) >= says.as_u64(),
                "maxItems" => items(value) <= says.as_u64(),
                "required" => {
                    let missing = says
                        .as_array()
                        .expect("names")
                        .iter()
                        .find(|name| value.get(name.as_str().expect("a name")).is_none());
                    if let Some(missing) = missing {
                        return Err(format!("{at}: {missing} is missing"));
                    }
                    true
                }
                "properties" => {
                    for (name, own) in value.as_object().into_iter().flatten() {
                        let Some(schema) = says.get(name) else { continue };
                        self.check(schema, own, &format!("{at}/{name}"))?;
                    }
                    true
                }
                "additionalProperties" => {
                    assert_eq!(says, &Value::Bool(false), "only closed objects are used");
                    let more = value
                        .as_object()
                        .into_iter()
                        .flatten()
                        .find(|(name, _)| schema["properties"].get(name.as_str()).is_none());
                    if let Some((more, _)) = more {
                        return Err(format!("{at}: {more} is not known"));
                    }
                    true
                }
                "items" => {
                    for (number, own) in value.as_array().into_iter().flatten().enumerate() {
                        self.check(says, own, &format!("{at}/{number}"))?;
                    }
                    true
                }
                "anyOf" => self.fitting(says, value, at) > 0,
                "oneOf" => self.fitting(says, value, at) == 1,
                other => panic!("the keyword {other} is not checked"),
            };
            if !holds {
                return Err(format!("{at}: {value} is not {keyword} {says}"));
            }
        }
        Ok(())
    }

    fn follow(&self, address: &str, value: &Value, at: &str) -> Result<(), String> {
        let (file, path) = address.split_once('#').expect("an address with a path");
        let there = |own: &Self| own.check(own.0.pointer(path).expect(address), value, at);
        if file.is_empty() { there(self) } else { there(&Self::open(file)) }
    }

    fn fitting(&self, schemas: &Value, value: &Value, at: &str) -> usize {
        let schemas = schemas.as_array().expect("schemas").iter();
        schemas.filter(|schema| self.check(schema, value, at).is_ok()).count()
    }
}

fn is_of(value: &Value, name: &str) -> bool {
    match name {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        "number" => value.is_number(),
        "integer" => value.is_i64() || value.is_u64(),
        other => panic!("the type {other} is not checked"),
    }
}

fn chars(value: &Value) -> Option<u64> {
    value.as_str().and_then(|said| u64::try_from(said.chars().count()).ok())
}

fn items(value: &Value) -> Option<u64> {
    value.as_array().and_then(|list| u64::try_from(list.len()).ok())
}
