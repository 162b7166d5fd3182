/**
 * How much a passed challenge teaches the profile: `full` makes the device and place as familiar as any proven success,
 * `half` counts for half a success, `none` proves nothing about the person.
 */
export type ChallengeTeaching = 'full' | 'half' | 'none'

interface ChallengeDefinition {
  readonly description: string
  readonly teaches: ChallengeTeaching
}

/** Every challenge that a recommendation can name, for the host's own screens to pick from. */
export const challenges = {
  second_factor: {
    description:
      'Ask for a second proof of the account, ideally a passkey or another biometric that stays on the device.',
    teaches: 'full',
  },
  id_verification: {
    description: 'Have the person show an identity document and match it to them.',
    teaches: 'full',
  },
  manual_review: {
    description: 'Hold the action until one of your own people has looked at it.',
    teaches: 'full',
  },
  reenter_cvv: {
    description: 'Ask again for the security code printed on the card that is on file.',
    teaches: 'half',
  },
  three_d_secure: {
    description: "Send the card payment through its issuer's own 3-D Secure check.",
    teaches: 'full',
  },
  revoke_payment_method: {
    description:
      'Detach the card or payment account and let the customer add one anew; this protects the money but proves nothing about the person.',
    teaches: 'none',
  },
  email_verification: {
    description: "Send a one-time link or code to the account's mailbox.",
    teaches: 'half',
  },
  sms_verification: {
    description: "Send a one-time code to the account's phone number.",
    teaches: 'half',
  },
  call_center: {
    description: 'Have the person phone your support, who establish by hand whom they are talking to.',
    teaches: 'half',
  },
  proof_of_work: {
    description:
      'Let the browser solve a small computing puzzle. It names no account and makes floods expensive, and it says nothing about the person.',
    teaches: 'none',
  },
} as const satisfies Record<string, ChallengeDefinition>

/** The machine-readable name of a challenge. */
export type Challenge = keyof typeof challenges

/** All challenges, in the order of the table. */
export const challengeNames = Object.keys(challenges) as readonly Challenge[]
