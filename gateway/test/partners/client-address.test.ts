/** Whose address counts. */
import { expect, test } from 'vitest';
import { clientAddress } from '../../src/partners/client-address.ts';

const from = (remoteAddress: string, forwarded?: string) => ({
  headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
  socket: { remoteAddress },
});

test.each([
  ['nobody stands between', from('203.0.113.9'), 0, '203.0.113.9'],
  ['a header is not believed without a proxy', from('203.0.113.9', '198.51.100.1'), 0, '203.0.113.9'],
  ['one proxy tells whom it saw', from('10.0.0.1', '198.51.100.1'), 1, '198.51.100.1'],
  ['what the client wrote before it is not believed', from('10.0.0.1', '1.2.3.4, 198.51.100.1'), 1, '198.51.100.1'],
  ['two proxies', from('10.0.0.2', '1.2.3.4, 198.51.100.1, 10.0.0.1'), 2, '198.51.100.1'],
  ['a proxy that says nothing', from('10.0.0.1'), 1, '10.0.0.1'],
  ['IPv4 in IPv6', from('::ffff:203.0.113.9'), 0, '203.0.113.9'],
  ['a network of IPv6', from('2001:db8:1:2:aaaa::1'), 0, '2001:db8:1:2::/64'],
  ['a short one', from('::1'), 0, '0:0:0:0::/64'],
])('%s', (_what, arrival, proxies, address) => {
  expect(clientAddress(arrival, proxies)).toBe(address);
});
