import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { PageQuery } from '../../input/paging.js';
import type { Answer } from '../../input/answer.js';
import { Answers, PrivateRead } from '../../input/answer-decorators.js';
import { Staff } from '../../users/viewer/policy.js';
import { type Asker, CurrentAsker } from '../../users/viewer/asker.js';
import { AddNoteDto, NoteListView, NoteView } from './notes.dto.js';
import { NotesService } from './notes.service.js';
import { Id } from '../../input/id.js';
import { CommentNotFound } from '../../comments/shape/comments.errors.js';

@ApiTags('moderation')
@Staff()
@Controller('api/v1/moderation/comments/:id/notes')
export class NotesController {
  constructor(private readonly notes: NotesService) {}

  @Get()
  @ApiOperation({
    summary: 'List the notes on a comment',
    description: 'Only moderators see them.',
  })
  @PrivateRead(NoteListView)
  list(@Id(CommentNotFound) id: string, @Query() query: PageQuery): Promise<NoteListView> {
    return this.notes.list(id, query);
  }

  @Post()
  @ApiOperation({ summary: 'Add a note to a comment', description: 'Only moderators see it.' })
  @Answers(201, NoteView)
  add(
    @CurrentAsker() member: Asker,
    @Id(CommentNotFound) id: string,
    @Body() input: AddNoteDto,
  ): Promise<Answer<NoteView>> {
    return this.notes.add(member, id, input);
  }
}
