import { handlesOf } from './handles.js';

const author = (id: string, displayName: string, username: string | null = id) => ({
  id,
  username,
  displayName,
});

describe('handlesOf', () => {
  it('names those who share a name by their user names, and nobody else', () => {
    const [one, two, other] = [author('1', 'Marta'), author('2', 'MARTA'), author('3', 'Ivan')];
    const handleOf = handlesOf([one, two, one, null, other, other]);
    expect([one, two, other, null].map(handleOf)).toEqual(['@1', '@2', null, null]);
  });

  it.each(['Кatrina', 'Katrina', 'KATRlNA', 'Каtrinа', 'Katr1na', 'Katrına', 'Κatrina'])(
    'names those whose names look the same: %s',
    (imitation) => {
      const [one, two] = [author('1', 'Katrina'), author('2', imitation)];
      expect([one, two].map(handlesOf([one, two]))).toEqual(['@1', '@2']);
    },
  );

  it.each([
    ['Katrina', 'Katrīna'],
    ['Анна', 'Ирина'],
    ['Marta', 'Marts'],
  ])('leaves alone whose names do not look the same: %s and %s', (...names) => {
    const [one, two] = names.map((name, at) => author(String(at), name));
    expect([one, two].map(handlesOf([one, two]))).toEqual([null, null]);
  });

  it('has none for an author without a user name', () => {
    const [member, imported] = [author('1', 'Marta'), author('2', 'Marta', null)];
    expect([member, imported].map(handlesOf([member, imported]))).toEqual(['@1', null]);
  });
});
