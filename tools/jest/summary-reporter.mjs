/** Prints, as the very last line of a run, `N passed, N failed` over all tests; files that never ran count as failed. */
export default class SummaryReporter {
  onRunComplete(_contexts, results) {
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites
    process.stderr.write('') // jest's own summary goes there first
    this.line = `${results.numPassedTests} passed, ${failed} failed`
    process.on('exit', () => process.stdout.write(`${this.line}\n`))
  }
}
