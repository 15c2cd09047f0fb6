use diesel::{allow_tables_to_appear_in_same_query, joinable, table};

table! {
    organisation (name) { name -> Text, locale -> Text, time_zone -> Text, }
}
table! {
    face (no) {
        no -> Integer, version -> Integer, logo -> Nullable<Binary>, logo_width -> Integer, logo_height -> Integer,
        accent -> Text, accent_dark -> Text, contact_name -> Text, contact -> Text, sender -> Text, reply_to -> Text,
        imprint -> Text, privacy -> Text, words -> Text,
    }
}
table! {
    person (id) {
        id -> Text, number -> Nullable<Text>, email -> Nullable<Text>, name -> Text, locale -> Text,
        time_zone -> Text, active -> Bool, searched -> Text,
    }
}
table! {
    account (person) {
        person -> Text, email -> Text, password_hash -> Nullable<Text>,
    }
}
table! {
    company_identity (issuer, subject) { issuer -> Text, subject -> Text, person -> Text, }
}
table! {
    account_role (person, role) { person -> Text, role -> Text, }
}
table! {
    account_part (person, team) { person -> Text, team -> Text, }
}
table! {
    second_factor (person) {
        person -> Text, seed -> Text, confirmed -> Bool, last_step -> BigInt, wrong -> Integer,
        wrong_since -> Timestamp,
    }
}
table! {
    recovery_code (hash) { hash -> Text, person -> Text, }
}
table! {
    team (id) {
        id -> Text, parent -> Nullable<Text>, name -> Text, path -> Text, active -> Bool,
    }
}
table! {
    membership (team, person) { team -> Text, person -> Text, role -> Text, }
}
table! {
    import_layout (import) { import -> Text, layout -> Text, }
}
table! {
    roster_layout (columns_hash) { columns_hash -> Text, layout -> Text, }
}
table! {
    roster_import (id) { id -> Text, content -> Binary, uploaded -> Timestamp, }
}
table! {
    roster_step (id) {
        id -> Text, applied -> Timestamp, actor -> Text, summary -> Text, act -> BigInt, changed -> Binary,
    }
}
table! {
    instrument (hash) { hash -> Text, survey -> Text, source -> Text, }
}
table! {
    wave (id) {
        id -> Text, previous -> Nullable<Text>, title -> Text, instrument -> Text, promise -> Text,
        auditors_read -> Bool, members_read -> Bool,
        k -> Integer, c -> Integer, opens -> Timestamp, closes -> Timestamp, state -> Text,
        opening_key -> Nullable<Binary>, participation_at -> Nullable<Timestamp>,
        participation -> Nullable<Integer>,
        released -> Nullable<Timestamp>, destroy_after -> Nullable<Timestamp>,
        key_destroyed -> Nullable<Date>, ballots_root -> Nullable<Text>, result_hash -> Nullable<Text>,
        spoilt -> Nullable<Integer>,
        key_tested -> Nullable<Timestamp>, key_sound -> Nullable<Bool>,
        series -> Nullable<Text>, turn -> Nullable<Integer>,
    }
}
table! {
    wave_node (wave, no) {
        wave -> Text, no -> Integer, parent -> Nullable<Integer>, team -> Nullable<Text>, name -> Text,
        own -> Bool, people -> Nullable<Integer>, cell -> Nullable<Integer>,
    }
}
table! {
    group_choice (wave, team) { wave -> Text, team -> Text, host -> Nullable<Text>, }
}
table! {
    cell (wave, no) {
        wave -> Text, no -> Integer, home -> Integer, kind -> Text, invited -> Integer, answered -> Nullable<Integer>,
        terms -> Nullable<Text>, public_key -> Nullable<Binary>, private_key -> Nullable<Binary>,
        issued -> Nullable<Integer>, ballots -> Nullable<Integer>,
        unreached -> Nullable<Integer>, atom -> Nullable<Integer>,
    }
}
table! {
    promise (wave) {
        wave -> Text, root -> Text, number -> Text, terms -> Text, form -> Text, hierarchy -> Text,
        page -> Text, script -> Text,
    }
}
table! {
    wave_asker (wave) { wave -> Text, text -> Text, }
}
table! {
    share (id) {
        id -> Text, wave -> Text, node -> Integer, atom -> Integer, secret_hash -> Text, promised -> Bool,
        day -> Date, ended -> Bool,
    }
}
table! {
    cell_sheet (wave, cell) { wave -> Text, cell -> Integer, text -> Text, }
}
table! {
    amendment (wave, no) { wave -> Text, no -> Integer, line -> Text, }
}
table! {
    invitation (id) {
        id -> Text, wave -> Text, person -> Text, node -> Integer, cell -> Integer, token_hash -> Nullable<Text>,
        blinded_hash -> Nullable<Text>,
    }
}
table! {
    slip (id) {
        id -> Text, wave -> Text, cell -> Integer, token_hash -> Nullable<Text>, blinded_hash -> Nullable<Text>,
    }
}
table! {
    slip_file (wave) { wave -> Text, made -> Date, }
}
table! {
    leader_form (id) {
        id -> Text, wave -> Text, node -> Integer, person -> Text, token_hash -> Nullable<Text>,
        answers -> Nullable<Text>, asked -> Bool, reads -> Bool,
    }
}
table! {
    ballot (id) {
        id -> Binary, wave -> Text, cell -> Integer, prefix -> Nullable<Binary>,
        signature -> Nullable<Binary>, sealed -> Nullable<Binary>,
    }
}
table! {
    publication (wave) { wave -> Text, header -> Text, }
}
table! {
    result (wave, atom) { wave -> Text, atom -> Integer, tally -> Text, }
}
table! {
    comment (id) { id -> Text, wave -> Text, question -> Text, circle -> Integer, words -> Text, }
}
table! {
    outbox (id) {
        id -> Text, kind -> Text, subject -> Text, wave -> Nullable<Text>, state -> Text, urgent -> Bool,
        paced -> Bool, attempts -> Integer, doubtful -> Integer, not_before -> Timestamp,
        leased_until -> Nullable<Timestamp>, begun -> Bool, reason -> Nullable<Text>, code -> Nullable<Integer>,
    }
}
table! {
    stopped (subject) { subject -> Text, }
}
table! {
    mail_pace (domain) { domain -> Text, minute -> Timestamp, taken -> Integer, }
}
table! {
    series (id) {
        id -> Text, months -> Integer, opens -> Timestamp, closes -> Timestamp, turn -> Integer,
        paused -> Bool,
    }
}
table! {
    commitment (id) {
        id -> Text, team -> Text, wave -> Text, side -> Text, what -> Text, whom -> Text, done -> Text,
        needed -> Text, due -> Date, made -> Timestamp, first_due -> Nullable<Date>,
        renegotiated -> Nullable<Date>, judged_in -> Nullable<Text>, slot -> Nullable<Text>,
    }
}
table! {
    sign_in (id) {
        id -> Text, kind -> Text, person -> Nullable<Text>, address -> Nullable<Text>, token_hash -> Text,
        code_hash -> Nullable<Text>, asked -> Timestamp, mailed -> Timestamp, mails -> Integer,
        expires -> Timestamp, attempts -> Integer, used -> Bool,
    }
}
table! {
    sign_in_browser (request, browser_hash) { request -> Text, browser_hash -> Text, }
}
table! {
    session (token_hash) {
        token_hash -> Text, id -> Text, person -> Text, way -> Text, device -> Text, created -> Timestamp,
        seen -> Timestamp,
    }
}
table! {
    act (no) {
        no -> BigInt, hash -> Text, previous -> Text, at -> Timestamp, actor -> Text, kind -> Text,
        subject -> Text,
    }
}
table! {
    edition (no) { no -> BigInt, }
}
table! {
    launch_request (wave) {
        wave -> Text, asker -> Text, asked -> Timestamp, seen -> Text, word -> Nullable<Text>,
        returned_by -> Nullable<Text>,
    }
}
table! {
    act_anchor (no) { no -> BigInt, hash -> Text, seal -> Text, }
}
table! {
    leaver (person) { person -> Text, since -> Date, }
}
table! {
    night (day) { day -> Date, counts -> Text, finished -> Bool, }
}
table! {
    report_pack (wave, lang) {
        wave -> Text, lang -> Text, state -> Text, done -> Integer, total -> Integer,
        attempts -> Integer, leased_until -> Nullable<Timestamp>,
    }
}
table! {
    trusteeship (wave) { wave -> Text, needed -> Integer, canary -> Nullable<Binary>, }
}
table! {
    trustee (wave, no) {
        wave -> Text, no -> Integer, name -> Text, key -> Binary, proven -> Nullable<Date>,
        refused -> Nullable<Date>, fits -> Nullable<Integer>, misfits -> Nullable<Integer>,
    }
}
table! {
    trustee_ticket (hash) { hash -> Text, wave -> Text, trustee -> Integer, expires -> Timestamp, }
}
table! {
    trustee_upload (wave, trustee) { wave -> Text, trustee -> Integer, content -> Binary, }
}

joinable!(account -> person (person));
joinable!(account_role -> account (person));
joinable!(membership -> person (person));
joinable!(membership -> team (team));
joinable!(invitation -> person (person));
joinable!(invitation -> wave (wave));
joinable!(leader_form -> person (person));
joinable!(leader_form -> wave (wave));
joinable!(session -> person (person));
joinable!(sign_in_browser -> sign_in (request));
joinable!(wave -> instrument (instrument));
allow_tables_to_appear_in_same_query!(
    leaver,
    account,
    account_role,
    person,
    team,
    membership,
    invitation,
    leader_form,
    session,
    sign_in,
    sign_in_browser,
    wave,
    wave_node,
    instrument,
    cell,
    outbox,
    stopped,
    share,
);
