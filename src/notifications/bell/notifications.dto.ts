import { ApiProperty, ApiPropertyOptional, PickType } from '@nestjs/swagger';
import { SingleCommentView } from '../../comments/shape/comments.dto.js';
import { UuidField, UuidsField } from '../../input/fields.js';
import { PageOf } from '../../input/paging.js';
import { OwnDecisionView } from '../../moderation/statements/statements.dto.js';
import { PostView } from '../../posts/shape/posts.dto.js';
import { NOTIFICATION_TYPES, type NotificationType } from './notification-kinds.js';

/** As many as a page of the list has at most. */
const MOST_READ = 100;

class ToldPostView extends PickType(PostView, ['id', 'slug', 'title', 'url']) {}

export class NotificationView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ enum: [...NOTIFICATION_TYPES] })
  type: NotificationType;

  @ApiProperty({ format: 'date-time' })
  at: string;

  @ApiProperty()
  read: boolean;

  @ApiPropertyOptional({
    type: SingleCommentView,
    description:
      'As it is now: the reply, the comment that names you, the new one of the post, or your own that led to an update.',
  })
  comment?: SingleCommentView;

  @ApiPropertyOptional({ type: ToldPostView })
  post?: ToldPostView;

  @ApiPropertyOptional({ type: OwnDecisionView })
  decision?: OwnDecisionView;
}

export class NotificationListView extends PageOf(NotificationView, 'The newest first.') {
  @ApiProperty({ type: 'integer', description: 'At most 100, which stands for more.' })
  unread: number;
}

export class ReadNotificationsDto {
  @UuidField({ optional: true, description: 'This one and all before it.' })
  upTo?: string;

  @UuidsField(MOST_READ, { optional: true, description: 'These.' })
  ids?: string[];
}

export class UnreadView {
  @ApiProperty({ type: 'integer', description: 'At most 100, which stands for more.' })
  unread: number;
}
