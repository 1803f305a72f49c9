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

  it('has none for an author without a user name', () => {
    const [member, imported] = [author('1', 'Marta'), author('2', 'Marta', null)];
    expect([member, imported].map(handlesOf([member, imported]))).toEqual(['@1', null]);
  });
});
