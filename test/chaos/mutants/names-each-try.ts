import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Mail } from '../../../src/notifications/mail/mail.js';
import { Mailer } from '../../../src/notifications/mail/mailer.js';

/** Delay between the server's acceptance and the end of the job, as if other work followed. */
const LATER_MS = 300;

/** Generates a new Message-ID for every attempt, as libraries do. */
@Injectable()
export class NamesEachTry extends Mailer {
  override async send(mail: Mail): Promise<void> {
    await super.send({ ...mail, about: mail.about.replace(/\.[\w-]+$/, `.${randomUUID()}`) });
    await delay(LATER_MS);
  }
}
