# Lists of other systems: what their columns mean, and lines that are left aside.

hr-columns-title = What the columns mean
hr-columns-lead = The columns of your list were recognised as far as possible. Please check them; nothing is taken before you have seen what would change.
hr-columns-letters = Letters
hr-columns-names = Are these names written correctly?
hr-columns-encoding = Encoding of the file
hr-columns-delimiter = Between the columns there are
hr-columns-again = If you change one of these, the file is read again and you come back here.
hr-columns-columns = Columns
hr-columns-columns-do = Below each name you see what is in the column. First and last name are put together. Several parts of the organisation make a path: the first level is the highest.
hr-columns-unnamed = Column { $number }, without a name
hr-columns-blank = (nothing in it)
hr-columns-ignored = Not needed and left aside:
hr-columns-finding = Teams and leaders
hr-columns-teams = Where do the teams come from?
hr-columns-teams-columns = From the columns.
hr-columns-teams-columns-means = Those that you have assigned to a path or a level above.
hr-columns-teams-managers = From who reports to whom.
hr-columns-teams-managers-means = Whoever is named as manager leads those people as a team, which bears the manager’s name.
hr-columns-leaders = Who leads a team?
hr-columns-leaders-managers = Whoever its people report to.
hr-columns-leaders-managers-means = If several are named, the one who is named most often.
hr-columns-leaders-columns = Whoever the column of roles says.
hr-columns-leaders-columns-means = You assign its words below; if you have just chosen the column, they are shown in the next step.
hr-columns-roles = Words for roles
hr-columns-roles-do = These words are in the column of roles. What does each stand for?
hr-columns-roles-blank = (empty)
hr-columns-remembered = This is remembered: a list with the same columns is read in the same way the next time, without asking.
hr-columns-go = Show what would change

roster-meaning-ignored = not needed
roster-meaning-name = whole name
roster-meaning-first-name = first name
roster-meaning-last-name = last name
roster-meaning-email = e-mail address
roster-meaning-number = employee number
roster-meaning-path = team: the whole path
roster-meaning-level1 = team: level 1, the highest
roster-meaning-level2 = team: level 2
roster-meaning-level3 = team: level 3
roster-meaning-level4 = team: level 4
roster-meaning-level5 = team: level 5
roster-meaning-manager = reports to
roster-meaning-role = role in the team
roster-meaning-locale = language
roster-meaning-time-zone = time zone
roster-meaning-status = works here or not
roster-meaning-leaves = last day
roster-meaning-mark = another name for the person, by which managers are named

roster-layout-no-name = Assign a column to the name, or two to first and last name.
roster-layout-no-mark = Assign a column to the e-mail address or to the employee number: it tells people with the same name apart.
roster-layout-no-team = Assign a column to the team, or choose that teams follow from who reports to whom.
roster-layout-no-manager = Assign a column to “reports to”, or choose that teams and leaders come from columns.
roster-layout-twice = Only one column can be “{ $meaning }”: choose which.
roster-layout-too-many-roles = The column of roles has more than { $most } different words. It seems to say something else: choose another column, or that leaders follow from who reports to whom.

hr-import-facts-workbook = { $rows ->
    [one] One valid line
   *[other] { $rows } valid lines
  }, read from the first sheet of a workbook.
hr-import-names = Names in it:
hr-import-ignored = { $count ->
    [one] One column is not needed and left aside
   *[other] { $count } columns are not needed and left aside
}
hr-import-columns = Columns and letters: see and change how the file is read
hr-import-aside = { $count ->
    [one] One line cannot be taken
   *[other] { $count } lines cannot be taken
}
hr-import-aside-do = { $rows ->
    [one] The good line can be taken all the same.
   *[other] The { $rows } good lines can be taken all the same.
  } Whoever is on one of the others stays on the roster as before. Download those lines with what to do, correct them and upload that file: it adds to the roster, and nobody leaves by it.
hr-import-aside-unknown = { $count ->
    [one] One of these lines is about nobody who is on the roster under this number, address or name. If it means somebody whose name or address has changed, that person is among those who leave below.
   *[other] { $count } of these lines are about nobody who is on the roster under this number, address or name. If they mean people whose names or addresses have changed, those are among the people who leave below.
}
hr-import-supplement = These are lines that could not be taken before: the file adds to the roster, and nobody leaves.
hr-import-group = { $count ->
    [one] One line: { $reason }
   *[other] { $count } lines: { $reason }
}
hr-import-found = Line { $line }, { $column }:
hr-import-noted = Line { $line }:
hr-import-as-line = see line { $line }
hr-import-more = { $count ->
    [one] and one more
   *[other] and { $count } more
}
hr-import-rest = { $count ->
    [one] Download this line with what to do
   *[other] Download these { $count } lines with what to do
}
hr-import-notes = What else was noticed
hr-import-apply-good = { $rows ->
    [one] Take the good line
   *[other] Take the { $rows } good lines
  }, { $aside ->
    [one] leave one aside
   *[other] leave { $aside } aside
}

# What `gutcheck roster import` says.
roster-cli-read = { $rows ->
    [one] One valid line
   *[other] { $rows } valid lines
  }, read as { $encoding }.
roster-cli-aside = { $count ->
    [one] One line could not be taken and is left aside:
   *[other] { $count } lines could not be taken and are left aside:
}
roster-cli-lines = Lines
roster-cli-new-teams = New teams: { $count }
roster-cli-closed-teams = Teams that close: { $count }
roster-cli-new-people = New people: { $count }
roster-cli-changed-people = People who change: { $count }
roster-cli-leaving-people = People who leave: { $count }
roster-cli-joined = Places in teams that are taken: { $count }
roster-cli-left = Places in teams that are left: { $count }
roster-cli-leaderless = Teams without a leader: { $count }
roster-cli-leavers = So many leave that it has to be confirmed: --leavers { $count }
roster-cli-nothing = There is nothing to change.
roster-cli-dry = Nothing has changed: this was a dry run.
roster-cli-done = The roster is changed.
