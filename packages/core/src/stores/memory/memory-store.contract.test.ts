import { describeStore } from '../../store/contract/index.js'
import { createMemoryStore } from './memory-store.js'

describeStore(
  'the memory store',
  () => {
    let nowMs = Date.UTC(2026, 10, 21, 12)
    const now = () => nowMs
    const pass = async (ms: number) => {
      nowMs += ms
    }
    return { store: createMemoryStore({ clock: now, maxBytes: 4 * 1024 * 1024 }), now, pass }
  },
  { runs: 500 },
)
