import { FULL, TURN } from '../support/full-form.js';
import { Bases, type Base, callWith, listSlots, type Slot } from '../support/hostile-slots.js';
import { HOSTILE_STRINGS } from '../support/hostile-strings.js';
import { KeepAliveClient, type Reply } from '../support/keep-alive.js';
import { ApiDocument } from '../support/openapi.js';
import { register } from '../support/people.js';
import { useSite } from '../support/site.js';

/** Slots that are tested concurrently; the strings of a slot are sent one after another. */
const AT_A_TIME = 6;

/**
 * Each field of a body gets every nth string, its neighbour the ones after those, and the next day
 * shifts both. All strings at once would take four minutes.
 */
const SAMPLE = FULL ? 4 : 60;

/**
 * Other slots, and those where each attempt hashes a password, get every nth string, and their
 * neighbours the ones after those: so every string meets many slots of each kind.
 */
const STEPS = { body: 1, query: 2, path: 2, header: 3, password: 6 };

/** Every field gets these in every run, so that stored texts are always read back. */
const HARMLESS = ['Two words', 'Ещё два слова'];

/** Fields that are returned as written, in NFC. */
const READABLE = ['body', 'title', 'summary', 'key', 'displayName', 'bio', 'detail', 'note'];

/** A name has single spaces between words; other programs' line separators become line breaks. */
function keptForm(field: string, value: string): string {
  const text = value.normalize('NFC');
  if (field === 'displayName') return text.replaceAll(/[\p{Zs}\t]+/gu, ' ').trim();
  return text.replaceAll(/[\v\f\u0085\u2028\u2029]/g, '\n');
}

describe('a hostile string', () => {
  const site = useSite({
    people: { staff: 'admin' },
    // Fixed, since nobody could write under terms with a hostile version.
    env: {
      SITE_ORIGINS: 'https://reviews.example',
      TERMS_VERSION: '1',
      TERMS_URL: 'https://reviews.example/terms',
    },
  });
  let client: KeepAliveClient;
  let bases: Bases;
  let slots: Slot[];
  /** How often each field was written and returned. */
  const readBack: Record<string, number> = {};

  beforeAll(async () => {
    client = new KeepAliveClient(site.app.url);
    const api = await ApiDocument.of(site.app);
    slots = listSlots(api);
    const reader = await register(site.app);
    for (const { auth } of [site.staff, reader])
      await site.app.request
        .put('/api/v1/users/me/terms')
        .set(auth)
        .send({ version: '1' })
        .expect(204);
    bases = new Bases(api, site.app, site.staff, reader);
  });
  afterAll(async () => {
    client.close();
  });

  /** Tests the slots of a place with their strings. @returns all violations */
  const attack = async (place: Slot['place']): Promise<string[]> => {
    const faults: string[] = [];
    const waiting = slots.filter((slot) => slot.place === place).entries();
    const work = async () => {
      for (const [index, slot] of waiting) {
        const costly = /^auth(Register|Login)$/.test(slot.operation.operationId);
        const step = SAMPLE * (place === 'body' && costly ? STEPS.password : STEPS[place]);
        const base = await bases.make(slot.operation);
        const strings = place === 'body' ? [...HARMLESS] : [];
        for (let n = (index + TURN) % step; n < HOSTILE_STRINGS.length; n += step)
          strings.push(HOSTILE_STRINGS[n]);
        for (const value of strings) {
          const fault = await attempt(slot, base, value);
          if (fault) faults.push(`TURN=${TURN} ${nameOf(slot)} ${shown(value)}: ${fault}`);
        }
      }
    };
    await Promise.all(Array.from({ length: AT_A_TIME }, work));
    return faults;
  };

  const attempt = async (slot: Slot, base: Base, value: string): Promise<string | null> => {
    const call = callWith(slot, { ...base, body: bases.makeBody(slot.operation) }, value);
    if (!call) return null;
    const reply = await client.send(call);
    if (slot.name === 'Authorization' && ![401, 431].includes(reply.status)) {
      return `it opens a door: ${reply.status}`;
    }
    if (reply.status >= 400) return refusalFault(reply, value);
    if (slot.place !== 'body' || reply.status === 204) return null;
    const answer = JSON.parse(reply.text);
    const written = answer.user ?? answer.decision ?? answer;
    if (base.headers['If-Match']) base.headers['If-Match'] = String(written.version);
    // The title of a page comes from the page, not from a caller.
    const isKept = slot.operation.operationId !== 'postsEnsurePage' || slot.name !== 'title';
    if (!READABLE.includes(slot.name) || !isKept) return null;
    const read = await client.send({
      method: 'GET',
      path: placeOf(written),
      headers: site.staff.auth,
    });
    for (const found of [written, JSON.parse(read.text)]) {
      if (found[slot.name] === undefined) continue;
      // An empty note is stored as none.
      const came = found[slot.name] ?? '';
      if (came !== keptForm(slot.name, value)) return `it came back as ${shown(came)}`;
    }
    readBack[slot.name] = (readBack[slot.name] ?? 0) + 1;
    return null;
  };

  it('is one of more than 400', () => {
    expect(HOSTILE_STRINGS.length).toBeGreaterThan(400);
    expect(slots.length).toBeGreaterThan(140);
  });

  it('in a field of a body is refused in words, or kept as it is', async () => {
    expect(await attack('body')).toEqual([]);
    for (const field of ['body', 'title', 'summary', 'bio', 'note']) {
      expect({ field, often: readBack[field] > 100 / SAMPLE }).toEqual({ field, often: true });
    }
    expect(readBack.displayName).toBeGreaterThan(50 / SAMPLE);
  }, 900_000);

  it('in a query is refused in words, or finds nothing', async () => {
    expect(await attack('query')).toEqual([]);
  });

  it('in a path is refused in words, or finds nothing', async () => {
    expect(await attack('path')).toEqual([]);
  });

  it('in a header is refused in words, and opens no door', async () => {
    expect(await attack('header')).toEqual([]);
    expect(client.sent).toBeGreaterThan(30_000 / SAMPLE);
  });
});

/** The fault of a refusal: a 5xx, no problem document, or one that repeats the input. */
function refusalFault({ status, headers, text }: Reply, value: string): string | null {
  if (status >= 500) return `${status} ${text}`;
  if (!headers['content-type']?.startsWith('application/problem+json'))
    return `no problem: ${text}`;
  const problem = JSON.parse(text);
  if (problem.status !== status || !problem.type.startsWith('/problems/'))
    return `not told: ${text}`;
  const tellable = value.length >= 8 && !/^\d+$/.test(value);
  const repeated = tellable && text.includes(JSON.stringify(value).slice(1, -1));
  return repeated ? `repeated: ${text}` : null;
}

/** Where the written text can be read. */
function placeOf({ id, slug, postId, username }: Record<string, string | undefined>): string {
  if (username !== undefined) return `/api/v1/users/${username}`;
  if (slug !== undefined) return `/api/v1/posts/${id}`;
  return postId === undefined ? '/api/v1/moderation/log?limit=1' : `/api/v1/comments/${id}`;
}

function nameOf({ operation, place, name }: Slot): string {
  return `${operation.operationId} ${place} ${name}`;
}

function shown(value: string): string {
  return JSON.stringify(value.slice(0, 40));
}
