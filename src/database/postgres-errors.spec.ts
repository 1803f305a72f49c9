import { QueryRunnerAlreadyReleasedError } from 'typeorm';
import { TemporarilyUnavailable } from '../problems/general.errors.js';
import { translate } from './postgres-errors.js';

describe('a fault of the database', () => {
  it.each([
    ['the server ends the connection', Object.assign(new Error('gone'), { code: '57P01' })],
    ['the network is gone', Object.assign(new Error('read'), { code: 'ECONNRESET' })],
    ['the server does not answer', new Error('Query read timeout')],
    ['the pool is full', new Error('timeout exceeded when trying to connect')],
    ...['40001', '40P01', '53100', '53300', '55P03', '57014', '57P03', '25006', '08006'].map(
      (code) => [`the server says ${code}`, Object.assign(new Error('no'), { code })] as const,
    ),
    ['what the system says is an error of another context', { message: 'no', code: 'EPIPE' }],
    ['the connection ends', new Error('Connection terminated unexpectedly')],
    ['a transaction goes on after its connection was lost', new QueryRunnerAlreadyReleasedError()],
  ] as [string, unknown][])('passes when %s', (_, error) => {
    expect(translate(error)).toBeInstanceOf(TemporarilyUnavailable);
  });

  it('stays what it is when sending again would not help', () => {
    const error = Object.assign(new Error('syntax'), { code: '42601' });
    expect(translate(error)).toBe(error);
  });
});
