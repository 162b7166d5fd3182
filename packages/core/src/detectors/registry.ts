// Written by `pnpm docs:generate` (tools/generate-registry.mjs) from the files of detectors/<family>/. Change those.
import type { Detector } from './define-detector.js'
import { clientAdultKeywords } from './client/adult-keywords.js'
import { clientClickIds } from './client/click-ids.js'
import { desktopWhereMobile } from './client/desktop-where-mobile.js'
import { clientGoogleProxy } from './client/google-proxy.js'
import { clientHeaderInconsistencies } from './client/header-inconsistencies.js'
import { clientHttpLibrary } from './client/http-library.js'
import { clientLegacyEngine } from './client/legacy-engine.js'
import { oldVersion } from './client/old-version.js'
import { clientOperaMini } from './client/opera-mini.js'
import { suspiciousUserAgent } from './client/suspicious-user-agent.js'
import { webCrawler } from './client/web-crawler.js'
import { multipleAccounts } from './device/multiple-accounts.js'
import { profileDeviceFamiliar } from './profile/device-familiar.js'

/** Every built-in detector. The order means nothing. */
export const detectors: readonly Detector[] = [
  clientAdultKeywords,
  clientClickIds,
  desktopWhereMobile,
  clientGoogleProxy,
  clientHeaderInconsistencies,
  clientHttpLibrary,
  clientLegacyEngine,
  oldVersion,
  clientOperaMini,
  suspiciousUserAgent,
  webCrawler,
  multipleAccounts,
  profileDeviceFamiliar,
]
