import { describe, expect, it } from '@jest/globals'
import { endpointClassNames } from './endpoint-classes.js'
import { threatByEndpointClass, threatNames } from './threats.js'

// The pairs as the documents print them, also where one would have expected the two credit rows the other way round.
const EXPECTED = {
  Authentication: 'Account Take Over (ATO)',
  'Account Creation': 'Fake Account Creation',
  'One-Time Password': 'OTP Flood',
  'Token Validation': 'Token Farming',
  'Account Information Retrieval': 'Unauthorized Account Information Access',
  'Customer Profile Management': 'Account Management Abuse',
  Billing: 'Unauthorized Billing Access',
  'Product Search': 'Product Search Abuse',
  'Inventory Management': 'Inventory Abuse',
  Cart: 'Inventory Scalping - Shopping Cart Abuse',
  'Loyalty Program Integration': 'Loyalty Rewards Abuse',
  Checkout: 'Inventory Scalping - Product Checkout Abuse',
  'Payment (B2C)': 'Payment Fraud - Customer Facing',
  'Payment (B2B)': 'Payment Fraud - Business Facing',
  'Order Tracking': 'Unauthorized Order Details Tracking',
  Review: 'Reputation Abuse',
  'Loan Application': 'Credit Verification Fraud',
  'Credit Score': 'Credit Origination Fraud',
  'New Phone Activation': 'Device Activation Fraud',
  'New Phone Line Activation': 'Line Activation Fraud',
  'Phone Port-In': 'Device Port-In Eligibility Abuse',
  'Service Plan Update': 'Service Update Fraud',
  'Usage Tracking': 'Unauthorized Usage Metrics Access',
  'Call Detail Record': 'CPNI Enumeration',
  'Customer Interaction': 'Impersonation Fraud',
  Unclassified: 'Unclassified',
}

describe('endpoint classes and threats', () => {
  it('are 26 classes, as the documents name them', () => {
    expect(endpointClassNames).toHaveLength(26)
    expect([...endpointClassNames].sort()).toEqual(Object.keys(EXPECTED).sort())
  })

  it('are 26 threats, as the documents name them', () => {
    expect(threatNames).toHaveLength(26)
    expect([...threatNames].sort()).toEqual(Object.values(EXPECTED).sort())
  })

  it('belong together as the documents pair them', () => {
    expect(threatByEndpointClass).toEqual(EXPECTED)
  })
})
