import { ApiProperty } from '@nestjs/swagger';
import { CursorQuery, IntegerQuery, TextField } from '../../input/fields.js';
import { UserView } from '../../users/users.dto.js';

export class AddNoteDto {
  @TextField(
    { minGraphemes: 1, maxGraphemes: 2_000, multiline: true },
    { description: 'For other moderators.' },
  )
  body: string;
}

export class NotesQuery {
  @IntegerQuery({ min: 1, max: 100 }, { description: '20 when left out.' })
  limit?: number;

  @CursorQuery()
  cursor?: string;
}

/** What one moderator tells the others about a comment. */
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

export class NoteListView {
  @ApiProperty({ type: [NoteView], description: 'The newest first.' })
  items: NoteView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}
