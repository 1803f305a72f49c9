import type { Role } from '../../users/viewer/viewer.js';

/** The texts of the security pages in one language. */
export interface SecurityWords {
  title: string;
  /** The title of the window for signing in by a passkey. */
  windowTitle: string;
  lead: string;
  login: string;
  password: string;
  signIn: string;
  byPasskey: string;
  /** `{name}` is a placeholder for another site. */
  byProvider: string;
  /** How readers of the host site sign in. `{site}` is a placeholder for its URL. */
  bySite: string;
  /** Shown to users who follow a link of the host site, before they are signed in. */
  bySiteHint: string;
  code: string;
  codeHint: string;
  goOn: string;
  /** `{username}` is a placeholder for the name of the account. */
  signedInAs: string;
  signOut: string;
  /** How the user has signed in on this page. */
  how: Readonly<Record<'password' | 'passkey' | 'site', string>>;
  roles: Readonly<Record<Role, string>>;
  required: string;
  app: string;
  appOff: string;
  appOn: string;
  setUp: string;
  scan: string;
  typeSecret: string;
  openApp: string;
  turnOn: string;
  newCodes: string;
  makeCodes: string;
  turnOff: string;
  recovery: string;
  recoveryHint: string;
  left: string;
  stepUp: string;
  passkeys: string;
  passkeysHint: string;
  noPasskeys: string;
  name: string;
  add: string;
  remove: string;
  lastUsed: string;
  links: string;
  linksHint: string;
  unlink: string;
  sessions: string;
  thisOne: string;
  unknownDevice: string;
  byTwo: string;
  end: string;
  endOthers: string;
  imported: string;
  importedHint: string;
  takeImported: string;
  mails: string;
  address: string;
  noAddress: string;
  changeAddress: string;
  newAddress: string;
  mailLink: string;
  noPassword: string;
  choosePassword: string;
  mailsLanguage: string;
  save: string;
  sending: string;
  noScript: string;
  /** The sentence for the result of an action, or for a problem by its slug. */
  said: Readonly<
    Record<
      | 'on'
      | 'off'
      | 'added'
      | 'removed'
      | 'unlinked'
      | 'last-way-in'
      | 'site-of-origin'
      | 'ended'
      | 'stepped-up'
      | 'saved'
      | 'mailed'
      | 'email'
      | 'no-mail'
      | 'taken'
      | 'signed-out'
      | 'invalid-credentials'
      | 'invalid-sso-token'
      | 'no-window'
      | 'wrong-code'
      | 'wrong-password'
      | 'challenge-not-valid'
      | 'enrolment-not-begun'
      | 'fresh-sign-in-required'
      | 'second-factor-required'
      | 'email-unconfirmed'
      | 'passkey-refused'
      | 'too-many-passkeys'
      | 'too-many'
      | 'dismissed'
      | 'foreign-opener'
      | 'network'
      | 'failed',
      string
    >
  >;
}
