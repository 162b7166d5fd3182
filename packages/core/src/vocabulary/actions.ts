import type { Challenge } from './challenges.js'

/** What the vocabulary says about an action. */
export interface ActionDefinition {
  readonly description: string
  /** Whether `trust` may ever be recommended; it never is where nobody is known yet. */
  readonly mayTrust: boolean
  /** Suitable challenges, most suitable first; empty when the action is never challenged. */
  readonly challenges: readonly Challenge[]
}

const ACCOUNT_CHALLENGES = ['second_factor'] as const satisfies readonly Challenge[]

// Least friction first: what the customer can do on the spot stands before what takes a document, a colleague or a new card.
const PAYMENT_CHALLENGES = [
  'second_factor',
  'three_d_secure',
  'reenter_cvv',
  'id_verification',
  'manual_review',
  'revoke_payment_method',
] as const satisfies readonly Challenge[]

/** Every built-in action. */
export const actions = {
  login: {
    description: 'Somebody proves an existing account to be theirs and starts a session.',
    mayTrust: true,
    challenges: ACCOUNT_CHALLENGES,
  },
  register: {
    description: 'Somebody opens a new account.',
    mayTrust: false,
    challenges: ['id_verification', 'manual_review'],
  },
  transaction: {
    description: 'A user moves money or value to somebody else.',
    mayTrust: true,
    challenges: PAYMENT_CHALLENGES,
  },
  checkout: {
    description: 'A customer pays for what is in the cart.',
    mayTrust: true,
    challenges: PAYMENT_CHALLENGES,
  },
  password_reset: {
    description: 'Somebody who cannot sign in asks for a new password, or sets one.',
    mayTrust: false,
    challenges: ['email_verification', 'sms_verification', 'call_center'],
  },
  logout: {
    description: 'A user ends the session.',
    mayTrust: true,
    challenges: [],
  },
  account_details_change: {
    description: 'A user changes personal details, such as a name, an address or a phone number.',
    mayTrust: true,
    challenges: ACCOUNT_CHALLENGES,
  },
  account_auth_change: {
    description: 'A user changes how the account is entered: password, second factor, passkey, recovery address.',
    mayTrust: true,
    challenges: ACCOUNT_CHALLENGES,
  },
  withdraw: {
    description: 'A user takes money out of the account.',
    mayTrust: true,
    challenges: PAYMENT_CHALLENGES,
  },
  credits_change: {
    description: 'The balance of credits, points or vouchers of an account goes up or down.',
    mayTrust: true,
    challenges: PAYMENT_CHALLENGES,
  },
} as const satisfies Record<string, ActionDefinition>

/** An action that the product knows by itself. */
export type BuiltInAction = keyof typeof actions

/** A built-in action, or one that the host declares under a name of its own. */
export type ActionName = BuiltInAction | (string & {})

/** All built-in actions, in the order of the table. */
export const actionNames = Object.keys(actions) as readonly BuiltInAction[]

// A custom action is most often something that a signed-in user does, and a second factor is what every account can be asked for.
const CUSTOM_ACTION = {
  description: 'An action that the host declared under a name of its own.',
  mayTrust: true,
  challenges: ACCOUNT_CHALLENGES,
} as const satisfies ActionDefinition

/** Whether a name is one of the built-in actions. */
export function isBuiltInAction(name: string): name is BuiltInAction {
  return Object.hasOwn(actions, name)
}

/** The definition of an action; a custom action gets that of an ordinary signed-in step: trust possible, second factor when challenged. */
export function actionDefinition(name: ActionName): ActionDefinition {
  return isBuiltInAction(name) ? actions[name] : CUSTOM_ACTION
}
