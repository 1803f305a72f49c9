import { Controller, Get, NotFoundException, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Answer } from '../../input/answer.js';
import { Public } from '../../users/viewer/policy.js';
import { devMailPage } from './dev-mail-page.js';
import { DevMailbox } from './dev-mailbox.js';

/** The page has one style, no script, and shows each mail in a frame of its own. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

/** What development does not send. The route is made where nothing else takes the mail, and never in production. */
@ApiExcludeController()
@Controller('dev/mail')
@Public()
export class DevMailController {
  constructor(private readonly mailbox: DevMailbox) {}

  @Get()
  read(@Req() { headers }: FastifyRequest): Answer {
    // Whoever comes through a proxy is not the developer.
    if (headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined) {
      throw new NotFoundException();
    }
    const { items } = this.mailbox;
    if (headers.accept?.includes('application/json')) {
      return new Answer(200, JSON.stringify({ items }));
    }
    return new Answer(200, devMailPage(items), {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': POLICY,
    });
  }
}
