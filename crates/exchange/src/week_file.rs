//! Stand-in until the real one lands.
use festoon_domain::record::{Kind, Record, Value};
use serde_json::{Value as J, json};
use std::io::{Read, Write};
#[derive(Debug)]
pub struct Fault; impl Fault { pub fn sentence(&self, _: festoon_domain::text::Lang) -> String { "damaged".into() } }
pub fn write<H: serde::Serialize>(h: &H, records: &[Record]) -> Vec<u8> {
    let cell = |v: &Value| match v { Value::Nothing => J::Null, Value::Words(w) => json!(w), Value::Number(n) => json!(n), Value::Decimal(d) => json!({"d": format!("{d:?}")}), Value::Flag(f) => json!(f), Value::Instant(t) => json!({"t": t.as_microsecond()}), Value::List(l) => json!(l) };
    let rows: Vec<J> = records.iter().map(|r| json!([r.kind.word(), r.key, r.values.iter().map(cell).collect::<Vec<_>>()])).collect();
    let mut e = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    e.write_all(json!({"head": h, "rows": rows}).to_string().as_bytes()).unwrap(); e.finish().unwrap()
}
pub fn read<H: serde::de::DeserializeOwned>(b: &[u8]) -> Result<(H, Vec<Record>), Fault> {
    let mut s = String::new(); flate2::read::GzDecoder::new(b).read_to_string(&mut s).map_err(|_| Fault)?;
    let mut j: J = serde_json::from_str(&s).map_err(|_| Fault)?;
    let head = serde_json::from_value(j["head"].take()).map_err(|_| Fault)?;
    let cell = |v: &J| match v { J::Null => Value::Nothing, J::String(w) => Value::Words(w.as_str().into()), J::Number(n) => Value::Number(n.as_i64().unwrap()), J::Bool(f) => Value::Flag(*f), J::Array(l) => Value::List(l.iter().map(|w| w.as_str().unwrap().into()).collect()), J::Object(o) => if let Some(d) = o.get("d") { Value::Decimal(d.as_str().unwrap().parse().unwrap()) } else { Value::Instant(jiff::Timestamp::from_microsecond(o["t"].as_i64().unwrap()).unwrap()) } };
    let rows = j["rows"].as_array().unwrap().iter().map(|r| Record { kind: Kind::from_word(r[0].as_str().unwrap()).unwrap(), key: r[1].as_str().unwrap().into(), values: r[2].as_array().unwrap().iter().map(cell).collect(), source: None }).collect();
    Ok((head, rows))
}
