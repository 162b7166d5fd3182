// Writes each src/scripts/<verb>.lua as <verb>.lua.ts, so that nothing is read from disk at run time:
// node packages/redis/scripts/embed-scripts.mjs
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const folder = new URL('../src/scripts/', import.meta.url)

const REPEAT = /^ *-- @repeat (\w+) = ([\d, ]+)\n([\s\S]*?)^ *-- @end\n/gm

/** Writes a `-- @repeat NAME = 1, 2` block once per number, `NAME` replaced: Lua functions are too dear in Redis. */
function unroll(lua) {
  return lua.replace(REPEAT, (_, name, numbers, block) =>
    numbers
      .split(',')
      .map((number) => block.replaceAll(name, number.trim()))
      .join(''),
  )
}

/** The module that stands for a Lua file. */
export function embed(name, source) {
  const lua = unroll(source)
  const constant = `${name.replace(/-(.)/g, (_, letter) => letter.toUpperCase())}Script`
  const escaped = lua.replace(/[\\`]|\$\{/g, '\\$&')
  return `/** ${name}.lua, embedded by scripts/embed-scripts.mjs: change it there. */\nexport const ${constant}: string = \`${escaped}\`\n`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const file of readdirSync(folder).filter((entry) => entry.endsWith('.lua'))) {
    const lua = readFileSync(new URL(file, folder), 'utf8')
    writeFileSync(new URL(`${file}.ts`, folder), embed(file.replace(/\.lua$/, ''), lua))
  }
}
