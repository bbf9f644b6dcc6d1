import { describe, expect, it } from 'vitest';
import { networkOf } from './network.ts';

const networkOfAddress = (ip: string | undefined) => networkOf({ ip });

describe('the network that limits count by', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['::ffff:cb00:7107', '203.0.113.7'],
    ['0:0:0:0:0:FFFF:203.0.113.7', '203.0.113.7'],
    ['64:ff9b::203.0.113.7', '203.0.113.7'],
    ['203.0.113.7:50412', '203.0.113.7'],
  ])('takes %s for the IPv4 address that it is', (ip, network) => {
    expect(networkOfAddress(ip)).toBe(network);
  });

  it.each([
    ['2001:db8:1:2::1', '2001:DB8:1:2:ffff:ffff:ffff:ffff'],
    ['2001:db8::1', '2001:db8:0:0:1::'],
    ['fe80::1%eth0', 'fe80::2'],
    ['2001:db8:aa:1100::1', '2001:db8:aa:11ff::1'],
    ['2001:db8:aa::1', '2001:db8:aa:ff:ffff::'],
  ])('takes %s and %s for one network, since a household has the whole /56', (one, other) => {
    expect(networkOfAddress(one)).toBe(networkOfAddress(other));
  });

  it.each([
    ['2001:db8:aa:1100::1', '2001:db8:aa:1200::1'],
    ['2001:db8:aa:ff::1', '2001:db8:aa:100::1'],
    ['203.0.113.7', '203.0.113.8'],
  ])('tells %s from %s', (one, other) => {
    expect(networkOfAddress(one)).not.toBe(networkOfAddress(other));
  });

  it.each([undefined, '', 'localhost', '1', '0x7f.1', '203.0.113.7, 198.51.100.1', '<script>'])(
    'counts what is no address as one network: %s',
    (ip) => {
      expect(networkOfAddress(ip)).toBe('unknown');
    },
  );
});
