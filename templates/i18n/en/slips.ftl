slip-file = { $wave }: slips
slip-how = Scan this square with a phone, or type both lines below at { $address } or at a kiosk.
slip-until = You can answer until { $closes }.
slip-sealed = Anonymous: the device seals your answers before it sends them, and the server confirms this slip without seeing them.
slip-drawn = Slips are shuffled and drawn like lots, so nobody knows who has which. Each works once.
slip-promise = The first line is the number of the promise. The page where you answer shows the same number.
slip-pile = { $count ->
    [one] One slip for people without a mailbox
   *[other] { $count } slips for people without a mailbox
  }
slip-pile-how = Cut them apart, fold them and let everybody draw one from a box. Write no names on them, and do not hand them out by a list.
slip-pile-one = There is one slip only, so everybody knows whose it is, as with a link in a mail. The answers are sealed all the same.

hr-slips = Slips for people without a mailbox
hr-slips-means = People without an address answer by a printed link that they draw like a lot. A slip is nobody's own: nothing tells, here or anywhere else, who drew which or who has used theirs, and nobody is reminded.
hr-slips-group = Group
hr-slips-count = Slips
hr-slips-made = The file was first made on { $day }.
hr-slips-secret = The file holds every link. Print it, and delete it afterwards: whoever has a link can answer with it. Until the wave opens it can be made again, in a new order; afterwards once, if it was not made before. The log notes each time.
hr-slips-lang = Language of the slips
hr-slips-go = Make the slips (PDF)
hr-slips-kiosk = On a shared device people answer one after the other, and it forgets each of them. Open this address there:
hr-log-slips-printed = The slips of { $title } were made as a file

hr-groups-unmailed = { $count ->
    [one] One person has no address and draws a printed slip. You print the slips after the launch.
   *[other] { $count } people have no address and draw printed slips. You print the slips after the launch.
  }
hr-groups-unmailed-confidential = { $count ->
    [one] One person has no address. Slips exist in anonymous waves only, so this wave cannot be launched as it is.
   *[other] { $count } people have no address. Slips exist in anonymous waves only, so this wave cannot be launched as it is.
  }
hr-groups-unmailed-leaders = { $count ->
    [one] One leader has no address, and can neither answer nor read the report.
   *[other] { $count } leaders have no address, and can neither answer nor read their reports.
  }

problem-wave-unmailed = { $count ->
    [one] One person who would be asked has no address.
   *[other] { $count } people who would be asked have no address.
  } They can answer by printed slips, which only an anonymous wave has. Plan an anonymous wave, or add their addresses to the roster.
problem-amend-unmailed = This person has no address. A slip printed for one person alone would be theirs, so add the address to the roster first.
problem-slips-none = Everybody in this wave has an address, so there are no slips.
problem-slips-early = The promise of this wave has not been made yet. The slips carry its number; try again in a moment.
problem-slips-made = The slips have been made, and the wave is open: a second file would only copy links that somebody may hold. Print the file you have.
problem-slips-late = This wave takes no answers any more, so its slips are of no use.

ballot-slips = { $slips } of the people in this group have no mailbox: they draw a printed link like a lot, so nobody knows who has which.

kiosk-lead = Type the two lines on your slip. When you are done, this device forgets everything.
kiosk-lead-short = Type the second line on your slip. When you are done, this device forgets everything.
kiosk-send-once = You can send your answers once; afterwards they can neither be changed nor shown to you. Nothing is kept on this device.
kiosk-leave = Stop and forget everything
kiosk-next = Done: forget everything
kiosk-receipt = Write it down if you want to look for it on the wave's public page after the close: this device forgets it.
kiosk-leaving = Is anybody there? In { $seconds } seconds this device forgets what was entered. Touch the page to go on.
kiosk-full = Full screen

wave-slips = { $count ->
    [one] One of the invited people has no mailbox and draws
   *[other] { $count } of the invited people have no mailbox and draw
  } a printed link like a lot. Nobody knows who has which.
