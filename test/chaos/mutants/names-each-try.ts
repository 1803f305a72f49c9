import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Mail } from '../../../src/notifications/mail/mail.js';
import { Mailer } from '../../../src/notifications/mail/mailer.js';

/** Between what the server has said and the end of the job: work that follows. */
const LATER_MS = 300;

/** Makes up an id whenever a mail is sent, as libraries do. */
@Injectable()
export class NamesEachTry extends Mailer {
  override async send(mail: Mail): Promise<void> {
    await super.send({ ...mail, about: mail.about.replace(/\.[\w-]+$/, `.${randomUUID()}`) });
    await delay(LATER_MS);
  }
}
