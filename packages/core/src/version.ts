/** Version of this package, as it stands on every assessment. A test compares it with package.json. */
export const ENGINE_VERSION = '0.0.0'
