/** A family of the letters alone that a system may have no type for; it stands before the screen's own, which has all others. */
export const lettersFamily = 'Letters'

/** Its person is still signing in by then, and whatever the first screen needs has been read. */
const afterMs = 1500

/** Lets every name be read on a system that has no type for its script, out of the type that paper has. */
export function showEveryLetter(): void {
  setTimeout(() => requestIdleCallback(async () => {
    const { facesByAddress } = await import('../paper/fonts.ts')
    const faces = document.createElement('style')
    faces.textContent = facesByAddress(lettersFamily)
    document.head.append(faces)
  }), afterMs)
}
