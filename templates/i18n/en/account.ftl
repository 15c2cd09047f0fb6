# Accounts, roles and second factors.

account-role-administrator = Administrator
account-role-lead = Survey lead
account-role-partner = HR partner
account-role-auditor = Auditor
account-role-leader = Leader
account-role-operator = Operator
account-sees-administrator = Accounts, roles, settings and the log of what was done. No results.
account-sees-lead = Roster and waves, participation, the results of the organisation and of all groups, and all files. No answers, and no comments.
account-sees-partner = Participation, results and files of the chosen parts of the organisation. Nothing outside them, no comments.
account-sees-auditor = What was promised, the record of each wave and the log of what was done. The organisation’s results only where the plan of a wave says so. Changes nothing.
account-sees-leader = The report of a team, for whoever was asked as its leader in that wave; of teams below it, what all say together, never of a single leader; agreements as long as they lead it. Comes from the roster.
account-sees-operator = Runs the server. Can read the database and the log, and can make a link that signs somebody in, which is in the log. No answers.

account-who-lead = Each role, what it sees, and who has it today.
account-who-nobody = Nobody
account-who-promise = Whoever reads the results of a wave stands by name on the page where people answer it, as it was when the wave was launched. Later changes are in the log.

account-all-title = Accounts
account-all-lead = Who works with Gutcheck, and as what.
account-name = Name
account-name-hint = Needed for somebody who is not on the roster.
account-email-hint = They get a mail with a link to choose a password. It works for seven days.
account-roles = Roles
account-roles-means = Changing roles ends all sessions of this account.
account-roles-own = This is your own account: you will have to sign in again.
account-roles-go = Change roles
account-parts = Parts of the organisation, for HR partners
account-parts-legend = Which parts? Everything below belongs to it.
account-parts-none = There is no roster yet.
account-state = State
account-state-invited = Invited
account-state-password = No second factor
account-state-factor = With second factor
account-invite-title = Invite somebody
account-invite-go = Send the invitation
account-invite-again = Send the invitation again
account-invite-again-means = This person has not followed the invitation yet. A new link takes the place of the old one.
account-remove = Remove this account
account-sign-out = End all sessions of this account
account-sign-out-means = Wherever somebody is signed in to it, they have to sign in again. For a lost device, or an account that looks misused.
account-sign-out-all = End the sessions of everybody
account-sign-out-all-means = Everybody has to sign in again, leaders and you too.
account-remove-means = All sessions end, and nobody can sign in to it any more. The person stays on the roster, if they are on it.
account-factor-drop = Take the second factor away
account-factor-drop-means = For somebody who has lost phone and recovery codes. They set up another one when they sign in. They get a mail about it.

account-own-title = My account
account-password-title = Password
account-password-own = Your present password
account-password-new = New password
account-password-change = Change password
account-password-choose = Choose a password
account-password-welcome = With it you sign in to Gutcheck from now on.
account-password-anew = It takes the place of the old one. All sessions of your account end.
account-password-set = Set password and sign in
account-forgotten-title = Forgotten your password?
account-forgotten = We send a link to the address of your account, by which you choose another one.
account-forgotten-go = Send me a link
account-forgotten-sent = If there is an account with this address, a mail with a link is on its way. It works once, for an hour. If you ask again within ten minutes, the same link is sent once more.

account-factor-title = Second factor
account-factor-owed = Administrators and survey leads need a second factor: please set it up before you go on.
account-factor-none = Besides your password, signing in can ask for a code that only your phone shows.
account-factor-have = An app shows your codes. { $codes ->
    [0] No recovery code is left.
    [one] One recovery code is left.
   *[other] { $codes } recovery codes are left.
  }
account-factor-set-up = Set up a second factor
account-factor-replace = Set up another app
account-factor-how = Scan the picture with an app for one-time passwords, such as Aegis, FreeOTP or your password manager, and type the code it shows.
account-factor-qr = QR code for the app
account-factor-typed = Cannot scan it? Type this into the app:
account-factor-code = Code
account-factor-code-hint = Six digits; they change every half minute.
account-factor-go = Turn on
account-factor-enter-title = Second factor
account-factor-enter = Your password is right. Now type the code that your app shows.
account-factor-enter-hint = Six digits, or one of your recovery codes.
account-factor-lost = Phone and recovery codes lost? An administrator can take the second factor away, and so can the operator with a link.
account-recovery-new = Other recovery codes
account-recovery-go = Make new codes
account-codes-title = Your recovery codes
account-codes = Each of them works once in place of your app. Print them or keep them in a password manager: they are shown only now.
account-codes-kept = I have kept them

account-sessions-title = Where you are signed in
account-session-unknown = Unknown browser
account-session-times = Since { $created }, last used { $seen }
account-session-this = This one
account-session-end = End
account-session-end-others = End all others

account-plan-readers = Who else reads the results
account-plan-auditors = Auditors
account-plan-auditors-means = read the organisation’s results too. It is part of the promise, and they stand by name on the page where people answer.
account-log-operator = Operator

audit-title = Audit
audit-lead = What each wave promised, and the record of what became of it. Everything here can be checked from outside with gutcheck-verify.
audit-times = { $opens } to { $closes }
audit-promise = Number of the promise:
audit-page = What was promised
audit-record = Record (JSON)
audit-ballots = List of ballots
audit-figures = Results of the organisation
audit-unpromised = The promise is not made yet.
audit-none = No wave has been launched yet.

parts-title = My parts
parts-lead = Participation and results of:
parts-reports = Reports
parts-own = directly in the team
parts-no-groups = No participation of a group that lies wholly in your parts can be shown yet.
parts-no-reports = No group of your parts is large enough to be shown by itself.
parts-none = No wave has been launched yet.
