mail-hello = Hello { $name },
mail-footer = Gutcheck for { $organisation }. This mail was sent because you are on its roster.
mail-answer-button = Answer now
mail-results-button = Read the report
mail-sign-in-button = Sign in

mail-invitation-subject = { $wave }: how does { $team } work together?
mail-invitation-why = we would like to know how you see the work in { $team }. It takes about { $minutes } minutes, on a phone too, and you need no account.
mail-invitation-promise = Confidential: the server seals each answer when it arrives and opens all of them together after the close. Nothing is shown for groups of fewer than five. You are one of { $invited } people invited in this group.
mail-invitation-anonymous = Anonymous: your browser seals your answers before it sends them, and the server confirms that you may answer without seeing what you wrote or which sealed answer is yours. All of them are opened together after the close. Nothing is shown for groups of fewer than five. You are one of { $invited } people invited in this group.
mail-invitation-code = If the link does not open, enter this code at { $address }: { $code }
mail-promise = The promise of this wave has the number { $short }. The page where you answer shows the same number. What it stands for: { $address }
mail-invitation-until = You can answer until { $closes }. The link is yours alone and works once.
mail-invitation-forward = Please do not forward this mail: whoever opens the link can answer in your place.

mail-leader-form-subject = { $wave }: your own view of { $team }
mail-leader-form-why = your team { $team } is being asked how it works with you. You are asked the same things from your side. It takes about { $minutes } minutes.
mail-leader-form-named = Your answers are named: you see them, and they stand in your team's report. Your team's answers are { $promise ->
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
mail-reminder-why = we would still like to know how you see the work in { $team }: your link has not been used yet. It takes about { $minutes } minutes.
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
