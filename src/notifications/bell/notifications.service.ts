import { Injectable } from '@nestjs/common';
import { Acts } from '../../acts/acts.js';
import type { IdempotencyKey } from '../../acts/idempotency-key.js';
import { newestFirst } from '../../database/keyset.js';
import { type Answer, done } from '../../input/answer.js';
import type { PageQuery } from '../../input/paging.js';
import type { OwnDecisionView } from '../../moderation/statements/statements.dto.js';
import { StatementsRepository } from '../../moderation/statements/statements.repository.js';
import type { Member } from '../../users/viewer/viewer.js';
import type {
  NotificationListView,
  NotificationView,
  ReadNotificationsDto,
  UnreadView,
} from './notifications.dto.js';
import { type NotificationRow, NotificationsRepository } from './notifications.repository.js';

const ORDER = 'n';

/** The notifications of a user, and their read state. */
@Injectable()
export class NotificationsService {
  constructor(
    private readonly notifications: NotificationsRepository,
    private readonly statements: StatementsRepository,
    private readonly acts: Acts,
  ) {}

  async list({ id }: Member, query: PageQuery): Promise<NotificationListView> {
    const [page, unread] = await Promise.all([
      newestFirst(ORDER, query, (limit, before) => this.notifications.list(id, limit, before)),
      this.notifications.countUnread(id),
    ]);
    const decisions = await this.findDecisions(id, page.items);
    return { ...page, items: page.items.map((row) => viewOf(row, decisions)), unread };
  }

  async markRead(
    member: Member,
    { upTo, ids }: ReadNotificationsDto,
    idempotencyKey: IdempotencyKey | null,
  ): Promise<Answer<UnreadView>> {
    return this.acts.once(idempotencyKey, async (act) => {
      act.signalled = await this.notifications.markRead(act, member.id, { upTo, ids });
      const unread = await this.notifications.countUnread(member.id, act);
      return done({ unread } satisfies UnreadView);
    });
  }

  private async findDecisions(
    userId: string,
    rows: readonly NotificationRow[],
  ): Promise<Map<string, OwnDecisionView>> {
    const ids = rows.filter(({ type }) => type === 'decision').map(({ cause }) => cause);
    const decisions = ids.length === 0 ? [] : await this.statements.listAmong(userId, ids);
    return new Map(decisions.map((decision) => [decision.id, decision]));
  }
}

/** Omits the fields that do not belong to the kind. */
function viewOf(
  { id, type, at, read, cause, comment, post }: NotificationRow,
  decisions: ReadonlyMap<string, OwnDecisionView>,
): NotificationView {
  const decision = type === 'decision' ? decisions.get(cause) : undefined;
  return {
    id,
    type,
    at,
    read,
    ...(comment && { comment }),
    ...(post && { post }),
    ...(decision && { decision }),
  };
}
