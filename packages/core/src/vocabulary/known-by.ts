/** The ways in which a name of the vocabulary can come to be known; what is missing on an installation explains which names stay silent there. */
export const knowledgeSources = {
  server:
    'Seen or issued by this server while it answered: the peer address, our cookie, our nonce, the order of requests.',
  headers: 'Read from the request line and the headers that came with the request.',
  network: 'Outside knowledge about the address: place, operator, kind of network, feeds of anonymisers.',
  history: 'Remembered by the store from earlier events.',
  collector: 'Sent by the script that runs in the page.',
  app: 'Told by the host application: who the user is, what is paid, what its mobile app attests.',
  outcomes: 'Reported afterwards: how actions ended, and what people labelled them.',
  operator: 'Written down by the operator as a list, a setting or an expectation.',
} as const satisfies Record<string, string>

/** One way in which a name can be known. */
export type KnownBy = keyof typeof knowledgeSources
