/** What the pages about signing in say, in one language. */
export interface SecurityWords {
  title: string;
  /** The title of the window in which one signs in by a passkey. */
  windowTitle: string;
  lead: string;
  login: string;
  password: string;
  signIn: string;
  byPasskey: string;
  code: string;
  codeHint: string;
  goOn: string;
  /** `{username}` stands for the name of the account. */
  signedInAs: string;
  signOut: string;
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
  mailsLanguage: string;
  save: string;
  sending: string;
  noScript: string;
  /** What is said of an act, or of a problem by its name. */
  said: Readonly<
    Record<
      | 'on'
      | 'off'
      | 'added'
      | 'removed'
      | 'ended'
      | 'stepped-up'
      | 'saved'
      | 'taken'
      | 'signed-out'
      | 'invalid-credentials'
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
