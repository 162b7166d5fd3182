import { defineCount } from '../feature.js'

/** History of a mail domain and of one form of address under it. Slots are append-only. */
export const emailDomainSignUps = defineCount({
  slot: 1,
  entity: 'email_domain',
  name: 'email_domain.sign_ups',
  on: 'assess',
  actions: ['register'],
  windows: ['1h', '24h', '7d'],
})
export const emailShapeSignUps = defineCount({
  slot: 1,
  entity: 'email_shape',
  name: 'email_shape.sign_ups',
  on: 'assess',
  actions: ['register'],
  windows: ['1h', '7d'],
})
