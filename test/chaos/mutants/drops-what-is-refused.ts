import { Injectable } from '@nestjs/common';
import type { Mail } from '../../../src/notifications/mail/mail.js';
import { MailNotTaken } from '../../../src/notifications/mail/mail-failures.js';
import { Mailer } from '../../../src/notifications/mail/mailer.js';

/** Tries once: a temporarily refused mail counts as sent. */
@Injectable()
export class DropsWhatIsRefused extends Mailer {
  override async send(mail: Mail): Promise<void> {
    try {
      await super.send(mail);
    } catch (error) {
      if (!(error instanceof MailNotTaken)) throw error;
    }
  }
}
