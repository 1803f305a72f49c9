import type { IncomingMessage } from 'node:http';
import { addressOf, subnetOf } from './client-address.js';

const from = (remoteAddress: string, forwarded?: string) =>
  ({
    socket: { remoteAddress },
    headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
  }) as unknown as IncomingMessage;

describe('the address of a caller', () => {
  it.each([
    ['203.0.113.7', undefined, [], '203.0.113.7'],
    ['203.0.113.7', '198.51.100.1', [], '203.0.113.7'],
    ['10.0.0.2', '198.51.100.1', ['10.0.0.0/8'], '198.51.100.1'],
    ['::ffff:10.0.0.2', '198.51.100.1', ['10.0.0.0/8'], '198.51.100.1'],
    ['10.0.0.2', '1.2.3.4, 198.51.100.1, 10.0.0.9', ['10.0.0.0/8'], '198.51.100.1'],
    ['10.0.0.2', 'nonsense', ['10.0.0.2'], '10.0.0.2'],
    ['10.0.0.2', undefined, ['10.0.0.0/8'], '10.0.0.2'],
    ['2001:db8::1', '2001:db8:1::5', ['2001:db8::/64'], '2001:db8:1::5'],
  ])('%s that says %s, behind %j, is %s', (remote, forwarded, proxies, address) => {
    expect(addressOf(from(remote, forwarded), proxies)).toBe(address);
  });

  it('counts a /64 as one place, and an address of IPv4 as it is', () => {
    expect(subnetOf('2001:db8:1:2:aaaa::1')).toBe(subnetOf('2001:db8:1:2:bbbb::2'));
    expect(subnetOf('2001:db8:1:2::1')).not.toBe(subnetOf('2001:db8:1:3::1'));
    expect(subnetOf('203.0.113.7')).toBe('203.0.113.7');
    expect(subnetOf('::ffff:203.0.113.7')).toBe('203.0.113.7');
  });
});
