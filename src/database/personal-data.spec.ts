import { classified } from './personal-data.js';

describe('the classes of personal data', () => {
  it('are read behind the columns of a new table', () => {
    const table = `create unlogged table t (
      id uuid not null,
      name text not null default '', -- personal: identity
      constraint t_pkey primary key (id)
    ) with (fillfactor = 50)`;
    expect(classified(table)).toEqual([
      table,
      `comment on column t.id is 'personal: none'`,
      `comment on column t.name is 'personal: identity'`,
    ]);
  });

  it('are read behind the columns that a table gets', () => {
    const change = `alter table t
      add column email text, -- personal: contact
      add column rank integer`;
    expect(classified(change).slice(1)).toEqual([
      `comment on column t.email is 'personal: contact'`,
      `comment on column t.rank is 'personal: none'`,
    ]);
  });

  it('leave other statements alone, and refuse a class that there is not', () => {
    expect(classified('create index i on t (id)')).toEqual(['create index i on t (id)']);
    expect(() => classified('create table t (\n  a text -- personal: secrets\n)')).toThrow(
      't.a: there is no class secrets.',
    );
  });
});
