import { InvalidInput } from '../../problems/general.errors.js';
import { needsReason } from '../terms/decision-actions.js';
import type { DecideUserDto } from './decisions.dto.js';
import { requireReason } from '../../comments/shape/reason-codes.js';

const MAX_YEARS = 10;
const YEAR_MS = 365.25 * 86_400_000;

/** The action that each field belongs to. */
const FIELDS = {
  until: 'suspend',
  removeDays: 'ban',
  username: 'rename',
  displayName: 'rename',
  clearBio: 'rename',
} as const;

/**
 * Checks that the fields fit the action on an account.
 * @throws InvalidInput
 */
export function assertComplete(input: DecideUserDto): void {
  const { action } = input;
  if (needsReason(action)) requireReason(input.reason);
  for (const [field, of] of Object.entries(FIELDS)) {
    if (input[field as keyof typeof FIELDS] !== undefined && of !== action) {
      throw InvalidInput.at(`/${field}`, `This goes with the action ${of} alone.`);
    }
  }
  if (action === 'suspend') assertEnd(input.until);
  if (action === 'note' && !input.note) throw InvalidInput.at('/note', 'Say what to note.');
  if (action === 'rename') assertNames(input);
}

function assertEnd(until: string | undefined): void {
  const ahead = until === undefined ? 0 : new Date(until).getTime() - Date.now();
  if (ahead > 0 && ahead <= MAX_YEARS * YEAR_MS) return;
  throw InvalidInput.at('/until', `Say when it ends: a time to come, within ${MAX_YEARS} years.`);
}

function assertNames({ username, displayName, clearBio }: DecideUserDto): void {
  if (username !== undefined || displayName !== undefined || clearBio) return;
  throw InvalidInput.at('/displayName', 'Give a new username or displayName, or clear the bio.');
}
