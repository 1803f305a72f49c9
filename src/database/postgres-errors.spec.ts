import { QueryRunnerAlreadyReleasedError } from 'typeorm';
import { TemporarilyUnavailable } from '../problems/general.errors.js';
import { translate } from './postgres-errors.js';

describe('a fault of the database', () => {
  it.each([
    ['the server ends the connection', Object.assign(new Error('gone'), { code: '57P01' })],
    ['the network is gone', Object.assign(new Error('read'), { code: 'ECONNRESET' })],
    ['the connection ends', new Error('Connection terminated unexpectedly')],
    ['a transaction goes on after its connection was lost', new QueryRunnerAlreadyReleasedError()],
  ])('passes when %s', (_, error) => {
    expect(translate(error)).toBeInstanceOf(TemporarilyUnavailable);
  });

  it('stays what it is when sending again would not help', () => {
    const error = Object.assign(new Error('syntax'), { code: '42601' });
    expect(translate(error)).toBe(error);
  });
});
