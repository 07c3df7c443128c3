const titles = /^(dr|prof|mr|mrs|ms|mx)$/

/** A sign-in name out of a person's name: "Dr. Amira Khan" becomes "amira.khan". */
export function usernameFrom(displayName: string): string {
  const plain = displayName.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  const words = plain.split(/[^\p{L}\p{N}]+/u).filter(word => word !== '' && !titles.test(word))
  const [first] = words
  const last = words.length > 1 ? words.at(-1) : undefined
  return [first, last].filter(word => word !== undefined).join('.')
}
