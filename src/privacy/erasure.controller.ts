import { Body, Controller, Delete, Get, Header } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Answers, PrivateRead } from '../input/answer-decorators.js';
import { type Caller, CurrentCaller } from '../input/caller-gone.js';
import { CurrentMember } from '../users/viewer/current-viewer.js';
import { OwnData } from '../users/viewer/policy.js';
import type { Member } from '../users/viewer/viewer.js';
import { EraseMeDto, ErasureView } from './erasure.dto.js';
import { ErasureService } from './erasure.service.js';

/** The route needs no idempotency key: a second request finds the account closed. */
@ApiTags('users')
@Controller('api/v1/users/me')
export class ErasureController {
  constructor(private readonly erasures: ErasureService) {}

  @Delete()
  @OwnData()
  @Header('cache-control', 'no-store')
  @ApiOperation({
    summary: 'Erase your account',
    description:
      'Closes the account at once and ends its sessions. The account is erased permanently a day later; until then its holder can sign in and cancel. A guest is erased at once. Requires the password, or a fresh sign-in for an account without one. The last administrator cannot be erased.',
  })
  @Answers(202, ErasureView)
  erase(
    @CurrentMember() member: Member,
    @Body() wish: EraseMeDto,
    @CurrentCaller() caller: Caller,
  ): Promise<ErasureView> {
    return this.erasures.ask(member, wish, caller);
  }

  @Get('erasure')
  @OwnData()
  @ApiOperation({
    summary: 'Get the pending erasure',
    description: 'When your account will be erased, and whether its comments are kept or deleted.',
  })
  @PrivateRead(ErasureView, 'no-store')
  get(@CurrentMember() member: Member): Promise<ErasureView> {
    return this.erasures.get(member);
  }

  @Delete('erasure')
  @OwnData()
  @ApiOperation({
    summary: 'Cancel the erasure of your account',
    description: 'Possible until the erasure starts. Restores the account.',
  })
  @Answers(204)
  async keep(@CurrentMember() member: Member): Promise<void> {
    await this.erasures.cancel(member);
  }
}
