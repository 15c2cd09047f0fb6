# People and teams of the roster: who is the same as before, what a file speaks for, undoing, changing on a page.

problem-roster-outside = Line { $line } is about { $team }, which is not in the part of the organisation that you chose. Choose the part again, or upload a file about that part only.
problem-roster-taken = { $mark } belongs to { $name }, about whom this file says nothing. Correct the file, or change { $name } on the roster first.
problem-roster-leaving = { $leaving } people would leave the roster. If that is right, type the number { $leaving } to confirm it.

problem-undo-none = There is no import to undo.
problem-undo-wave = It cannot be undone any more: a wave was launched, or somebody was added to one, since then, and it has the people of this roster.
problem-undo-changed = It cannot be undone any more: people or teams that it touched have been changed since then.
problem-person-taken = This is { $name }’s. Two people cannot share it.
problem-person-root = Begin the team’s path with { $top }.
problem-person-namesake = Somebody else of this name, without number and address, is in the same team. Give one of them a number or an address, so that they can be told apart.
problem-person-unmarked = Give a number or an address: somebody with neither can be in one team only, because nothing else tells them apart.
problem-team-above = There is no team { $team } on the roster to put it below.
problem-team-within = A team cannot be below itself.
problem-team-taken = There is a team with this path already.
problem-team-into = Name another team that is on the roster.
problem-team-below = There are teams below this one. Move or close them first.

list-pages = More of the list
list-previous = Back
list-next = Next
list-shown = { $first } to { $last } of { $all }
list-go = Show
list-sort = Order

roster-search = Search people and teams
roster-search-hint = Parts of a name, an address, an employee number or a team, such as “ada prod”.
roster-people-title = People
roster-people-all = All people
roster-filter-role = Role
roster-filter-any = Leaders and members
roster-filter-leaders = Leaders
roster-filter-members = Members
roster-filter-which = Which
roster-filter-on = On the roster
roster-filter-unaddressed = Without an address
roster-filter-gone = Left
roster-sort-name = By name
roster-sort-email = By address
roster-sort-number = By number
roster-in-team = In { $team } and the teams below.
roster-in-all = In all teams
roster-found = { $count ->
    [0] Nobody found
    [one] One person
   *[other] { $count } people
}
roster-found-teams = { $count ->
    [one] One team
   *[other] { $count } teams
}
roster-head-name = Name
roster-head-person = Name and address
roster-head-email = Address
roster-head-number = Employee number
roster-head-teams = Teams
roster-members = { $count ->
    [0] no members of its own
    [one] one member
   *[other] { $count } members
}
roster-branch = { $teams ->
    [one] one team
   *[other] { $teams } teams
  } below, { $people ->
    [one] one member
   *[other] { $people } members
  } in all
roster-branch-own = { $team } itself
roster-download = Download the roster

roster-person-new = Add a person
roster-person-add = Add a person
roster-person-add-go = Add this person
roster-person-save = Save
roster-person-back = Put back on the roster
roster-person-saved = Saved.
roster-person-gone = Not on the roster any more.
roster-person-faults = { $count ->
    [one] One thing has to be corrected
   *[other] { $count } things have to be corrected
}
roster-person-email = May be empty. Whoever has no address gets no mails. Links and sign-ins by mail go to a new address at once; nothing tells the old one, so be sure that the new one is theirs. The log says who changed this person.
roster-person-number = May be empty. It tells that a new name or address is the same person.
roster-person-teams = Each team as its path from the top, such as Example/Product. A team that is not there is opened. Leave a line empty to leave that team.
roster-person-team = Team { $number }
roster-person-role = Role
roster-person-language = Language
roster-person-default = The organisation’s
roster-person-zone = Time zone
roster-person-zone-hint = A zone of the IANA list, such as Europe/Berlin, or empty for the organisation’s.
roster-person-waves = Waves that are launched
roster-person-asked = is asked in it, and stays so: this wave keeps the teams it began with. Mails that are still to leave go to the address above.
roster-person-unasked = is not asked in it. You can add people on the wave’s page while a place is free.
roster-person-no-waves = No wave is launched, so nobody is asked anything at present.
roster-person-leave = Take off the roster …
roster-person-leave-means = This person leaves all teams and gets no mails any more. Answers that were given still count, and nothing that was released changes. A team in which nobody is left is closed.
roster-person-administrator = They have an account and can still sign in.
roster-person-leave-go = Take off the roster

roster-team-people = People here and below
roster-team-add = Open a team below
roster-team-all = { $count ->
    [one] The one member
   *[other] All { $count } members
}
roster-team-below = { $count ->
    [one] One team below
   *[other] { $count } teams below
}
roster-team-more = These are the first of { $count }; search for the others.
roster-team-move = Rename or move …
roster-team-move-means = It stays the same team: reports, commitments and trends go on, and the teams below come along. Waves that are launched keep the name they began with.
roster-team-path = Path from the top
roster-team-move-go = Rename or move
roster-team-close = Close this team …
roster-team-close-means = Its people, leaders too, become members of the team you name. Its past reports stay. Waves that are launched keep the teams they began with.
roster-team-into = Path of the other team
roster-team-close-go = Close this team

roster-part = Is this file about one part of the organisation only? …
roster-part-chosen = This file is about one part of the organisation
roster-part-which = It is about
roster-part-means = Nobody outside what you choose leaves, and no team outside it closes. Choose several with Ctrl or ⌘.
roster-part-go = Look again
roster-part-whole = It is about the whole organisation
roster-part-hint = Everything in this file is in { $team }, and teams elsewhere would close.
roster-part-hint-go = The file is about { $team } only
roster-same-teams = Probably the same teams
roster-same-teams-means = Most of their people are the same. What you leave ticked keeps its reports, commitments and trends under the new name; what you untick closes, and a new team opens.
roster-same-members = { $members } of { $of } people are the same
roster-same-people = Probably the same people
roster-same-people-means = What you leave ticked is one person: reports, commitments and invitations follow. What you untick is somebody who leaves and somebody who joins.
roster-same-unlikely = Not sure: they may be two people
roster-same-all = { $count } people have a new address
roster-same-all-means = Name and team are the same in each case. Untick it if they are other people.
roster-same-first = { $count ->
    [one] The first of them
   *[other] The first { $count } of them
}
roster-leaving = { $leaving } people would leave the roster
roster-leaving-type = That is more than one in ten. If it is right, type the number.

roster-last = Last import
roster-last-when = { $at }, by { $by }.
roster-summary = { $joined ->
    [one] One person joined
   *[other] { $joined } people joined
  }, { $left } left, { $changed } changed; teams: { $opened } opened, { $closed } closed, { $renamed } renamed or moved.
roster-undo = Undo this import …
roster-undo-means = People, teams and places become what they were before it.
roster-undo-go = Undo this import

hr-log-roster-file = A roster was applied. { $summary } The file’s SHA-256 begins with { $hash }.
hr-log-roster-undone = A roster was taken back. { $summary }
hr-log-person-added = Somebody was added to the roster
hr-log-person-changed = Somebody on the roster was changed
hr-log-person-left = Somebody was taken off the roster
hr-log-team-moved = A team was renamed or moved
hr-log-team-closed = A team was closed
log-search = Search what was done and by whom
log-found = { $count ->
    [0] No entries found
    [one] One entry
   *[other] { $count } entries
}
waves-search = Search waves
waves-state = State
waves-all = All states
waves-sort-opens = Latest first
waves-sort-title = By title
waves-found = { $count ->
    [0] No waves found
    [one] One wave
   *[other] { $count } waves
}
organisation-search = Search groups
organisation-show = Groups
organisation-folded = Upper levels
organisation-every = All groups
organisation-sort-tree = As they are organised
organisation-sort-overall = By overall score
organisation-sort-answers = By number of answers
organisation-found = { $count ->
    [0] No groups found
    [one] One group
   *[other] { $count } groups
  } of { $all }
organisation-unfold = { $count ->
    [one] show one group below
   *[other] show { $count } groups below
}
roster-more = { $count ->
    [one] and one more
   *[other] and { $count } more
}
