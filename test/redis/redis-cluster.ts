import { Cluster } from 'ioredis'
import { freePort, type RedisServer, startRedis } from './redis-server.js'

/** A real cluster of three masters on loopback, for tests. */
export interface RedisCluster {
  readonly nodes: readonly RedisServer[]
  readonly startupNodes: readonly { readonly host: string; readonly port: number }[]
  /** A plain cluster client to look or meddle with; closed with the cluster. */
  readonly admin: Cluster
  stop(): Promise<void>
}

const SLOTS = 16_384
const READY_MS = 15_000

export async function startRedisCluster({
  masters = 3,
  settings = [] as readonly string[],
} = {}): Promise<RedisCluster> {
  const nodes: RedisServer[] = []
  for (let i = 0; i < masters; i++) {
    const cluster = [
      '--cluster-enabled',
      'yes',
      '--cluster-config-file',
      'nodes.conf',
      '--cluster-node-timeout',
      '1500',
    ]
    const bus = ['--cluster-port', String(await freePort())]
    nodes.push(
      await startRedis({ settings: [...cluster, ...bus, '--cluster-require-full-coverage', 'no', ...settings] }),
    )
  }
  const [first] = nodes as [RedisServer]
  for (let i = 0; i < masters; i++) {
    const { admin } = nodes[i] as RedisServer
    const from = Math.floor((i * SLOTS) / masters)
    const to = Math.floor(((i + 1) * SLOTS) / masters) - 1
    await admin.call('CLUSTER', 'ADDSLOTSRANGE', String(from), String(to))
    await admin.call('CLUSTER', 'SET-CONFIG-EPOCH', String(i + 1))
  }
  for (const { port, admin } of nodes.slice(1)) {
    const bus = (await admin.config('GET', 'cluster-port')) as string[]
    await first.admin.call('CLUSTER', 'MEET', '127.0.0.1', String(port), String(bus[1]))
  }
  const until = Date.now() + READY_MS
  for (const { admin } of nodes) {
    while (!(await isWhole(admin, masters))) {
      if (Date.now() > until) throw new Error('the Redis cluster did not come together')
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
  const startupNodes = nodes.map(({ port }) => ({ host: '127.0.0.1', port }))
  const admin = new Cluster(startupNodes.slice(), { redisOptions: { protocol: 2 } })
  admin.on('error', () => undefined)
  return {
    nodes,
    startupNodes,
    admin,
    async stop() {
      admin.disconnect()
      await Promise.all(nodes.map((node) => node.stop()))
    },
  }
}

async function isWhole(admin: RedisServer['admin'], masters: number): Promise<boolean> {
  const info = String(await admin.call('CLUSTER', 'INFO'))
  const all = info.includes('cluster_slots_ok:16384') && info.includes(`cluster_size:${masters}`)
  return all && info.includes('cluster_state:ok')
}
