use crate::error::Outcome;
use crate::ids::WaveId;
use crate::store::schema::{
    amendment, ballot, cell, cell_sheet, comment, commitment, group_choice, invitation,
    leader_form, outbox, promise, publication, report_pack, result, share, slip, slip_file,
    stopped, trustee, trustee_ticket, trustee_upload, trusteeship, wave, wave_asker, wave_node,
};
use crate::store::{Db, Moment};
use diesel::prelude::*;

/// Waves that closed before a moment and whose keys are destroyed, the oldest first.
pub fn over(c: &mut Db, before: Moment) -> Outcome<Vec<WaveId>> {
    let over = wave::table
        .filter(wave::closes.lt(before))
        .filter(wave::key_destroyed.is_not_null());
    Ok(over
        .order((wave::closes, wave::id))
        .select(wave::id)
        .load(c)?)
}

/// Removes the comments of one wave that closed before a moment; how many.
pub fn forget_comments(c: &mut Db, before: Moment) -> Outcome<usize> {
    for id in over(c, before)? {
        let of_wave = comment::table.filter(comment::wave.eq(&id));
        let gone = diesel::delete(of_wave).execute(c)?;
        if gone > 0 {
            return Ok(gone);
        }
    }
    Ok(0)
}

/// Removes what the leaders of a wave answered; how many of them.
pub fn forget_leader_answers(c: &mut Db, id: &WaveId) -> Outcome<usize> {
    let of_wave = leader_form::table
        .filter(leader_form::wave.eq(id))
        .filter(leader_form::answers.is_not_null());
    let none: Option<String> = None;
    let gone = diesel::update(of_wave).set(leader_form::answers.eq(none));
    Ok(gone.execute(c)?)
}

/// Waves that closed before a moment and can go as a whole, the oldest first. What a series goes on from stays, and a
/// wave goes after the one before it.
pub fn due_waves(c: &mut Db, before: Moment) -> Outcome<Vec<WaveId>> {
    let mut due = Vec::new();
    for id in over(c, before)? {
        let one = wave::table.find(&id);
        let (previous, series, turn): (Option<WaveId>, Option<String>, Option<i32>) = one
            .select((wave::previous, wave::series, wave::turn))
            .get_result(c)?;
        let goes_on = match series {
            None => true,
            Some(series) => {
                let later = wave::table
                    .filter(wave::series.eq(series))
                    .filter(wave::turn.gt(turn))
                    .filter(wave::key_destroyed.is_not_null());
                later.count().get_result::<i64>(c)? > 0
            }
        };
        if goes_on && previous.is_none_or(|previous| due.contains(&previous)) {
            due.push(id);
        }
    }
    Ok(due)
}

/// The waves that follow one.
pub fn followers(c: &mut Db, id: &WaveId) -> Outcome<Vec<WaveId>> {
    let next = wave::table.filter(wave::previous.eq(id));
    Ok(next.order(wave::id).select(wave::id).load(c)?)
}

/// Removes a wave with all that belongs to it; whether it was there.
pub fn remove_wave(c: &mut Db, id: &WaveId) -> Outcome<bool> {
    let members = invitation::table.filter(invitation::wave.eq(id));
    let leaders = leader_form::table.filter(leader_form::wave.eq(id));
    let mut slips: Vec<String> = members.select(invitation::id).load(c)?;
    slips.extend(leaders.select(leader_form::id).load::<String>(c)?);
    for some in slips.chunks(500) {
        diesel::delete(stopped::table.filter(stopped::subject.eq_any(some))).execute(c)?;
    }
    macro_rules! empty {
        ($($table:ident),+ $(,)?) => {
            $(diesel::delete($table::table.filter($table::wave.eq(id))).execute(c)?;)+
        };
    }
    empty!(
        outbox,
        invitation,
        slip,
        slip_file,
        leader_form,
        ballot,
        comment,
        result,
        publication,
        promise,
        wave_asker,
        amendment,
        cell_sheet,
        cell,
        wave_node,
        group_choice,
        report_pack,
        share,
        trustee_upload,
        trustee_ticket,
        trustee,
        trusteeship,
    );
    let none: Option<WaveId> = None;
    diesel::update(wave::table.filter(wave::previous.eq(id)))
        .set(wave::previous.eq(none))
        .execute(c)?;
    let gone = diesel::delete(wave::table.find(id)).execute(c)?;
    remove_commitments(c)?;
    Ok(gone == 1)
}

/// Removes what was undertaken after a wave that is gone, and is judged in none that is there.
fn remove_commitments(c: &mut Db) -> Outcome<()> {
    let waves: Vec<WaveId> = wave::table.select(wave::id).load(c)?;
    let judged: Vec<Option<WaveId>> = waves.iter().cloned().map(Some).collect();
    let lost = commitment::table
        .filter(commitment::wave.ne_all(&waves))
        .filter(
            commitment::judged_in
                .is_null()
                .or(commitment::judged_in.ne_all(judged)),
        );
    diesel::delete(lost).execute(c)?;
    Ok(())
}
