//! Reads a page as a person does: by language, by table, by list.

use festoon_domain::text::Lang;

/// What stands in a language's part of the page.
pub(crate) fn body(page: &str, lang: Lang) -> &str {
    let head = format!("<main class=\"in-{}\"", lang.code());
    let (_, rest) = page.split_once(&head).expect("the language's part");
    rest.split_once("</main>").expect("its end").0
}

/// The words without the markup.
pub(crate) fn text(html: &str) -> String {
    let mut words = String::with_capacity(html.len());
    for (at, piece) in html.split('<').enumerate() {
        words.push_str(if at == 0 { piece } else { piece.split_once('>').map_or("", |(_, words)| words) });
    }
    let words =
        words.replace("&#60;", "<").replace("&#62;", ">").replace("&#34;", "\"").replace("&#38;", "&");
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The rows of a table, by its place.
pub(crate) fn table(html: &str, place: usize) -> Vec<Vec<String>> {
    rows(html.split("<table").nth(place + 1).expect("so many tables"))
}

/// The rows of the first table of a caption.
pub(crate) fn named(html: &str, caption: &str) -> Vec<Vec<String>> {
    let caption = format!("<caption>{caption}</caption>");
    rows(html.split_once(&caption).unwrap_or_else(|| panic!("no table of {caption}")).1)
}

fn rows(html: &str) -> Vec<Vec<String>> {
    let table = html.split("</table>").next().expect("a table");
    let cells = |row: &str| -> Vec<String> {
        let open = row.replace("<th", "\u{1}<th").replace("<td", "\u{1}<td");
        open.split('\u{1}').skip(1).map(text).collect()
    };
    table.split("<tr>").skip(1).map(cells).collect()
}

/// The entries of the first list after what tells it apart.
pub(crate) fn items(html: &str, which: &str) -> Vec<String> {
    let (_, rest) = html.split_once(which).expect("the list");
    let end = rest.find("</ul>").into_iter().chain(rest.find("</ol>")).min().expect("its end");
    rest[..end].split("<li").skip(1).map(|item| text(&format!("<li{item}"))).collect()
}
