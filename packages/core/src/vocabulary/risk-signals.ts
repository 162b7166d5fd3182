/** How a form field can be filled. */
export const inputMethods = {
  is_typing: 'Keys were pressed one after another.',
  is_paste: 'The value was pasted.',
  is_password_manager: 'A password manager filled it in.',
  is_autocomplete: 'The browser completed it from what it remembers.',
  is_insert_from_drop: 'The value was dragged in and dropped.',
} as const satisfies Readonly<Record<string, string>>

/** A way to fill a form field. */
export type InputMethod = keyof typeof inputMethods

/** All input methods, in the order of the table. */
export const inputMethodNames = Object.keys(inputMethods) as readonly InputMethod[]

/** The types of a risk signal's value; each may also be `null`, for unknown. */
interface RiskSignalValues {
  readonly flag: boolean
  /** 0 to 1: the share of people who type slower. */
  readonly percentile: number
  readonly input_methods: readonly InputMethod[]
}

interface RiskSignalDefinition {
  readonly description: string
  readonly value: keyof RiskSignalValues
}

/** The tree of plain facts beside the verdict. */
export const riskSignals = {
  device: {
    incognito: { description: 'The window is one that keeps nothing after it is closed.', value: 'flag' },
    tampered: { description: 'Phone or app were modified, as the app attests.', value: 'flag' },
    emulated: { description: 'The device is imitated by an emulator or runs in a virtual machine.', value: 'flag' },
    spoofed: { description: 'The device gives itself out as another.', value: 'flag' },
    tz_mismatch: { description: "The browser's time zone doesn't fit the place of its address.", value: 'flag' },
  },
  network: {
    vpn: { description: 'The address is the exit of a VPN.', value: 'flag' },
    tor: { description: 'The address is a Tor exit.', value: 'flag' },
    hosting: { description: 'The address stands in a data centre.', value: 'flag' },
    proxy: { description: 'A proxy passed the request on.', value: 'flag' },
    anonymizer: {
      description: 'The address belongs to an anonymous network other than a VPN, Tor, a proxy or a privacy relay.',
      value: 'flag',
    },
  },
  behavior: {
    typing_velocity: {
      description: 'Typing speed as a percentile from 0 (slowest) to 1 (fastest).',
      value: 'percentile',
    },
    input_method: {
      description: 'The ways in which fields of the form were filled; empty when none was.',
      value: 'input_methods',
    },
    no_user_interaction: { description: 'Nobody moved, touched, scrolled or typed before the action.', value: 'flag' },
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, RiskSignalDefinition>>>>

/** The risk signals of an assessment; `null` where nothing could be known. */
export type RiskSignals = {
  readonly [Branch in keyof typeof riskSignals]: {
    readonly [Name in keyof (typeof riskSignals)[Branch]]:
      | ((typeof riskSignals)[Branch][Name] extends { readonly value: infer Value extends keyof RiskSignalValues }
          ? RiskSignalValues[Value]
          : never)
      | null
  }
}
