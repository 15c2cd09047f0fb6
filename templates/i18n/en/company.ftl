# Signing in by the company.

signin-company-title = With your company account
signin-company = Your company’s own page asks for password and second factor, and sends you back here.
signin-company-only = Everybody signs in with their company account here, leaders too.
signin-company-or = Use your company account. Leaders can also have a link sent to them, and whoever has a password for Gutcheck can use that.
signin-company-anew = Sign in with another company account
signin-company-go = Sign in with your company account
signin-gone-title = You are signed out of Gutcheck
signin-gone = You are still signed in at your company. If others use this device, sign out there too.
signin-gone-there = Sign out of the company account
signin-gone-back = Sign in again

account-company-own = Your company’s sign-in knows who you are: it is asked for password and second factor, not Gutcheck.
account-company-only = Nobody signs in to Gutcheck by password here, so there is none to change.
account-state-company = By the company
account-state-company-password = By the company or a password, no second factor
account-state-company-factor = By the company or a password with second factor
account-roles-none = none
account-email-hint-company = They get a mail that leads to the page for signing in, and use their company account there.
account-untie = Forget the company’s sign-in
account-untie-means = For somebody whose entry in the company’s directory was made anew: whoever comes next with the address of this account is known by it again. All sessions end.
account-session-way-company = by the company
account-session-way-password = by password
account-session-way-operator = by a link of the operator
account-session-way-link = by mail

hr-log-company-signed-in = Signed in by the company
hr-log-company-tied = The company’s sign-in is known for { $title } from now on
hr-log-company-untied = The company’s sign-in for { $title } was forgotten
hr-log-company-roles = The company’s groups changed the roles of { $title }: { $roles }
hr-log-company-kept = { $title } is in no group for administrators any more, and stayed administrator because nobody else is
hr-log-company-refused = Somebody came from the company’s sign-in and was not let in: { $reason }
hr-log-company-reason-unknown-key = its answer was signed with a key that is not its own
hr-log-company-reason-signature = its answer was not signed as it has to be
hr-log-company-reason-issuer = the answer was somebody else’s
hr-log-company-reason-audience = the answer was meant for another service
hr-log-company-reason-expired = the answer was too old
hr-log-company-reason-early = the answer was of a time to come
hr-log-company-reason-nonce = the answer was to another question
hr-log-company-reason-incomplete = the answer left something out
hr-log-company-reason-other-person = two answers were about two people
hr-log-company-reason-unverified = their address was not confirmed
hr-log-company-reason-unknown = nobody here is known by their address, and no group gives a role
hr-log-company-reason-taken = whoever has this address here is somebody else at the company
hr-log-company-reason-groups-left-out = their groups were too many to be named

problem-company-required = Here everybody signs in with their company account: go to the page for signing in and use its button.
problem-company-unreachable = The company’s sign-in does not answer: try again in a few minutes. If that does not help, tell whoever runs Gutcheck.
problem-company-declined = The company’s sign-in did not let you through: try again, or ask your IT whether you may use Gutcheck.
problem-company-code = The company’s sign-in took back what it had said: press the button once more. If that does not help, tell whoever runs Gutcheck.
problem-company-late = That took longer than ten minutes, was begun in another browser, or was done before: press the button once more.
problem-company-doubt = What the company’s sign-in said could not be believed, so nobody was signed in: tell whoever runs Gutcheck, with this word: { $reason }.
problem-company-unverified = The company’s sign-in does not confirm that your address is really yours: ask your IT to have it confirmed.
problem-company-unknown = The company knows you, but nothing here is meant for you: if you lead a team, ask HR which address they have for you; if you are to work with Gutcheck, ask an administrator. To answer a survey, open the link in your invitation.
problem-company-taken = Whoever has your address here is somebody else at the company: ask an administrator to have Gutcheck forget the company’s sign-in for this person.
problem-company-groups-left-out = You are in so many groups that the company’s sign-in leaves them out: ask your IT to send Gutcheck only the groups that matter to it.

mail-welcome-company-subject = Your account at Gutcheck for { $organisation }
mail-welcome-company-why = you have been invited to work with Gutcheck at { $organisation }. You need no password: sign in with your company account.
mail-welcome-company-button = Sign in
mail-welcome-company-do = If you did not expect this, ask whoever runs Gutcheck at your organisation before you follow the link.
