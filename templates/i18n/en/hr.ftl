# HR's console.

hr-title = Overview
hr-next = What to do next
hr-next-import = Import your roster
hr-next-import-why = A roster says who leads and who belongs to which team. Without it nobody can be asked.
hr-next-import-go = Go to the roster
hr-next-plan = Plan your first wave
hr-next-plan-why = A wave asks leaders and members the same things, once, within a few days that you choose. A plan stays a draft until you launch it.
hr-next-plan-go = Plan a wave
hr-next-again = Create the next wave
hr-next-again-why = All waves are over. You can create the next one from { $title }, a quarter later.
hr-next-again-go = Go to { $title }
hr-next-draft = { $title } is a draft
hr-next-draft-why = It would open on { $when }. Nobody is asked until you launch it.
hr-next-draft-go = Check and launch
hr-next-preparing = { $title } is being prepared
hr-next-preparing-why = The keys of its groups are being generated. It opens automatically afterwards.
hr-next-frozen = { $title } is waiting to open
hr-next-frozen-why = It opens automatically on { $when }, and the invitations go out then.
hr-next-closed = { $title } is waiting for its release
hr-next-closed-why = { $answered } The answers stay sealed until you release the results.
hr-next-closed-go = Release the results
hr-next-look = See its progress

hr-figures = At a glance
hr-figures-roster = { $teams ->
    [one] One team
   *[other] { $teams } teams
  } and { $people ->
    [one] one person
   *[other] { $people } people
  } on the roster
hr-figures-mail = Mails: { $queued } queued, { $sent } sent
hr-figures-log = Log of what was done, by whom and when
hr-figures-lost = { $lost ->
    [one] One mail did not arrive.
   *[other] { $lost } mails did not arrive.
  } The page of the wave says why and what helps.

hr-roster-title = Roster
hr-roster-count = { $teams ->
    [one] One team
   *[other] { $teams } teams
  }, { $people ->
    [one] one person
   *[other] { $people } people
  }
hr-roster-empty = There is no roster yet. Upload a file to begin.
hr-upload = Upload a roster
hr-upload-truth = The file is the whole roster: whoever is not in it leaves, and whoever is new in it joins. Waves that have been launched keep the roster they started with.
hr-upload-columns = Upload the list as your HR system exports it: as CSV, Excel or LDIF, with whatever columns it has. What they mean is recognised, and you see it before anything is taken. If you write the list yourself, the columns are team (as a path from the top, such as Example/Product), e-mail, name and role (leader or member); number, locale (en or de) and time zone are optional.
hr-upload-sample = Download a sample file
hr-upload-file = Roster file, at most 20 MiB
hr-upload-go = Check this file
hr-upload-safe = You will see what would change. Nothing changes until you confirm it.
hr-teams = Teams
hr-teams-team = Team
hr-teams-led = led by { $leaders }
hr-teams-members = Members
hr-teams-note = Members are counted where they are listed, without the teams below and without the leaders.

hr-team-back = All teams
hr-team-leaders = { $count ->
    [one] Leader
   *[other] Leaders
}
hr-team-leaderless = Nobody leads this team.
hr-team-members = { $count ->
    [0] Members
    [one] One member
   *[other] { $count } members
}
hr-team-empty = This team has no members of its own.

hr-import-title = Check the roster
hr-import-facts = { $rows ->
    [one] One valid line
   *[other] { $rows } valid lines
  }, read as { $encoding } with { $delimiter } between the columns.
hr-import-unreadable = This file cannot be read as a roster
hr-import-faults-do = No line can be taken as it is. Correct these places in your file and upload it again. Until then the roster stays as it is.
hr-import-blank = (empty)
hr-import-other = Upload another file
hr-import-nothing = This file matches the roster: there is nothing to change.
hr-import-back = Back to the roster
hr-import-stored = This is what would change. Nothing has changed yet.
hr-import-leaderless = { $count ->
    [one] One team has members and no leader
   *[other] { $count } teams have members and no leader
}
hr-import-leaderless-means = You can continue: the members are asked, but there is no leader's side to compare them with.
hr-import-new-teams = { $count ->
    [one] One new team
   *[other] { $count } new teams
}
hr-import-closed-teams = { $count ->
    [one] One team closes
   *[other] { $count } teams close
}
hr-import-new-people = { $count ->
    [one] One new person
   *[other] { $count } new people
}
hr-import-leaving-people = { $count ->
    [one] One person leaves
   *[other] { $count } people leave
}
hr-import-changed-people = { $count ->
    [one] One person changes
   *[other] { $count } people change
}
hr-import-change = { $email }: { $column } from { $before } to { $after }
hr-import-joined = { $count ->
    [one] One person joins a team
   *[other] People join teams: { $count } times
}
hr-import-left = { $count ->
    [one] One person leaves a team
   *[other] People leave teams: { $count } times
}
hr-import-place = { $email }, { $role } in { $team }
hr-import-kept = As before: { $teams ->
    [one] one team
   *[other] { $teams } teams
  }, { $people ->
    [one] one person
   *[other] { $people } people
  }, { $places ->
    [one] one membership
   *[other] { $places } memberships
  }.
hr-import-apply = Apply these changes
hr-import-cancel = Leave the roster as it is

hr-waves-title = Waves
hr-waves-new = Plan a wave
hr-waves-none = There are no waves yet.
hr-waves-wave = Wave
hr-waves-state = State
hr-waves-times = Opens and closes
hr-waves-span = { $opens } to { $closes }

hr-state-draft = Draft
hr-state-preparing = Being prepared
hr-state-frozen = Launched
hr-state-open = Open
hr-state-closed = Closed
hr-state-released = Released
hr-state-lapsed = Ended without results
hr-state-off = Called off

hr-new-title = Plan a wave
hr-new-draft = This creates a draft. Nobody is asked until you launch it.
hr-new-go = Create the draft
hr-plan-survey = Survey
hr-plan-survey-option = { $title } ({ $minutes } minutes, { $statements } statements)
hr-plan-title = Title, as people see it in the mail
hr-plan-opens = Opens
hr-plan-closes = Closes
hr-plan-promise = What people are promised
hr-promise-anonymous = Anonymous
hr-promise-confidential = Confidential
hr-plan-anonymous = Answers are sealed on the sender's device and signed blindly. Once the keys are destroyed, nobody can find out who said what, and everybody can check this. It needs a browser with JavaScript.
hr-plan-confidential = The server seals the answers when they arrive. Whoever controls it could look at them. No JavaScript is needed.
hr-plan-zone = Times are in the time zone { $zone }.

hr-wave-back = All waves
hr-wave-draft = Nobody has been asked. Check the times and both forms, then launch.
hr-wave-plan = Title and times
hr-wave-change = Save the changes
hr-wave-launch = Launch this wave …
hr-wave-launch-means = Launching fixes today's roster ({ $people ->
    [one] one person
   *[other] { $people } people
  }), the groups, the questions and the times. None of it can be changed afterwards.
hr-wave-launch-now = Its opening time has passed, so the invitations go out at once.
hr-wave-launch-then = It opens automatically on { $opens }, and the invitations go out then.
hr-wave-launch-go = Fix the terms and launch
hr-wave-drop = Delete this draft …
hr-wave-drop-means = The draft is deleted. Nobody was asked, so nothing else is lost.
hr-wave-drop-go = Delete the draft
hr-wave-preparing = { $keys } of { $groups } groups have their key.
hr-wave-preparing-bar = Keys generated
hr-wave-preparing-why = Every group gets its own key, with which the server signs answers that it cannot see. This continues automatically, even after a restart; you can leave this page.
hr-wave-frozen = It opens automatically on { $opens }, and the invitations go out then.
hr-wave-frozen-fixed = Roster, groups, questions and times are fixed. You can still extend it, add somebody who was forgotten, or call it off.
hr-wave-open = It accepts answers until { $closes } ({ $zone }) and closes automatically.
hr-wave-close = Close this wave now …
hr-wave-close-means = From then on nobody can answer any more, and a closed wave cannot be opened again.
hr-wave-close-go = Close the wave
hr-wave-closed = It closed on { $closes }. The answers are still sealed; nobody has seen any.
hr-wave-settles = Answers that were on their way are accepted until { $settles }. Then the list of ballots is final, and the results can be released.
hr-wave-release = Release the results …
hr-wave-release-means = This opens all answers at once, publishes what may be shown for groups of { $smallest } or more, and tells the leaders by mail. It happens once and cannot be undone.
hr-wave-release-go = Open the answers and publish
hr-wave-destroys-by = If the results are not released by { $when }, the keys are destroyed as promised, and nobody can open the answers any more. You get a mail 14 and 3 days before.
hr-wave-lapsed = Nobody released the results, so the keys, the sealed answers and the personal links were destroyed on { $day }, as promised. There are no results.
hr-wave-off = This wave was called off. Its keys are destroyed with all ballots and links, and its public page says so.
hr-wave-call-off = Call this wave off …
hr-wave-call-off-means = No more invitations and reminders go out, the keys are destroyed with all ballots and links, and the public page says that the wave was called off. This cannot be undone; there will be no results.
hr-wave-call-off-go = Call the wave off for good
hr-changes = Changes since the promise was made
hr-changes-none = Nothing has been changed.
hr-changes-means = Everybody who is asked sees each change on the form and on the public page.
hr-extend = Accept answers for longer …
hr-extend-latest = It already closes at the latest end that was promised.
hr-extend-until = { $latest } ({ $zone }) at the latest, as promised.
hr-extend-go = Extend the wave
hr-add = Ask somebody who was forgotten or has joined …
hr-add-means = Every group has a few spare places. Import the roster with this person first. The members of the group see the name on their form.
hr-add-who = Person and team
hr-add-nobody = Nobody on today's roster is missing, or no place is left.
hr-add-go = Invite this person
hr-wave-released = The results were published on { $released }.
hr-wave-organisation = The whole organisation
hr-wave-csv = The published figures as a CSV file
hr-wave-destroy = The keys, the sealed answers and the personal links are destroyed on { $when }.
hr-wave-destroyed = The keys, the sealed answers and the personal links were destroyed on { $day }.
hr-wave-retake = Create the next wave
hr-wave-retake-means = It becomes a draft with the same survey, a quarter later.
hr-wave-terms = Terms
hr-wave-survey = { $survey }, about { $minutes } minutes
hr-wave-items = { $leader } statements for leaders, { $member } for members{ $judged ->
    [0] {""}
   *[other] , and one more for each commitment that a team judges ({ $judged } at most)
  }
hr-wave-times = { $opens } to { $closes } ({ $zone })
hr-wave-smallest = Nothing is shown for groups in which fewer than { $smallest } different people answered.
hr-wave-anonymous = People are promised that they stay anonymous.
hr-wave-confidential = People are promised that their answers stay confidential.
hr-wave-promise = The promise has the number { $short }; it appears in every mail and on the form.
hr-wave-public = The public page of this wave
hr-wave-key-sound = The opening key was tested on { $when }: it opens what is sealed for this wave.
hr-wave-key-broken = The opening key failed its test on { $when }: ask the operator to put the right key file back before the wave closes. The reason is in the log.
hr-wave-preview-member = See the form as members see it
hr-wave-preview-leader = See the form as leaders see it

hr-participation = Participation
hr-participation-total = { $answered } ballots came from { $invited } people asked.
hr-participation-percent = About { $percent }% of { $invited } people asked have answered.
hr-participation-few = Of { $invited } people asked, too few have answered to say how many.
hr-participation-untold = not told: the group is too small
hr-participation-fewer = fewer than { $answered } of { $invited }
hr-participation-most = { $answered } or more of { $invited }
hr-participation-hourly = Counted hourly, last on { $counted }.
hr-participation-final = This is the final count.
hr-participation-none = { $invited ->
    [one] One member is
   *[other] { $invited } members are
  } invited. Answers are counted hourly once the wave is open.
hr-participation-group = Group
hr-participation-answered = Answered
hr-participation-of = { $answered } of { $invited }
hr-participation-of-none = of { $invited }
hr-participation-merged = counted together: { $teams }
hr-participation-who = Only groups are counted, never individuals: nobody can see, here or anywhere else, who has not answered.

hr-preview-title = Preview of { $title }
hr-preview-leader = This is the form as leaders see it. It cannot be filled in or sent.
hr-preview-member = This is the form as members see it. It cannot be filled in or sent.
hr-preview-back = Back to { $title }

hr-log-title = What was done
hr-log-lead = What people with an account, the operator and the server itself did, the latest first. Each entry is sealed under a key outside the database, over the one before it too, so none can be changed or removed unnoticed. What respondents do is never recorded.
hr-log-whole = All { $count } entries are intact.
hr-log-broken = The log is not intact: { $broken ->
        [one] one of { $count } entries was
       *[other] { $broken } of { $count } entries were
    } changed, or the entry before it is missing. Somebody has changed the database by hand. Ask the operator.
hr-log-damaged = Changed, or the entry before it is missing
hr-log-unreadable = This entry can no longer be read
hr-log-when = When
hr-log-what = What
hr-log-who = Who
hr-log-itself = automatically
hr-log-set-up = Gutcheck was set up
hr-log-signed-in = Signed in
hr-log-operator-link = A link was made that signs { $title } in
hr-log-account-invited = { $title } was invited: { $roles }
hr-log-account-roles = The roles of { $title } were changed: { $roles }
hr-log-account-removed = The account of { $title } was removed
hr-log-account-password = The password of { $title } was set
hr-log-account-factor = The second factor of { $title } was set up or changed
hr-log-account-factor-gone = The second factor of { $title } was taken away
hr-log-downloaded = Results of { $title } were downloaded
hr-log-log-downloaded = This log was downloaded
hr-log-roster-downloaded = The roster was downloaded
hr-log-sessions-ended = All sessions of { $title } were ended
hr-log-all-sessions-ended = The sessions of everybody were ended
hr-log-face-changed = Settings were changed: { $settings }
hr-log-planned = { $title } was planned
hr-log-replanned = The plan of { $title } was changed
hr-log-dropped = A draft was deleted
hr-log-tip = The last entry is { $tip }. This stands in mails to survey leads too, so that a log that was cut short or written anew is noticed.
hr-log-csv = Download as CSV
hr-log-roster = A roster was applied
hr-log-grouped = It was chosen with whom a small team is counted in { $title }
hr-log-frozen = The terms of { $title } were fixed
hr-log-promised = Keys and promise of { $title } were created
hr-log-opened = { $title } was opened for answers
hr-log-extended = { $title } was extended
hr-log-added = Somebody was added to { $title }
hr-log-called-off = { $title } was called off
hr-log-closed = { $title } was closed
hr-log-settled = The list of ballots of { $title } became final
hr-log-released = The results of { $title } were published
hr-log-key-failed = The opening key of { $title } failed its test
hr-log-destroyed = The keys of { $title } were destroyed

hr-participation-unreached = { $people ->
    [one] One of them could not be reached by mail, and counts as asked all the same.
   *[other] { $people } of them could not be reached by mail, and count as asked all the same.
  }

hr-mail = Mails of this wave
hr-mail-kind = Mail
hr-mail-state-queued = Queued
hr-mail-state-sent = Sent
hr-mail-state-uncertain = Uncertain
hr-mail-state-refused = Refused
hr-mail-state-bounced = Came back
hr-mail-notice = Notice to you
hr-mail-unreleased = Warning to you
hr-mail-last-days = Last warning to you
hr-mail-invitation = Invitations
hr-mail-leader-form = Leaders' forms
hr-mail-reminder = Reminders
hr-mail-leader-reminder = Reminders to leaders
hr-mail-last-call = Last calls
hr-mail-results = Results are ready
hr-mail-reasons = Why mails wait or did not arrive
hr-mail-why-queued = { $mails ->
    [one] One mail is waiting and will be tried again:
   *[other] { $mails } mails are waiting and will be tried again:
  }
hr-mail-why-uncertain = { $mails ->
    [one] One mail may or may not have arrived:
   *[other] { $mails } mails may or may not have arrived:
  }
hr-mail-why-refused = { $mails ->
    [one] One mail was refused:
   *[other] { $mails } mails were refused:
  }
hr-mail-why-failed = { $mails ->
    [one] One mail was given up after several attempts:
   *[other] { $mails } mails were given up after several attempts:
  }
hr-mail-why-bounced = { $mails ->
    [one] One mail came back:
   *[other] { $mails } mails came back:
  }
hr-mail-because-unreachable = the mail server cannot be reached. Ask the operator.
hr-mail-because-encryption = the connection to the mail server could not be encrypted. Ask the operator.
hr-mail-because-login = the mail server does not accept the user name and password. Ask the operator.
hr-mail-because-sender = the mail server does not accept the sender's address. Ask the operator.
hr-mail-because-busy = the mail server asked to try again later. There is nothing to do.
hr-mail-because-broken = the connection broke before the mail was handed over. There is nothing to do.
hr-mail-because-unanswered = the connection broke after the mail was handed over and before the answer came.
hr-mail-because-interrupted = the server was stopped while it was sending.
hr-mail-because-address = the mail server does not know the address or does not deliver to it. Correct it in the roster.
hr-mail-because-content = the mail server rejects the mail, often because it looks like advertising. Ask the operator.
hr-mail-because-came-back = nobody receives mail at this address any more, or the mailbox is full. Correct it in the roster.
hr-mail-because-folder = the folder for mails is not writable. Ask the operator.
hr-mail-because-unworded = the mail could not be created. Ask the operator for the reason, which is in the log.
hr-mail-twice = { $mails ->
    [one] One mail may have arrived twice, because the connection broke at the wrong moment.
   *[other] { $mails } mails may have arrived twice, because the connection broke at the wrong moment.
  }
hr-mail-unreachable = { $people ->
    [one] One person could not be reached …
   *[other] { $people } people could not be reached …
  }
hr-mail-unreachable-means = Their first mail did not arrive, so they have no link. They count as asked all the same. Correct their addresses here, or in the roster and send the mails again then.
hr-mail-again-means = Whatever was refused, given up, came back or is uncertain is sent once more, to the addresses in the roster at that time. A mail that arrived after all may then arrive twice.
hr-mail-again-go = Send these mails again
hr-mail-who = Reminders go out automatically, on weekday mornings where people live, to those whose link has not been used. Nobody can see who that is.

hr-repeat = Repetition
hr-repeat-means = The wave can run again automatically: same survey, same promise, by the calendar. You get a mail beforehand and can change, skip or pause it.
hr-repeat-every = Run it again
hr-repeat-period = { $months ->
    [1] every month
    [3] every quarter
    [6] every half-year
   *[12] every year
  }
hr-repeat-go = Repeat this wave
hr-repeat-now = It runs again { $months ->
    [1] every month
    [3] every quarter
    [6] every half-year
   *[12] every year
  }.
hr-repeat-paused = The repetition is paused: nothing is created or launched automatically.
hr-repeat-draft = { $title } has been created and opens automatically on { $opens }.
hr-repeat-next = The next one opens on { $opens }; you get a mail on { $told }.
hr-repeat-see = Go to { $title }
hr-repeat-roster = The roster is fixed on { $roster }. Until then you can change title and times, or skip this wave.
hr-repeat-skip = Skip { $title }
hr-repeat-pause = Pause the repetition
hr-repeat-resume = Resume the repetition
hr-repeat-end = End the repetition

hr-log-repeated = { $title } repeats from now on
hr-log-skipped = The wave after { $title } was skipped
hr-log-paused = The repetition of { $title } was paused
hr-log-resumed = The repetition of { $title } was resumed
hr-log-ended = The repetition of { $title } was ended
hr-log-mailed-again = Mails of { $title } were sent again

hr-groups-title = Who is counted with whom
hr-groups-lead = By today's roster. A group is shown once enough different people in it have answered. After the launch nothing of this can be changed.
hr-groups-team = Team
hr-groups-people = People
hr-groups-counted = How it is counted
hr-groups-own = has a report of its own
hr-groups-with = counted in { $home } together with { $with }
hr-groups-pool-alone = counted in { $home }
hr-groups-twin = counted together with { $with }: they have nearly the same people, and two reports would tell of the few who are in one only
hr-groups-not-asked = not asked
hr-groups-needs = needs answers of { $needed } of { $asked } people
hr-groups-choice = Count { $team }
hr-groups-upwards = with other small teams, as far up as it needs
hr-groups-out = not at all: do not ask its people
hr-groups-host = with { $team }
hr-groups-host-loses = with { $team }, which loses its own report
hr-groups-go = Change
hr-groups-without = { $department } will be shown without { $teams }.
hr-groups-nowhere = { $teams } cannot be counted anywhere: there are too few people in small teams. Unless you count them with another team, they are not asked.
