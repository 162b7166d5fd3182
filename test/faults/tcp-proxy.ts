import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** What happens to the bytes between a client and its server. */
export type Line =
  | { readonly kind: 'clear' }
  /** Every reply comes this much later. */
  | { readonly kind: 'delay'; readonly ms: number }
  /** Requests arrive and run; replies don't come back. */
  | { readonly kind: 'half_open' }
  /** Replies are cut in their middle, and the connection with them. */
  | { readonly kind: 'cut' }
  /** Replies are noise. */
  | { readonly kind: 'garbage' }
  /** Nobody answers at the port's other side: connections end at once. */
  | { readonly kind: 'down' }

/** A TCP proxy on loopback that can spoil the line. */
export interface TcpProxy {
  readonly port: number
  line: Line
  close(): Promise<void>
}

export async function startTcpProxy(serverPort: number): Promise<TcpProxy> {
  let line: Line = { kind: 'clear' }
  const sockets = new Set<Socket>()
  const keep = (socket: Socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
    socket.on('error', () => undefined)
    return socket
  }

  function passReply(reply: Buffer, client: Socket, server: Socket): void {
    if (line.kind === 'clear') client.write(reply)
    else if (line.kind === 'delay') setTimeout(() => client.destroyed || client.write(reply), line.ms)
    else if (line.kind === 'garbage') client.write(Buffer.from('\u0000\u00ff?? no reply\r\n'.repeat(3)))
    else if (line.kind === 'cut') {
      client.end(reply.subarray(0, Math.ceil(reply.length / 2)))
      server.destroy()
    }
  }

  const listener = createServer((client) => {
    keep(client)
    if (line.kind === 'down') return client.destroy()
    const server = keep(connect(serverPort, '127.0.0.1'))
    client.on('data', (request) => server.write(request))
    server.on('data', (reply) => passReply(reply, client, server))
    client.once('close', () => server.destroy())
    server.once('close', () => client.destroy())
    return undefined
  })
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve))
  return {
    port: (listener.address() as AddressInfo).port,
    get line() {
      return line
    },
    set line(next) {
      line = next
      if (next.kind === 'down') for (const socket of sockets) socket.destroy()
    },
    async close() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => listener.close(resolve))
    },
  }
}
