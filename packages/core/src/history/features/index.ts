import type { Feature } from '../feature.js'
import * as device from './device.js'
import * as email from './email.js'
import * as ip from './ip.js'
import * as labels from './labels.js'
import * as network from './network.js'
import * as profile from './profile.js'
import * as target from './target.js'

/** Every feature, the one registry of slot ids: a test refuses two with the same slot in one entity. */
export const features: readonly Feature[] = [
  ...[ip, network, device, profile, target, email].flatMap((entity) => Object.values<Feature>(entity)),
  ...Object.values(labels).flatMap((each) => each.features),
]
