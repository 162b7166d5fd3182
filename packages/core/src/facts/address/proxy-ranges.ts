/**
 * Names that stand for networks of proxies. Ranges of services are facts that their operators publish; they change
 * seldom, but they do: a host that needs today's list passes its own CIDRs beside or instead of the name.
 */
export const PROXY_RANGES = {
  /** This machine. */
  loopback: ['127.0.0.0/8', '::1/128'],
  /** This link only (RFC 3927; RFC 4291, 2.5.6). */
  linklocal: ['169.254.0.0/16', 'fe80::/10'],
  /** Private networks (RFC 1918, RFC 4193), not loopback, not carrier-grade NAT. */
  private: ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7'],
  /** Shared address space (RFC 6598): pod networks and platform routers of several clouds, but also carriers' own NAT. */
  shared: ['100.64.0.0/10'],
  /** Load balancers inside a virtual private cloud: they come from its own subnets, private or shared space. */
  'aws-alb': ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10', 'fc00::/7'],
  /**
   * Front ends that reach instance groups and zonal endpoints; load-balancing firewall documentation, read 2025.
   * They append two addresses, the client's and the load balancer's own: add the latter to the list as well.
   */
  'gcp-lb': ['35.191.0.0/16', '130.211.0.0/22', '2600:2d00:1:1::/64', '2600:2d00:1:b029::/64'],
  /** www.cloudflare.com/ips; the IPv4 list as of 2024-06, unchanged since 2021, the IPv6 list as of 2025. */
  cloudflare: [
    '103.21.244.0/22',
    '103.22.200.0/22',
    '103.31.4.0/22',
    '104.16.0.0/13',
    '104.24.0.0/14',
    '108.162.192.0/18',
    '131.0.72.0/22',
    '141.101.64.0/18',
    '162.158.0.0/15',
    '172.64.0.0/13',
    '173.245.48.0/20',
    '188.114.96.0/20',
    '190.93.240.0/20',
    '197.234.240.0/22',
    '198.41.128.0/17',
    '2400:cb00::/32',
    '2405:8100::/32',
    '2405:b500::/32',
    '2606:4700::/32',
    '2803:f800::/32',
    '2a06:98c0::/29',
    '2c0f:f248::/32',
  ],
  /** The public-ip-list of its API, as of 2023-06. */
  fastly: [
    '23.235.32.0/20',
    '43.249.72.0/22',
    '103.244.50.0/24',
    '103.245.222.0/23',
    '103.245.224.0/24',
    '104.156.80.0/20',
    '140.248.64.0/18',
    '140.248.128.0/17',
    '146.75.0.0/17',
    '151.101.0.0/16',
    '157.52.64.0/18',
    '167.82.0.0/17',
    '167.82.128.0/20',
    '167.82.160.0/20',
    '167.82.224.0/20',
    '172.111.64.0/18',
    '185.31.16.0/22',
    '199.27.72.0/21',
    '199.232.0.0/16',
    '2a04:4e40::/32',
    '2a04:4e42::/32',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>

export type ProxyRangeName = keyof typeof PROXY_RANGES
