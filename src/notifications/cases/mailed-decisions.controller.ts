import { Body, Controller, Header, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Answers } from '../../input/answer-decorators.js';
import { Entry } from '../../users/viewer/policy.js';
import { DecideByLinkDto, LinkedDecisionView, OpenDecisionDto } from './mailed-decisions.dto.js';
import { MailedDecisionsService } from './mailed-decisions.service.js';

/** Links of mails to staff. The token says who asks, and nothing is decided by opening one. */
@ApiTags('auth')
@Controller('api/v1/auth/mailed-decisions')
@Entry()
export class MailedDecisionsController {
  constructor(private readonly decisions: MailedDecisionsService) {}

  @Post('look')
  @Header('cache-control', 'no-store')
  @ApiOperation({
    operationId: 'mailedDecisionsLook',
    summary: 'See what a link of a mail to staff decides on',
    description: 'The comment as it is now, by the token of the mail. Nothing is changed.',
  })
  @Answers(200, LinkedDecisionView)
  look(@Body() { token }: OpenDecisionDto): Promise<LinkedDecisionView> {
    return this.decisions.look(token);
  }

  @Post()
  @Header('cache-control', 'no-store')
  @ApiOperation({
    operationId: 'mailedDecisionsMake',
    summary: 'Decide by a link of a mail to staff',
    description:
      'Approves or removes one comment, in the name of who got the mail, as the decision on a comment does. Once: a second time the answer says that it is done. A comment that has changed since is 409.',
  })
  @Answers(200, LinkedDecisionView)
  decide(@Body() input: DecideByLinkDto): Promise<LinkedDecisionView> {
    return this.decisions.decide(input);
  }

  @Post('undo')
  @Header('cache-control', 'no-store')
  @ApiOperation({
    operationId: 'mailedDecisionsUndo',
    summary: 'Take a decision by a link of a mail back',
    description: 'As the undo of a decision does, by the token that it was made by.',
  })
  @Answers(200, LinkedDecisionView)
  undo(@Body() { token }: OpenDecisionDto): Promise<LinkedDecisionView> {
    return this.decisions.undo(token);
  }
}
