import { ApiProperty } from '@nestjs/swagger';
import { TextField } from '../../input/fields.js';
import { PageOf } from '../../input/paging.js';
import { UserView } from '../../users/accounts/users.dto.js';

export class AddNoteDto {
  @TextField(
    { minGraphemes: 1, maxGraphemes: 2_000, multiline: true },
    { description: 'The text of the note, for other moderators.' },
  )
  body: string;
}

/** A note of a moderator on a comment, for other moderators. */
export class NoteView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ format: 'uuid' })
  commentId: string;

  @ApiProperty({ type: UserView })
  by: UserView;

  @ApiProperty()
  body: string;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;
}

export class NoteListView extends PageOf(NoteView, 'Newest first.') {}
