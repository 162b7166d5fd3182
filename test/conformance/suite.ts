import { describe } from '@jest/globals'
import type { Host } from './host.js'
import { describeCookies } from './suite/cookies.js'
import { describeDecisions } from './suite/decisions.js'
import { describeDeclaring } from './suite/declaring.js'
import { describeEnforcing } from './suite/enforcing.js'
import { describeFaults } from './suite/faults.js'
import { describeLifecycle } from './suite/lifecycle.js'
import { describeOutcomes } from './suite/outcomes.js'

/** What every adapter promises on every version of its framework, over real HTTP. */
export function describeConformance(host: Host): void {
  describe(host.name, () => {
    describeDecisions(host)
    describeDeclaring(host)
    describeOutcomes(host)
    describeEnforcing(host)
    describeCookies(host)
    describeFaults(host)
    describeLifecycle(host)
  })
}
