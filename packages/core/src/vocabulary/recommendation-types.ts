/** What the host is advised to do, mildest first. */
export const recommendationTypes = {
  trust: {
    description:
      'Well known and in character: let it through and spare the person further steps, such as a second factor or a short session.',
  },
  allow: {
    description: 'Nothing speaks for intervening: carry on as always.',
  },
  challenge: {
    description: 'Doubtful: ask for one more proof before carrying on, one of those offered with the recommendation.',
  },
  deny: {
    description:
      'Very likely an attack: stop, and answer with a message so general that it teaches the attacker nothing.',
  },
} as const satisfies Record<string, { readonly description: string }>

/** One of `trust`, `allow`, `challenge`, `deny`; always written in lower case. */
export type RecommendationType = keyof typeof recommendationTypes

/** All recommendation types, mildest first: a larger index is the stricter one. */
export const recommendationTypeNames = Object.keys(recommendationTypes) as readonly RecommendationType[]

/** Reads a recommendation type in any letter case and with blanks around it; `undefined` for anything else. */
export function parseRecommendationType(input: unknown): RecommendationType | undefined {
  if (typeof input !== 'string') return undefined
  const lower = input.trim().toLowerCase()
  return recommendationTypeNames.find((name) => name === lower)
}

/** The stricter of two recommendation types. */
export function stricterRecommendation(one: RecommendationType, other: RecommendationType): RecommendationType {
  return recommendationTypeNames.indexOf(one) >= recommendationTypeNames.indexOf(other) ? one : other
}
