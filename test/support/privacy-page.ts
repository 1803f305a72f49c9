import { KEPT_DAYS } from '../../src/events/kept-days.js';
import type { PersonalTable } from '../../src/events/personal-part.js';
import { PARTS } from '../../src/privacy/parts.js';

/** A column that says something about people, and what: `contact` and so on. */
export interface PersonalColumn {
  table: string;
  column: string;
  tells: string;
}

const HEAD = `# Privacy

This page says what the service keeps about people, why, how long, and who sees it; and how somebody is forgotten. It is made from
the code, where each room lists its tables ([parts.ts](../src/privacy/parts.ts)). To renew it: \`npm run privacy\`.

## Erasure

\`DELETE /users/me { comments, current? }\` closes an account at once: its sessions end, its sockets are cut, and it changes nothing
that anybody sees. For a day its holder may sign in, read their own data and keep the account (\`DELETE /users/me/erasure\`); every
other route answers 403 \`account-closing\`. Then a job erases it in pieces; after a kill it goes on. A guest is erased at once, since
nobody can sign in as a guest again. The last administrator makes somebody else one first: 409 \`last-admin\`.

- **Comments.** With \`anonymise\` published comments stay, and have no author: \`author\` is null, and pages and mails say *Somebody* in the language of the reader. With \`remove\` they are deleted as their author would delete
  them: what has replies keeps its place, and quotes show nothing of it. Comments that are held or were removed go in any case, and so do former texts, reports' copies of texts, and notes of moderators on them.
- **The account** is an id without a name: address, password, factors, passkeys, sessions, linked sites, language, profile and choices go,
  and so do the authors whose comments it has taken over. Nobody gets its user name again: a digest of it is kept. The address may register anew.
  An id that nothing refers to goes, too.
- **Votes and reports count on**, under the id without a name; the words of reports go.
- **Decisions stay in the log**, by ids; their notes and texts, and the names in them, go, but for [evidence](#evidence). What a moderator has decided stays under their id.
- **Answers that are kept for repeated requests** are emptied where they name somebody who was erased, whosever they are.
- The site's own articles and their updates stay, without the name of their author.

The texts of other people stay as they are, also where they name somebody. An import that is done again brings neither name nor comments back.
A restored backup does not either: see [backups](operating.md#backups).

## Evidence

An administrator may hold back what a decision was about, until a stated time, within two years, and with a reason:
\`PUT /moderation/decisions/{id}/evidence\` ([moderation](moderation.md#evidence)). The hold is a copy, taken when it is made. So the erasure is
the same with and without it: public pages and moderators see nothing of what is held, a comment that was published goes or stays as its
author has chosen, and only administrators read the copy.

- **Of a decision on a comment** are held: the comment, its former texts, copies of it as it was reported, the words of reports on it, and
  note, text and statement of the decision with what was before it. Who wrote it stays as an id.
- **Of a decision on an account** are held: the names or profile texts that were reported and that it answered or found open, the words of these reports,
  and note, text and statement with what was before it, such as the former name of one that was renamed. The name that the account has is not.
- **It is told.** Whose words are held sees until when, and why: the person concerned in \`GET /users/me/decisions\`; they and who wrote a report
  in \`GET /users/me/erasure\` (\`heldBack\`), on \`/account/security\` and in their own data. Both read the same reason.
- **It ends.** At its time the copy is deleted, within a quarter of an hour; \`DELETE\` of the same deletes it at once. Taking the decision back does
  not end it. After an erasure nothing else is left then.
- **A restored backup** has the holds of its time: one that was ended since holds until its time, and one that is younger is lost.

## Own data

\`GET /users/me/export\` answers with a ZIP: a file of JSON for each kind of thing in the table below, whose *told* says yes. Nothing in it was
written by somebody else, and nothing tells who has reported what. The page \`/account/security\` has a button for it, and for the erasure.

## Measured

\`npm run erasures\` and \`npm run canaries\` put a text that is found anywhere into every column that may hold one, and look for it afterwards:
in every row of every table, in what a guest and an administrator can read of all discussions and of 24 of the accounts, in all pages of the
discussions, and in the log at its finest level. On 2026-11-30, on one core that other work shared:

| what | figures |
| --- | --- |
| 1,000 erasures while comments arrive | 24.6 s; the longest took 0.2 s from its beginning, half of them at most 0.1 s; 1,282 comments came meanwhile, 49.7 a second by ten people, the slowest in 69 ms; no text left in tables, addresses, pages and log, the counters equal to the rows, and the threads in their shape |
| 200 erasures behind a backup, whose copy a service then starts on | no text left in tables and log; it served 8.8 s after its start, and no job of the backup began |
| own data of 1,000 people, 28,000 files | no text of somebody else, no note of a moderator, and no account but those that they ignore |

## What is kept

`;

const SEEN: Readonly<Record<PersonalTable['seenBy'], string>> = {
  everyone: 'everybody',
  staff: 'moderators',
  admins: 'administrators',
  holder: 'its holder',
  nobody: 'nobody',
};

function keptFor(kept: PersonalTable['kept']): string {
  if (kept === 'account') return 'as long as the account';
  if (kept === 'site') return 'as long as the site';
  const { days, from } = KEPT_DAYS.find(({ what }) => what === kept)!;
  return days === 0
    ? `until ${from.replace(/^when /, '')}`
    : `${days} ${days === 1 ? 'day' : 'days'} from ${from}`;
}

function erasureOf({ erasing, stays = {} }: PersonalTable): string {
  const goes = erasing.some(({ erase }) => erase === 'delete') ? ['the rows go'] : [];
  const emptied = erasing.flatMap(({ erase }) => (erase === 'delete' ? [] : Object.keys(erase)));
  const reasons = new Map<string, string[]>();
  for (const [column, why] of Object.entries(stays))
    reasons.set(why, [...(reasons.get(why) ?? []), column]);
  return [
    ...goes,
    ...(emptied.length > 0 ? [`emptied: ${named(emptied)}`] : []),
    ...[...reasons].map(([why, columns]) => `${named(columns)}: ${why}`),
  ].join('; ');
}

const named = (columns: readonly string[]) => columns.map((name) => `\`${name}\``).join(', ');

/** docs/privacy.md, as the parts of the rooms and the classes of the schema say it. */
export function privacyPage(columns: readonly PersonalColumn[]): string {
  const classes = (table: string) =>
    [...new Set(columns.filter((one) => one.table === table).map(({ tells }) => tells))].join(', ');
  const rows = Object.values(PARTS)
    .flatMap((part) => Object.entries(part))
    .map(([table, part]) => [
      `\`${table}\``,
      part.why,
      classes(table),
      SEEN[part.seenBy],
      keptFor(part.kept),
      typeof part.told === 'string' ? part.told : 'yes',
      erasureOf(part),
    ]);
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const top = ['table', 'why', 'what', 'seen by', 'how long', 'told', 'an erasure'];
  const table = [line(top), line(top.map(() => '---')), ...rows.map(line)].join('\n');
  const days = KEPT_DAYS.map(({ what, days: count, from }) => line([what, String(count), from]));
  const retention = [line(['what', 'days', 'from']), line(['---', '---', '---']), ...days].join(
    '\n',
  );
  return `${HEAD}${table}

The classes: \`pseudonym\` is an id that leads to a person, \`identity\` a name or picture, \`contact\` an address, \`secret\` a proof of
identity, \`content\` a text that somebody wrote, \`behaviour\` an act of somebody or a decision about them.

## How long

One job deletes what is old enough, each quarter of an hour ([kept-days.ts](../src/events/kept-days.ts)).

${retention}
`;
}
