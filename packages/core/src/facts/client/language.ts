/** Languages kept of one header; browsers send at most a dozen. */
const MAX_LANGUAGES = 10
const MAX_CHARS = 512

/** The languages of `Accept-Language` in the order of preference, lower case (`de-ch`, `de`); what is no tag is left out. */
export function parseLanguages(header: string | undefined): readonly string[] {
  if (header === undefined) return []
  const languages: { readonly tag: string; readonly quality: number }[] = []
  for (const part of header.slice(0, MAX_CHARS).split(',', MAX_LANGUAGES)) {
    const [tag = '', parameter = ''] = part.trim().toLowerCase().split(';', 2)
    if (!/^[a-z]{2,8}(?:-[a-z\d]{1,8}){0,4}$/.test(tag)) continue
    const quality = parameter.trim().startsWith('q=') ? Number.parseFloat(parameter.trim().slice(2)) : 1
    languages.push({ tag, quality: Number.isFinite(quality) ? quality : 0 })
  }
  return languages.sort((a, b) => b.quality - a.quality).map(({ tag }) => tag)
}
