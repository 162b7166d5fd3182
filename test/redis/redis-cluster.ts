import { Cluster } from 'ioredis'
import { freePort, type RedisServer, startRedis } from './redis-server.js'

/** A real cluster of three masters on loopback, for tests. */
export interface RedisCluster {
  readonly nodes: readonly RedisServer[]
  readonly startupNodes: readonly { readonly host: string; readonly port: number }[]
  /** A plain cluster client to look or meddle with; closed with the cluster. */
  readonly admin: Cluster
  /** Starts a replica of the master at this index and waits until it is one. */
  addReplica(master: number): Promise<RedisServer>
  stop(): Promise<void>
}

const SLOTS = 16_384
const READY_MS = 15_000

export async function startRedisCluster({
  masters = 3,
  settings = [] as readonly string[],
} = {}): Promise<RedisCluster> {
  const nodes: RedisServer[] = []
  const replicas: RedisServer[] = []
  for (let i = 0; i < masters; i++) nodes.push(await startNode(settings))
  const [first] = nodes as [RedisServer]
  for (let i = 0; i < masters; i++) {
    const { admin } = nodes[i] as RedisServer
    const from = Math.floor((i * SLOTS) / masters)
    const to = Math.floor(((i + 1) * SLOTS) / masters) - 1
    await admin.call('CLUSTER', 'ADDSLOTSRANGE', String(from), String(to))
    await admin.call('CLUSTER', 'SET-CONFIG-EPOCH', String(i + 1))
  }
  for (const node of nodes.slice(1)) await introduce(first, node)
  const until = Date.now() + READY_MS
  for (const { admin } of nodes) {
    while (!(await isWhole(admin, masters))) {
      if (Date.now() > until) throw new Error('the Redis cluster did not come together')
      await sleep(50)
    }
  }
  const startupNodes = nodes.map(({ port }) => ({ host: '127.0.0.1', port }))
  const admin = new Cluster(startupNodes.slice(), { redisOptions: { protocol: 2 } })
  admin.on('error', () => undefined)
  return {
    nodes,
    startupNodes,
    admin,
    async addReplica(master) {
      const replica = await startNode(settings)
      replicas.push(replica)
      await introduce(first, replica)
      const id = String(await nodes[master]?.admin.call('CLUSTER', 'MYID'))
      while (!String(await replica.admin.call('CLUSTER', 'NODES')).includes(id)) await sleep(50)
      await replica.admin.call('CLUSTER', 'REPLICATE', id)
      while (!(await replica.admin.info('replication')).includes('master_link_status:up')) await sleep(50)
      return replica
    },
    async stop() {
      admin.disconnect()
      await Promise.all([...nodes, ...replicas].map((node) => node.stop()))
    },
  }
}

async function startNode(settings: readonly string[]): Promise<RedisServer> {
  const cluster = ['--cluster-enabled', 'yes', '--cluster-config-file', 'nodes.conf', '--cluster-node-timeout', '5000']
  const bus = ['--cluster-port', String(await freePort())]
  return startRedis({ settings: [...cluster, ...bus, '--cluster-require-full-coverage', 'no', ...settings] })
}

async function introduce(first: RedisServer, { admin, port }: RedisServer): Promise<void> {
  const bus = (await admin.config('GET', 'cluster-port')) as string[]
  await first.admin.call('CLUSTER', 'MEET', '127.0.0.1', String(port), String(bus[1]))
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

async function isWhole(admin: RedisServer['admin'], masters: number): Promise<boolean> {
  const info = String(await admin.call('CLUSTER', 'INFO'))
  const all = info.includes('cluster_slots_ok:16384') && info.includes(`cluster_size:${masters}`)
  return all && info.includes('cluster_state:ok')
}
