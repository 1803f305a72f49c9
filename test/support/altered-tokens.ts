import { randomBytes, randomInt } from 'node:crypto';

const CLASSES = ['abcdefghijklmnopqrstuvwxyz', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', '0123456789', '-_.'];
/** Characters that are invalid in a token, but ignored by some decoders. */
const STRANGE = [' ', '\n', '=', '+', '/', '%', '\0', 'é', 'а'];

/** Variants of a token: one character, one bit, a missing part, or an addition. */
function alterations(token: string): string[] {
  const made: string[] = [];
  const put = (at: number, sign: string) => token.slice(0, at) + sign + token.slice(at + 1);
  for (let at = 0; at < token.length; at++) {
    for (const signs of CLASSES) made.push(put(at, signs[randomInt(signs.length)]));
    made.push(put(at, STRANGE[at % STRANGE.length]));
    made.push(token.slice(0, at), token.slice(at + 1), put(at, ''), put(at, token[at].repeat(2)));
  }
  const [mac, head] = [token.slice(token.lastIndexOf('.') + 1), token.lastIndexOf('.') + 1];
  for (let bit = 0; bit < 256; bit++) {
    const bytes = Buffer.from(mac, 'base64url');
    bytes[bit >> 3] ^= 1 << (bit & 7);
    made.push(token.slice(0, head) + bytes.toString('base64url'));
  }
  for (const sign of [...CLASSES.map(([first]) => first), ...STRANGE])
    made.push(token + sign, sign + token, `${token}.${sign}`);
  made.push(token.toUpperCase(), token.toLowerCase(), `${token}.${token}`, `${token},${token}`);
  return made;
}

/** Tokens with a part of another one: an id, an expired part, a proof; or an invented part. */
function mixtures(tokens: readonly string[]): string[] {
  return tokens.flatMap((token) =>
    tokens.flatMap((other) => {
      const parts = token.split('.');
      const others = other.split('.');
      const madeUp = randomBytes(32).toString('base64url');
      return [
        [...parts.slice(0, -1), others.at(-1)],
        [others[0], ...parts.slice(1)],
        [...parts.slice(0, -1), madeUp],
        [...parts].toReversed(),
      ].map((one) => one.join('.'));
    }),
  );
}

/**
 * A number of different invalid texts that resemble valid tokens: first each single alteration,
 * then those that differ in two places.
 */
export function alteredTokens(tokens: readonly string[], count: number): string[] {
  const made = new Set([...mixtures(tokens), ...tokens.flatMap(alterations)]);
  const good = new Set(tokens);
  for (const token of good) made.delete(token);
  const signs = CLASSES.join('');
  for (let tries = 0; made.size < count; tries++) {
    if (tries > 100 * count) throw new Error(`There are no ${count} tokens like these.`);
    const token = tokens[randomInt(tokens.length)];
    const [one, two] = [randomInt(token.length), randomInt(token.length)];
    const altered = [...token]
      .map((sign, at) => (at === one || at === two ? signs[randomInt(signs.length)] : sign))
      .join('');
    if (!good.has(altered)) made.add(altered);
  }
  // A smaller count is spread over all kinds.
  const all = [...made];
  return Array.from({ length: count }, (_, at) => all[Math.floor((at * all.length) / count)]);
}
