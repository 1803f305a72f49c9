import { BREADTH, type NetworkLevel, networksOf } from '../../input/connections/networks.js';
import { type Trust, trustOf } from '../../users/viewer/trust.js';
import type { Member } from '../../users/viewer/viewer.js';
import { madeAt } from '../../database/ids.js';
import { type LimitClass, type Rate, SESSION_SHARE, SHARE } from './limit-classes.js';

/** The data of a calling account that determine its budgets. */
export interface Account {
  id: string;
  sessionId: string;
  trust: Trust;
}

export interface Caller {
  address: string;
  account: Account | null;
}

/** A budget in which a request is counted. */
export interface Part {
  by: 'session' | 'account' | 'mailbox' | 'everybody' | NetworkLevel;
  /** The owner of the budget. */
  key: string;
  rate: Rate;
  /** Whether it grows with the age of the account. */
  grows: boolean;
}

export function accountOf({ id, role, standing, sessionId, guest }: Member): Account {
  return { id, sessionId, trust: trustOf({ since: madeAt(id), role, standing, guest }) };
}

/**
 * The budgets of a request, narrowest first. A request that one of them refuses is not counted in
 * the wider ones, so that one device or address that floods does not use up the budgets of the
 * others around it. Staff are not counted with their network if the class has a budget for
 * accounts: a flood from there must not stop the moderators.
 */
export function* partsOf(limits: LimitClass, { address, account }: Caller): Iterable<Part> {
  if (account) yield* partsOfAccount(limits, account);
  const standsAlone = account?.trust === 3 && limits.account.length > 0;
  if (!standsAlone) yield* partsOfNetwork(limits, address);
}

/** @param of the subject that is counted together with account and network, if any */
export function* partsOfNetwork({ network }: LimitClass, address: string, of = ''): Iterable<Part> {
  for (const { level, name } of networksOf(address))
    for (const rate of network)
      yield { by: level, key: of + name, rate: part(rate, BREADTH[level]), grows: false };
}

/**
 * The budgets of a mail to one e-mail address: by caller and address together, and by address
 * alone. The widest network of a caller has the budget of a single address, because all its
 * requests are for the same mailbox.
 * @param key of the e-mail address
 */
export function* partsOfMailbox(
  { account, network }: LimitClass,
  address: string,
  key: string,
): Iterable<Part> {
  const { level, name } = networksOf(address).at(-1)!;
  for (const rate of network) yield { by: level, key: `${key} ${name}`, rate, grows: false };
  for (const rate of account) yield { by: 'mailbox', key, rate, grows: false };
}

/** The budgets of a code: by account and network together, and by account alone. */
export function* partsOfCode(limits: LimitClass, address: string, id: string): Iterable<Part> {
  yield* partsOfNetwork(limits, address, `${id} `);
  for (const rate of limits.account) yield { by: 'everybody', key: id, rate, grows: false };
}

function* partsOfAccount(limits: LimitClass, { id, sessionId, trust }: Account): Iterable<Part> {
  const isNew = trust < 2 && limits.grows === true;
  const share = isNew || trust === 3 ? SHARE[trust] : 1;
  const shares = [
    { by: 'session', key: sessionId, of: share * SESSION_SHARE },
    { by: 'account', key: id, of: share },
  ] as const;
  for (const { by, key, of } of shares)
    for (const rate of limits.account) yield { by, key, rate: part(rate, of), grows: isNew };
}

function part({ count, seconds }: Rate, share: number): Rate {
  return { count: Math.ceil(count * share), seconds };
}
