# Files with the roster: what is wrong in them and where.

roster-column-team = team
roster-column-number = number
roster-column-e-mail = e-mail
roster-column-name = name
roster-column-role = role
roster-column-locale = locale
roster-column-time-zone = time zone
roster-column-none = no column

roster-no-address = no address

roster-role-leader = leader
roster-role-member = member

roster-delimiter-comma = commas
roster-delimiter-semicolon = semicolons
roster-delimiter-tab = tabs

roster-fault-levels = Write the team as its path of 1 to 6 names, as in Nordwind/Product/Platform.
roster-fault-team = Give every level of the team's path a name of 1 to 80 characters on one line.
roster-fault-root = Start the path with the same name as in line { $first }: there is one organisation.
roster-fault-number = Write a number of 1 to 40 characters on one line, or leave it empty.
roster-fault-email = Write one plain address, as in ada@example.org, or leave it empty.
roster-fault-name = Write a name of 1 to 120 characters on one line.
roster-fault-role = Write leader or member.
roster-fault-locale = Write en or de, or leave it empty.
roster-fault-time-zone = Write a zone of the IANA list, as in Europe/Berlin, or leave it empty.
roster-fault-stray = Remove what is outside the named columns, or put quotes around the cell it belongs to.
roster-fault-duplicate = Remove this line: line { $first } says the same.
roster-fault-contradiction = Write it as in line { $first }, which is about the same person.
roster-fault-both-roles = Choose one role: in line { $first } the same person has the other one in this team.

roster-error-encoding = The text of the file is damaged: save the sheet as “CSV UTF-8” and upload that file.
roster-error-binary = The file is not a text file but perhaps a workbook or a picture: save the sheet as “CSV UTF-8” and upload that file.
roster-error-empty = The file is empty: its first line has to name the columns team, e-mail, name and role.
roster-error-unknown = The first line names an unknown column ({ $names }): rename or remove it. Known columns are team, number, e-mail, name, role, locale and time zone.
roster-error-repeated = The first line names the column { $names } more than once: remove all but one.
roster-error-missing = The first line lacks a column ({ $names }): add it, or check that the first line names the columns.
roster-error-no-rows = The file has no people in it: write one line for each person in a team below the line of column names.
roster-error-too-long = The file has more than 200,000 lines: upload a smaller roster.
