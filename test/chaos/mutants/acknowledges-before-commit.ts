import { Inject, Injectable } from '@nestjs/common';
import { setTimeout as delay } from 'node:timers/promises';
import { CommentWriterRepository } from '../../../src/comments/writing/comment-writer.repository.js';
import { Database, type Statement } from '../../../src/database/database.js';

/** Delay of the commit after the answer, as with a slow disk or an in-memory queue. */
const LATE_MS = 40;

/** Answers when the statement is done, and commits afterwards. */
@Injectable()
export class AcknowledgesBeforeCommit extends CommentWriterRepository {
  constructor(@Inject(Database) database: Database) {
    super(answeringEarly(database));
  }
}

function answeringEarly(database: Database): Database {
  const execute = <Row>(statement: Statement) =>
    new Promise<Row[]>((resolve, reject) => {
      database
        .transaction(async (tx) => {
          resolve(await tx.query<Row>(statement));
          await delay(LATE_MS);
        })
        .catch(reject);
    });
  return Object.assign(Object.create(database) as Database, { execute });
}
