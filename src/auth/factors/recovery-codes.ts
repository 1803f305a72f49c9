import { createHash, randomInt } from 'node:crypto';

/** The number of recovery codes in a new set. */
export const RECOVERY_CODES = 10;

/** Letters and digits that cannot be confused (Crockford's base 32). */
const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz';
const GROUPS = 6;
const IN_A_GROUP = 4;
const CODE = new RegExp(`^[${LETTERS}]{${GROUPS * IN_A_GROUP}}$`);

/**
 * 120 random bits. That is too many to guess even from the digest, so a fast digest is enough (ASVS
 * 6.5.2).
 */
export function makeRecoveryCode(): string {
  const group = () =>
    Array.from({ length: IN_A_GROUP }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  return Array.from({ length: GROUPS }, group).join('-');
}

/** The digest of a code in any spelling; null for an invalid one. */
export function digestOfCode(typed: string, userId: string): Buffer | null {
  const code = inOneSpelling(typed);
  return CODE.test(code) ? createHash('sha256').update(`${userId} ${code}`).digest() : null;
}

/** Whether something has the form of a recovery code. */
export function looksLikeRecoveryCode(typed: string): boolean {
  return CODE.test(inOneSpelling(typed));
}

function inOneSpelling(typed: string): string {
  return typed.toLowerCase().replace(/[\s-]/g, '').replace(/o/g, '0').replace(/[il]/g, '1');
}
