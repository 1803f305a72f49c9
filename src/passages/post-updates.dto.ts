import { ApiProperty } from '@nestjs/swagger';
import { TextField, UuidsField } from '../input/fields.js';
import { PageOf } from '../input/paging.js';
import { POST_BODY } from '../posts/shape/posts.dto.js';
import { UserView } from '../users/accounts/users.dto.js';

const TEXT = { minGraphemes: 1, maxGraphemes: 5_000, maxBytes: 32_768, multiline: true };
const MAX_CREDITS = 50;

export class PublishUpdateDto {
  @TextField(TEXT, { description: 'The text of the update, in Markdown.' })
  text: string;

  @TextField(POST_BODY, {
    optional: true,
    nullable: true,
    description: 'The new text of the post. Default: unchanged.',
  })
  body?: string | null;

  @UuidsField(MAX_CREDITS, {
    optional: true,
    description: 'The published comments of the post that led to the update.',
  })
  credits?: string[];
}

class CreditView {
  @ApiProperty({ format: 'uuid' })
  commentId: string;

  @ApiProperty({ type: UserView })
  author: UserView;
}

export class PostUpdateView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ format: 'uuid' })
  postId: string;

  @ApiProperty({ type: UserView, nullable: true, description: 'Null if the account was erased.' })
  author: UserView | null;

  @ApiProperty({ description: 'Markdown.' })
  text: string;

  @ApiProperty({ description: 'Sanitised HTML.' })
  html: string;

  @ApiProperty({
    type: 'integer',
    description: 'The revision of the post that was created with it.',
  })
  revision: number;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  @ApiProperty({
    type: [CreditView],
    description: 'The comments that led to it and are published now.',
  })
  credits: CreditView[];
}

export class PostUpdateListView extends PageOf(PostUpdateView, 'Newest first.') {}
