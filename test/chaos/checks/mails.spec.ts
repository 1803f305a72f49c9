import { type ArrivedMail, type History, NOTHING, type Telling } from '../history.js';
import { check } from './check.js';
import { shrink } from './shrink.js';

/** Anna is due mail for two comments but not for a third; one mail covers both and arrived once. */
const GOOD: History = {
  ...NOTHING,
  tellings: [telling('c-1'), telling('c-2'), telling('c-3', { due: false, because: 'removed' })],
  mails: [mail({ keys: ['c-1', 'c-2'] })],
};

describe('the checker of mails', () => {
  it('finds nothing where what is due came once', () => {
    expect(check(GOOD)).toEqual([]);
  });

  it('finds a mail that never came, and shows what was due', () => {
    const history = { ...GOOD, mails: [mail({ keys: ['c-1'] })] };
    const [lost, ...more] = check(history);
    expect(lost).toMatchObject({
      invariant: 'due-is-mailed',
      about: { key: 'c-2', proc: 'anna' },
    });
    expect(more).toEqual([]);
    expect(shrink(history, lost)).toMatchObject({ tellings: [telling('c-2')], mails: [] });
    expect(broken({ ...GOOD, mails: [mail({ to: 'ben', keys: ['c-1', 'c-2'] })] })).toContain(
      'due-is-mailed',
    );
  });

  it('lets a mail count what it does not show, and no more than that', () => {
    const counting = mail({ keys: [], more: 2 });
    expect(check({ ...GOOD, mails: [counting] })).toEqual([]);
    expect(broken({ ...GOOD, mails: [{ ...counting, more: 1 }] })).toEqual(['due-is-mailed']);
    // A copy of the mail counts the same comments again.
    const copies = [counting, { ...counting, t: 20 }].map((one) => ({ ...one, more: 1 }));
    expect(broken({ ...GOOD, mails: copies, kills: [kill(15)] })).toEqual(['due-is-mailed']);
  });

  it('finds what was hidden, or is nothing to somebody, in a mail', () => {
    const hidden = mail({ keys: ['c-1', 'c-2', 'c-3'] });
    expect(broken({ ...GOOD, mails: [hidden] })).toEqual(['hidden-is-not-mailed']);
    const foreign = mail({ messageId: '<other>', to: 'ben', keys: ['c-1'] });
    expect(broken({ ...GOOD, mails: [...GOOD.mails, foreign] })).toEqual(['hidden-is-not-mailed']);
    const unknown = [...GOOD.tellings.slice(0, 2), telling('c-3', { due: null })];
    expect(check({ ...GOOD, tellings: unknown, mails: [hidden] })).toEqual([]);
    expect(check({ ...GOOD, tellings: unknown })).toEqual([]);
  });

  it('finds a comment in two mails, whatever was killed', () => {
    const other = mail({ messageId: '<other>', t: 20, keys: ['c-1'] });
    const history = { ...GOOD, mails: [...GOOD.mails, other], kills: [kill(15)] };
    expect(broken(history)).toEqual(['mailed-once']);
  });

  it.each([
    ['at no kill', []],
    ['before the mail began', [kill(4)]],
    ['after the copy', [kill(30)]],
    ['so late that the mail was long noted', [kill(3_000)]],
  ])('finds a copy that came again %s', (name, kills) => {
    const t = name.startsWith('so late') ? 4_000 : 20;
    const mails = [...GOOD.mails, mail({ t, beganAt: t - 5, keys: ['c-1', 'c-2'] })];
    expect(broken({ ...GOOD, mails, kills })).toEqual(['mailed-once']);
  });

  it('lets a mail come again that was under way at a kill, once for each', () => {
    const copy = (t: number) => mail({ t, beganAt: t - 5, keys: ['c-1', 'c-2'] });
    const mails = [...GOOD.mails, copy(50)];
    expect(check({ ...GOOD, mails, kills: [kill(7)] })).toEqual([]);
    expect(check({ ...GOOD, mails, kills: [kill(40)] })).toEqual([]);
    const thrice = { ...GOOD, mails: [...mails, copy(90)] };
    expect(broken({ ...thrice, kills: [kill(40)] })).toEqual(['mailed-once']);
    expect(check({ ...thrice, kills: [kill(40), kill(60)] })).toEqual([]);
  });
});

function broken(history: History): string[] {
  return [...new Set(check(history).map(({ invariant }) => invariant))];
}

function telling(key: string, known: Partial<Telling> = {}): Telling {
  return { key, to: 'anna', due: true, because: 'published', ...known };
}

function mail(known: Partial<ArrivedMail>): ArrivedMail {
  return { beganAt: 5, t: 10, messageId: '<one>', to: 'anna', keys: [], more: 0, ...known };
}

function kill(t: number) {
  return { t, proc: 'a' };
}
