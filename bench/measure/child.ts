import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** A plain Node process of this bench: no loader, the built packages. Answers questions by message. */
export interface Child {
  readonly pid: number
  /** What it said when it was ready. */
  readonly ready: Readonly<Record<string, unknown>>
  ask<T>(question: object): Promise<T>
  stop(): Promise<void>
}

const STOP_MS = 3000

/** Starts `bench/<file>` with arguments, and waits until it says that it is ready. */
export async function startChild(
  file: string,
  args: readonly string[] = [],
  flags: readonly string[] = [],
): Promise<Child> {
  const program = fileURLToPath(new URL(`../${file}`, import.meta.url))
  const child = fork(program, args, {
    execArgv: [...flags],
    env: { ...process.env, NODE_ENV: 'production', NODE_OPTIONS: '' },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    serialization: 'advanced',
  })
  let complaint = ''
  child.stderr?.on('data', (text) => {
    complaint = (complaint + text).slice(-4000)
  })
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>()
  let asked = 0
  let gone = false
  const ready = new Promise<Record<string, unknown>>((resolve, reject) => {
    child.once('exit', (code) => {
      gone = true
      const error = new Error(`${file} ${args[0] ?? ''} ended with ${code}:\n${complaint}`)
      reject(error)
      for (const each of waiting.values()) each.reject(error)
    })
    child.on('message', (message: Record<string, unknown>) => {
      if (message['ready'] === true) return resolve(message)
      const asker = waiting.get(message['id'] as number)
      waiting.delete(message['id'] as number)
      if (message['error'] === undefined) asker?.resolve(message['result'])
      else asker?.reject(new Error(`${file}: ${message['error']}`))
    })
  })
  return {
    pid: child.pid as number,
    ready: await ready,
    ask: <T>(question: object) =>
      new Promise<T>((resolve, reject) => {
        const id = ++asked
        waiting.set(id, { resolve: resolve as (value: unknown) => void, reject })
        if (gone) reject(new Error(`${file} has ended.`))
        else child.send({ ...question, id })
      }),
    stop: () => stop(child),
  }
}

function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS)
    child.once('exit', () => {
      clearTimeout(timer)
      resolve()
    })
    if (child.connected) child.disconnect()
    else child.kill()
  })
}
