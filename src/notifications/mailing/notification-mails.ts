import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AppConfig } from '../../config/app-config.js';
import { addressOf, commentAddressOf } from '../../posts/shape/post-addresses.js';
import { plainTextOf } from '../../text/markdown/plain-text.js';
import { type Language, languageOf } from '../../text/plain/languages.js';
import { SOMEBODY } from '../../text/plain/somebody.js';
import { NOTIFICATION_TYPES } from '../bell/notification-kinds.js';
import { inFrame, type LetterItem, type LetterLink } from '../mail/mail-frame.js';
import { accountPageOf, unsubscribeHeaders } from '../mail/mail-links.js';
import { cut, filled } from '../mail/mail-words.js';
import { Mailer } from '../mail/mailer.js';
import { NOTIFICATION_MAIL } from './mailing-job.js';
import { type Addressee, type MailedItem, MailingsRepository } from './mailings.repository.js';
import { en } from './notice-words-en.js';
import { lv } from './notice-words-lv.js';
import { ru } from './notice-words-ru.js';
import type { NoticeWords } from './notice-words.js';
import { type Ending, UnsubscribeTokens } from './unsubscribe-tokens.js';

const WORDS: Readonly<Record<Language, NoticeWords>> = { en, lv, ru };

/** In code points. */
const MOST_QUOTED = 300;
const MOST_TITLE = 100;

/** Sends the mails of notifications. Each describes the state at the time of sending. */
@Injectable()
export class NotificationMails implements OnModuleInit {
  constructor(
    private readonly mailings: MailingsRepository,
    private readonly tokens: UnsubscribeTokens,
    private readonly mailer: Mailer,
    private readonly config: AppConfig,
  ) {}

  onModuleInit(): void {
    this.mailer.handle<{ mailId: string }>(NOTIFICATION_MAIL, ({ mailId }) => this.send(mailId));
  }

  /**
   * If a node dies after sending a mail and before recording it, the mail is sent again with the
   * same id.
   */
  private async send(mailId: string): Promise<void> {
    const addressee = await this.mailings.findAddressee(mailId);
    const items = addressee ? await this.mailings.listItems(mailId) : [];
    if (addressee && items.length > 0) {
      const { userId, emailKey, email } = addressee;
      await this.mailer.send({
        ...this.write(addressee, items),
        to: email,
        about: `notice.${mailId}`,
        returnsTo: { userId, emailKey },
      });
    }
    await this.mailings.finish(mailId);
  }

  private write(addressee: Addressee, items: readonly MailedItem[]) {
    const language = languageOf(addressee.language);
    const words = WORDS[language];
    const site = this.config.mail.from.name;
    const [{ count }] = items;
    const names = { site, username: addressee.username, count: String(count) };
    const subject =
      count === 1
        ? filled(words.told[items[0].type], namesOf(items[0], language))
        : filled(words.several, names);
    const kinds = NOTIFICATION_TYPES.filter((type) => items.some((item) => item.type === type));
    const letter = inFrame({
      language,
      site,
      title: subject,
      lines: [],
      items: items.map((item) => this.itemOf(item, language)),
      notes: [
        ...(count > items.length ? [filled(words.more, names)] : []),
        filled(words.why, names),
      ],
      links: [
        ...postsOf(items).map(({ item, level }) => ({
          label: filled(
            level === 'none' ? words.endPost : words.endFollowing,
            namesOf(item, language),
          ),
          url: this.pageFor(addressee, { postId: item.post!.id, level }, language),
        })),
        ...kinds.map((type): LetterLink => ({
          label: words.endKind[type],
          url: this.pageFor(addressee, { kinds: [type] }, language),
        })),
      ],
    });
    const token = this.tokens.derive(addressee, { kinds });
    const headers = unsubscribeHeaders(this.config.publicUrl, token);
    return { ...letter, subject, headers };
  }

  private itemOf(item: MailedItem, language: Language): LetterItem {
    const words = WORDS[language];
    const { type, statement, html, post, commentId } = item;
    const { publicUrl } = this.config;
    const isShown = commentId !== null && type !== 'decision';
    const url =
      post && (isShown ? commentAddressOf(post, commentId, publicUrl) : addressOf(post, publicUrl));
    return {
      line: filled(words.told[type], namesOf(item, language)),
      quote: cut(statement ?? beginningOf(html ?? ''), MOST_QUOTED),
      links: url ? [{ label: words.read, url }] : [],
    };
  }

  private pageFor(addressee: Addressee, ending: Ending, language: Language): string {
    const token = this.tokens.derive(addressee, ending);
    return accountPageOf(this.config.publicUrl, 'unsubscribe', { language, token });
  }
}

function namesOf({ author, post }: MailedItem, language: Language): Record<string, string> {
  return { author: author ?? SOMEBODY[language], title: cut(post?.title ?? '–', MOST_TITLE) };
}

/**
 * Lists each post once, with the choices of the reader for it. A followed post can be unfollowed.
 */
function postsOf(items: readonly MailedItem[]) {
  const found = new Map<string, { item: MailedItem; level: 'replies' | 'none' }>();
  for (const item of items) {
    if (!item.post || item.type === 'decision' || item.type === 'correction') continue;
    const level = item.type === 'followed' ? 'replies' : 'none';
    found.set(`${level} ${item.post.id}`, { item, level });
  }
  return [...found.values()];
}

/** The text of HTML that may end within a tag. */
function beginningOf(html: string): string {
  return plainTextOf(html.replace(/<[^<>]*$/, ''))
    .replace(/\s+/g, ' ')
    .trim();
}
