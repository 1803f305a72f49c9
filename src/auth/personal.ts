import { deletedBy, type PersonalPart, toldBy } from '../events/personal-part.js';

const OF_ADDRESS = `email_key = (select email_key from users where id = $1)`;

export const PERSONAL: PersonalPart = {
  sessions: {
    why: 'signing in lasts, and can be ended from elsewhere',
    kept: 'sessions',
    seenBy: 'holder',
    erasing: deletedBy('user_id'),
    told: toldBy(
      'user_id',
      'id',
      'id created_at rotated_at expires_at revoked_at revoked_because device second_factor',
    ),
  },
  identities: {
    why: 'signing in by another site',
    kept: 'account',
    seenBy: 'holder',
    erasing: deletedBy('user_id'),
    told: toldBy('user_id', 'issuer', 'issuer subject claims claims_at created_at linked'),
  },
  passkeys: {
    why: 'signing in without a password',
    kept: 'account',
    seenBy: 'holder',
    erasing: deletedBy('user_id'),
    told: toldBy('user_id', 'id', 'id name backed_up by_password created_at last_used_at'),
  },
  totp_factors: {
    why: 'codes of an app beside the password',
    kept: 'account',
    seenBy: 'nobody',
    erasing: deletedBy('user_id'),
    told: toldBy('user_id', 'user_id', 'begun_at confirmed_at'),
  },
  recovery_codes: {
    why: 'codes for who has lost the app',
    kept: 'account',
    seenBy: 'nobody',
    erasing: deletedBy('user_id'),
    told: 'They are secrets, kept as digests.',
  },
  account_proofs: {
    why: 'links of mails prove an address',
    kept: 'links of mails',
    seenBy: 'nobody',
    erasing: deletedBy('user_id'),
    told: toldBy('user_id', 'id', 'purpose email language created_at expires_at used_at'),
  },
  proof_requests: {
    why: 'a link that was asked for by an address',
    kept: 'requests for links',
    seenBy: 'nobody',
    erasing: [{ where: OF_ADDRESS, erase: 'delete' }],
    told: 'It lasts for moments, and leads to a mail.',
  },
  limit_counts: {
    why: 'passwords are not guessed by trying',
    kept: 'counts of sign-ins',
    seenBy: 'nobody',
    erasing: [],
    stays: { key: 'a keyed hash, for a day', count: 'a number, for a day' },
    told: 'Nobody can tell whose a count is: a keyed hash stands for account and network.',
  },
};
