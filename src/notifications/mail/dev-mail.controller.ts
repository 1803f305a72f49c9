import { Controller, Get, NotFoundException, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Answer } from '../../input/answer.js';
import { isPassedOn } from '../../input/connections/client-address.js';
import { parseAddress } from '../../input/connections/networks.js';
import { Public } from '../../users/viewer/policy.js';
import { devMailPage } from './dev-mail-page.js';
import { DevMailbox } from './dev-mailbox.js';

/** The page has one style, no scripts, and shows each mail in its own frame. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

/**
 * Shows the mails that are not sent in development. The route exists only without a mail server,
 * and never in production.
 */
@ApiExcludeController()
@Controller('dev/mail')
@Public()
export class DevMailController {
  constructor(private readonly mailbox: DevMailbox) {}

  @Get()
  read(@Req() { headers, raw }: FastifyRequest): Answer {
    // The links of these mails give access to accounts, so requests through a proxy are refused.
    if (isPassedOn(headers) || !isOfThisMachine(raw.socket.remoteAddress)) {
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

function isOfThisMachine(peer = ''): boolean {
  return parseAddress(peer)?.range() === 'loopback';
}
