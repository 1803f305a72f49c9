import { nameKeys } from './confusables.js';
import type { Fault } from '../plain/fault.js';

const wordsOf = (lists: readonly string[]): string[] => lists.flatMap((list) => list.split(' '));

/** Words that only staff may have in a name, in English and other common languages of readers. */
const STAFF_WORDS = wordsOf([
  'admin admins administrator administrators administration sysadmin superuser',
  'moderator moderators moderation webmaster postmaster hostmaster mailerdaemon colloquy',
  'админ админы администратор администраторы администрация модератор модераторы модерация редакция',
  'адміністратор адміністрація редакція рэдакцыя администрација',
  'administratorius administracija administrācija administratoriai moderators moderatori moderācija redakcija redakcja',
  'administrateur administrateurs modérateur modérateurs modération redaktion moderatoren administratoren',
  'administrador administradores moderador moderadores moderación moderação amministratore moderatore moderatori',
  'beheerder moderaattori ylläpitäjä ylläpito administraator moderaator toimetus moderátor administrátor redakce',
  'yönetici moderatör διαχειριστής συντονιστής מנהל مدير 管理员 管理員 管理者 版主 운영자 관리자 ผู้ดูแลระบบ',
]);

/** Words that seem to speak for the site if a name consists of nothing else. */
const SITE_WORDS = wordsOf([
  'mod mods staff official support helpdesk help security abuse editor editors editorial newsroom',
  'system root noreply null undefined guest guests deleted removed anonymous anonym anon unknown nobody',
  'поддержка редактор система гость аноним служба підтримка atbalsts viesis redaktors',
  'مشرف soporte equipo oficial équipe offiziell kundendienst ufficiale suporte 官方 客服 공식 公式',
]);

/** Words that such names often contain; by themselves they are allowed. */
const FILLERS = wordsOf(['the site team real our web page comments forum community desk service']);

/** Names that no account may choose. */
export const RESERVED_NAMES: readonly string[] = [...STAFF_WORDS, ...SITE_WORDS];

/** The characters between words, and around those of "«admin»" or "admin ✔". */
const BETWEEN = /[\s\p{P}\p{S}\p{Z}\p{Extended_Pictographic}]+/u;
/** The characters between the letters of "a.d-m_i n". */
const SEPARATORS = /[\s_.-]+/gu;
/** The places where a word of "SiteAdmin2024" ends. */
const JOINTS = /(?<=\p{Ll})(?=\p{Lu})|(?<=\p{L})(?=\p{N})|(?<=\p{N})(?=\p{L})/u;
/** Characters that are read as letters. */
const READ_AS: Readonly<Record<string, string>> = {
  '4': 'a',
  '@': 'a',
  '3': 'e',
  '5': 's',
  $: 's',
  '7': 't',
};
const SIGNS = /[4@35$7]/g;

const keysOf = (words: readonly string[]): ReadonlySet<string> =>
  new Set(words.flatMap((word) => [...staffKeys(word), ...staffKeys(word.toUpperCase())]));
const STAFF_KEYS = keysOf(STAFF_WORDS);
const SITE_KEYS = keysOf(SITE_WORDS);
const FILLER_KEYS = keysOf(FILLERS);

/** The fault of a name that seems to speak for the site, or null. */
export function findReservedFault(name: string): Fault | null {
  if (!isReservedName(name)) return null;
  return {
    rule: 'reserved-name',
    detail: 'This name is kept for the site itself; choose another.',
  };
}

/**
 * Whether a name seems to speak for the site: a word of it looks like a staff word, or all of its
 * words are the site's. Stricter than for two ordinary users: it ignores separators, ornaments,
 * accents, the difference between i, l, 1 and I, and signs that are read as letters.
 */
export function isReservedName(name: string): boolean {
  const compatible = name.normalize('NFKC');
  const readings = [compatible, compatible.replace(SIGNS, (sign) => READ_AS[sign])];
  return readings.some((reading) => {
    const words = reading.split(BETWEEN).filter(Boolean);
    const parts = words
      .flatMap((word) => word.split(JOINTS))
      .filter((part) => !/^\p{N}+$/u.test(part));
    const joined = [reading.replace(SEPARATORS, ''), words.join('')];
    return speaksForSite(words) || speaksForSite(parts) || joined.some(isMadeOfSiteWords);
  });
}

function speaksForSite(words: readonly string[]): boolean {
  const looksLike = (keys: ReadonlySet<string>) => (word: string) =>
    staffKeys(word).some((key) => keys.has(key));
  const [isStaff, isOfSite, isFiller] = [STAFF_KEYS, SITE_KEYS, FILLER_KEYS].map(looksLike);
  if (words.some(isStaff)) return true;
  return words.some(isOfSite) && words.every((word) => isOfSite(word) || isFiller(word));
}

/** Whether a name without separators consists only of such words, as "modteam" does. */
function isMadeOfSiteWords(name: string): boolean {
  return staffKeys(name).some((key) => {
    /** For each prefix length that words add up to, whether one of them is more than a filler. */
    const reached = new Map([[0, false]]);
    for (let end = 1; end <= key.length; end++) {
      for (const [start, speaks] of reached) {
        const word = key.slice(start, end);
        const isOwn = STAFF_KEYS.has(word) || SITE_KEYS.has(word);
        if (isOwn || FILLER_KEYS.has(word))
          reached.set(end, speaks || isOwn || reached.get(end) === true);
      }
    }
    return reached.get(key.length) === true;
  });
}

function staffKeys(name: string): string[] {
  return nameKeys(name).map((key) => key.replace(/\p{M}+/gu, '').replaceAll('i', 'l'));
}
