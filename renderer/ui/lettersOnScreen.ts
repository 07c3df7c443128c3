/** The last family that the screen's type falls back on. */
export const lettersFamily = 'Letters'

/** Lets every name be read on a system that has no type for its script, out of the type that paper has; not before the first screen stands. */
export function showEveryLetter(): void {
  requestIdleCallback(async () => {
    const { facesByAddress } = await import('../paper/fonts.ts')
    const style = document.createElement('style')
    style.textContent = facesByAddress(lettersFamily)
    document.head.append(style)
  })
}
