import { Injectable } from '@nestjs/common';
import { Readable } from 'node:stream';
import yazl from 'yazl';
import type { PersonalTable } from '../events/personal-part.js';
import type { Member } from '../users/viewer/viewer.js';
import { PARTS } from './parts.js';
import { PersonalRowsRepository } from './personal-rows.repository.js';

const ABOUT = `Each file has the rows of one kind that the service keeps about you, as JSON. README.json says why, and how long.
Texts of others, notes of moderators and secrets are not among them.
`;

/** The data of a user, for export. */
@Injectable()
export class OwnDataService {
  constructor(private readonly rows: PersonalRowsRepository) {}

  /** A ZIP whose files are read and sent in sequence, piece by piece. */
  export(member: Member): Readable {
    const zip = new yazl.ZipFile();
    const failed = (error: unknown) => zip.outputStream.emit('error', error);
    zip.addBuffer(Buffer.from(ABOUT), 'README.txt');
    zip.addBuffer(Buffer.from(JSON.stringify(reasons(), null, 2)), 'README.json');
    for (const [room, part] of Object.entries(PARTS)) {
      for (const [table, { told }] of Object.entries(part)) {
        if (typeof told === 'string') continue;
        const name = `${room}/${table}.json`;
        zip.addReadStreamLazy(name, {}, (take) => {
          const stream = Readable.from(listed(this.rows.read(table, told, member.id)));
          take(null, stream.on('error', failed));
        });
      }
    }
    zip.end();
    return zip.outputStream as Readable;
  }
}

/** The reasons why each kind of data is stored, and why omitted data is omitted. */
function reasons(): Record<string, Partial<PersonalTable>> {
  const tables = Object.values(PARTS).flatMap((part) => Object.entries(part));
  return Object.fromEntries(
    tables.map(([table, { why, kept, seenBy, told }]) => [
      table,
      { why, kept, seenBy, ...(typeof told === 'string' && { told }) },
    ]),
  );
}

async function* listed(rows: AsyncIterable<object>): AsyncIterable<string> {
  let before = '[';
  for await (const row of rows) {
    yield `${before}\n${JSON.stringify(row)}`;
    before = ',';
  }
  yield before === '[' ? '[]\n' : '\n]\n';
}
