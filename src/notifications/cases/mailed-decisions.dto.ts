import { ApiProperty } from '@nestjs/swagger';
import { COMMENT_STATUSES, type CommentStatus } from '../../comments/shape/comment.entity.js';
import { type Reason, REASONS } from '../../comments/shape/reason-codes.js';
import { CheckedField, ChoiceField } from '../../input/fields.js';
import { LINK_ACTIONS, type LinkAction } from './decision-tokens.js';

/** Longer than any token of the service. */
const MAX_TOKEN = 300;

export class OpenDecisionDto {
  @CheckedField(
    (token) => (token.length <= MAX_TOKEN ? null : { detail: 'The token is too long.' }),
    { description: 'The value of `token=` in the link of the mail.' },
  )
  token: string;
}

export class DecideByLinkDto extends OpenDecisionDto {
  @ChoiceField(REASONS, {
    optional: true,
    description:
      'The reason of a removal. Default: the most frequent reason of the reports, `illegal` for a notice, or `other`.',
  })
  reason?: Reason;
}

/**
 * - `open`: the comment needs a decision, and has not changed since the mail or the last response
 * - `changed`: the comment needs a decision, but has changed; the response has a token for the
 *   current version
 * - `done`: this link has decided on it
 * - `settled`: no decision is needed any longer
 */
export const LINK_STATES = ['open', 'changed', 'done', 'settled'] as const;

class LinkedCommentView {
  @ApiProperty({ type: String, nullable: true, description: 'The name of the author.' })
  author: string | null;

  @ApiProperty({ description: 'The text without markup.' })
  text: string;

  @ApiProperty({ enum: [...COMMENT_STATUSES] })
  status: CommentStatus;

  @ApiProperty({ description: 'The title of the post.' })
  title: string;

  @ApiProperty({ description: 'The URL of the comment.' })
  url: string;

  @ApiProperty({ type: [String], description: 'The rules that hold it.' })
  rules: string[];

  @ApiProperty({ type: 'integer', description: 'The number of open reports.' })
  reports: number;

  @ApiProperty({ type: 'integer', description: 'The number of open legal notices.' })
  notices: number;
}

export class LinkedDecisionView {
  @ApiProperty({ enum: [...LINK_STATES] })
  state: (typeof LINK_STATES)[number];

  @ApiProperty({ enum: [...LINK_ACTIONS] })
  action: LinkAction;

  @ApiProperty({
    type: String,
    nullable: true,
    description:
      'The token for the comment as shown here. For `done` the token of the decision; null for `settled`.',
  })
  token: string | null;

  @ApiProperty({ enum: [...REASONS], description: 'The default reason of a removal.' })
  reason: Reason;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'For `done`: until when an undo leaves no statement of reasons.',
  })
  undoUntil: string | null;

  @ApiProperty({ type: LinkedCommentView })
  comment: LinkedCommentView;
}
