import { type DynamicModule, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AuthModule } from '../auth/auth.module.js';
import { AuthenticatorsModule } from '../auth/authenticators.module.js';
import { GuestsModule } from '../auth/guests.module.js';
import { ProvidersModule } from '../auth/providers.module.js';
import { CommentsModule } from '../comments/comments.module.js';
import { AppConfig } from '../config/app-config.js';
import { ConfigModule } from '../config/config.module.js';
import type { Connection } from '../database/connection.js';
import { DatabaseModule } from '../database/database.module.js';
import { EventsModule } from '../events/events.module.js';
import { HealthModule } from '../health/health.module.js';
import { StrictQueryGuard } from '../input/strict-query.guard.js';
import { JobsModule } from '../jobs/jobs.module.js';
import { MetricsModule } from '../metrics/metrics.module.js';
import { LiveModule } from '../live/live.module.js';
import { ModerationModule } from '../moderation/moderation.module.js';
import { NotificationsModule } from '../notifications/notifications.module.js';
import { SiteModule } from '../site/site.module.js';
import { PassagesModule } from '../passages/passages.module.js';
import { PrivacyModule } from '../privacy/privacy.module.js';
import { PostsModule } from '../posts/posts.module.js';
import { UsersModule } from '../users/users.module.js';

@Module({})
export class AppModule {
  static forRoot(config: AppConfig, connection: Connection): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.forRoot(config),
        MetricsModule,
        DatabaseModule.forRoot(connection),
        EventsModule,
        JobsModule,
        UsersModule,
        AuthModule,
        AuthenticatorsModule,
        ProvidersModule,
        GuestsModule,
        PostsModule,
        CommentsModule,
        ModerationModule,
        PassagesModule,
        NotificationsModule.forRoot(config),
        PrivacyModule,
        LiveModule,
        SiteModule,
        HealthModule,
      ],
      providers: [{ provide: APP_GUARD, useClass: StrictQueryGuard }],
    };
  }
}
