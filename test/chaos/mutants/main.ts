import 'reflect-metadata';
import type { Type } from '@nestjs/common';
import { MODULE_METADATA } from '@nestjs/common/constants.js';
import { CommentWriterRepository } from '../../../src/comments/writing/comment-writer.repository.js';
import { CommentsModule } from '../../../src/comments/comments.module.js';
import { EventLog } from '../../../src/events/event-log.js';
import { EventLogRepository } from '../../../src/events/event-log.repository.js';
import { EventsModule } from '../../../src/events/events.module.js';
import { Mailer } from '../../../src/notifications/mail/mailer.js';
import { MailingsRepository } from '../../../src/notifications/mailing/mailings.repository.js';
import { NotificationsModule } from '../../../src/notifications/notifications.module.js';
import type { MutantName } from '../options.js';
import { AcknowledgesBeforeCommit } from './acknowledges-before-commit.js';
import { CountsOutsideTheTransaction } from './counts-outside-the-transaction.js';
import { DropsWhatIsRefused } from './drops-what-is-refused.js';
import { ForgetsTheLog } from './forgets-the-log.js';
import { MailsWhatIsHidden } from './mails-what-is-hidden.js';
import { NamesEachTry } from './names-each-try.js';
import { ReadsByInsertId } from './reads-by-insert-id.js';
import { RemembersKeysInMemory } from './remembers-keys-in-memory.js';

interface Mutation {
  module: Type;
  instead: Type;
  use: Type;
}

const MUTATIONS: Readonly<Record<MutantName, Mutation>> = {
  'acknowledge-before-commit': {
    module: CommentsModule,
    instead: CommentWriterRepository,
    use: AcknowledgesBeforeCommit,
  },
  'cursor-by-insert-id': {
    module: EventsModule,
    instead: EventLogRepository,
    use: ReadsByInsertId,
  },
  'emit-without-replay': { module: EventsModule, instead: EventLog, use: ForgetsTheLog },
  'counter-outside-the-transaction': {
    module: CommentsModule,
    instead: CommentWriterRepository,
    use: CountsOutsideTheTransaction,
  },
  'idempotency-in-memory': {
    module: CommentsModule,
    instead: CommentWriterRepository,
    use: RemembersKeysInMemory,
  },
  'refused-mail-dropped': { module: NotificationsModule, instead: Mailer, use: DropsWhatIsRefused },
  'hidden-comments-mailed': {
    module: NotificationsModule,
    instead: MailingsRepository,
    use: MailsWhatIsHidden,
  },
  'mail-id-of-each-try': { module: NotificationsModule, instead: Mailer, use: NamesEachTry },
};

/**
 * The service with one provider replaced by a faulty one, which the checker must find. The module
 * is changed before the application starts, so the service needs no code for it.
 */
const { module, instead, use } = MUTATIONS[process.env.CHAOS_MUTANT as MutantName];
const providers = Reflect.getMetadata(MODULE_METADATA.PROVIDERS, module) as unknown[];
if (!providers.includes(instead))
  throw new Error(`${module.name} does not provide ${instead.name}.`);
Reflect.defineMetadata(
  MODULE_METADATA.PROVIDERS,
  providers.map((one) => (one === instead ? { provide: instead, useClass: use } : one)),
  module,
);
await import('../../../src/main.js');
