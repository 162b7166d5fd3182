// node --import <this file>: lets Node.js run TypeScript, with @riskguard/* taken from the packages' source.
import { register } from 'node:module'

process.setSourceMapsEnabled(true)
register('./hooks.mjs', import.meta.url)
