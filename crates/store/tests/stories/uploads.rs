//! An upload is put in once a week.

use festoon_store::uploads::{self, Upload};
use festoon_store::weeks;

use crate::{at, read, told, write};

fn upload(week: &str, hash: &str, minute: i64, pixels: Option<(u32, u32)>) -> Upload {
    Upload {
        hash: hash.into(),
        week: week.into(),
        media_type: "image/png".into(),
        bytes: i64::from(u32::MAX) + 1,
        pixels,
        name: "标志 (1).png".into(),
        at: at(minute),
        actor: "Mei".into(),
    }
}

#[test]
fn an_upload_is_put_in_once_a_week_and_listed_oldest_first() {
    let seen = told(|store| {
        let put = write(store, |tx| {
            weeks::create(tx, "2021", at(0))?;
            weeks::create(tx, "2022", at(0))?;
            let uploads = [
                upload("2021", "bb", 3, Some((0, u32::MAX))),
                upload("2021", "cc", 2, None),
                upload("2021", "aa", 3, None),
                upload("2021", "bb", 1, None),
                upload("2022", "bb", 1, None),
            ];
            uploads.iter().map(|upload| uploads::put(tx, upload)).collect::<Result<Vec<_>, _>>()
        });
        let found =
            read(store, |read| Ok((uploads::find(read, "2021", "bb")?, uploads::find(read, "2021", "BB")?)));
        (put, found, read(store, |read| uploads::of_week(read, "2021")))
    });

    let first = upload("2021", "bb", 3, Some((0, u32::MAX)));
    let listed = vec![upload("2021", "cc", 2, None), upload("2021", "aa", 3, None), first.clone()];
    assert_eq!(seen, (vec![true, true, true, false, true], (Some(first), None), listed));
}
