mail-hello = Hello { $name },
mail-contact = Questions? HR at { $organisation } will help.
mail-footer = Gutcheck for { $organisation }. This mail was sent because you are on its roster.
mail-answer-button = Answer now
mail-results-button = Read the report
mail-sign-in-button = Sign in

mail-invitation-subject = { $wave }: how does { $team } work together?
mail-invitation-why = { $organisation } would like to know how you see the work in { $team }. It takes about { $minutes } minutes, on a phone too, and you need no account.
mail-invitation-for = Your leader answers the same questions from the other side. Where the two views differ, it is worth talking about it together: that is what the results are for.
mail-invitation-sees = Your leader reads the results of the group, and HR reads them too; nothing is shown for groups of fewer than { $smallest }. You are one of { $invited } people invited in this group.
mail-invitation-promise = Confidential: the server seals your answers when they arrive, and all answers are opened together after the close.
mail-invitation-anonymous = Anonymous: your browser seals your answers before it sends them, and once the keys of this wave are destroyed, nobody can find out which are yours.
mail-invitation-code = If the link does not open, enter this code at { $address }: { $code }
mail-promise = The promise of this wave has the number { $short }. The page where you answer shows the same number. What it stands for: { $address }
mail-invitation-until = You can answer until { $closes }.
mail-invitation-forward = The link is yours alone and works once. Please do not forward it: whoever opens it can answer in your place.
mail-leader-form-subject = { $wave }: your own view of { $team }
mail-leader-form-why = { $organisation } is asking your team { $team } how it works with you. You are asked the same things from your side. It takes about { $minutes } minutes.
mail-leader-form-named = Your answers are named: they stand in your team's report, beside the team's. Your team's answers are { $promise ->
    [anonymous] anonymous
   *[confidential] confidential
  }.
mail-leader-form-until = You can answer, and change your answers, until { $closes }.

mail-results-subject = { $wave }: the report of { $team } is ready
mail-results-why = the answers about { $team } have been opened and counted. The report shows where you and your team see things alike, where you do not, and how certain that is.
mail-results-how = You sign in with a link that we send to this address; there is no password to remember.

mail-sign-in-subject = Your link to sign in
mail-sign-in-why = somebody, probably you, asked to sign in to Gutcheck with this address. The link works once, for ten minutes, in the browser it was requested in.
mail-sign-in-code = On another device? Type this code where you asked for it: { $code }
mail-sign-in-not-you = If it was not you, do nothing: without this mail nobody gets in.

mail-stop = Stop these mails:
mail-stop-link = Stop these mails

mail-reminder-subject = { $wave }: your view of { $team } is still missing
mail-reminder-why = { $organisation } would still like to know how you see the work in { $team }: your link has not been used yet. It takes about { $minutes } minutes.
mail-reminder-who = The server sent this reminder automatically; nobody can see who gets one.

mail-last-call-subject = { $wave }: last chance to answer for { $team }
mail-last-call-why = the survey about the work in { $team } closes soon, and your link has not been used yet. It takes about { $minutes } minutes. Unless the wave is extended, this is its last mail.

mail-leader-reminder-subject = { $wave }: your own view of { $team } is still missing
mail-leader-reminder-why = without your answers the report of { $team } has no leader's side to compare with. It takes about { $minutes } minutes.

mail-notice-subject = { $wave } opens automatically on { $opens }
mail-notice-why = the next wave, { $wave }, was created on the schedule you chose. It opens automatically on { $opens } and closes on { $closes }.
mail-notice-roster = It asks everybody who is on the roster on the morning of that day, so please update the roster before then.
mail-notice-how = You can change its title and times, skip it, or pause the repetition.
mail-unreleased-subject = { $wave } is not released: its keys are destroyed on { $destroyed }
mail-unreleased-why = { $wave } closed on { $closes }, and its results have not been released. On { $destroyed } its keys are destroyed, as everybody was promised; nobody can open the answers after that.
mail-unreleased-how = Release the results before then, or let the wave end without any.
mail-notice-button = See this wave
