/** What went wrong and what the reader can do about it: printed without a stack, then exit 1. */
export class SetupFailure extends Error {}

/** Runs a command's main function; a SetupFailure is a message for people, all else is a defect with its stack. */
export async function runMain(main) {
  try {
    process.exitCode = (await main()) ?? 0
  } catch (error) {
    if (!(error instanceof SetupFailure)) throw error
    process.stderr.write(`\nriskguard  STOPPED: ${error.message}\n`)
    process.exitCode = 1
  }
}
