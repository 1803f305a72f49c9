import type { ProofWords } from './mail-words.js';

export const en: ProofWords = {
  loses:
    'The account @{holder} has this address, too, and has never confirmed it. It loses the address when you open the link and confirm.',
  confirm: {
    subject: 'Confirm your e-mail address',
    lines: ['Somebody, we hope you, has given this address for the account @{username} at {site}.'],
    action: 'Confirm the address',
    notes: [
      'The link works once, for three days.',
      'If it was not you, do nothing: the address stays unconfirmed.',
    ],
  },
  reset: {
    subject: 'Choose a new password',
    lines: ['Somebody, we hope you, has asked for a new password for @{username} at {site}.'],
    action: 'Choose a new password',
    notes: [
      'The link works once, for an hour. All your sessions end with it.',
      'If it was not you, do nothing: your password stays as it is.',
    ],
  },
  change: {
    subject: 'Confirm your new e-mail address',
    lines: ['The account @{username} at {site} is to have this address from now on.'],
    action: 'Confirm the new address',
    notes: [
      'The link works once, for a day.',
      'If it was not you, do nothing: the account keeps the address that it has.',
    ],
  },
  'take-back': {
    subject: 'Your e-mail address was changed',
    lines: [
      'The account @{username} at {site} has another e-mail address now. Mail no longer goes to this one.',
      'If it was not you, take the address back: all sessions end, and you choose a new password.',
    ],
    action: 'Take the address back',
    notes: ['The link works once, for a week.', 'If it was you, do nothing.'],
  },
  taken: {
    subject: 'You have an account already',
    lines: [
      'Somebody, perhaps you, has given this address for an account at {site}. It has one already: @{username}.',
      'Sign in with it. If you have forgotten the password, you can ask for a new one there.',
    ],
    notes: ['If it was not you, do nothing: nobody has got into your account.'],
  },
  added: {
    action: 'This was not me',
    notes: [
      'If it was you, do nothing.',
      'If it was not you, press the link: it takes this away, ends all sessions and leads to a new password. It works once, for a week.',
    ],
    ways: {
      app: {
        subject: 'An app was added to your account',
        lines: ['From now on the account @{username} at {site} is asked for the codes of an app.'],
      },
      passkey: {
        subject: 'A passkey was added to your account',
        lines: ['The account @{username} at {site} has another passkey, which signs in by itself.'],
      },
      site: {
        subject: 'Another site was linked to your account',
        lines: ['An account of another site signs in to the account @{username} at {site} now.'],
      },
      codes: {
        subject: 'New recovery codes were made for your account',
        lines: [
          'The account @{username} at {site} has new recovery codes. The former ones work no more.',
        ],
      },
      code: {
        subject: 'A recovery code of your account was used',
        lines: [
          'Somebody, we hope you, has used a recovery code of the account @{username} at {site} in place of a code of the app.',
          'The link below takes all recovery codes away. You can make new ones with your app.',
        ],
      },
    },
  },
};
