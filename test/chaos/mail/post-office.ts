import { setTimeout as delay } from 'node:timers/promises';
import type { Random } from '../../../bench/seed/random.js';
import { SmtpStage, type TakenMail } from '../../support/smtp.js';
import type { ArrivedMail } from '../history.js';

/** One mail in five is refused at first: half of these by recipient, half after their text. */
const REFUSED_BY_NAME = 0.1;
const REFUSED_BY_TEXT = 0.1 / 0.9;
const NOT_NOW = [421, 450, 451, 452];
/** The time between the arrival of a mail and its acknowledgement. */
const LAG_MS = 400;

/** The words that identify a comment, and the phrase that counts those a mail does not show. */
const KEY = /\bc-\d+-mail\b/g;
const IN_ALL = /^In all there are (\d+)/m;
/** Matches mails of notifications; the others confirm addresses. */
const NOTICE = /^<notice\./;

/** A real mail server that refuses mails, is down at times, and keeps all notification mails. */
export class PostOffice {
  readonly mails: ArrivedMail[] = [];
  refused = 0;
  awayMs = 0;
  isAway = false;
  /** The number of comments in all mails, each mail counted once. */
  told = 0;
  private readonly seen = new Set<string>();
  private readonly listeners: (() => void)[] = [];

  private constructor(
    private readonly stage: SmtpStage,
    private readonly random: Random,
  ) {
    stage.refusing = (step) => this.refuse(step);
    stage.answering = async (mail) => {
      this.keep(mail);
      for (const heard of this.listeners.splice(0)) heard();
      await delay(random.integer(LAG_MS));
    };
  }

  static async open(random: Random): Promise<PostOffice> {
    return new PostOffice(await SmtpStage.open(), random);
  }

  /** Environment of the nodes: the mail server and the sender. */
  get env(): Record<string, string> {
    return { SMTP_URL: this.stage.url, MAIL_FROM: 'Talk <talk@chaos.test>' };
  }

  /** Resolves when the next mail has arrived and is not yet acknowledged. */
  next(): Promise<void> {
    return new Promise((resolve) => this.listeners.push(resolve));
  }

  /** Refuses connections for some time. */
  async goAway(ms: number): Promise<void> {
    const at = performance.now();
    this.stage.leave();
    this.isAway = true;
    await delay(ms);
    await this.stage.comeBack();
    this.isAway = false;
    this.awayMs += performance.now() - at;
  }

  close(): Promise<void> {
    return this.stage.close();
  }

  private refuse(step: 'mail' | 'rcpt' | 'data'): number | null {
    const share = { mail: 0, rcpt: REFUSED_BY_NAME, data: REFUSED_BY_TEXT }[step];
    if (!this.random.chance(share)) return null;
    this.refused++;
    return this.random.pick(NOT_NOW);
  }

  private keep({ to: [to], parsed, beganAt, at }: TakenMail): void {
    const { messageId = '', text = '' } = parsed;
    if (!NOTICE.test(messageId)) return;
    const keys = [...new Set(text.match(KEY))];
    const inAll = Number(IN_ALL.exec(text)?.[1] ?? keys.length);
    const more = inAll - keys.length;
    this.mails.push({ beganAt, t: at, messageId, to: to.split('@')[0], keys, more });
    if (this.seen.has(messageId)) return;
    this.seen.add(messageId);
    this.told += inAll;
  }
}
