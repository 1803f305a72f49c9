import { BOUNDS, type Bound } from '../../src/auth/limits/bounds.js';
import {
  LIMIT_CLASSES,
  type LimitClass,
  type LimitName,
  type Rate,
  SESSION_SHARE,
  SHARE,
} from '../../src/auth/limits/limit-classes.js';
import { inWords } from '../../src/auth/limits/limits.errors.js';
import { MAX_COUNTS } from '../../src/auth/limits/memory-windows.js';
import { routesOf } from '../../src/auth/limits/route-classes.js';
import { BREADTH } from '../../src/input/connections/networks.js';

const HEAD = `# Limits

This page lists every limit of the service. It is generated from the code; to renew it: \`npm run limits\`.

Requests are counted in classes. A class has a budget for each account, for each of its sessions and for each network.
A request is refused when one of these budgets is spent. The answer is 429, a problem document with the name of the
class in \`limit\` and the reason in \`detail\`. \`RateLimit-Limit\`, \`RateLimit-Remaining\` and
\`RateLimit-Reset\` describe the budget with the least remaining; successful writes have them, too. \`Retry-After\`
is the time until the next attempt. A span begins with its first request.

These requests are not counted: pages from the cache in front of the framework, scripts and other files,
health, metrics and preflights.

## Classes
`;

const rates = (all: readonly Rate[]): string =>
  all.map(({ count, seconds }) => `${thousands(count)} in ${inWords(seconds)}`).join(', ') || '-';

const percent = (share: number): string => `${Math.round(share * 100)} %`;

function routesIn(name: LimitName): string {
  if (name === 'reads') return 'every `GET` that has no other class';
  if (name === 'passwords') return 'each attempt of a password';
  if (name === 'mails') return 'each requested link, by its e-mail address';
  if (name === 'codes')
    return 'each attempt of a code; recovery codes by account and network alone';
  if (name === 'live-connections') return 'each opening of a socket';
  if (name === 'live-messages') return 'each message of a socket';
  return routesOf(name)
    .map((route) => `\`${route}\``)
    .join(', ');
}

function thousands(count: number): string {
  return count.toLocaleString('en');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Generates docs/limits.md from the tables of the code. */
export function limitsPage(): string {
  const classes = Object.entries<LimitClass>(LIMIT_CLASSES);
  const marks = ({ grows, shared }: LimitClass) =>
    [grows && 'grows', shared && 'all nodes'].filter(Boolean).join(', ');
  const name = (one: string) => `\`${one}\``;
  return [
    HEAD,
    table(
      ['class', 'per account', 'per address', 'notes'],
      classes.map(([key, one]) => [name(key), rates(one.account), rates(one.network), marks(one)]),
    ),
    `
- **Sessions.** One session uses at most ${percent(SESSION_SHARE)} of the budget of its account.
- **Networks.** An IPv4 address and an IPv6 /64 have the same budget; wider networks have budgets of their own: a /24
  ${BREADTH['/24']} times as much, a /56 ${BREADTH['/56']} times, a /48 ${BREADTH['/48']} times.
- **Grows.** In its first day an account has ${percent(SHARE[0])} of the budget, until the end of its first week ${percent(SHARE[1])},
  then all of it. A premoderated account has the budget of a new one.
- **Staff** have ${SHARE[3]} times the budget of an account, and are not counted with their network: a flood from there
  must not stop the moderators. In classes without a budget of accounts they are counted with their network, like other
  accounts; so are the public pages that the embed reads without a token.
- **All nodes.** These classes are counted by all nodes together, in Redis (\`REDIS_URL\`) or Postgres, under keyed hashes
  of account and network. Each node counts all other classes for itself, in memory: at most ${thousands(MAX_COUNTS)}
  counts of accounts and as many of networks; under a flood the least recently used counts are dropped.
- **\`passwords\`** counts wrong passwords for one login, as typed, from one network. An attacker cannot lock out a user
  of another network, and a refusal does not reveal which name has an address. The right password ends the count.
- **\`mails\`** counts the links that are mailed to one e-mail address. *Per address* is the budget of one network, as wide
  as a /24 or a /48; *per account* is the budget of all networks together. An attacker cannot keep the owner of the
  address from a link. The refusal does not reveal whether the address has an account.
- A suspended or banned account has the same budgets for the requests that remain allowed.

## Routes
`,
    classes.map(([key]) => `- ${name(key)}: ${routesIn(key as LimitName)}`).join('\n'),
    `
## Other limits

\`RATE_LIMITS=off\` lifts the classes above and the limits marked here, for load tests; production refuses it. It never
lifts a limit of size.
`,
    table(
      ['limit', 'maximum', 'subject', 'lifted'],
      Object.entries<Bound>(BOUNDS).map(([key, { most, what, lifted }]) => [
        name(key),
        thousands(most),
        what,
        lifted ? 'yes' : '',
      ]),
    ),
    '',
  ].join('\n');
}
