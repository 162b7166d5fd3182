// One kept-alive HTTP/1.1 connection with one request on it at a time: as little work as can be, for a loader.
import { connect } from 'node:net'

export class Channel {
  #socket
  #text = ''
  #settle = null

  static open(port) {
    return new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1')
      socket.setNoDelay(true)
      socket.once('connect', () => resolve(new Channel(socket)))
      socket.once('error', reject)
    })
  }

  constructor(socket) {
    this.#socket = socket
    socket.setEncoding('latin1')
    socket.on('data', (text) => this.#read(text))
    const lost = (error) => this.#settle?.reject(error ?? new Error('The app closed the connection.'))
    socket.on('error', lost)
    socket.on('close', () => lost())
  }

  /** `{ status, head }` of the answer. */
  send(request) {
    return new Promise((resolve, reject) => {
      this.#settle = { resolve, reject }
      this.#socket.write(request)
    })
  }

  close() {
    this.#settle = null
    this.#socket.destroy()
  }

  #read(text) {
    this.#text += text
    const end = this.#text.indexOf('\r\n\r\n')
    if (end < 0 || this.#text.length < end + 4 + bodyLength(this.#text, end)) return
    const head = this.#text.slice(0, end)
    this.#text = ''
    const settle = this.#settle
    this.#settle = null
    settle?.resolve({ status: Number(head.slice(9, 12)), head })
  }
}

/** Every app of this bench answers with a Content-Length. */
function bodyLength(text, end) {
  const at = text.search(/content-length:/i)
  return at < 0 || at > end ? 0 : Number.parseInt(text.slice(at + 15, at + 24), 10)
}
