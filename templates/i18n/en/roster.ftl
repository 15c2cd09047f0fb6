# Files with the roster: what is wrong in them and where.

roster-column-team = team
roster-column-number = number
roster-column-e-mail = e-mail
roster-column-name = name
roster-column-role = role
roster-column-locale = locale
roster-column-time-zone = time zone
roster-column-manager = reports to
roster-column-status = status
roster-column-none = no column
roster-column-reason = what to do

roster-no-address = no address

roster-role-leader = leader
roster-role-member = member

roster-delimiter-comma = commas
roster-delimiter-semicolon = semicolons
roster-delimiter-tab = tabs
roster-delimiter-bar = upright strokes (|)

roster-fault-levels = Write the team as its path of 1 to 6 names, as in Nordwind/Product/Platform.
roster-fault-team = Give every level of the team's path a name of 1 to 80 characters on one line.
roster-fault-root = Start the path with the same name as in line { $first }: there is one organisation.
roster-fault-number = Write a number of 1 to 40 characters on one line, or leave it empty.
roster-fault-email = Write one plain address, as in ada@example.org, or leave it empty.
roster-fault-letters = Write the address as the mail server has it: before the @ only letters without accents, digits and signs are taken. Other letters are fine behind the @.
roster-fault-name = Write a name of 1 to 120 characters on one line.
roster-fault-role = Write leader or member, or say under “Columns and letters” what the word stands for.
roster-fault-stray = Remove what is outside the named columns, or put quotes around the cell it belongs to.
roster-fault-alone = Say whom the person reports to, by somebody who is in the list: teams follow from that.
roster-fault-duplicate = Remove this line: line { $first } says the same.
roster-fault-contradiction = Write it as in line { $first }, which is about the same person.
roster-fault-both-roles = Choose one role: in line { $first } the same person has the other one in this team.
roster-fault-root-all = Start all paths with the same name: there is one organisation. Or assign the columns under “Columns and letters”; every team is put below the organisation then.
roster-fault-duplicate-all = Remove these lines: another line says the same.
roster-fault-contradiction-all = Write it as in the other line, which is about the same person.
roster-fault-both-roles-all = Choose one role: in another line the same person has the other one in this team.

roster-note-inactive = Left aside because the person does not work here any more.
roster-note-hidden = Invisible characters were taken out.
roster-note-locale = We do not speak this language; the person keeps the present one or gets that of the organisation.
roster-note-time-zone = This time zone is not known; the person keeps the present one or gets that of the organisation.
roster-note-no-team = No team is named; the person is put into the organisation itself.
roster-note-too-deep = Too many levels; everything below the sixth is one team.
roster-note-no-manager = Whoever is named as manager is not in the list.
roster-note-which-manager = Several people have the name that stands for the manager, so nobody was taken.
roster-note-circle = Who reports to whom goes round; the circle was cut here.
roster-note-tie = In this team several people were named equally often; this person leads it now.

roster-error-encoding = The text of the file cannot be read as { $encoding }: save the sheet as “CSV UTF-8” and upload that file.
roster-error-binary = The file is neither text nor a workbook that can be opened: save the sheet as “CSV UTF-8” and upload that file.
roster-error-empty = The file is empty: its first line has to name the columns.
roster-error-no-rows = The file has no people in it: below the line of column names comes one line for each person.
roster-error-too-long = The file has more than 200,000 lines: upload a smaller roster.
