import { Inject, Injectable } from '@nestjs/common';
import { Database, type Queryable } from '../../../src/database/database.js';
import type { Act } from '../../../src/acts/acts.js';
import { CommentDecisionsService } from '../../../src/moderation/decisions/comment-decisions.service.js';
import type { DecideCommentDto } from '../../../src/moderation/decisions/decisions.dto.js';
import { VersionConflict } from '../../../src/moderation/terms/moderation.errors.js';
import type { Asker } from '../../../src/users/viewer/asker.js';
import type { Member } from '../../../src/users/viewer/viewer.js';

/** Compares the version that a moderator saw before taking the lock, not after it. */
@Injectable()
export class ComparesTheVersionFirst extends CommentDecisionsService {
  @Inject(Database) private readonly reads: Database;

  override async decide(
    member: Asker,
    id: string,
    input: DecideCommentDto,
  ): ReturnType<CommentDecisionsService['decide']> {
    if ((await versionOf(this.reads, id)) !== input.version) throw new VersionConflict();
    return super.decide(member, id, input);
  }

  override async decideWithin(
    act: Act,
    member: Member,
    id: string,
    input: DecideCommentDto,
  ): ReturnType<CommentDecisionsService['decideWithin']> {
    const version = (await versionOf(act, id)) ?? input.version;
    return super.decideWithin(act, member, id, { ...input, version });
  }
}

async function versionOf(from: Queryable, id: string): Promise<number | undefined> {
  const [row] = await from.query<{ version: number }>({
    text: 'select version from comments where id = $1',
    values: [id],
  });
  return row?.version;
}
