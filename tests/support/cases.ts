/** How many random cases a property tries: the usual number, or the few that suffice while mutants are tried one by one. */
export function cases(usual: number): number {
  const few = Number(process.env['FEW_CASES'] ?? Infinity)
  return Number.isNaN(few) ? usual : Math.min(usual, few)
}
