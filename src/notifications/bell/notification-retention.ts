import { Injectable, type OnModuleInit } from '@nestjs/common';
import { firstIdAt } from '../../database/ids.js';
import { Retention } from '../../events/retention-job.js';
import { NotificationsRepository } from './notifications.repository.js';

const A_PIECE = 1_000;

/**
 * Deletes old notifications, read or unread. Their ids are in the order of time, so no other index
 * is needed.
 */
@Injectable()
export class NotificationRetention implements OnModuleInit {
  constructor(
    private readonly notifications: NotificationsRepository,
    private readonly retention: Retention,
  ) {}

  onModuleInit(): void {
    this.retention.also({
      what: 'notifications',
      piece: (seconds) =>
        this.notifications.dropBefore(firstIdAt(new Date(Date.now() - seconds * 1_000)), A_PIECE),
    });
  }
}
