import { KEPT_DAYS } from '../../src/events/kept-days.js';
import type { PersonalTable } from '../../src/events/personal-part.js';
import { PARTS } from '../../src/privacy/parts.js';

/** A column with personal data, and its class: `contact` and so on. */
export interface PersonalColumn {
  table: string;
  column: string;
  tells: string;
}

const HEAD = `# Privacy

This page lists the personal data of the service: purpose, retention, access, and erasure. It is generated from
the code, where each room lists its tables ([parts.ts](../src/privacy/parts.ts)). To renew it: \`npm run privacy\`.

## Erasure

\`DELETE /users/me { comments, current? }\` closes an account at once: its sessions end, its sockets are closed, and it can change nothing
visible to others. For a day its holder may sign in, read their own data and keep the account (\`DELETE /users/me/erasure\`); every
other route answers 403 \`account-closing\`. Then a job erases the account in batches; it continues after a kill. A guest is erased at once,
since a guest cannot sign in again. The last administrator must appoint another one first: 409 \`last-admin\`.

- **Comments.** With \`anonymise\` published comments stay, without an author: \`author\` is null, and pages and mails show *Somebody* in the
  language of the reader. With \`remove\` they are deleted as by their author: a comment with replies leaves a tombstone, and quotes no longer
  show its text. Held and removed comments are deleted in any case. So are former texts, reports' copies of texts, and moderators' notes.
- **The account** becomes an id without a name: address, password, factors, passkeys, sessions, linked sites, language, profile and
  preferences are deleted, and so are the authors whose comments it has taken over. Its user name is never assigned again: a digest of it is
  kept. The address can be registered again. An id without references is deleted, too.
- **Votes and reports** still count, under the id without a name; the texts of reports are deleted.
- **Decisions** stay in the log, by ids; their notes and texts, and the names in them, are deleted, except [evidence](#evidence). Decisions
  that a moderator has made stay under the moderator's id.
- **Stored answers for repeated requests** are emptied where they name an erased person. The sender of the request does not matter.
- The site's own articles and their updates stay, without the name of their author.

Texts of other people are not changed, also where they name an erased person. A repeated import restores neither name nor comments,
nor does a restored backup: see [backups](operating.md#backups).

## Evidence

An administrator may hold the subject of a decision until a stated time, within two years, and with a reason:
\`PUT /moderation/decisions/{id}/evidence\` ([moderation](moderation.md#evidence)). The hold is a copy, taken at that moment. The erasure is
the same with and without it: public pages and moderators do not show the held data, a published comment is deleted or stays as its
author has chosen, and only administrators read the copy.

- **For a decision on a comment** the copy has: the comment, its former texts, copies of it in reports, the texts of reports on it, and
  note, text and statement of the decision with the state before it. The author is kept as an id.
- **For a decision on an account** the copy has: the reported names or profile texts that the decision answered or found open, the texts of
  these reports, and note, text and statement with the state before it, such as the former name after a renaming. The current name is not held.
- **Notification.** The authors of held texts see the end and the reason of the hold: the person concerned in \`GET /users/me/decisions\`; this
  person and the authors of reports in \`GET /users/me/erasure\` (\`heldBack\`), on \`/account/security\` and in their own data. Both see the same
  reason.
- **End.** At its time the copy is deleted, within a quarter of an hour; \`DELETE\` on the same address deletes it at once. An undo of the
  decision does not end it. After an erasure nothing else remains then.
- **A restored backup** has the holds of its time: a hold that was ended since is active until its time, and a later one is lost.

## Export of own data

\`GET /users/me/export\` answers with a ZIP: a JSON file for each kind of data with *exported* in the table below. It contains no texts of
other people, and does not reveal reporters. The page \`/account/security\` has a button for it, and for the erasure.

## Measurements

\`npm run erasures\` and \`npm run canaries\` write a recognisable text into every column that may contain one, and search for it afterwards:
in every row of every table, in the discussions and in 24 of the accounts as visible to a guest and an administrator, in all pages of the
discussions, and in the log at its finest level. On 2026-11-30, on one core that other work shared:

| test | result |
| --- | --- |
| 1,000 erasures while comments arrive | 24.6 s; the longest took 0.2 s from its beginning, half of them at most 0.1 s; 1,282 comments arrived meanwhile, 49.7 a second by ten people, the slowest in 69 ms; no text left in tables, addresses, pages and log, the counters equal to the rows, and the threads intact |
| 200 erasures after a backup, then a start on the restored copy | no text left in tables and log; the service was ready 8.8 s after its start, and no job of the backup began |
| own data of 1,000 people, 28,000 files | no text of other people, no note of a moderator, and no account except ignored ones |

## Stored data

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
  const deleted = erasing.some(({ erase }) => erase === 'delete') ? ['the rows are deleted'] : [];
  const emptied = erasing.flatMap(({ erase }) => (erase === 'delete' ? [] : Object.keys(erase)));
  const reasons = new Map<string, string[]>();
  for (const [column, why] of Object.entries(stays))
    reasons.set(why, [...(reasons.get(why) ?? []), column]);
  return [
    ...deleted,
    ...(emptied.length > 0 ? [`emptied: ${named(emptied)}`] : []),
    ...[...reasons].map(([why, columns]) => `${named(columns)}: ${why}`),
  ].join('; ');
}

const named = (columns: readonly string[]) => columns.map((name) => `\`${name}\``).join(', ');

/** Generates docs/privacy.md from the parts of the rooms and the classes of the schema. */
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
  const top = ['table', 'purpose', 'classes', 'visible to', 'retention', 'exported', 'erasure'];
  const table = [line(top), line(top.map(() => '---')), ...rows.map(line)].join('\n');
  const days = KEPT_DAYS.map(({ what, days: count, from }) => line([what, String(count), from]));
  const retention = [line(['data', 'days', 'from']), line(['---', '---', '---']), ...days].join(
    '\n',
  );
  return `${HEAD}${table}

The classes: \`pseudonym\` is an id of a person, \`identity\` a name or picture, \`contact\` an address, \`secret\` a proof of
identity, \`content\` a text by a person, \`behaviour\` an act of a person or a decision about them.

## Retention

One job deletes expired data, each quarter of an hour ([kept-days.ts](../src/events/kept-days.ts)).

${retention}
`;
}
