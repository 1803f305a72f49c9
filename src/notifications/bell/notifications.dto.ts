import { ApiProperty, ApiPropertyOptional, PickType } from '@nestjs/swagger';
import { SingleCommentView } from '../../comments/shape/comments.dto.js';
import { UuidField, UuidsField } from '../../input/fields.js';
import { PageOf } from '../../input/paging.js';
import { OwnDecisionView } from '../../moderation/statements/statements.dto.js';
import { PostView } from '../../posts/shape/posts.dto.js';
import { NOTIFICATION_TYPES, type NotificationType } from './notification-kinds.js';

/** The most ids in one request, which is the size of a page of the list. */
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
      'The current state of the comment: the reply, the mention, the new comment of the post, or your own comment that led to an update.',
  })
  comment?: SingleCommentView;

  @ApiPropertyOptional({ type: ToldPostView })
  post?: ToldPostView;

  @ApiPropertyOptional({ type: OwnDecisionView })
  decision?: OwnDecisionView;
}

export class NotificationListView extends PageOf(NotificationView, 'Newest first.') {
  @ApiProperty({
    type: 'integer',
    description: 'The number of unread notifications; 100 means 100 or more.',
  })
  unread: number;
}

export class ReadNotificationsDto {
  @UuidField({ optional: true, description: 'This notification and all older ones.' })
  upTo?: string;

  @UuidsField(MOST_READ, { optional: true, description: 'These notifications.' })
  ids?: string[];
}

export class UnreadView {
  @ApiProperty({
    type: 'integer',
    description: 'The number of unread notifications; 100 means 100 or more.',
  })
  unread: number;
}
