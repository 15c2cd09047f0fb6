# Refusals: what was wrong, where, and what to do. They stand beside the form that was sent.

problem-needed = This is needed: please fill it in.
problem-email = This is not an e-mail address: write one such as ada@example.org.
problem-password-short = The password is too short: use 12 characters or more, for example four words.
problem-locale = The language is not known: choose one from the list.
problem-time-zone = The time zone is not known: choose one from the list, such as Europe/Berlin.

problem-password = Address and password do not match: check both, or choose a new password by “Forgotten your password?”.
problem-code = The code is wrong or too old: check its letters and digits, or ask for a new mail.
problem-nobody = Nobody with this address is active: check its spelling, or import a roster that contains it.

problem-form = The form did not arrive complete: go back and send it again.
problem-form-old = The form was made before you signed in, or your session has ended: go back, load the page again and send it once more.
problem-other-site = The form came from another site, so nothing was done: open this site by its own address and send it from there.

problem-upload = The file did not arrive complete: upload it again.
problem-upload-empty = There was no file, or an empty one: choose the file and upload it.
problem-upload-kind = The file is not what its name says, or of a kind that is not read: upload a text (.csv, .tsv, .txt, .ldif) or a workbook (.xlsx, .xls, .ods).
problem-upload-large = The file is larger than 20 MiB: upload a roster with only the named columns.
problem-roster-columns = Say first what the columns of the file mean.
problem-roster-unassigned = The columns of the file are not all recognised. { $why } Upload the file once on the page of the roster and say there what its columns mean: that is remembered.
problem-roster-leavers = { $leaving } people would leave the roster, so nothing was taken. If that is right, call it again with --leavers { $leaving }.
problem-roster-faults = { $faults ->
    [one] One line of the file is wrong, so nothing was applied: correct it in your file and upload it again.
   *[other] { $faults } faults are in the file, so nothing was applied: correct them in your file and upload it again.
}

problem-survey-unknown = There is no such survey: choose one from the list.
problem-wave-title = The title does not fit: write 1 to 60 characters, such as Q4 2026.
problem-wave-opens = The opening is not a time that exists: write a day and a time, such as 2 November 2026, 09:00.
problem-wave-closes = The end is not a time that exists: write a day and a time, such as 12 November 2026, 18:00.
problem-wave-promise = What people are promised is missing: choose anonymous or confidential.
problem-wave-late = Ballots of this wave are still accepted: wait a quarter of an hour after its close and release the results then.
problem-wave-order = The end has to be after the opening and in the future: choose a later end.
problem-wave-fixed = The terms of this wave have been fixed, so it cannot be changed or deleted: call it off, or plan another wave.
problem-wave-few = Only { $asked ->
    [one] one member
   *[other] { $asked } members
  } would be asked, and nothing is shown below { $needed }: import a roster with more members.
problem-wave-not-frozen = This wave is no longer waiting to open: load the page again to see its state.
problem-wave-early = The opening time of this wave has not come yet: it opens automatically.
problem-wave-not-open = This wave is not open, so it cannot be closed: load the page again to see its state.
problem-wave-not-closed = The results of this wave cannot be released: it is still open, or they have been released already. Load the page again to see its state.
problem-wave-unanswered = { $answers ->
    [0] Nobody has answered,
    [one] One member has answered,
   *[other] { $answers } members have answered,
  } and nothing is shown below { $needed }: there will be no results for this wave. Plan another one.
problem-wave-broken = { $broken ->
    [one] One sealed answer
   *[other] { $broken } sealed answers
  } cannot be opened, so nothing was released: ask the operator whether the database and the keys belong to the same installation.
problem-wave-grace = The keys of this wave cannot be destroyed yet: wait for the promised day, or until its results are released and the grace period is over.
problem-wave-lapsed = The day on which the keys of this wave had to be destroyed has come, so its results can no longer be released. Plan another wave.
problem-wave-call-off = This wave cannot be called off: it is a draft, or it is over. Delete a draft; otherwise load the page again to see its state.
problem-amend-over = This wave can no longer be changed: it is not launched, or its end has passed. Load the page again to see its state.
problem-amend-end = The new end has to be later than the present one, and not after { $latest } UTC, which was promised as the latest.
problem-amend-places = No spare place is left in this group: nobody else can be added to it in this wave.
problem-amend-person = This person cannot be added: they have been asked already, or are not on the roster as a member of a team that is asked. Load the page again.
problem-amend-twin = With this person two groups would differ by so few people that their answers could be told. Ask them in the next wave.
problem-wave-draft = This wave is itself a draft: launch it before you create the one after it.
problem-wave-keys = Somebody is launching this wave right now, or an earlier launch was interrupted. Look again in a minute; if it is still a draft then, delete it and plan it again.
problem-often = Too many attempts. Wait a few minutes and try again.
problem-demo-quarter = The demo has three finished quarters: choose 1, 2 or 3.

problem-series-period = Choose a month, a quarter, half a year or a year.
problem-series-draft = Launch this wave first: a draft cannot be repeated.
problem-series-already = This wave already repeats.
problem-commitment-late = The day of this commitment has passed, so its date cannot be moved any more. Tell your team why, and make a new one.
problem-commitment-due = Choose a day after today, at most a year ahead.
problem-commitment-judged = The members are being asked about this commitment, so it stays as it is.
problem-commitment-stands = A commitment can be taken back for one day. This one stands; the members will judge it.
problem-group-choice = Only a team of this roster that is too small by itself can be counted with another team, and with one that has members.
