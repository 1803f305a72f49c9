import 'reflect-metadata';
import type { Type } from '@nestjs/common';
import { MODULE_METADATA } from '@nestjs/common/constants.js';
import { CommentWriterRepository } from '../../../src/comments/writing/comment-writer.repository.js';
import { CommentsModule } from '../../../src/comments/comments.module.js';
import { CommentDecisionsService } from '../../../src/moderation/decisions/comment-decisions.service.js';
import { ModerationModule } from '../../../src/moderation/moderation.module.js';
import { CountsOutsideTheTransaction } from '../../chaos/mutants/counts-outside-the-transaction.js';
import type { RaceMutantName } from '../options.js';
import { AsksForTheLockFirst } from './asks-for-the-lock-first.js';
import { ComparesTheVersionFirst } from './compares-the-version-first.js';

interface Mutation {
  module: Type;
  instead: Type;
  use: Type;
}

const MUTATIONS: Readonly<Record<RaceMutantName, Mutation>> = {
  'asks-for-the-lock-first': {
    module: CommentsModule,
    instead: CommentWriterRepository,
    use: AsksForTheLockFirst,
  },
  'compares-the-version-first': {
    module: ModerationModule,
    instead: CommentDecisionsService as Type,
    use: ComparesTheVersionFirst as Type,
  },
  'counts-outside-the-transaction': {
    module: CommentsModule,
    instead: CommentWriterRepository,
    use: CountsOutsideTheTransaction,
  },
};

/** The service with one provider replaced by a faulty one, which the races must find. */
const { module, instead, use } = MUTATIONS[process.env.RACES_MUTANT as RaceMutantName];
const providers = Reflect.getMetadata(MODULE_METADATA.PROVIDERS, module) as unknown[];
if (!providers.includes(instead))
  throw new Error(`${module.name} does not provide ${instead.name}.`);
Reflect.defineMetadata(
  MODULE_METADATA.PROVIDERS,
  providers.map((one) => (one === instead ? { provide: instead, useClass: use } : one)),
  module,
);
await import('../../../src/main.js');
