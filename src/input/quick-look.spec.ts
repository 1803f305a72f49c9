import 'reflect-metadata';
import fc from 'fast-check';
import { ObjectsField, TextField, UuidField } from './fields.js';
import { ProblemValidationPipe } from './problem-validation.pipe.js';
import { lookQuickly } from './quick-look.js';

class Piece {
  @UuidField()
  id: string;
}

class Said {
  @TextField({ minGraphemes: 1, maxGraphemes: 20, multiline: true })
  body: string;

  @UuidField({ optional: true, nullable: true })
  parentId?: string | null;

  @UuidField({ nullable: true })
  other: string | null;

  @ObjectsField(() => Piece, 2, { optional: true })
  pieces?: Piece[];
}

/** The same rules in a class that has none of its own: it is always looked at closely. */
class Close extends Said {}

const keys = ['body', 'parentId', 'other', 'pieces', 'unknown'];
const value = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom('a word', 'e\u0301', '\u202e', ' ', '', 'a\ud800'),
  fc.uuid(),
  fc.constantFrom<unknown>(null, 1, true, {}, [], [{ id: 'no' }]),
);
const wellMade = fc.record(
  {
    body: fc.string({ minLength: 1, maxLength: 20 }),
    other: fc.option(fc.uuid()),
    parentId: fc.option(fc.uuid()),
  },
  { requiredKeys: ['other', 'body'] },
);
const anything = fc.dictionary(fc.constantFrom(...keys), value, { noNullPrototype: true });

describe('a quick look at what came in', () => {
  const pipe = new ProblemValidationPipe();
  const closely = (input: object) =>
    pipe.transform(structuredClone(input), { type: 'body', metatype: Close });

  it('finds good only what a close look finds good, and keeps the same of it', async () => {
    let good = 0;
    await fc.assert(
      fc.asyncProperty(fc.oneof(wellMade, anything), async (input) => {
        const quick = lookQuickly(Said, input);
        if (!quick) return;
        good += 1;
        expect(quick).toBeInstanceOf(Said);
        expect({ ...((await closely(input)) as object) }).toEqual({ ...quick });
      }),
      { seed: 20261125, numRuns: 1_000 },
    );
    expect(good).toBeGreaterThan(300);
  });

  it('looks closely where it does not know every rule or every field', () => {
    const input = { body: 'a word', other: null };
    expect(lookQuickly(Said, input)).toEqual(input);
    expect(lookQuickly(Said, { ...input, unknown: 1 })).toBeNull();
    expect(lookQuickly(Said, { ...input, pieces: [] })).toBeNull();
    expect(lookQuickly(Said, { body: 'a word' })).toBeNull();
    expect(lookQuickly(Close, input)).toBeNull();
  });
});
