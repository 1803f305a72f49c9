import { jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import type { IncomingMessage } from 'node:http';
import { parseConfig } from '../../config/app-config.js';
import { addressOf, ClientAddresses } from './client-address.js';

const AUTH_SECRET = 'kV2mT9xLq4Rz7YbN1cWf8PsJ5hGd3AeU';

const behind = (proxies: string[]) =>
  new ClientAddresses(parseConfig({ AUTH_SECRET, TRUSTED_PROXIES: proxies.join(',') }));

const from = (remoteAddress: string | undefined, forwarded?: string) =>
  ({
    socket: { remoteAddress },
    headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
  }) as unknown as IncomingMessage;

describe('the address of a caller', () => {
  let warnings: string[];
  beforeEach(() => {
    warnings = [];
    jest
      .spyOn(Logger.prototype, 'warn')
      .mockImplementation((message: string) => void warnings.push(message));
  });
  afterEach(() => jest.restoreAllMocks());

  it.each([
    ['203.0.113.7', undefined, [], '203.0.113.7'],
    ['203.0.113.7', '198.51.100.1', [], '203.0.113.7'],
    ['10.0.0.2', '198.51.100.1', ['10.0.0.0/8'], '198.51.100.1'],
    ['::ffff:10.0.0.2', '198.51.100.1', ['10.0.0.0/8'], '198.51.100.1'],
    ['10.0.0.2', '1.2.3.4, 198.51.100.1, 10.0.0.9', ['10.0.0.0/8'], '198.51.100.1'],
    ['10.0.0.2', 'nonsense', ['10.0.0.2'], '10.0.0.2'],
    ['10.0.0.2', undefined, ['10.0.0.0/8'], '10.0.0.2'],
    ['2001:db8::1', '2001:db8:1::5', ['2001:db8::/64'], '2001:db8:1::5'],
    ['10.0.0.2', '1.2.3.4:5123', ['10.0.0.0/8'], '1.2.3.4'],
    ['10.0.0.2', '[2001:db8:1::5]:80, 10.0.0.9:443', ['10.0.0.0/8'], '2001:db8:1::5'],
  ])('%s that says %s, behind %j, is %s', (remote, forwarded, proxies, address) => {
    expect(behind(proxies).of(from(remote, forwarded))).toBe(address);
  });

  it('is told with a warning, once, where a proxy of an inner network is not named', () => {
    const addresses = behind(['192.168.0.0/16']);
    for (const proxy of ['192.168.0.3', '10.0.0.2', '10.0.0.3']) {
      addresses.of(from(proxy, '198.51.100.1'));
    }
    expect(warnings).toEqual([
      expect.stringMatching(/^A proxy at 10\.0\.0\.2 forwards .*Set TRUSTED_PROXIES=10\.0\.0\.2,/),
    ]);
  });

  it.each(['10.0.0.2', '127.0.0.1', '::1', '169.254.1.1', 'fe80::1', 'fd00::1', '100.64.0.1'])(
    'is told with a warning behind the inner proxy %s',
    (proxy) => {
      behind([]).of(from(proxy, '198.51.100.1'));
      expect(warnings).toEqual([expect.stringContaining(`Set TRUSTED_PROXIES=${proxy},`)]);
    },
  );

  it('is told without one where nothing was forwarded, or somebody outside made it up', () => {
    const addresses = behind([]);
    addresses.of(from('10.0.0.2'));
    addresses.of(from('10.0.0.2', ' , '));
    addresses.of(from('203.0.113.7', '198.51.100.1'));
    expect(warnings).toEqual([]);
  });

  it('is empty where a connection has none', () => {
    expect(behind([]).of(from(undefined, '198.51.100.1'))).toBe('');
  });

  it('is empty where nothing was noted', () => {
    expect(addressOf({} as never)).toBe('');
  });
});

describe('an address', () => {
  it.each([
    ['10.1.2.3', true],
    ['::ffff:10.1.2.3', true],
    ['203.0.113.7', false],
    ['nonsense', false],
  ])('%s of a proxy that was named: %s', (address, isProxy) => {
    expect(behind(['10.0.0.0/8']).isProxy(address)).toBe(isProxy);
  });
});
