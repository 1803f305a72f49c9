import type { Language } from '../../text/plain/languages.js';
import type { DecisionView } from '../terms/decision-view.dto.js';

/** The first sentence for each decision that is sent to the affected user. */
const SENTENCES: Readonly<Record<string, Record<Language, string>>> = {
  approve: {
    en: 'Moderation has published your comment.',
    lv: 'Moderācija ir publicējusi jūsu komentāru.',
    ru: 'Модерация опубликовала ваш комментарий.',
  },
  remove: {
    en: 'Moderation has removed your comment.',
    lv: 'Moderācija ir noņēmusi jūsu komentāru.',
    ru: 'Модерация удалила ваш комментарий.',
  },
  restore: {
    en: 'Moderation has put your comment back.',
    lv: 'Moderācija ir atjaunojusi jūsu komentāru.',
    ru: 'Модерация восстановила ваш комментарий.',
  },
  hold: {
    en: 'Readers reported your comment. It is hidden until a moderator has looked at it.',
    lv: 'Lasītāji ir ziņojuši par jūsu komentāru. Tas ir paslēpts, līdz to izskatīs moderators.',
    ru: 'Читатели пожаловались на ваш комментарий. Он скрыт, пока его не рассмотрит модератор.',
  },
  lock: {
    en: 'Moderation has locked the branch of your comment; it takes no replies.',
    lv: 'Moderācija ir slēgusi jūsu komentāra zaru; uz to vairs nevar atbildēt.',
    ru: 'Модерация закрыла ветку вашего комментария; отвечать в ней больше нельзя.',
  },
  warn: {
    en: 'This is a warning by moderation about how you take part here.',
    lv: 'Tas ir moderācijas brīdinājums par jūsu dalību šeit.',
    ru: 'Это предупреждение модерации о вашем участии в обсуждениях.',
  },
  premoderate: {
    en: 'From now on your comments appear after a moderator has read them.',
    lv: 'Turpmāk jūsu komentāri parādīsies pēc tam, kad tos izlasīs moderators.',
    ru: 'Теперь ваши комментарии будут появляться после проверки модератором.',
  },
  suspend: {
    en: 'Moderation has suspended your account: until {until} you can read, but not write.',
    lv: 'Moderācija ir apturējusi jūsu kontu: līdz {until} varat lasīt, bet ne rakstīt.',
    ru: 'Модерация приостановила вашу учётную запись: до {until} можно читать, но не писать.',
  },
  ban: {
    en: 'Moderation has banned your account.',
    lv: 'Moderācija ir bloķējusi jūsu kontu.',
    ru: 'Модерация заблокировала вашу учётную запись.',
  },
  reinstate: {
    en: 'Moderation has lifted what your account was restricted by.',
    lv: 'Moderācija ir atcēlusi jūsu konta ierobežojumus.',
    ru: 'Модерация сняла ограничения с вашей учётной записи.',
  },
  rename: {
    en: 'Moderation has changed the name or the profile of your account.',
    lv: 'Moderācija ir mainījusi jūsu konta vārdu vai profilu.',
    ru: 'Модерация изменила имя или профиль вашей учётной записи.',
  },
  undo: {
    en: 'Moderation has taken an earlier decision about you back.',
    lv: 'Moderācija ir atsaukusi agrāku lēmumu par jums.',
    ru: 'Модерация отменила прежнее решение, касавшееся вас.',
  },
};

interface StatementParts extends Pick<DecisionView, 'action' | 'rule' | 'until' | 'text'> {
  language: Language;
  /** The site's text for the reason. */
  canned: string | null;
}

/**
 * Whether the affected user is notified of a decision. They are not if it changes nothing for them.
 */
export function isTold(action: string): boolean {
  return action in SENTENCES;
}

/** A statement of reasons. It does not reveal who decided. */
export function statementText({
  action,
  language,
  canned,
  rule,
  until,
  text,
}: StatementParts): string {
  const end = until ? `${until.slice(0, 16).replace('T', ' ')} UTC` : '';
  const first = SENTENCES[action][language].replace('{until}', end);
  const reasons = [first, canned, rule ? `(${rule})` : null].filter(Boolean).join(' ');
  return text ? `${reasons}\n\n${text}` : reasons;
}
