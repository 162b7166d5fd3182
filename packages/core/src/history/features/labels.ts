import { defineLabels } from '../labels.js'

const DAY_MS = 86_400_000

/**
 * What people said of an entity: the last word of each source in a slot of its own, so that a weaker source never
 * overwrites a stronger one. At the top of the slot ids, the others grow from below.
 */
export const deviceLabels = defineLabels({ entity: 'device', firstSlot: 240, lifeMs: 180 * DAY_MS })
export const fingerprintLabels = defineLabels({ entity: 'fingerprint', firstSlot: 240, lifeMs: 180 * DAY_MS })
export const profileLabels = defineLabels({ entity: 'profile', firstSlot: 240, lifeMs: 180 * DAY_MS })
/** An address changes hands: it is spoken of for half as long. */
export const ipLabels = defineLabels({ entity: 'ip_label', firstSlot: 240, lifeMs: 90 * DAY_MS })
