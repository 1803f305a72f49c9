import 'reflect-metadata';
import fc from 'fast-check';
import { anyCharacter } from '../../test/support/any-character.js';
import { InvalidInput } from '../problems/general.errors.js';
import { readDto } from './field.js';
import {
  ChoiceField,
  IntegerQuery,
  ListQuery,
  ObjectField,
  ObjectsField,
  TextField,
  UuidField,
  UuidsField,
} from './fields.js';
import { runsOf } from '../../test/support/full-form.js';

const ID = '01923456-789a-7bcd-8ef0-123456789abc';

class Piece {
  @UuidField()
  id: string;
}

class Said {
  @TextField({ minGraphemes: 1, maxGraphemes: 20, multiline: true })
  body: string;

  @UuidField({ optional: true, nullable: true })
  parentId?: string | null;

  @ObjectsField(() => Piece, 2, { optional: true })
  pieces?: Piece[];

  @ObjectField(() => Piece, { optional: true })
  piece?: Piece;
}

class SaidAloud extends Said {
  @ChoiceField(['low', 'high'])
  voice: string;
}

class Asked {
  @IntegerQuery({ min: 1, max: 100 })
  limit?: number;

  @ListQuery((one) => (one === '' ? { detail: 'Each has a name.' } : null), { max: 2 })
  names?: string[];

  @UuidsField(2, { optional: true })
  ids?: string[];
}

function faultsOf(read: () => object): string[] {
  try {
    read();
    return [];
  } catch (error) {
    return (error as InvalidInput).errors.map(({ pointer, detail }) => `${pointer} ${detail}`);
  }
}

describe('a DTO', () => {
  it('keeps what was sent, texts in their normal form, and nothing that was not', () => {
    const said = readDto(Said, { body: 'e\u0301', parentId: null, pieces: [{ id: ID }] }, '/');
    expect(said).toBeInstanceOf(Said);
    expect(said).toEqual({ body: '\u00e9', parentId: null, pieces: [{ id: ID }] });
    expect((said as Said).pieces![0]).toBeInstanceOf(Piece);
  });

  it('points to every fault, unknown fields first, and repeats no input', () => {
    const sent = {
      parentId: 'no',
      pieces: [{ id: ID }, { id: 1, more: 1 }],
      piece: [],
      unknown: 1,
      '<b>': 1,
    };
    expect(faultsOf(() => readDto(Said, sent, '/'))).toEqual([
      '/unknown This field is not known here.',
      '/ This field is not known here.',
      '/pieces/1/more This field is not known here.',
      '/body This must be a string.',
      '/parentId This must be a UUID.',
      '/pieces/1/id This must be a UUID.',
      '/piece This must be an object.',
    ]);
  });

  it('takes null only where it is said', () => {
    expect(faultsOf(() => readDto(Said, { body: 'a', piece: null, pieces: null }, '/'))).toEqual([
      '/pieces This must be a list of at most 2 objects.',
      '/piece This must be an object.',
    ]);
  });

  it('has the fields of its bases, too', () => {
    expect(faultsOf(() => readDto(SaidAloud, {}, '/'))).toEqual([
      '/voice This must be one of low, high.',
      '/body This must be a string.',
    ]);
    expect(readDto(SaidAloud, { body: 'a', voice: 'low' }, '/')).toBeInstanceOf(SaidAloud);
  });

  it('reads numbers and lists of a query, where everything is text', () => {
    expect({ ...readDto(Asked, { limit: '20', names: 'a' }, '?') }).toEqual({
      limit: 20,
      names: ['a'],
    });
    expect(faultsOf(() => readDto(Asked, { limit: '1e1', names: ['a', ''] }, '?'))).toEqual([
      '?limit This must be a whole number from 1 to 100.',
      '?names Each has a name.',
    ]);
    expect(faultsOf(() => readDto(Asked, { ids: [ID, ID.toUpperCase()] }, '?'))).toEqual([
      '?ids This must be a list of at most 2 different UUIDs.',
    ]);
  });

  it('refuses whatever else comes in by a domain error', () => {
    const value = fc.oneof(
      fc.string({ unit: anyCharacter, maxLength: 30 }),
      fc.constantFrom<unknown>(null, 1, true, {}, [], [{ id: 'no' }], ID),
    );
    const keys = fc.constantFrom('body', 'parentId', 'pieces', 'piece', 'unknown');
    let refused = 0;
    fc.assert(
      fc.property(fc.dictionary(keys, value), (input) => {
        try {
          expect(readDto(Said, input, '/')).toBeInstanceOf(Said);
        } catch (error) {
          expect(error).toBeInstanceOf(InvalidInput);
          refused += 1;
        }
      }),
      { seed: 20261125, numRuns: runsOf(1_000) },
    );
    expect(refused).toBeGreaterThan(runsOf(300));
  });
});
