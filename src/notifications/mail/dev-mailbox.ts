import { Injectable } from '@nestjs/common';

interface KeptText {
  to: string;
  subject: string;
  text: string;
  html: string;
}

/** A mail in development without a mail server. */
export interface KeptMail extends KeptText {
  headers: Record<string, string>;
  at: string;
}

const MOST = 200;

/** The mails of development in memory, newest first. */
@Injectable()
export class DevMailbox {
  private mails: readonly KeptMail[] = [];

  get items(): readonly KeptMail[] {
    return this.mails;
  }

  /** @param message the mail in the format for a mail server */
  keep(mail: KeptText, message: unknown): void {
    const headers = headersOf(String(message));
    const kept = { ...mail, headers, at: new Date().toISOString() };
    this.mails = [kept, ...this.mails].slice(0, MOST);
  }
}

function headersOf(message: string): Record<string, string> {
  const [head] = message.split(/\r?\n\r?\n/, 1);
  const lines = head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  return Object.fromEntries(
    lines.map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon), line.slice(colon + 1).trim()];
    }),
  );
}
