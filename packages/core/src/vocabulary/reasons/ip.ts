import type { ReasonTable } from './reason-table.js'

/** Reasons about the address and the network behind it. */
export const ipReasons = {
  IP_ACTION_VELOCITY: {
    description:
      'One address sends unusually many actions within a short time, measured against how many honest people share it.',
    knownBy: ['server', 'history', 'outcomes'],
  },
  IP_COUNTRY_BLOCKED: {
    description: 'The address lies in a country that the operator has closed.',
    knownBy: ['network', 'operator'],
  },
  IP_IS_BIZ: {
    description: 'The address belongs to the network of a company.',
    knownBy: ['network'],
  },
  IP_IS_GOV: {
    description: 'The address belongs to the network of a public authority.',
    knownBy: ['network'],
  },
  IP_IS_MIL: {
    description: 'The address belongs to the network of armed forces.',
    knownBy: ['network'],
  },
  IP_IS_VPN: {
    description: 'A VPN stands between the person and us, so the address tells nothing about where they are.',
    knownBy: ['network'],
  },
  IP_PAYER_VELOCITY: {
    description: 'From one address, unusually many different customers paid within hours.',
    knownBy: ['server', 'history', 'app'],
  },
  IP_RISKY_ANONYMIZE: {
    description: 'The address hides its user by one means or another: VPN, proxy, Tor or another anonymous network.',
    knownBy: ['network', 'collector', 'headers'],
  },
  IP_RISKY_REPUTATION: {
    description:
      'The address is badly spoken of: a Tor exit, on a list of harmful addresses, or marked by failures and fraud in this app.',
    knownBy: ['network', 'history', 'outcomes'],
  },
  IP_TRUSTED: {
    description: 'The address is listed with a high reputation by the operator.',
    knownBy: ['operator'],
  },
} as const satisfies ReasonTable
