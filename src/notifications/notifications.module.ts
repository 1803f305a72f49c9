import { type DynamicModule, Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.js';
import { CommentsModule } from '../comments/comments.module.js';
import type { AppConfig } from '../config/app-config.js';
import { JobsModule } from '../jobs/jobs.module.js';
import { ModerationModule } from '../moderation/moderation.module.js';
import { PostsModule } from '../posts/posts.module.js';
import { SettingsModule } from '../settings/settings.module.js';
import { UsersModule } from '../users/users.module.js';
import { NotificationRetention } from './bell/notification-retention.js';
import { NotificationsController } from './bell/notifications.controller.js';
import { NotificationsRepository } from './bell/notifications.repository.js';
import { NotificationsService } from './bell/notifications.service.js';
import { PreferencesRepository } from './bell/preferences.repository.js';
import { PreferencesService } from './bell/preferences.service.js';
import { CaseMailJob } from './cases/case-mail-job.js';
import { CaseMailingsRepository } from './cases/case-mailings.repository.js';
import { CaseMailRetention } from './cases/case-mail-retention.js';
import { CaseMails } from './cases/case-mails.js';
import { DecisionTokens } from './cases/decision-tokens.js';
import { MailboxRule } from './cases/mailbox-rule.js';
import { MailedCasesRepository } from './cases/mailed-cases.repository.js';
import { MailedDecisionsController } from './cases/mailed-decisions.controller.js';
import { MailedDecisionsService } from './cases/mailed-decisions.service.js';
import { DueJob } from './following/due-job.js';
import { DueRepository } from './following/due.repository.js';
import { FollowedLogsRepository } from './following/followed-logs.repository.js';
import { LogFollower } from './following/log-follower.js';
import { RecipientsRepository } from './following/recipients.repository.js';
import { BouncesController } from './mail/bounces.controller.js';
import { BouncesService } from './mail/bounces.service.js';
import { DevMailController } from './mail/dev-mail.controller.js';
import { DevMailbox } from './mail/dev-mailbox.js';
import { Mailer } from './mail/mailer.js';
import { ProofMails } from './mail/proof-mails.js';
import { ReturnAddresses } from './mail/return-addresses.js';
import { MailJobs } from './mailing/mail-jobs.js';
import { MailingJob } from './mailing/mailing-job.js';
import { MailingsRepository } from './mailing/mailings.repository.js';
import { NotificationMails } from './mailing/notification-mails.js';
import { UnsubscribeController } from './mailing/unsubscribe.controller.js';
import { UnsubscribeService } from './mailing/unsubscribe.service.js';
import { UnsubscribeTokens } from './mailing/unsubscribe-tokens.js';

@Module({
  imports: [
    AuthModule,
    CommentsModule,
    JobsModule,
    ModerationModule,
    PostsModule,
    SettingsModule,
    UsersModule,
  ],
  controllers: [
    BouncesController,
    MailedDecisionsController,
    NotificationsController,
    UnsubscribeController,
  ],
  providers: [
    BouncesService,
    CaseMailingsRepository,
    CaseMailJob,
    CaseMailRetention,
    CaseMails,
    DecisionTokens,
    DevMailbox,
    DueJob,
    DueRepository,
    FollowedLogsRepository,
    LogFollower,
    MailboxRule,
    MailedCasesRepository,
    MailedDecisionsService,
    Mailer,
    MailingJob,
    MailJobs,
    MailingsRepository,
    NotificationMails,
    NotificationRetention,
    NotificationsRepository,
    NotificationsService,
    PreferencesRepository,
    PreferencesService,
    ProofMails,
    RecipientsRepository,
    ReturnAddresses,
    UnsubscribeService,
    UnsubscribeTokens,
  ],
})
export class NotificationsModule {
  /** Includes the route that shows unsent mails, in development only. */
  static forRoot({ production, mail }: AppConfig): DynamicModule {
    const keepsMail = !production && mail.smtp === null;
    return { module: NotificationsModule, controllers: keepsMail ? [DevMailController] : [] };
  }
}
