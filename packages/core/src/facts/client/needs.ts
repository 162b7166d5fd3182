/** What headers alone say of the client, as needs of detectors. Absent where the event came without headers. */
import { defineFact } from '../need.js'

export const httpLibrary = defineFact({
  name: 'client.http_library',
  source: 'request',
  read: ({ client }) => client?.httpLibrary,
})

export const crawler = defineFact({ name: 'client.crawler', source: 'request', read: ({ client }) => client?.crawler })

export const automation = defineFact({
  name: 'client.automation',
  source: 'request',
  read: ({ client }) => client?.automation,
})

export const legacyEngine = defineFact({
  name: 'client.legacy_engine',
  source: 'request',
  read: ({ client }) => client?.legacy,
})

export const oldBrowser = defineFact({
  name: 'client.old_browser',
  source: 'request',
  read: ({ client }) => client?.oldBrowser,
})

export const oldOs = defineFact({ name: 'client.old_os', source: 'request', read: ({ client }) => client?.oldOs })

export const operaMini = defineFact({
  name: 'client.opera_mini',
  source: 'request',
  read: ({ client }) => client?.operaMini,
})

export const googleProxy = defineFact({
  name: 'client.google_proxy',
  source: 'request',
  read: ({ client }) => client?.googleProxy,
})

export const clickIds = defineFact({
  name: 'client.click_ids',
  source: 'request',
  read: ({ client }) => client?.clickIds,
})

export const adultKeyword = defineFact({
  name: 'client.adult_keyword',
  source: 'request',
  read: ({ client }) => client?.adultKeyword,
})

export const headerInconsistencies = defineFact({
  name: 'client.header_inconsistencies',
  source: 'request',
  read: ({ client }) => (client === null || !client.uaPresent ? undefined : client.inconsistencies),
})

/** Absent while the kind of machine can't be told. */
export const clientPlatform = defineFact({
  name: 'client.platform',
  source: 'request',
  read: ({ client }) => (client === null || client.platform === 'unknown' ? undefined : client.platform),
})

/** Absent while the operator expects nothing. */
export const expectedPlatform = defineFact({
  name: 'expects.platform',
  source: 'operator',
  read: ({ expectations }) => expectations.platform ?? undefined,
})
