//! Workbooks of Excel 2007 and later (ECMA-376), and what WPS, LibreOffice and libraries write under that name.

mod sheet;
mod strings;
mod styles;
mod workbook;

use festoon_domain::programme::Spot;

use super::{GridPlace, GridTrouble, Harvest, Package, Table};
use crate::Reason;
use strings::SharedTexts;
use styles::Styles;
use workbook::{SheetKind, Workbook};

pub(super) fn read(bytes: &[u8], harvest: &mut Harvest) -> Result<(), Reason> {
    let mut package = Package::open(bytes)?;
    let workbook = Workbook::read(&mut package, harvest)?;
    let styles = Styles::read(&mut package, workbook.styles.as_deref())?;
    let texts = SharedTexts::read(&mut package, workbook.texts.as_deref())?;

    for listed in &workbook.sheets {
        let whole = || Spot::Row(listed.name.clone(), 1);
        if listed.kind == SheetKind::NotCells {
            harvest.say(whole(), GridTrouble::NotCells);
            continue;
        }
        let Some(part) = package.part(&listed.part)? else {
            harvest.say(whole(), GridTrouble::SheetMissing);
            continue;
        };
        let table = Table::new(GridPlace::Sheet(listed.name.clone())).in_1904(workbook.is_1904);
        let before = harvest.grids.len();
        sheet::Sheet { part, styles: &styles, texts: &texts, is_1904: workbook.is_1904 }
            .read(table, harvest)?;
        if listed.is_hidden && harvest.grids.len() > before {
            harvest.say(whole(), GridTrouble::HiddenSheet);
        }
    }
    Ok(())
}

/// `_x000D_` in a text stands for the character of that number, `_x005F_` for an underscore before such a one.
fn without_escapes(text: String) -> String {
    if !text.contains("_x") {
        return text;
    }
    let mut plain = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(at) = rest.find("_x") {
        plain.push_str(&rest[..at]);
        rest = &rest[at..];
        let code = rest.get(2..6).filter(|_| rest.as_bytes().get(6) == Some(&b'_'));
        let character = code.and_then(|code| u32::from_str_radix(code, 16).ok()).and_then(char::from_u32);
        if let Some(character) = character {
            plain.push(character);
            rest = &rest[7..];
        } else {
            plain.push_str("_x");
            rest = &rest[2..];
        }
    }
    plain.push_str(rest);
    plain
}

#[cfg(test)]
mod tests {
    use super::without_escapes;

    #[test]
    fn escaped_characters_are_what_they_stand_for() {
        assert_eq!(without_escapes("a_x000D_\nb".into()), "a\r\nb");
        assert_eq!(without_escapes("_x005F_x000D_".into()), "_x000D_");
        assert_eq!(without_escapes("my_xray_x12".into()), "my_xray_x12");
        assert_eq!(without_escapes("_x活动活".into()), "_x活动活");
    }
}
