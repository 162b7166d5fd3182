import type { EndpointClass } from './endpoint-classes.js'

interface ThreatDefinition {
  readonly description: string
  /** The one class of endpoint that the threat is aimed at. */
  readonly endpoint: EndpointClass
}

/** Every threat: what an attack on an endpoint of its class would be. It names a danger, it is no verdict. */
export const threats = {
  'Account Take Over (ATO)': {
    description: "Getting into other people's accounts by guessing, stuffing or resetting their credentials.",
    endpoint: 'Authentication',
  },
  'Fake Account Creation': {
    description: 'Opening accounts in bulk or under invented names.',
    endpoint: 'Account Creation',
  },
  'OTP Flood': {
    description: 'Making the service send codes without end, to annoy people or to run up the bill.',
    endpoint: 'One-Time Password',
  },
  'Token Farming': {
    description: 'Collecting or trying out tokens and keys to use or sell them.',
    endpoint: 'Token Validation',
  },
  'Unauthorized Account Information Access': {
    description: 'Reading the account data of others.',
    endpoint: 'Account Information Retrieval',
  },
  'Account Management Abuse': {
    description: "Altering other people's customer data, often to have goods or codes sent elsewhere.",
    endpoint: 'Customer Profile Management',
  },
  'Unauthorized Billing Access': {
    description: "Looking into or interfering with somebody else's bills.",
    endpoint: 'Billing',
  },
  'Product Search Abuse': {
    description: 'Scraping the catalogue and its prices, or overloading the search.',
    endpoint: 'Product Search',
  },
  'Inventory Abuse': {
    description: 'Reserving or altering stock so that others find none.',
    endpoint: 'Inventory Management',
  },
  'Inventory Scalping - Shopping Cart Abuse': {
    description: 'Grabbing scarce items into carts by program, for resale.',
    endpoint: 'Cart',
  },
  'Loyalty Rewards Abuse': {
    description: 'Draining or inventing points and rewards.',
    endpoint: 'Loyalty Program Integration',
  },
  'Inventory Scalping - Product Checkout Abuse': {
    description: 'Buying up scarce items by program before people can.',
    endpoint: 'Checkout',
  },
  'Payment Fraud - Customer Facing': {
    description: 'Paying with stolen cards or accounts, or trying out which of them still work.',
    endpoint: 'Payment (B2C)',
  },
  'Payment Fraud - Business Facing': {
    description: 'Diverting or faking payments between companies.',
    endpoint: 'Payment (B2B)',
  },
  'Unauthorized Order Details Tracking': {
    description: "Following other people's orders, for instance to intercept the parcels.",
    endpoint: 'Order Tracking',
  },
  'Reputation Abuse': {
    description: 'Raising or ruining a reputation with ratings that nobody honestly gave.',
    endpoint: 'Review',
  },
  'Credit Verification Fraud': {
    description: 'Probing or deceiving the decision on how much credit somebody is granted.',
    endpoint: 'Loan Application',
  },
  'Credit Origination Fraud': {
    description: 'Obtaining a credit rating with false or stolen identities.',
    endpoint: 'Credit Score',
  },
  'Device Activation Fraud': {
    description: 'Activating stolen or wrongly obtained handsets.',
    endpoint: 'New Phone Activation',
  },
  'Line Activation Fraud': {
    description: 'Opening phone lines in the name of others or without meaning to pay.',
    endpoint: 'New Phone Line Activation',
  },
  'Device Port-In Eligibility Abuse': {
    description: 'Finding out which numbers can be moved, and moving them away from their owners.',
    endpoint: 'Phone Port-In',
  },
  'Service Update Fraud': {
    description: "Changing somebody else's tariff, or one's own without paying for it.",
    endpoint: 'Service Plan Update',
  },
  'Unauthorized Usage Metrics Access': {
    description: 'Reading how others use their devices.',
    endpoint: 'Usage Tracking',
  },
  'CPNI Enumeration': {
    description: 'Harvesting call records and the whereabouts of subscribers one number after another.',
    endpoint: 'Call Detail Record',
  },
  'Impersonation Fraud': {
    description: 'Passing oneself off as a customer in a conversation with the business.',
    endpoint: 'Customer Interaction',
  },
  Unclassified: {
    description: 'No particular threat belongs to this endpoint.',
    endpoint: 'Unclassified',
  },
} as const satisfies Readonly<Record<string, ThreatDefinition>>

/** A threat. */
export type Threat = keyof typeof threats

/** All threats, in the order of the table. */
export const threatNames = Object.keys(threats) as readonly Threat[]

/** The threat that belongs to each class of endpoint. */
export const threatByEndpointClass = Object.fromEntries(
  threatNames.map((threat) => [threats[threat].endpoint, threat]),
) as Readonly<Record<EndpointClass, Threat>>
