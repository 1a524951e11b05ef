import ipaddr from 'ipaddr.js';

/** 2000::/3 is all that is given out for the public IPv6 network. */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * Whether an IP address belongs to the public network. Private, shared, link-local, mapped, translated and reserved ones
 * do not, nor does what is no address: `10.0.0.1`, `169.254.169.254`, `::ffff:127.0.0.1`, `64:ff9b::7f00:1`.
 */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false;
  const address = ipaddr.process(text);
  if (address.range() !== 'unicast') return false;
  return address instanceof ipaddr.IPv6 ? address.match(GLOBAL_UNICAST) : true;
}

/** Whether a host of a URL is an IP address instead of a name; those of IPv6 stand in brackets. */
export function addressInHost(host: string): string | undefined {
  const bare = host.replace(/^\[(.*)\]$/, '$1');
  return ipaddr.isValid(bare) ? bare : undefined;
}
