# What is kept for how long, what is known of a person, and erasing it.

retention-title = What is kept, and for how long
retention-lead = What goes by itself, when, and why. The operator sets the times; what went is in the log of what was done.
retention-what = What
retention-term = Kept for
retention-why = Why so long
retention-days = { $count ->
    [one] one day
   *[other] { $count } days
  }
retention-months = { $count ->
    [one] one month
   *[other] { $count } months
  }
retention-kept = as long as what it belongs to
retention-what-leavers = Name, address and number of people who left
retention-why-leavers = Counted from the first night without a place on the roster. By then the keys of the last survey that asked them are usually gone; those of a running one are waited for.
retention-what-leader-answers = Answers that leaders gave by name
retention-why-leader-answers = Counted from the end of the survey. The gap in a report is worked out from them; afterwards its reports show the members only. If the figures of a later survey rest on them, they stay until those go.
retention-what-comments = Comments
retention-why-comments = Counted from the end of the survey. They are for the conversation after it, and a style of writing can be recognised.
retention-what-waves = Surveys as a whole: results, reports, agreements, list of ballots
retention-why-waves = Counted from their end. Long enough to see whether something has changed. What a repetition goes on from stays, and so does what the figures of a later survey rest on.
retention-what-mails = That a mail was sent, and what became of it
retention-why-mails = Counted from sending, once the keys of the survey are destroyed. What stood in it is not kept at all.
retention-what-undo = What the last import can be taken back with
retention-why-undo = It holds whole rows of people.
retention-what-uploads = Uploaded rosters that nobody applied
retention-why-uploads = Time to look at the preview.
retention-what-acts = The log of what was done
retention-why-acts = It proves the course of the surveys. What is left stays a whole chain: its beginning is sealed.
retention-what-keys = Keys, sealed ballots, links, lists of names, and who used a link
retention-term-keys = until the promised day
retention-why-keys = They go some days after the release and at the latest 30 days after the end, as each survey promises.
retention-what-sessions = Where somebody is signed in, and links to sign in
retention-term-sessions = 7 days at the most
retention-why-sessions = A session ends after 12 hours without use; a link works once and goes a day after it is over.
retention-what-packs = Files with the reports of all teams
retention-term-packs = one day
retention-why-packs = They can be packed again at any time.
retention-night = Last night
retention-night-never = No night has passed yet.
retention-night-gone = Deleted on { $day }:
retention-night-nothing = On { $day } nothing was due.
retention-gone-leavers = { $count ->
    [one] one person who had left
   *[other] { $count } people who had left
  }
retention-gone-leader-answers = { $count ->
    [one] the answers of one leader
   *[other] the answers of { $count } leaders
  }
retention-gone-comments = { $count ->
    [one] one comment
   *[other] { $count } comments
  }
retention-gone-waves = { $count ->
    [one] one survey
   *[other] { $count } surveys
  }
retention-gone-mails = { $count ->
    [one] the record of one mail
   *[other] the records of { $count } mails
  }
retention-gone-undo = what the last import could be taken back with
retention-gone-uploads = { $count ->
    [one] one upload
   *[other] { $count } uploads
  }
retention-gone-acts = { $count ->
    [one] the oldest entry of the log
   *[other] the { $count } oldest entries of the log
  }
retention-never = What is never kept
retention-never-who = Who gave which answer: ballots hold no name, address, number or time.
retention-never-time = When somebody answered.
retention-never-text = The text of a mail, and the secret in its link.
retention-never-secret = Passwords and codes: only what they can be checked with.
retention-elsewhere = What Gutcheck cannot delete
retention-elsewhere-means = Backups, the logs of mail servers, mails in people’s mailboxes and files that somebody downloaded. Their times are the operator’s and the organisation’s to set.

data-title = A person’s data
data-lead = For people who ask what is known of them, or want it erased.
data-search = Name, address or number
data-found = { $count ->
    [0] Nobody has these words in name, address or number.
    [one] One person
   *[other] { $count } people
  }
data-more = The first { $count } are shown; add a word to find fewer.
data-left = left
data-erased = The person was erased. It is in the log, without a name.
data-copy-title = A copy
data-copy-means = Everything that the database holds of this person, as a file (JSON) that people and programs can read: roster, account, invitations, forms filled in by name as a leader, and what they did. Whether and what they answered as a member is not in it, because nobody may know. The download is in the log.
data-copy-administrator = As an administrator you see no results, so answers given as a leader are left out; they are in the copy that the person or a survey lead fetches.
data-copy-go = Download the copy
data-own = Everything that is known of you, as a file (JSON) that people and programs can read. The download is in the log.
data-own-go = Download my data
data-erase-title = Erase
data-goes = What goes at once
data-goes-row = Name, address, number, language and time zone.
data-goes-places = { $count ->
    [one] The place in one team.
   *[other] The places in { $count } teams.
  }
data-goes-account = { $count ->
    [0] The account with password and second factor.
    [one] The account with password and second factor, and one session.
   *[other] The account with password and second factor, and { $count } sessions.
  }
data-goes-forms = { $count ->
    [one] The answers in one form filled in as a leader. The report of that team shows the members only from then on, and the margin by which other teams’ gaps are judged is worked out without it.
   *[other] The answers in { $count } forms filled in as a leader. The reports of those teams show the members only from then on, and the margin by which other teams’ gaps are judged is worked out without them.
  }
data-goes-mails = What waits to be sent to this person.
data-goes-imports = What the last import can be taken back with, and uploads that are not applied: they hold rows of people.
data-goes-links = Links to running surveys stop working. Whoever has answered already has been counted, and nobody can find that ballot. Running:
data-stays = What stays, and why
data-stays-invited = { $count ->
    [one] That somebody without a name was asked in one survey: the number of invitations is promised.
   *[other] That somebody without a name was asked in { $count } surveys: the numbers of invitations are promised.
  }
data-stays-ballots = Ballots: they hold no name, so nobody can tell whether one of them is this person’s.
data-stays-released = Published results: they are sums over groups, and nobody can be taken out of them again.
data-stays-list = In “{ $wave }” the list of names that the members of the group were shown, until { $day } at the latest: its fingerprint is promised.
data-stays-list-soon = In “{ $wave }” the list of names that the members of the group are shown, until its keys are destroyed: its fingerprint is promised.
data-stays-log = In the log an identifier of 26 letters that leads to nobody any more, until its entries go. A trustee’s name stands in the promise and in the log.
data-stays-agreements = Agreements of a team, which belong to it. If a name stands in one, its leader can take it back.
data-stays-elsewhere = Backups, the logs of mail servers, mails and downloaded files. The operator has to see to them.
data-erase-roster = If the next roster still has this person, they come back with it: take them out of the system that it comes from first.
data-erase-sure = Erase { $name } for ever. It cannot be undone.
data-erase-go = Erase
data-person = Copy of this person’s data, or erase it

data-about-answers = Whether this person answered as a member, and what, is not in this file: ballots hold no name, and who has used a link is told to nobody before it is destroyed.
data-about-silent = Reminders are left out. They go only to those who have not answered, so they would tell it.
data-about-released = Published results are sums over groups of five people or more; nobody’s part in them can be told.
data-about-forms = Answers given by name as a leader are in the copy that the person fetches, and after the release in the one that a survey lead fetches. An administrator does not get them. What a leader has agreed with their team is only in the copy that they fetch themselves while they lead it.
data-about-elsewhere = Not here: backups, the server’s log (it holds no names), logs of mail servers, and files that somebody downloaded. Until the keys of a survey are destroyed, the list of names that the members of a group are shown holds this person’s name too.

problem-erase-account = Nothing is erased here: this person has an account. Ask an administrator to erase them.
problem-erase-sure = Nothing was erased: tick the box to confirm that it is for ever.

hr-log-data-downloaded = A copy of the data of { $title } was downloaded
hr-log-erased = A person was erased
hr-log-tidied = What had been kept long enough was deleted: { $what }
hr-log-gone = somebody who is no longer known
hr-log-begins = The log begins after entry { $no }: earlier ones went when their time was over. The beginning is sealed like every entry.

# The log of acts, as promises name its end.

hr-log-unlike = The log is not the one that was promised: the promise of { $waves } names an entry that is not in it. Somebody has written it anew.
wave-terms-log = When this was promised, the last entry of the log of what the organisation did here was { $tip }. Auditors compare it with the log.
