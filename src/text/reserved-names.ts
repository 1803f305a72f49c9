import { nameKeys } from './confusables.js';

/**
 * Names that speak for the site or for nobody, which no account may choose: of staff, of the
 * machine, of nobody in particular; then the same in the languages of the first site.
 */
export const RESERVED_NAMES: readonly string[] = [
  'admin admins administrator administrators administration sysadmin moderator moderators',
  'moderation mod mods staff official support helpdesk security abuse',
  'colloquy system root superuser webmaster postmaster hostmaster noreply mailerdaemon',
  'null undefined guest guests deleted removed anonymous anonym anon unknown nobody',
  'админ администратор администрация модератор модерация поддержка система гость аноним',
  'administrators administrācija moderators moderācija atbalsts viesis',
].flatMap((names) => names.split(' '));

/** The characters between the letters of "a.d-m_i n". */
const SEPARATORS = /[\s_.-]+/gu;

/** The characters around those of "«admin»" or "admin ✔". */
const ORNAMENTS = /[\s\p{P}\p{S}\p{Z}\p{Extended_Pictographic}]+/gu;

const RESERVED_KEYS: ReadonlySet<string> = new Set(
  RESERVED_NAMES.flatMap((name) => [...staffKeys(name), ...staffKeys(name.toUpperCase())]),
);

/**
 * Whether a name looks like a reserved one, stricter than between two ordinary users: separators
 * and ornaments do not count, nor accents, nor the difference between i, l, 1 and I.
 */
export function isReservedName(name: string): boolean {
  return [SEPARATORS, ORNAMENTS].some((noise) =>
    staffKeys(name.normalize('NFKC').replace(noise, '')).some((key) => RESERVED_KEYS.has(key)),
  );
}

function staffKeys(name: string): string[] {
  return nameKeys(name).map((key) => key.replace(/\p{M}+/gu, '').replaceAll('i', 'l'));
}
