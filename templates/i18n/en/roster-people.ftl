# People and teams of the roster: who is the same as before, what a file speaks for, undoing, changing on a page.

problem-roster-outside = Line { $line } is about { $team }, which is not in the part of the organisation that you chose. Choose the part again, or upload a file about that part only.
problem-roster-taken = { $mark } belongs to { $name }, about whom this file says nothing. Correct the file, or change { $name } on the roster first.
problem-roster-leaving = { $leaving } people would leave the roster. If that is right, type the number { $leaving } to confirm it.
