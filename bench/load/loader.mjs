// The loader: a process of its own, told by messages what to send where, that answers with what came back.
import { createRandom } from '../micro/random.mjs'
import { Channel } from './channel.mjs'
import { PEOPLE, toColdRequest, toRequest } from './requests.mjs'

/** Device cookies by person; an app signs them with the one secret of this bench, so they hold in every app. */
let cookies = []
const prepared = new Map()
let cold = 0

const orders = {
  /** As many requests as fit, each connection sending its next one when the answer is there. */
  async closed({ port, kind, connections, seconds = Number.POSITIVE_INFINITY, requests = Number.POSITIVE_INFINITY }) {
    const next = source(kind)
    const channels = await open(port, connections)
    const times = []
    let sent = 0
    let refused = 0
    const start = performance.now()
    const end = start + seconds * 1000
    const lane = async (channel) => {
      for (let now = performance.now(); now < end && sent < requests; ) {
        sent++
        const { status } = await channel.send(next())
        const then = performance.now()
        times.push(then - now)
        if (status !== 200) refused++
        now = then
      }
    }
    await Promise.all(channels.map(lane))
    const took = performance.now() - start
    for (const channel of channels) channel.close()
    return { requests: times.length, refused, perSecond: times.length / (took / 1000), ...quantiles(times) }
  },

  /** Requests at a fixed rate, each timed from the moment it was due, whether or not a connection was free. */
  async open({ port, kind, connections, seconds, rate }) {
    const next = source(kind)
    const free = await open(port, connections)
    const all = [...free]
    const times = []
    const due = []
    let refused = 0
    const run = async (channel, at) => {
      for (let dueAt = at; dueAt !== undefined; dueAt = due.shift()) {
        const { status } = await channel.send(next())
        times.push(performance.now() - dueAt)
        if (status !== 200) refused++
      }
      free.push(channel)
    }
    const start = performance.now()
    let sent = 0
    while (performance.now() - start < seconds * 1000) {
      const wanted = ((performance.now() - start) / 1000) * rate
      for (; sent < wanted; sent++) {
        const at = start + (sent / rate) * 1000
        const channel = free.pop()
        if (channel === undefined) due.push(at)
        else run(channel, at)
      }
      await new Promise((resolve) => setImmediate(resolve))
    }
    while (free.length < all.length) await new Promise((resolve) => setTimeout(resolve, 5))
    for (const channel of all) channel.close()
    return { requests: times.length, refused, perSecond: rate, ...quantiles(times) }
  },

  /** Lets every person log in once, without a cookie, and keeps what each was given. */
  async cookies({ port, connections, people = PEOPLE }) {
    const channels = await open(port, connections)
    let person = 0
    cookies = new Array(people)
    const lane = async (channel) => {
      while (person < people) {
        const who = person++
        const { head } = await channel.send(toRequest('login', who))
        cookies[who] = /^set-cookie: (\w*rg_d=[^;\r]+)/im.exec(head)?.[1]
      }
    }
    await Promise.all(channels.map(lane))
    for (const channel of channels) channel.close()
    prepared.clear()
    return { given: cookies.filter((cookie) => cookie !== undefined).length }
  },
}

function source(kind) {
  if (kind === 'cold') return () => toColdRequest(cold++)
  if (!prepared.has(kind)) prepared.set(kind, prepare(kind))
  const requests = prepared.get(kind)
  const random = createRandom(1)
  return () => requests[Math.floor(random() * requests.length)]
}

function prepare(kind) {
  const people = cookies.length > 0 ? cookies.length : PEOPLE
  return Array.from({ length: people }, (_, person) => toRequest(kind, person, cookies[person]))
}

function open(port, connections) {
  return Promise.all(Array.from({ length: connections }, () => Channel.open(port)))
}

function quantiles(times) {
  times.sort((a, b) => a - b)
  const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? null
  return { p50: at(0.5), p90: at(0.9), p99: at(0.99) }
}

process.on('message', async ({ id, order, ...details }) => {
  try {
    process.send({ id, result: await orders[order](details) })
  } catch (error) {
    process.send({ id, error: String(error) })
  }
})
process.on('disconnect', () => process.exit(0))
process.send({ ready: true })
