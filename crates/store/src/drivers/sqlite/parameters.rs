//! `$1` as SQLite means it.
//!
//! SQLite takes `$1` for a name and numbers names by their first appearance, so that `$2, $1` would be bound the wrong way round;
//! `?1` is a number there.

/// The statement with `?n` for every `$n` that is not within quotes or a comment.
pub(super) fn numbered(sql: &str) -> String {
    let mut out = String::with_capacity(sql.len());
    let mut rest = sql;
    while let Some(at) = rest.find(['$', '\'', '"', '-', '/']) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let kept = untouched(rest);
        if kept > 0 {
            out.push_str(&rest[..kept]);
            rest = &rest[kept..];
            continue;
        }
        // One of the five, in none of their special roles but the first's.
        let is_parameter = rest.starts_with('$') && rest[1..].starts_with(|c: char| c.is_ascii_digit());
        out.push_str(if is_parameter { "?" } else { &rest[..1] });
        rest = &rest[1..];
    }
    out.push_str(rest);
    out
}

/// How much of what stands here is quoted or said to people.
fn untouched(rest: &str) -> usize {
    let until =
        |from: usize, end: &str| rest[from..].find(end).map_or(rest.len(), |at| from + at + end.len());
    match rest.as_bytes() {
        // A doubled quote ends one quoted piece and begins the next, which comes to the same.
        [b'\'', ..] => until(1, "'"),
        [b'"', ..] => until(1, "\""),
        [b'-', b'-', ..] => until(2, "\n"),
        [b'/', b'*', ..] => until(2, "*/"),
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::numbered;

    #[test]
    fn parameters_are_numbered_whatever_their_order_and_however_often() {
        assert_eq!(numbered("SELECT $2, $1, $2, $10+1"), "SELECT ?2, ?1, ?2, ?10+1");
    }

    #[test]
    fn quotes_and_comments_are_left_alone() {
        let kept = "SELECT '$1', 'it''s $2', \"a$3\", x - y / z -- $4\n, /* $5 */ $";
        assert_eq!(numbered(kept), kept);
        assert_eq!(numbered("SELECT '新年 $1' || $1 -- $1"), "SELECT '新年 $1' || ?1 -- $1");
    }

    #[test]
    fn what_never_ends_goes_to_the_end() {
        for open in ["SELECT 'a $1", "SELECT \"a $1", "/* $1", "-- $1"] {
            assert_eq!(numbered(open), open);
        }
    }
}
