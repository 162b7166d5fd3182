import type { ReasonTable } from './reason-table.js'

/** Reasons about how somebody typed, pointed and clicked. */
export const behaviorReasons = {
  BEHAVIOR_BOT_TYPING: {
    description:
      'The rhythm of the keys is one that tools produce: constant gaps, gaps no hand can make, or the very rhythm seen under another name.',
    knownBy: ['collector', 'history'],
  },
  BEHAVIOR_BOT: {
    description:
      'Several traits of scripted input come together, for example instant typing and a click that no pointer movement leads up to.',
    knownBy: ['collector'],
  },
  BEHAVIOR_INHUMAN_INPUT: {
    description: 'Keys follow each other faster, or more evenly, than people type.',
    knownBy: ['collector'],
  },
  BEHAVIOR_SUSPICIOUS_INPUT: {
    description:
      'The form was filled in an unusual way: values appeared without any input, or a registration was only pasted together.',
    knownBy: ['collector'],
  },
  BEHAVIOR_SUSPICIOUS_MOVEMENT: {
    description: 'A mouse click came after no movement, hardly any, or a movement as straight as a ruler.',
    knownBy: ['collector'],
  },
} as const satisfies ReasonTable
