import type { AccountWords } from './account-words.js';

export const en: AccountWords = {
  pages: {
    confirm: {
      title: 'Confirm your e-mail address',
      lead: 'Press the button, and your address is confirmed.',
      act: 'Confirm the address',
      done: 'The address of @{username} is confirmed. You can close this page and sign in where you read.',
    },
    reset: {
      title: 'Choose a new password',
      lead: 'All your sessions end with it, on every device.',
      act: 'Save the password',
      done: 'The new password of @{username} is saved. You can close this page and sign in where you read.',
    },
    address: {
      title: 'Take your e-mail address back',
      lead: 'The account gets its former address back. All sessions end, the present password opens nothing any more, and a link to a new one is mailed to you.',
      act: 'Take the address back',
      done: 'The account @{username} has its former address back. A mail with a link to a new password is on its way to it.',
    },
    'not-me': {
      title: 'Was this not you?',
      lead: 'Press the button, and what our mail has told you of is taken away. All sessions end, the present password opens nothing any more, and a link to a new one is mailed to you.',
      act: 'This was not me',
      done: 'It is taken away, and nobody is signed in as @{username} any more. A mail with a link to a new password is on its way to you.',
    },
    forgot: {
      title: 'Forgot your password?',
      lead: 'Give the e-mail address of your account. You get a link to a new password.',
      act: 'Send the link',
      done: 'If an account has this address, a mail with a link is on its way. The link works for an hour. Look among unwanted mail, too.',
    },
    resend: {
      title: 'Confirm your e-mail address',
      lead: 'Give the e-mail address of your account. You get another link.',
      act: 'Send the link',
      done: 'If an account waits for this address to be confirmed, a mail with a link is on its way. The link works for three days. Look among unwanted mail, too.',
    },
    unsubscribe: {
      title: 'Unsubscribe',
      lead: 'Press the button, and what the link in the mail names ends: mail of its kind, or news of its post.',
      act: 'Unsubscribe',
      done: 'Done. The account chooses anew in its settings whenever its holder likes.',
    },
  },
  askAnew: { forgot: 'Ask for a link to a new password', resend: 'Ask for another mail' },
  email: 'E-mail',
  password: 'New password',
  passwordHint: 'At least 8 characters',
  recent: {
    title: 'Added in the last week',
    hint: 'What is marked is taken away. Keep what you have added yourself.',
    app: 'App for codes',
    passkey: 'Passkey',
  },
  sending: 'Sending…',
  again: 'Try again',
  noScript: 'This page needs JavaScript. Allow it in your browser, and open the page again.',
  noToken: 'Open this page by the link of the mail that we have sent you, and take the whole link.',
  problems: {
    'link-not-valid':
      'This link is not valid any more. It works once and for a time, and not after the account has changed.',
    'email-taken': 'There is an account with this e-mail address already.',
    'no-mail': 'This site sends no mail. Ask its editors for help.',
    'too-many': 'That was too often. Wait a while, and try again.',
    network: 'The service does not answer. Try again.',
    failed: 'That did not work. Try again later.',
  },
  rules: {
    'password-length': 'A password has 8 to 1,000 characters.',
    'common-password': 'Very many people have this password. Choose another one.',
    'own-password': 'A password must not be your own name or address.',
    email: 'This is no e-mail address.',
    'too-long': 'This is too long.',
  },
};
