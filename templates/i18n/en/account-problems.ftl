# Refusals about accounts and signing in.

problem-other-host = This server was asked for by a name that is not its own: open it by its own address.
problem-setup-code = The code is not the one on the terminal: look where Gutcheck was started and type it again.
problem-password-long = The password is too long: use 128 characters or fewer.
problem-password-weak = This password is easily guessed: use four words that have nothing to do with each other, or let a password manager make one.
problem-password-own = That is not your present password: type it again.
problem-password-none = This account has no password yet: choose one by “Forgotten your password?”.
problem-factor-code = The code is wrong or was used before: wait for the next one and type it.
problem-factor-late = That took too long, or there were too many wrong codes: sign in with your password again.
problem-factor-often = Too many wrong codes have been tried for this account. Use a recovery code, or wait an hour.
problem-account-there = There is an account with this address already: change its roles instead.
problem-account-none = No account has this address: check its spelling, or list all with `gutcheck account list`.
problem-account-name = This person is not on the roster: add their name.
problem-account-roles = Choose at least one role.
problem-account-parts = An HR partner needs at least one part of the organisation: choose it.
problem-account-not-partner = Parts are only for HR partners: choose that role too, or no part.
problem-account-active = This account is in use already, so no invitation was sent.
problem-account-last = This is the last account that can administrate: make somebody else administrator first, and wait until they have signed in.
problem-no-longer-leads = You no longer lead this team, so you cannot change its agreements. Whoever leads it now can.
