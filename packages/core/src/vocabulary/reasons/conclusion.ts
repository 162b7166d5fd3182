import type { ReasonTable } from './reason-table.js'

/** Reasons that sum up the whole assessment; given only when the score is far from doubtful. */
export const conclusionReasons = {
  ACTION_IS_LEGIT: {
    description: 'Taken together, everything known about this action speaks clearly for an honest person.',
    knownBy: ['history', 'outcomes'],
  },
  ACTION_IS_SUSPECTED_FRAUD: {
    description:
      'Taken together, the evidence leaves little doubt that this action is fraudulent, as with accounts opened only for abuse.',
    knownBy: ['headers', 'network', 'history', 'collector'],
  },
} as const satisfies ReasonTable
