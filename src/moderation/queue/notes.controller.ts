import { Body, Controller, Get, Header, Param, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CurrentMember } from '../../users/current-viewer.js';
import { Staff } from '../../users/policy.js';
import { send } from '../../acts/answer.js';
import { CurrentIntent, type Intent } from '../../acts/intent.js';
import type { Member } from '../../users/viewer.js';
import { AddNoteDto, NoteListView, NotesQuery, NoteView } from './notes.dto.js';
import { NotesService } from './notes.service.js';

@ApiTags('moderation')
@Staff()
@Controller('api/v1/moderation/comments/:id/notes')
export class NotesController {
  constructor(private readonly notes: NotesService) {}

  @Get()
  @ApiOperation({ summary: 'What moderators noted on a comment' })
  @Header('cache-control', 'private, no-store')
  @ApiOkResponse({ type: NoteListView })
  list(@Param('id') id: string, @Query() query: NotesQuery): Promise<NoteListView> {
    return this.notes.list(id, query);
  }

  @Post()
  @ApiOperation({ summary: 'Leave a note on a comment for other moderators' })
  @ApiCreatedResponse({ type: NoteView })
  async add(
    @CurrentMember() member: Member,
    @Param('id') id: string,
    @Body() input: AddNoteDto,
    @CurrentIntent() intent: Intent | null,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    send(reply, await this.notes.add(member, id, input, intent));
  }
}
