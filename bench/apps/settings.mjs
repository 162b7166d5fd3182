// What the apps of this bench have in common.

/** One secret everywhere: a device cookie that one app gave out is good in all of them. */
export const SECRET = 'f3T9-this-is-the-bench-alone-Qw71xZ-8mLp'
/** The loader comes from loopback and says in `x-forwarded-for` whose request it is. */
export const PROXIES = ['127.0.0.0/8']
/** Limiters count and never refuse: what is measured is the way of an honest request. */
export const LIMIT = 1_000_000_000
export const WINDOW_MS = 60_000
