import { Injectable, type OnModuleInit } from '@nestjs/common';
import { firstIdAt } from '../../database/ids.js';
import { Retention } from '../../events/retention-job.js';
import { NotificationsRepository } from './notifications.repository.js';

const A_PIECE = 1_000;

/** Drops old notifications, read or not. The order of their ids is that of time, so it needs no other index. */
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
