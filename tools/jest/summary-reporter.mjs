/** Prints, as the last line of a run, `N passed, N failed` over all tests; a file that couldn't run counts as one failed. */
export default class SummaryReporter {
  onRunComplete(_contexts, results) {
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites
    const line = `${results.numPassedTests} passed, ${failed} failed`
    process.on('exit', () => process.stdout.write(`${line}\n`)) // after jest's own summary
  }
}
