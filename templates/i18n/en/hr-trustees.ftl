# Waves that trustees open: how HR plans them, and what HR and everybody reads about them.

hr-plan-opener = Who opens the answers
hr-opener-server = The server alone
hr-plan-server = The key lies at the server, in a file of its own, is used once after the close and then destroyed. Whoever controls the server could use it earlier.
hr-opener-trustees = Trustees together
hr-plan-trustees = The server cannot open anything. So many of the trustees below have to do it together, each with a key that only they hold. This needs an anonymous wave.
hr-plan-trustees-who = Trustees
hr-plan-trustees-lead = Two to nine people, such as the works council, the data protection officer and HR. Each of them makes a key on the page { $page } and sends you its public part. Compare its last letters with them by telephone, so that nobody can put another key in its place.
hr-plan-trustee-name = Name or role of trustee { $no }
hr-plan-trustee-key = Public part of the key of trustee { $no }
hr-plan-trustees-more = More trustees
hr-plan-needed = How many of them it takes
hr-plan-needed-hint = Two at the least. If so many keys are lost that fewer are left, nobody can open the answers any more. With 2 of 3 one key may be lost.

hr-trustees = Trustees
hr-trustees-needed = { $needed } of { $count } trustees open this wave together; the server alone cannot.
hr-trustees-lose = { $spare ->
    [0] If a single one of their keys is lost,
    [one] If more than one of their keys is lost,
   *[other] If more than { $spare } of their keys are lost,
  } nobody can open the answers of this wave, neither you nor the operator. There is no other way in: the answers are destroyed unopened then.
hr-trustees-launch = After the launch, { $needed } trustees have to prove that their keys work before the first mail leaves. Tell them beforehand: if they have not done it by the opening time, the wave waits.
hr-trustees-prove = Before the first mail, { $needed } of them have to prove that their keys work. Send all of them the number { $short } and the address { $page }.
hr-trustees-missing-proof = { $missing ->
    [0] Enough of them have done so. The others can still do it until the wave opens.
    [one] One more has to do so.
   *[other] { $missing } more have to do so.
  }
hr-trustees-late = The opening time has come, and { $missing ->
    [one] one trustee has
   *[other] { $missing } trustees have
  } still to prove that the key works. So the wave waits: no mail has left. It opens as soon as they have done so, if that is before its close. If a key is lost or was entered wrongly, plan another wave with the right one.
hr-trustees-missed = Too few trustees had proven their keys by the close, so this wave never opened and nobody was asked. Plan another one.
hr-trustees-wait = Nobody can open anything now. The keys are needed again when the list of ballots is final, a quarter of an hour after the close.
hr-trustees-open = The list of ballots is final. { $needed } of them now have to open their shares of all ballots. Send all of them the number { $short } and the address { $page }.
hr-trustees-early = If you closed this wave early, they open it from the promised end on. Before, they need to hear from you, by telephone, that you closed it, and the last link of the changes: read it to them from the wave's public page.
hr-trustees-missing-shares = { $missing ->
    [0] Enough of them have done so: you can release the results.
    [one] One more has to do so before the results can be released.
   *[other] { $missing } more have to do so before the results can be released.
  }
hr-trustees-misfits = Some shares do not fit their ballots. Either whoever sent such a ballot has spoilt it, or the trustee has not handed in the right share. Where another trustee hands in theirs as well, ballots of the second kind are opened all the same. Those that cannot be opened are left out and counted publicly as spoilt.
hr-trustees-lost = { $spare ->
    [0] If a single one of the keys is lost,
    [one] If more than one of the keys is lost,
   *[other] If more than { $spare } of the keys are lost,
  } nobody can open this wave. Then it ends like every other, on the day on which everything is destroyed, without results.
hr-trustees-over = They are not needed any more. What they handed in was deleted with the count.
hr-trustees-who = Trustee
hr-trustees-done = What they have done
hr-trustees-proven = proved the key on { $day }
hr-trustees-unproven = has not proven the key yet
hr-trustees-handed = handed in: { $fits } of { $ballots } shares fit
hr-trustees-not-handed = has handed in nothing
hr-trustees-refused = handed in shares on { $day } that are not theirs; they were refused
hr-trustees-refused-what = Ask whoever is named here whether they used the right key, and tell the other trustees. Their shares do not count until right ones are handed in.

hr-trustees-key-sound = The key file under which trustees' shares are kept until the count was tested on { $when }: it fits this wave.
hr-trustees-key-broken = The key file under which trustees' shares are kept until the count failed its test on { $when }: ask the operator to put the right one back before the wave closes. The reason is in the log.

hr-state-proving = Waiting for trustees
hr-wave-proving = Roster, groups, questions and times are fixed. It opens on { $opens } once enough trustees have proven their keys, and the invitations go out then.
hr-next-proving = { $title } waits for its trustees
hr-next-proving-why = It is to open on { $when }. Before the first mail, trustees have to prove that their keys work.
hr-next-proving-go = See who has to do so

hr-log-trustee-proven = A trustee of { $title } proved that the key works
hr-log-trustee-opened = A trustee of { $title } handed in the opened shares of all ballots
hr-log-trustee-refused = A trustee of { $title } handed in shares that are not theirs; they were refused

problem-trustees-few = Trustees open a wave together, so there have to be two at the least: enter another one with name and key, or leave the opening to the server.
problem-trustees-needed = How many trustees it takes does not fit: write a number from 2 to { $count }, the number of trustees entered.
problem-trustees-name = Trustee { $row } has a key and no name, or a name that is too long: write 1 to { $most } characters, such as works council.
problem-trustees-key = The public part of { $name }'s key is missing or damaged: paste the whole text that begins with gutcheck-trustee-1., as the page for trustees shows it.
problem-trustees-twice = { $name } is entered twice, or has the key of somebody else: give every trustee a name and a key of their own.
problem-trustees-confidential = In a confidential wave the server sees every answer when it arrives, so trustees would protect nothing: choose anonymous, or leave the opening to the server.
problem-trustees-shares = { $came ->
    [0] No trustee has
    [one] One trustee has
   *[other] { $came } trustees have
  } handed in shares, and it takes { $needed }: ask the others to open theirs, then release the results.

wave-trustees = Who opens the answers
wave-trustees-needed = { $needed } of these { $count } trustees together, after the close. The server cannot open an answer alone, and fewer trustees cannot either.
wave-trustees-key = Public part of the key:
wave-trustees-destroyed = What the trustees had handed in was deleted with the count. The sealed answers, the signatures and all personal links were destroyed on { $day }.
wave-trustees-lose = { $spare ->
    [0] If a single one of the keys is lost,
    [one] If more than one of the keys is lost,
   *[other] If more than { $spare } of the keys are lost,
  } nobody can open the answers of this wave.
wave-trustees-kept = What trustees hand in after the close is kept sealed and deleted with the count. On the day on which everything is destroyed, the sealed answers, the signatures and all personal links go too.
wave-not-trustees = Against { $needed } trustees who act together with whoever controls the server: they could open answers before the close.
