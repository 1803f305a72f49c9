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

Every limit of the service stands here. This page is made from the code; to renew it: \`npm run limits\`.

Requests are counted in classes. A class has a budget for each account, for each of its sessions and for each network,
and a request is refused when one of them is spent. The answer is 429, a problem document in whose \`limit\` stands the
name of the class, and in whose \`detail\` the reason in plain words. \`RateLimit-Limit\`, \`RateLimit-Remaining\` and
\`RateLimit-Reset\` are those of the budget of which least is left; writes that succeed carry them, too. \`Retry-After\`
says when to try again. A span begins with its first request.

Nothing is counted of pages that are served from the cache in front of the framework, of scripts and other files, of
health, figures and preflights.

## Classes
`;

const rates = (all: readonly Rate[]): string =>
  all.map(({ count, seconds }) => `${thousands(count)} in ${inWords(seconds)}`).join(', ') || '-';

const percent = (share: number): string => `${Math.round(share * 100)} %`;

function routesIn(name: LimitName): string {
  if (name === 'reads') return 'every `GET` that has no other class';
  if (name === 'passwords') return 'each password that is tried';
  if (name === 'mails')
    return 'each link that somebody asks for, by the address of e-mail that it is mailed to';
  if (name === 'codes')
    return 'each code that is tried; a recovery code by account and network alone';
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

/** docs/limits.md, as the tables of the code say it. */
export function limitsPage(): string {
  const classes = Object.entries<LimitClass>(LIMIT_CLASSES);
  const marks = ({ grows, shared }: LimitClass) =>
    [grows && 'grows', shared && 'all nodes'].filter(Boolean).join(', ');
  const name = (one: string) => `\`${one}\``;
  return [
    HEAD,
    table(
      ['class', 'an account', 'an address', ''],
      classes.map(([key, one]) => [name(key), rates(one.account), rates(one.network), marks(one)]),
    ),
    `
- **Sessions.** One session takes at most ${percent(SESSION_SHARE)} of what its account may.
- **Networks.** What an address of IPv4 may, the /64 of IPv6 may; wider networks have budgets of their own: a /24
  ${BREADTH['/24']} times as much, a /56 ${BREADTH['/56']} times, a /48 ${BREADTH['/48']} times.
- **Grows.** In its first day an account has a share of ${percent(SHARE[0])} of the budget, until the end of its first week ${percent(SHARE[1])},
  then all of it. A premoderated account has what a new one has.
- **Staff** have ${SHARE[3]} times the budget of an account, and are not counted with their network: a flood from there
  must not stop the moderators. Where accounts have no budget, they are counted with their network as others are; so
  are the public pages that the embed reads without a token.
- **All nodes.** These are counted by all nodes together, in Redis (\`REDIS_URL\`) or Postgres; a keyed hash stands for
  account and network there. Everything else each node counts for itself, in memory: at most ${thousands(MAX_COUNTS)}
  counts of accounts and as many of networks; under a flood those that were not asked for longest leave.
- **\`passwords\`** counts wrong passwords for one login, as it was typed, from one network. So nobody shuts out somebody
  who is elsewhere, and no refusal tells which name has an address. The right password ends the count.
- **\`mails\`** counts the links that are mailed to one address of e-mail. One network, as wide as a /24 or a /48, may ask for
  what stands under *an address*; all networks together may ask for what stands under *an account*. So a stranger keeps no
  link from the owner of the address. The refusal does not tell whether the address has an account.
- A suspended or banned account has the budgets of any other for what is left to it.

## Routes
`,
    classes.map(([key]) => `- ${name(key)}: ${routesIn(key as LimitName)}`).join('\n'),
    `
## Other limits

\`RATE_LIMITS=off\` lifts the classes above and what is marked here, for load tests; production refuses it. It never lifts
a limit of size.
`,
    table(
      ['limit', 'at most', '', 'lifted'],
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
