import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { AppConfig } from '../../config/app-config.js';
import { type Task, Tasks } from '../../jobs/tasks.js';
import { UserEmailsRepository } from '../../users/accounts/user-emails.repository.js';
import { DevMailbox } from './dev-mailbox.js';
import type { Mail } from './mail.js';
import { mailAddressOf } from './mail-address.js';
import { AddressRefused, failureOf } from './mail-failures.js';
import { createMailTransport, type MailTransport } from './mail-transport.js';
import { ReturnAddresses } from './return-addresses.js';

/** Sends mails, each to one address. */
@Injectable()
export class Mailer implements OnModuleDestroy {
  private readonly logger = new Logger('Mail');
  private transport: MailTransport | null = null;

  constructor(
    private readonly config: AppConfig,
    private readonly returns: ReturnAddresses,
    private readonly emails: UserEmailsRepository,
    private readonly mailbox: DevMailbox,
    private readonly tasks: Tasks,
  ) {}

  /**
   * Registers tasks that send mails. A node without a mail server leaves them to those that have
   * one.
   */
  handle<P extends object>(name: string, task: Task<P>): void {
    if (this.config.hasMail) this.tasks.handle(name, task);
  }

  /**
   * Sends a mail, or records that its address is refused.
   * @throws MailNotTaken when a retry may succeed
   */
  async send(mail: Mail): Promise<void> {
    try {
      await this.deliver(mail);
    } catch (error) {
      if (!(error instanceof AddressRefused)) throw error;
      await this.emails.noteFailure(mail.returnsTo.emailKey);
      this.logger.warn(`An address takes no mail any more: ${error.message}`);
    }
  }

  onModuleDestroy(): void {
    this.transport?.close();
  }

  private async deliver({
    to,
    subject,
    text,
    html,
    about,
    returnsTo,
    headers,
  }: Mail): Promise<void> {
    const { from, smtp } = this.config.mail;
    const address = mailAddressOf(to);
    if (address === null) throw new AddressRefused('The address could be read in two ways.');
    this.transport ??= createMailTransport(this.config.mail);
    const sent = await this.transport
      .sendMail({
        from,
        to: { name: '', address },
        envelope: { from: this.returns.addressFor(returnsTo), to: [address] },
        subject: oneLine(subject),
        text,
        html,
        messageId: `<${about}@${from.address.split('@')[1]}>`,
        headers: { 'Auto-Submitted': 'auto-generated', ...headers },
        disableFileAccess: true,
        disableUrlAccess: true,
      })
      .catch((error: unknown) => {
        throw failureOf(error);
      });
    if (!smtp)
      this.mailbox.keep({ to: address, subject: oneLine(subject), text, html }, sent.message);
  }
}

/** Removes line breaks, so that a text of a user cannot add headers, regardless of the library. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
}
