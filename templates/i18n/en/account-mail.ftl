# Mails about accounts.

mail-account-footer = Gutcheck for { $organisation }. This mail was sent because you have an account there.

mail-welcome-subject = Your account at Gutcheck for { $organisation }
mail-welcome-why = you have been invited to work with Gutcheck at { $organisation }. Choose a password; the link works once, for seven days.
mail-welcome-button = Choose a password
mail-welcome-do = If you did not expect this, ask whoever runs Gutcheck at your organisation before you follow the link.

mail-reset-subject = Choose a new password
mail-reset-why = somebody, probably you, wants to choose a new password for this account. The link works once, for an hour.
mail-reset-button = Choose a new password
mail-reset-do = If it was not you, do nothing: your password stays as it is.

mail-new-device-subject = Your account was used in another browser
mail-new-device-why = somebody signed in to your account with a browser that had not been used for it before: { $code }.
mail-new-device-button = See where you are signed in
mail-new-device-do = If that was you, all is well. If not, end that session, change your password, and tell your administrator.

mail-factor-changed-subject = Your second factor was changed
mail-factor-changed-why = the app or the recovery codes with which you sign in were set up, changed or taken away.
mail-factor-changed-button = See your account
mail-factor-changed-do = If that was not you, tell your administrator at once.

mail-password-changed-subject = Your password was changed
mail-password-changed-why = the password of your account was changed, and all other sessions were ended.
mail-password-changed-button = See your account
mail-password-changed-do = If that was not you, choose a new password by “Forgotten your password?”, and tell your administrator at once.

mail-new-administrator-subject = There is another administrator
mail-new-administrator-why = { $code } is an administrator of Gutcheck at { $organisation } from now on.
mail-new-administrator-button = See the accounts
mail-new-administrator-do = If you did not expect this, look at the accounts and the log.

mail-log-tip = The log of what was done ends with { $code } now. Keep this mail: by it anybody can tell later whether the log was cut short or written anew.
