//! What a promise says of the log of acts.

mod support;

use actix_web::test;
use diesel::connection::SimpleConnection;
use gutcheck::store::Db;
use gutcheck::store::act;
use gutcheck::wave;
use support::departments::{browser, town};

#[actix_web::test]
async fn each_promise_names_the_end_of_the_log_and_a_log_that_was_written_anew_is_told() {
    let (town, [first, _]) = town();
    let service = test::init_service(gutcheck::web::pages(town.app.clone())).await;
    let known = wave::overview(&town.app, &first)
        .unwrap()
        .promise
        .unwrap()
        .1;
    let told = wave::public(&town.app, &known)
        .unwrap()
        .terms
        .log_tip
        .unwrap();
    assert!(town.app.store.read(|c| act::stands(c, &told)).unwrap());
    let mut visitor = support::Browser::new(&service);
    visitor.get(&format!("/wave/{known}")).await.says(&told);
    assert!(wave::broken_log_tips(&town.app).unwrap().is_empty());
    let no = told.split('-').next().unwrap();
    let damage = format!("UPDATE act SET hash = 'forged' WHERE no = {no}");
    let done = town.app.store.write(|c| match c {
        Db::Sqlite(c) => Ok(c.batch_execute(&damage)?),
        Db::Postgres(_) => unreachable!("towns are on SQLite"),
    });
    done.unwrap();
    let broken = wave::broken_log_tips(&town.app).unwrap();
    assert!(broken.contains(&"Wave 1".to_owned()), "{broken:?}");
    let mut auditor = browser(&town, &service, "aud@harbour.example").await;
    auditor
        .get("/hr/log")
        .await
        .says("is not the one that was promised");
}
