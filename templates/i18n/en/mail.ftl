mail-hello = Hello { $name },
mail-footer = Gutcheck for { $organisation }. This mail was sent because you are on its roster.
mail-answer-button = Answer now
mail-results-button = Read the report
mail-sign-in-button = Sign in

mail-invitation-subject = { $wave }: how does { $team } work together?
mail-invitation-why = your view of the work in { $team } is asked for. It takes about { $minutes } minutes, on a phone too, and you need no account.
mail-invitation-promise = Confidential: the server seals each answer when it arrives and opens all of them at once after the close. Nothing is shown for groups of fewer than five. You are one of { $invited } people asked in this group.
mail-invitation-anonymous = Anonymous: your browser seals your answers before it sends them, and the server confirms that you may answer without seeing what you wrote or which sealed answer is yours. All of them are opened at once after the close. Nothing is shown for groups of fewer than five. You are one of { $invited } people asked in this group.
mail-invitation-code = If the link does not open, type this code on { $address }: { $code }
mail-promise = The promise of this wave has the number { $short }. The page where you answer shows the same number. What it stands for: { $address }
mail-invitation-until = You can answer until { $closes }. The link is yours alone and works once.
mail-invitation-forward = Please do not forward this mail: whoever opens the link can answer in your place.

mail-leader-form-subject = { $wave }: your own view of { $team }
mail-leader-form-why = your team { $team } is asked how it works with you. You are asked the same from your side. It takes about { $minutes } minutes.
mail-leader-form-named = Your answers are named: you see them, and they stand in your team's report. Your team's answers are { $promise ->
    [anonymous] anonymous
   *[confidential] confidential
  }.
mail-leader-form-until = You can answer, and change your answers, until { $closes }.

mail-results-subject = { $wave }: the report of { $team } is ready
mail-results-why = the answers about { $team } have been opened and counted. The report shows where you and your team see things alike, where not, and how sure that is.
mail-results-how = You sign in with a link that we send to this address; there is no password to remember.

mail-sign-in-subject = Your link to sign in
mail-sign-in-why = somebody, probably you, asked to sign in to Gutcheck with this address. The link works once, for 15 minutes, in the browser where it was asked for.
mail-sign-in-code = On another device? Type this code where you asked: { $code }
mail-sign-in-not-you = If it was not you, do nothing: without this mail nobody gets in.
