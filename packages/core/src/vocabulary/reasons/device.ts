import type { ReasonTable } from './reason-table.js'

/** Reasons about the browser, app or machine that acts. */
export const deviceReasons = {
  DEVICE_BOT: {
    description: 'The browser runs without a screen or is being driven by a program.',
    knownBy: ['collector', 'headers'],
  },
  DEVICE_COOKIE_REUSED: {
    description: "One device's identity arrives from what must be several devices, as after a stolen cookie.",
    knownBy: ['server', 'history', 'collector', 'network'],
  },
  DEVICE_EMULATED_GPU: {
    description: 'The graphics card is drawn in software or made up.',
    knownBy: ['collector'],
  },
  DEVICE_EMULATOR: {
    description: 'A phone or tablet is claimed, but traits underneath belong to a desktop that imitates one.',
    knownBy: ['collector', 'headers'],
  },
  DEVICE_HISTORY_SUSPICIOUS_FINGERPRINT: {
    description: 'The same device fingerprint took part in actions that were later found to be fraud.',
    knownBy: ['collector', 'outcomes', 'history'],
  },
  DEVICE_IMPOSSIBLE_TRAVEL: {
    description:
      'The device shows up so far from where it last succeeded that no journey could have taken it there in the time.',
    knownBy: ['network', 'history', 'outcomes'],
  },
  DEVICE_INCOGNITO_BROWSER: {
    description: 'The page is open in a window that keeps nothing after it is closed.',
    knownBy: ['collector'],
  },
  DEVICE_OLD_VERSION: {
    description: 'The browser is so many releases behind that known holes in it stay open.',
    knownBy: ['headers'],
  },
  DEVICE_ORIGIN_ANOMALY: {
    description:
      "The page was shown under an address that isn't one of yours, as when somebody phishes with a copy of it.",
    knownBy: ['headers', 'collector', 'operator'],
  },
  DEVICE_PAYEE_VELOCITY: {
    description: 'From one device, unusually many different receivers were paid within hours.',
    knownBy: ['history', 'app'],
  },
  DEVICE_PAYER_VELOCITY: {
    description: 'On one device, unusually many different customers paid within hours.',
    knownBy: ['history', 'app'],
  },
  DEVICE_PLATFORM_ANOMALY: {
    description: 'Touch, engine, codecs or fonts are not what the named system comes with.',
    knownBy: ['collector', 'headers'],
  },
  DEVICE_PLATFORM_AUTOMATION: {
    description: 'A particular automation framework left its traces in the page.',
    knownBy: ['collector', 'headers'],
  },
  DEVICE_PRIVATE_BROWSER: {
    description: 'The browser is one that hides its traits on principle, for the privacy of its users.',
    knownBy: ['collector', 'headers'],
  },
  DEVICE_PROFILE_VELOCITY: {
    description: 'One device sends events at an unusual rate, under whatever accounts.',
    knownBy: ['history'],
  },
  DEVICE_RISKY_REPUTATION: {
    description: 'Actions from this device have been labelled as fraud often enough to count against it.',
    knownBy: ['history', 'outcomes'],
  },
  DEVICE_ROOTED: {
    description: "The phone's own protection was removed by rooting or jailbreaking it, as your app attests.",
    knownBy: ['app'],
    platforms: ['android', 'ios'],
  },
  DEVICE_SPOOFED: {
    description: 'The device lies about itself: what its engine does contradicts the browser that its name claims.',
    knownBy: ['collector', 'headers'],
  },
  DEVICE_SUSPECTED_BOT: {
    description: 'Single hints of automation, none of them proof, add up to a probable bot.',
    knownBy: ['collector', 'headers', 'history'],
  },
  DEVICE_SUSPICIOUS_CPU_CORE: {
    description:
      'The reported number of processor cores, or the memory beside it, is one that hardly any real machine has.',
    knownBy: ['collector'],
  },
  DEVICE_SUSPICIOUS_DISPLAY: {
    description: 'Screen size, pixel ratio and colour depth contradict each other or exist on no real screen.',
    knownBy: ['collector'],
  },
  DEVICE_SUSPICIOUS_LANGUAGE: {
    description: 'The languages of the browser contradict each other, are missing, or are rare and new for this user.',
    knownBy: ['collector', 'headers', 'history'],
  },
  DEVICE_SUSPICIOUS_NETWORK: {
    description:
      "The browser's network functions are switched off or report what a real connection doesn't, such as missing WebRTC.",
    knownBy: ['collector'],
  },
  DEVICE_SUSPICIOUS_PLATFORM: {
    description: 'The named operating system cannot run on the kind of device that shows itself.',
    knownBy: ['collector', 'headers'],
  },
  DEVICE_SUSPICIOUS_TIMEZONE: {
    description:
      'The clock of the browser runs in a zone that fits neither the place of its address nor what this user had before.',
    knownBy: ['collector', 'network', 'history'],
  },
  DEVICE_SUSPICIOUS_USERAGENT: {
    description: 'The browser introduces itself with the name of a tool made for automation.',
    knownBy: ['headers', 'collector'],
  },
  DEVICE_SUSPICIOUS_VELOCITY: {
    description: 'More people than a household has act from one device.',
    knownBy: ['history', 'app'],
  },
  DEVICE_TAKEOVER: {
    description: "On this user's own device the pointer moves as if a stranger held it, which suggests remote control.",
    knownBy: ['collector', 'history'],
  },
  DEVICE_TAMPERED: {
    description: 'The phone or the app on it was modified, for instance cloned or hooked, as your app attests.',
    knownBy: ['app'],
    platforms: ['android', 'ios'],
  },
  DEVICE_VM: {
    description:
      'The browser runs inside a virtual machine, told by its graphics or by several odd hardware traits at once.',
    knownBy: ['collector'],
  },
} as const satisfies ReasonTable
