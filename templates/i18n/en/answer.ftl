answer-minutes = about { $minutes } minutes
answer-until = until { $closes }
answer-number = { $number } of { $count }
answer-progress-label = Statements answered
answer-confidential-title = Confidential
answer-confidential-what = You are one of { $invited } people invited in this group. Results are shown only for groups of five or more; your own answers are never shown.
answer-confidential-more = What that means exactly
answer-confidential-how = The server seals your answers when they arrive and stores them without your name and without a time. After the close all answers are opened together and counted by group, and only the totals are kept. A few days later the key is destroyed and the sealed answers are deleted.
answer-confidential-not = It is not anonymous: until the key is destroyed, whoever controls the server could link an answer to its sender. Afterwards the server keeps nothing that could.
answer-named-title = Your answers are named
answer-named-what = They appear under your name in your team's report beside the team's answers. You can change them until the close. The team's answers are { $promise ->
    [anonymous] anonymous
   *[confidential] confidential
  }.
answer-page = Page { $number } of { $count }
answer-on = Continue
answer-back = Back
answer-missing = Next missing
answer-resume = Your draft is still on this device: { $done } of { $count } answered.
answer-resume-go = Continue at { $next } of { $count }
answer-resume-end = Continue to the end
answer-open = Still open: { $count }. If you leave them open, they count as "can't say".
answer-open-none = All statements have an answer.
answer-skip = Statements that you leave open count as "can't say".
answer-faults-title = { $count ->
    [one] One thing needs another look. Everything you entered is still here.
   *[other] { $count } things need another look. Everything you entered is still here.
}
answer-fault-at = Statement { $number }:
answer-fault-empty = Answer at least one statement first.
answer-fault-range = Choose one of the answers shown.
answer-fault-long = Shorten the text to { $limit } characters.
answer-send = Send
answer-send-once = You can send your answers once; afterwards they can neither be changed nor shown to you. Until you send them, a draft is kept on this device and nowhere else.
answer-send-again = You can send your answers again until the close; the last ones count. Until you send them, a draft is kept on this device and nowhere else.
answer-thanks-title = Thank you, your answers have arrived
answer-thanks = They count. There is nothing more for you to do now.
answer-again-title = Your answers have already arrived
answer-again = This link has been used, and the answers sent with it count. Nothing was changed just now. If you did not send them, tell HR: somebody may have opened your mail.
answer-next-title = What happens next
answer-next-close = Answers are accepted until { $closes }. Nobody sees a result before then.
answer-next-report = Then all answers are opened together. { $role ->
    [leader] You get
   *[member] Your leader gets
  } the team's report, and HR the figures of groups of five or more. { $role ->
    [leader] Everybody who was asked is told by mail what happens next.
   *[member] A mail tells you what happens next; where you were promised the report, it leads there.
  }
answer-next-talk = { $role ->
    [leader] Go through the report with your team.
   *[member] Ask your leader to go through the report with the team.
  } One change on each side is a good start.
answer-thanks-leader = You can open your link again until the close and change your answers.
answer-closed-title = This wave is closed
answer-closed = It closed on { $when }. Answers that had arrived by then count.
answer-early-title = Not open yet
answer-early = Answers are accepted from { $when }. Your link will work then.
answer-unknown-title = This link does not work
answer-unknown = It may have been cut off, or the wave is over and its links have been destroyed. Open the link again from the mail; if that does not help, ask HR.

judge-who = { $side ->
    [leader] Your leader promised:
   *[team] The team promised:
  }
judge-whom = For whom
judge-due = By when
judge-done = What done looks like
judge-needed = { $side ->
    [leader] Needed from the team
   *[team] Needed from the leader
  }
judge-renegotiated = (renegotiated on { $day }; before that: { $first })
