export function buildWorkspace(options: {
  readonly names?: readonly string[]
  readonly output: 'javascript' | 'everything'
}): Promise<void>
