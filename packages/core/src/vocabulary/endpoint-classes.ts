/** Every class of endpoint that `classifyEndpoint` can answer. */
export const endpointClasses = {
  Authentication: { description: 'Signs people in, or lets them back in when they lost their password.' },
  'Account Creation': { description: 'Opens a new account from a form that somebody fills in.' },
  'One-Time Password': { description: 'Sends or verifies the short-lived codes of a second factor.' },
  'Token Validation': { description: 'Issues, renews or verifies the keys and tokens that open other resources.' },
  'Account Information Retrieval': { description: 'Hands out the data of an account to whoever proves to own it.' },
  'Customer Profile Management': {
    description: 'Changes what is stored about a customer, such as the name or the address.',
  },
  Billing: { description: 'Deals with invoices and with the charges behind them.' },
  'Product Search': { description: 'Finds and lists what is on sale.' },
  'Inventory Management': { description: 'Changes stock levels or sets items aside.' },
  Cart: { description: 'Puts items into a basket, or a buyer into a queue for them.' },
  'Loyalty Program Integration': { description: 'Grants and spends points, tiers and rewards.' },
  Checkout: { description: 'Turns a basket into a sale.' },
  'Payment (B2C)': { description: 'Moves money between a customer and a business.' },
  'Payment (B2B)': { description: 'Moves money between one business and another.' },
  'Order Tracking': { description: 'Tells where a parcel or an order is.' },
  Review: { description: 'Publishes ratings and opinions.' },
  'Loan Application': { description: 'Takes requests for credit and decides how much somebody gets.' },
  'Credit Score': { description: 'Rates how creditworthy somebody is and reports it.' },
  'New Phone Activation': { description: "Brings a handset into an operator's network." },
  'New Phone Line Activation': { description: 'Starts phone service for a device.' },
  'Phone Port-In': { description: 'Finds out whether a number or device can move to another operator, and moves it.' },
  'Service Plan Update': { description: 'Chooses or changes the tariff of a device.' },
  'Usage Tracking': { description: 'Reports how much of a service a device has consumed.' },
  'Call Detail Record': { description: 'Holds who called whom, when, from where, and what it cost.' },
  'Customer Interaction': { description: 'Establishes who a customer is while they talk with the business.' },
  Unclassified: { description: 'Fits none of the other classes.' },
} as const satisfies Readonly<Record<string, { readonly description: string }>>

/** A class of endpoint. */
export type EndpointClass = keyof typeof endpointClasses

/** All endpoint classes, in the order of the table. */
export const endpointClassNames = Object.keys(endpointClasses) as readonly EndpointClass[]
