import { InvalidInput } from '../../problems/general.errors.js';
import type { Fault } from '../../text/plain/fault.js';
import { caseFold } from '../../text/plain/folding.js';

/**
 * The list of zxcvbn-ts, most frequent first: some 49,000, of which 18,000 have the minimum length.
 */
const COMMONEST = 'passwords-common';

/** The characters that people add to a word to make it a password. */
const ADDED = /[^\p{L}]+/gu;

/** Shorter parts of a name are ignored. */
const MIN_NAME = 3;

const COMMON: Fault = {
  rule: 'common-password',
  detail: 'Very many people have this password; choose another.',
};
const OWN: Fault = {
  rule: 'own-password',
  detail: 'A password must not be your own name or address.',
};

/** Loaded at the first choice of a password, because it takes some milliseconds and megabytes. */
let commonest: Promise<ReadonlySet<string>> | null = null;

/**
 * Refuses a password that guessing finds first: one of the commonest, or a name of the account with
 * nothing but digits and signs around it.
 * @param names user name, display name and e-mail address, as far as the account has them
 * @throws InvalidInput at `/password`
 */
export async function assertHardToGuess(
  password: string,
  names: readonly (string | null)[],
): Promise<void> {
  const typed = caseFold(password.normalize('NFKC'));
  commonest ??= readCommonest().catch((error: unknown) => {
    // The next call reads it again.
    commonest = null;
    throw error;
  });
  if ((await commonest).has(typed)) {
    throw InvalidInput.at('/password', COMMON);
  }
  const letters = typed.replace(ADDED, '');
  const own = names.flatMap((name) => (name ? namesIn(caseFold(name.normalize('NFKC'))) : []));
  if (own.includes(letters) || own.includes(typed)) {
    throw InvalidInput.at('/password', OWN);
  }
}

/** A name and its words; for an address also the part before the @. */
function namesIn(name: string): string[] {
  const [beforeAt] = name.split('@');
  return [name, name.replace(ADDED, ''), beforeAt.replace(ADDED, ''), ...name.split(ADDED)].filter(
    (word) => word.length >= MIN_NAME,
  );
}

async function readCommonest(): Promise<ReadonlySet<string>> {
  const { dictionary } = await import('@zxcvbn-ts/language-common');
  return new Set(dictionary[COMMONEST].map((word) => caseFold(word)));
}
