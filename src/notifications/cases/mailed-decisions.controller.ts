import { Body, Controller, Header, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Answers } from '../../input/answer-decorators.js';
import { Entry } from '../../users/viewer/policy.js';
import { DecideByLinkDto, LinkedDecisionView, OpenDecisionDto } from './mailed-decisions.dto.js';
import { MailedDecisionsService } from './mailed-decisions.service.js';

/**
 * Decision links in mails to staff. The token identifies the user, and opening a link decides
 * nothing.
 */
@ApiTags('auth')
@Controller('api/v1/auth/mailed-decisions')
@Entry()
export class MailedDecisionsController {
  constructor(private readonly decisions: MailedDecisionsService) {}

  @Post('look')
  @Header('cache-control', 'no-store')
  @ApiOperation({
    operationId: 'mailedDecisionsLook',
    summary: 'Get the subject of a decision link',
    description:
      'Takes the token of a mail to staff, and returns the current state of the comment. Changes nothing.',
  })
  @Answers(200, LinkedDecisionView)
  look(@Body() { token }: OpenDecisionDto): Promise<LinkedDecisionView> {
    return this.decisions.look(token);
  }

  @Post()
  @Header('cache-control', 'no-store')
  @ApiOperation({
    operationId: 'mailedDecisionsMake',
    summary: 'Decide by a decision link',
    description:
      'Approves or removes one comment in the name of the recipient of the mail, like a decision on a comment. Works once; a repetition answers that it is done. 409 if the comment has changed since.',
  })
  @Answers(200, LinkedDecisionView)
  decide(@Body() input: DecideByLinkDto): Promise<LinkedDecisionView> {
    return this.decisions.decide(input);
  }

  @Post('undo')
  @Header('cache-control', 'no-store')
  @ApiOperation({
    operationId: 'mailedDecisionsUndo',
    summary: 'Undo a decision by a decision link',
    description:
      'Takes the token that the decision was made by. Otherwise like the undo of a decision.',
  })
  @Answers(200, LinkedDecisionView)
  undo(@Body() { token }: OpenDecisionDto): Promise<LinkedDecisionView> {
    return this.decisions.undo(token);
  }
}
