import { ApiProperty } from '@nestjs/swagger';
import { COMMENT_STATUSES, type CommentStatus } from '../../comments/shape/comment.entity.js';
import { type Reason, REASONS } from '../../comments/shape/reason-codes.js';
import { CheckedField, ChoiceField } from '../../input/fields.js';
import { LINK_ACTIONS, type LinkAction } from './decision-tokens.js';

/** Longer than any token of ours. */
const MAX_TOKEN = 300;

export class OpenDecisionDto {
  @CheckedField(
    (token) => (token.length <= MAX_TOKEN ? null : { detail: 'No token of a mail is so long.' }),
    { description: 'What stands behind `token=` in the link of the mail.' },
  )
  token: string;
}

export class DecideByLinkDto extends OpenDecisionDto {
  @ChoiceField(REASONS, {
    optional: true,
    description: 'Of a removal; else what most reports say, or `illegal` of a notice, or `other`.',
  })
  reason?: Reason;
}

/**
 * - `open`: it waits, as the mail has shown it or as an answer has since
 * - `changed`: it waits, and is not what the link was for; the answer has a token for what it is now
 * - `done`: this link has decided on it
 * - `settled`: it waits no more
 */
export const LINK_STATES = ['open', 'changed', 'done', 'settled'] as const;

class LinkedCommentView {
  @ApiProperty({ type: String, nullable: true, description: 'The name of who wrote it.' })
  author: string | null;

  @ApiProperty({ description: 'Without marks.' })
  text: string;

  @ApiProperty({ enum: [...COMMENT_STATUSES] })
  status: CommentStatus;

  @ApiProperty({ description: 'Of the post.' })
  title: string;

  @ApiProperty({ description: 'Where it is read.' })
  url: string;

  @ApiProperty({ type: [String], description: 'The rules that hold it.' })
  rules: string[];

  @ApiProperty({ type: 'integer', description: 'Reports that wait.' })
  reports: number;

  @ApiProperty({ type: 'integer', description: 'Legal notices that wait.' })
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
      'For the comment as it is shown here; of `done` the one that it was done by, and none of `settled`.',
  })
  token: string | null;

  @ApiProperty({ enum: [...REASONS], description: 'Of a removal, unless another one is given.' })
  reason: Reason;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'Of `done`: until when an undo leaves no statement behind.',
  })
  undoUntil: string | null;

  @ApiProperty({ type: LinkedCommentView })
  comment: LinkedCommentView;
}
