import { ApiProperty } from '@nestjs/swagger';
import { TextField, UuidsField } from '../input/fields.js';
import { PageOf } from '../input/paging.js';
import { POST_BODY } from '../posts/shape/posts.dto.js';
import { UserView } from '../users/accounts/users.dto.js';

const TEXT = { minGraphemes: 1, maxGraphemes: 5_000, maxBytes: 32_768, multiline: true };
const MAX_CREDITS = 50;

export class PublishUpdateDto {
  @TextField(TEXT, { description: 'What is new, in Markdown.' })
  text: string;

  @TextField(POST_BODY, {
    optional: true,
    nullable: true,
    description: 'The text of the post from now on; it stays as it is when left out.',
  })
  body?: string | null;

  @UuidsField(MAX_CREDITS, {
    optional: true,
    description: 'Published comments of the post that led to the update.',
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

  @ApiProperty({ type: UserView, nullable: true, description: 'Null where they were erased.' })
  author: UserView | null;

  @ApiProperty({ description: 'Markdown.' })
  text: string;

  @ApiProperty({ description: 'Safe to insert.' })
  html: string;

  @ApiProperty({ type: 'integer', description: 'The revision of the post that came with it.' })
  revision: number;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  @ApiProperty({
    type: [CreditView],
    description: 'Comments that led to it, as far as they are published now.',
  })
  credits: CreditView[];
}

export class PostUpdateListView extends PageOf(PostUpdateView, 'The newest first.') {}
