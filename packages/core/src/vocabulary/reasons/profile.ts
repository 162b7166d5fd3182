import type { ReasonTable } from './reason-table.js'

/** Reasons about how an event compares with what its user did before. */
export const profileReasons = {
  PROFILE_ACTION_VELOCITY: {
    description: 'Under one account, actions of whatever kind follow each other at an unusual rate.',
    knownBy: ['history', 'app'],
  },
  PROFILE_ACTIVITY_ANOMALY: {
    description: 'The hour, or the order of steps, is one that this user hardly ever shows.',
    knownBy: ['history', 'outcomes'],
  },
  PROFILE_DEVICE_ANOMALY: {
    description: "The device's traits are improbable for this user, much more so than for the app's users at large.",
    knownBy: ['headers', 'history', 'outcomes'],
  },
  PROFILE_DEVICE_FAMILIAR_MODEL: {
    description: 'The device itself is new, but of a model that this user already succeeded with.',
    knownBy: ['headers', 'app', 'collector', 'history', 'outcomes'],
  },
  PROFILE_DEVICE_FAMILIAR: {
    description: 'The user has succeeded on this device often enough for it to count as theirs.',
    knownBy: ['server', 'history', 'outcomes'],
  },
  PROFILE_DEVICE_NEW: {
    description: 'The user has never succeeded on this device before.',
    knownBy: ['server', 'history', 'outcomes'],
  },
  PROFILE_DEVICE_VELOCITY: {
    description: 'Several devices work on one account at once and at an unusual rate, as after its password leaked.',
    knownBy: ['history', 'server', 'app'],
  },
  PROFILE_FAMILIAR: {
    description: 'What is seen now agrees with the profile that this user has built up.',
    knownBy: ['history', 'outcomes'],
  },
  PROFILE_IMPOSSIBLE_TRAVEL: {
    description:
      'The user shows up so far from their last success that no airliner could have brought them there in the time.',
    knownBy: ['network', 'history', 'outcomes'],
  },
  PROFILE_IP_FAMILIAR: {
    description:
      'The user has succeeded from this address, or its network block, often enough for it to count as theirs.',
    knownBy: ['server', 'history', 'outcomes'],
  },
  PROFILE_LOCATION_ANOMALY: {
    description: "The place is improbable for this user, much more so than for the app's users at large.",
    knownBy: ['network', 'history', 'outcomes'],
  },
  PROFILE_LOCATION_NEW: {
    description: 'The address lies in a country or city from which this user never succeeded.',
    knownBy: ['network', 'history', 'outcomes'],
  },
  PROFILE_NETWORK_ANOMALY: {
    description: "The network operator is improbable for this user, much more so than for the app's users at large.",
    knownBy: ['network', 'history', 'outcomes'],
  },
  PROFILE_TRUSTED: {
    description:
      'A known device on a known network, over days, with nothing against it: this looks like the user in person.',
    knownBy: ['history', 'outcomes', 'network'],
  },
  USER_PROFILE_ANOMALY: {
    description: 'Place, network and device taken together are improbable for this user.',
    knownBy: ['network', 'headers', 'history', 'outcomes'],
  },
  USER_TRUSTED: {
    description: 'The user is listed with a high reputation by the operator.',
    knownBy: ['operator'],
  },
} as const satisfies ReasonTable
