# What HR does in a running wave: the people who are asked, their addresses, their leaders, and what is mailed about it.

hr-asked = Everybody who is asked
hr-asked-see = Everybody who is asked, and their addresses
hr-asked-lead = Here an address can be corrected. Whether somebody has answered is not known here, nor anywhere else.
hr-asked-back = Back to { $title }
hr-asked-sought = Name, address or team
hr-asked-search = Search
hr-asked-found = { $found ->
    [0] Nobody is found
    [one] One person is found
   *[other] { $found } people are found
  } among { $all }.
hr-asked-more = The first { $most } are shown. Search for the others.
hr-asked-who = Person
hr-asked-address = Address
hr-asked-team = Asked about
hr-asked-leads = { $teams } (as the leader)
hr-asked-mail-lost = the first mail did not arrive
hr-asked-mail-waiting = a mail is on its way
hr-asked-gone = no longer on the roster
hr-asked-gone-means = { $name } has left the roster and gets no more mails.
hr-address = Correct the address
hr-address-now = On the roster: { $email }
hr-address-field = Right address
hr-address-open = The same invitation, with the same link, goes to the right address at once. The number of people invited stays as it was promised.
hr-address-later = Whatever is still to be sent in this wave goes to the right address.
hr-address-old = The old address gets nothing more, not even word of this change, so be sure that the new one is theirs; the log says who changed it. If a mail did arrive there, whoever reads it has the link too, and it works once: then tell { $name } about it.
hr-address-go = Correct the address
hr-mail-correct = Correct the address of { $name }
problem-address-same = This is the address that stands on the roster already: enter another one, or send the mails again.
problem-address-taken = This address belongs to { $name }: check which of the two is right.

hr-leaders = Leaders
hr-leaders-count = { $answered } of { $asked } leaders have answered. Their forms are named, and they know it; of members nobody can see this.
hr-leaders-list = All leaders …
hr-leaders-who = Leader
hr-leaders-state = Form
hr-leaders-answered = has answered
hr-leaders-owes = has not answered yet
hr-leaders-stays = leads the team no more; the answers stay in its report
hr-leaders-reads = reads the report, was not asked
hr-leaders-remind = Remind those who have not answered
hr-leaders-remind-means = They get one mail from you, besides the reminder that goes out by itself.
hr-leaders-changed = { $team } has changed hands
hr-leaders-now = By today's roster { $now } leads it. { $gone ->
    [none] The members were not told so.
   *[other] The members were told: { $gone }.
  }
hr-leaders-nobody = By today's roster nobody leads it, so nobody will read its report. The members were told: { $gone }. Put whoever leads it on the roster.
hr-leaders-pass = { $now } is asked with a form and a link of their own; the old link stops working. The members see the new name on their form, the public page says that somebody else reads, and { $now } reads the report.
hr-leaders-answered-already = Somebody who leads the team no more has answered: those answers stay in its report as the leader's side, and nobody else is asked for another. { $now } will read the report. The members see the new name on their form, and the public page says that somebody else reads.
hr-leaders-late = At the release { $now } becomes its reader by itself; the public page says so.
hr-leaders-after = The report was published to those who led the team then. Until the lists of names are destroyed, { $now } can be made its reader; the public page says so, and they get a mail.
hr-leaders-go = Hand it on to { $now }
hr-leaders-read-go = Let { $now } read
hr-release-readers = Whoever leads a team at the release reads its report. These have changed hands since its members were told who reads:
hr-release-reader = { $team }: { $now ->
    [none] nobody leads it now, so nobody will read its report
   *[other] { $now } will read its report
  }
problem-lead-over = Who reads can no longer be changed: the lists of names are destroyed, or the wave is not launched. Load the page again to see its state.
problem-lead-nobody = Nobody else leads this team by today's roster: import the roster with its new leader first, then hand it on.
problem-leaders-reminded = There is nobody left to remind: every leader has answered, has been reminded by you before, or wants no mails.
problem-wave-not-open-now = This wave is not open, so nobody is reminded. Load the page again to see its state.

answer-handed-on-title = This form was handed on
answer-handed-on = Somebody else leads the team now, so this link can no longer be used. What you had sent before stays in the team's report. If you lead the team still, tell HR.

wave-change-lead = { $day }: somebody else leads { $group } and will read its report. Those who had not answered by then see the name on their form.
ballot-changed-lead = { $day }: somebody else leads group number { $cell } and will read its report.

hr-log-handed-on = A team of { $title } was handed on to those who lead it now
hr-log-reminded-leaders = Leaders were reminded of { $title }
hr-log-readdressed = Somebody's address was corrected

hr-wave-call-off-told = { $told ->
    [0] Nobody has been asked yet, so nobody gets a mail.
    [one] One person has been asked, and gets one mail that says so.
   *[other] { $told } people have been asked; each gets one mail that says so.
  }
hr-extend-means = Last calls wait for the last working morning before the new end. Whoever has had theirs and has not answered gets one more then.

hr-mail-second-call = Second last calls
hr-mail-leader-nudge = Your reminders to leaders
hr-mail-called-off = Called off

mail-second-call-subject = { $wave } was extended: your view of { $team } is still missing
mail-second-call-why = the survey about the work in { $team } was extended, and your link has not been used yet. It takes about { $minutes } minutes.
mail-leader-nudge-subject = { $wave }: your own view of { $team } is still missing
mail-leader-nudge-why = HR asks you for your own view of { $team }: without it the report has no leader's side to compare with. HR sees which leaders have answered, never which members. It takes about { $minutes } minutes.
mail-called-off-subject = { $wave } was called off
mail-called-off-why = HR has called off { $wave }, for which you were asked about { $team }. There is nothing for you to do, and your link no longer works.
mail-called-off-sent = Whatever anybody had sent was destroyed unopened, together with the keys and all personal links: nobody has read it, and nobody can. There will be no results.
mail-called-off-public = The promise had the number { $short }. Its public page says when it was called off:

hr-next-settling = { $title } is closed
hr-next-settling-why = Answers that were on their way are accepted until { $when }. The results can be released then.
hr-next-opening = { $title } waits for its trustees
hr-next-opening-why = { $answered } Before the results can be released, trustees have to open their shares of all ballots.
hr-next-opening-go = See who has to do so

hr-trustees-carried = These trustees and their keys come from { $title }. Before the first mail they have to prove their keys again. Whoever has made a new key, which is safest, sends you its public part: put it in place of the old one.
