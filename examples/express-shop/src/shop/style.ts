/** One small sheet, served as /shop.css. */
export const style = `
:root { color-scheme: light dark; --ink: #1d2330; --paper: #fbfaf7; --line: #d9d5cb; --soft: #6b7080; --link: #1f5fa8;
  --trust: #1b7f5c; --allow: #2c6e9b; --challenge: #a86400; --deny: #b3261e; --card: #fff }
@media (prefers-color-scheme: dark) { :root { --ink: #e8e6e1; --paper: #16181d; --line: #353943; --soft: #9aa0ae; --link: #8ab8ee;
  --trust: #56c596; --allow: #77b5e0; --challenge: #e6a94d; --deny: #f2837a; --card: #1e2128 } }
* { box-sizing: border-box }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif }
a { color: var(--link) }
header { border-bottom: 1px solid var(--line) }
header nav, main { max-width: 62rem; margin: 0 auto; padding: .9rem 1.25rem }
header nav { display: flex; flex-wrap: wrap; gap: .4rem 1.25rem; align-items: baseline }
header strong { margin-right: auto; font-size: 1.15rem }
header strong a { color: inherit; text-decoration: none }
main { display: grid; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); gap: 2rem }
@media (max-width: 44rem) { main { grid-template-columns: 1fr } }
h1 { font-size: 1.6rem; line-height: 1.2; margin: .6rem 0 1rem }
form { margin: 0 }
form.stack { display: grid; gap: .8rem; max-width: 24rem }
label { display: grid; gap: .2rem; font-size: .92rem; color: var(--soft) }
input, select { font: inherit; color: var(--ink); background: var(--card); border: 1px solid var(--line); border-radius: .4rem; padding: .5rem .65rem }
button { font: inherit; cursor: pointer; color: #fff; background: #27548a; border: 0; border-radius: .4rem; padding: .55rem 1rem }
button.plain { background: none; color: var(--link); padding: 0; text-decoration: underline }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px }
.goods { list-style: none; padding: 0; display: grid; gap: .8rem }
.goods li { display: flex; gap: 1rem; justify-content: space-between; align-items: center; border: 1px solid var(--line);
  background: var(--card); border-radius: .6rem; padding: .75rem 1rem }
.goods small, .note { color: var(--soft) }
.notice { border-left: 4px solid var(--challenge); padding: .4rem .8rem; background: var(--card) }
table { border-collapse: collapse; width: 100% } th, td { text-align: left; padding: .4rem .3rem; border-bottom: 1px solid var(--line) }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums }
aside { border: 1px solid var(--line); background: var(--card); border-radius: .6rem; padding: 1rem 1.1rem; align-self: start; font-size: .9rem }
aside h2 { font-size: .95rem; margin: 0 0 .5rem; color: var(--soft); font-weight: 600 }
.verdict { font-size: 1.25rem; font-weight: 700 }
.trust { color: var(--trust) } .allow { color: var(--allow) } .challenge { color: var(--challenge) } .deny { color: var(--deny) }
meter { width: 100%; height: .7rem }
.names { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .3rem }
.names li { border: 1px solid var(--line); border-radius: 1rem; padding: .05rem .6rem; font-size: .8rem; overflow-wrap: anywhere }
aside dl { margin: .6rem 0 0 } aside dt { font-weight: 600; margin-top: .4rem } aside dd { margin: 0; color: var(--soft) }
`
