// Written by `pnpm docs:generate` (tools/generate-registry.mjs) from the files of detectors/<family>/. Change those.

import { accountVelocity } from './action/account-velocity.js'
import { targetBruteForce } from './action/brute-force.js'
import { profileDeviceVelocity } from './action/device-spread.js'
import { hiddenStuffing } from './action/hidden-stuffing.js'
import { highActivityAccount } from './action/high-activity.js'
import { unknownAccount } from './action/unknown-account.js'
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
import type { Detector } from './define-detector.js'
import { deviceCookieReused } from './device/cookie-reused.js'
import { deviceCredentialStuffing } from './device/credential-stuffing.js'
import { deviceEventVelocity } from './device/event-velocity.js'
import { highActivityDevice } from './device/high-activity.js'
import { deviceImpossibleTravel } from './device/impossible-travel.js'
import { labelledDevice } from './device/labelled.js'
import { deviceManyAddresses } from './device/many-addresses.js'
import { multipleAccounts } from './device/multiple-accounts.js'
import { devicePayeeVelocity } from './device/payee-velocity.js'
import { devicePayerVelocity } from './device/payer-velocity.js'
import { deviceRegistrationVelocity } from './device/registration-velocity.js'
import { deviceVersionBack } from './device/version-back.js'
import { disposableEmailDomain } from './email/disposable.js'
import { generatedEmail } from './email/generated.js'
import { invalidEmail } from './email/invalid.js'
import { lowQualityEmail } from './email/low-quality.js'
import { repeatedEmailShape } from './email/repeated-shape.js'
import { youngEmailDomain } from './email/young-domain.js'
import { ipActionVelocity } from './ip/action-velocity.js'
import { ipCredentialStuffing } from './ip/credential-stuffing.js'
import { ipFailureBurst } from './ip/failure-burst.js'
import { highActivityIp } from './ip/high-activity.js'
import { labelledIp } from './ip/labelled.js'
import { networkCredentialStuffing } from './ip/network-stuffing.js'
import { ipPayerVelocity } from './ip/payer-velocity.js'
import { ipRegistrationVelocity } from './ip/registration-velocity.js'
import { ipResetVelocity } from './ip/reset-velocity.js'
import { ipBlockedCountry } from './lists/blocked-country.js'
import { deniedNetwork } from './lists/denied-network.js'
import { listedAgainst } from './lists/listed-against.js'
import { listedInFavour } from './lists/listed-in-favour.js'
import { trustedIp } from './lists/trusted-ip.js'
import { trustedUser } from './lists/trusted-user.js'
import { networkBusiness } from './network/business.js'
import { networkCrawlerForged } from './network/crawler-forged.js'
import { networkCrawlerGenuine } from './network/crawler-genuine.js'
import { networkDatacenter } from './network/datacenter.js'
import { networkGovernment } from './network/government.js'
import { networkMilitary } from './network/military.js'
import { networkMobileFromHosting } from './network/mobile-from-hosting.js'
import { networkProxyHeaders } from './network/proxy-headers.js'
import { networkProxy } from './network/proxy.js'
import { networkRelay } from './network/relay.js'
import { networkReputation } from './network/reputation.js'
import { networkTorExit } from './network/tor-exit.js'
import { networkVpn } from './network/vpn.js'
import { profileBrowserNew } from './profile/browser-new.js'
import { profileDeviceAnomaly } from './profile/device-anomaly.js'
import { profileDeviceFamiliar } from './profile/device-familiar.js'
import { profileDeviceNew } from './profile/device-new.js'
import { profileFamiliarModel } from './profile/familiar-model.js'
import { profileHiddenAddress } from './profile/hidden-address.js'
import { profileImpossibleTravel } from './profile/impossible-travel.js'
import { profileIpFamiliar } from './profile/ip-familiar.js'
import { profileLocationAnomaly } from './profile/location-anomaly.js'
import { profileLocationNew } from './profile/location-new.js'
import { profileNetworkAnomaly } from './profile/network-anomaly.js'
import { profileNetworkNew } from './profile/network-new.js'
import { profileFamiliar } from './profile/profile-familiar.js'
import { taintedDevice } from './profile/tainted-device.js'
import { profileTrusted } from './profile/trusted.js'
import { userProfileAnomaly } from './profile/user-profile-anomaly.js'
import { appIdentity } from './request/app-identity.js'
import { challengeRefused } from './request/challenge-refused.js'
import { challengeReplayed } from './request/challenge-replayed.js'
import { originAnomaly } from './request/origin-anomaly.js'

/** Every built-in detector. The order means nothing. */
export const detectors: readonly Detector[] = [
  accountVelocity,
  targetBruteForce,
  profileDeviceVelocity,
  hiddenStuffing,
  highActivityAccount,
  unknownAccount,
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
  deviceCookieReused,
  deviceCredentialStuffing,
  deviceEventVelocity,
  highActivityDevice,
  deviceImpossibleTravel,
  labelledDevice,
  deviceManyAddresses,
  multipleAccounts,
  devicePayeeVelocity,
  devicePayerVelocity,
  deviceRegistrationVelocity,
  deviceVersionBack,
  disposableEmailDomain,
  generatedEmail,
  invalidEmail,
  lowQualityEmail,
  repeatedEmailShape,
  youngEmailDomain,
  ipActionVelocity,
  ipCredentialStuffing,
  ipFailureBurst,
  highActivityIp,
  labelledIp,
  networkCredentialStuffing,
  ipPayerVelocity,
  ipRegistrationVelocity,
  ipResetVelocity,
  ipBlockedCountry,
  deniedNetwork,
  listedAgainst,
  listedInFavour,
  trustedIp,
  trustedUser,
  networkBusiness,
  networkCrawlerForged,
  networkCrawlerGenuine,
  networkDatacenter,
  networkGovernment,
  networkMilitary,
  networkMobileFromHosting,
  networkProxyHeaders,
  networkProxy,
  networkRelay,
  networkReputation,
  networkTorExit,
  networkVpn,
  profileBrowserNew,
  profileDeviceAnomaly,
  profileDeviceFamiliar,
  profileDeviceNew,
  profileFamiliarModel,
  profileHiddenAddress,
  profileImpossibleTravel,
  profileIpFamiliar,
  profileLocationAnomaly,
  profileLocationNew,
  profileNetworkAnomaly,
  profileNetworkNew,
  profileFamiliar,
  taintedDevice,
  profileTrusted,
  userProfileAnomaly,
  appIdentity,
  challengeRefused,
  challengeReplayed,
  originAnomaly,
]
