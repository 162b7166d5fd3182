import { runFeeds } from './feeds/run-feeds.js'
import type { Terminal } from './terminal.js'

export const USAGE = `riskguard <command>

  feeds update [name…]      fetch lists of addresses; a broken, empty or shrunken download never replaces a good copy
  feeds status              what lists are there, how old they are, and what went wrong
  feeds compile             make tables that load in milliseconds of your own files

riskguard feeds --help tells the rest.
`

/**
 * Runs one command line, without the program's name.
 * @returns the exit code: 0 done, 1 something isn't as it should be, 2 the command line is not understood
 */
export async function runCli(args: readonly string[], terminal: Terminal): Promise<number> {
  const [command, ...rest] = args
  if (command === 'feeds') return runFeeds(rest, terminal)
  if (command === undefined || command === '--help' || command === '-h' || command === 'help') {
    terminal.out(USAGE)
    return 0
  }
  terminal.err(`riskguard has no command ${JSON.stringify(command)}.\n\n${USAGE}`)
  return 2
}
