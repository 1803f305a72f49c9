import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AppConfig } from '../../config/app-config.js';
import { Database } from '../../database/database.js';
import { DecisionAccessService } from '../../moderation/access/decision-access.service.js';
import { commentAddressOf } from '../../posts/shape/post-addresses.js';
import { DomainError } from '../../problems/domain-error.js';
import { plainTextOf } from '../../text/markdown/plain-text.js';
import { type Language, languageOf } from '../../text/plain/languages.js';
import { SOMEBODY } from '../../text/plain/somebody.js';
import { isAble, isModerator } from '../../users/viewer/viewer.js';
import { CASE_KINDS } from '../bell/notification-kinds.js';
import { inFrame, type LetterItem, type LetterLink } from '../mail/mail-frame.js';
import { accountPageOf, unsubscribeHeaders } from '../mail/mail-links.js';
import { cut, filled } from '../mail/mail-words.js';
import { Mailer } from '../mail/mailer.js';
import { UnsubscribeTokens } from '../mailing/unsubscribe-tokens.js';
import { CASE_MAIL } from './case-mail-job.js';
import { en } from './case-words-en.js';
import { lv } from './case-words-lv.js';
import { ru } from './case-words-ru.js';
import type { CaseWords } from './case-words.js';
import { DecisionTokens, endOfLinks, type LinkAction } from './decision-tokens.js';
import { memberOf } from './link-holder.js';
import { MailboxRule } from './mailbox-rule.js';
import {
  type MailedCase,
  MailedCasesRepository,
  type MailedModerator,
} from './mailed-cases.repository.js';

const WORDS: Readonly<Record<Language, CaseWords>> = { en, lv, ru };

/** In code points: the limit for a single comment, and for one of several. */
const MOST_ALONE = 5_000;
const MOST_AMONG = 300;
const MOST_TITLE = 100;

/** Sends the mails to staff. Each describes the state at the time of sending. */
@Injectable()
export class CaseMails implements OnModuleInit {
  constructor(
    private readonly cases: MailedCasesRepository,
    private readonly access: DecisionAccessService,
    private readonly decisions: DecisionTokens,
    private readonly endings: UnsubscribeTokens,
    private readonly mailer: Mailer,
    private readonly mailbox: MailboxRule,
    private readonly database: Database,
    private readonly config: AppConfig,
  ) {}

  onModuleInit(): void {
    this.mailer.handle<{ mailId: string }>(CASE_MAIL, ({ mailId }) => this.send(mailId));
  }

  private async send(mailId: string): Promise<void> {
    const moderator = await this.cases.findModerator(mailId);
    if (!moderator || !isModerator(memberOf(moderator)) || !isAble(moderator)) return;
    const waiting = await this.listOwn(moderator, mailId);
    if (waiting.length === 0) return;
    const { id: userId, emailKey, email } = moderator;
    await this.mailer.send({
      ...this.write(moderator, waiting, await this.mailbox.isEnoughFor(moderator.id)),
      to: email,
      about: `case.${mailId}`,
      returnsTo: { userId, emailKey },
    });
  }

  /** The cases that the moderator may decide on. */
  private async listOwn(moderator: MailedModerator, mailId: string): Promise<MailedCase[]> {
    const own: MailedCase[] = [];
    for (const found of await this.cases.list(mailId)) {
      try {
        await this.access.authorise(this.database, memberOf(moderator), found.commentId);
        own.push(found);
      } catch (error) {
        // Cases that other moderators handle.
        if (!(error instanceof DomainError)) throw error;
      }
    }
    return own;
  }

  private write(moderator: MailedModerator, waiting: readonly MailedCase[], byLink: boolean) {
    const language = languageOf(moderator.language);
    const words = WORDS[language];
    const site = this.config.mail.from.name;
    const [first, ...others] = waiting;
    const isAlone = others.length === 0 && first.count === 1;
    const names = { site, username: moderator.username, count: String(first.count) };
    const subject = isAlone
      ? filled(words.subject[first.kind], namesOf(first, language))
      : filled(words.several, names);
    const kinds = CASE_KINDS.filter((kind) => waiting.some((one) => one.kind === kind));
    const most = isAlone ? MOST_ALONE : MOST_AMONG;
    const letter = inFrame({
      language,
      site,
      title: subject,
      lines: [],
      items: waiting.flatMap((one) => {
        const links = byLink ? this.linksTo(moderator, one, language) : [];
        return itemsOf(one, language, most, [...links, this.placeOf(one, words)]);
      }),
      notes: [
        ...(first.count > waiting.length ? [filled(words.more, names)] : []),
        byLink ? words.lasts : words.noLinks,
        filled(words.why, names),
      ],
      links: kinds.map((kind) => ({
        label: words.endKind[kind],
        url: accountPageOf(this.config.publicUrl, 'unsubscribe', {
          language,
          token: this.endings.derive(holderOf(moderator), { kinds: [kind] }),
        }),
      })),
    });
    const token = this.endings.derive(holderOf(moderator), { kinds });
    const headers = unsubscribeHeaders(this.config.publicUrl, token);
    return { ...letter, subject, headers };
  }

  private linksTo(
    moderator: MailedModerator,
    { commentId, version, kind }: MailedCase,
    language: Language,
  ): LetterLink[] {
    const words = WORDS[language];
    const linkTo = (action: LinkAction, label: string) => {
      const offered = { commentId, version, action, endsAt: endOfLinks() };
      const token = this.decisions.derive(moderator, offered);
      return {
        label,
        url: accountPageOf(this.config.publicUrl, 'decide', { language, token }),
      };
    };
    return [
      linkTo('approve', kind === 'held' ? words.approve : words.keep),
      linkTo('remove', words.remove),
    ];
  }

  private placeOf({ post, commentId }: MailedCase, { read }: CaseWords): LetterLink {
    return { label: read, url: commentAddressOf(post, commentId, this.config.publicUrl) };
  }
}

function holderOf({ id, emailKey }: MailedModerator) {
  return { userId: id, emailKey };
}

function itemsOf(
  waiting: MailedCase,
  language: Language,
  most: number,
  links: LetterLink[],
): LetterItem[] {
  const words = WORDS[language];
  const { rules, reports, explanation, html } = waiting;
  const reasons = [
    ...rules.map((rule) => words.rules[rule] ?? rule),
    ...(reports > 0 ? [filled(words.reports, { count: String(reports) })] : []),
  ];
  const line = filled(words.wrote, namesOf(waiting, language));
  const item = { line, quote: cut(plainTextOf(html).trim(), most), links };
  const notice = explanation && {
    line: words.noticeSays,
    quote: cut(explanation, most),
    links: [],
  };
  return [
    ...reasons.map((reason) => ({ line: reason, quote: '', links: [] })),
    ...(notice ? [notice] : []),
    item,
  ];
}

function namesOf({ author, post }: MailedCase, language: Language): Record<string, string> {
  return { author: author ?? SOMEBODY[language], title: cut(post.title, MOST_TITLE) };
}
