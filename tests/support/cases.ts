/** How many random cases a property tries: the usual number, or the few that suffice while mutants are tried one by one, but never fewer than `least`. */
export function cases(usual: number, least = 0): number {
  const few = Number(process.env['FEW_CASES'] ?? Infinity)
  return Number.isNaN(few) ? usual : Math.max(least, Math.min(usual, few))
}
