import { BaseSequencer, type TestSpecification } from 'vitest/node'

// A machine that has not run them yet cannot tell which files take long; one of these begun last keeps the other cores waiting.
const longest = [
  /bruteForce\.test/, /bruteForceRules/, /slotsBruteForce/, /boundaries/, /planTogether/, /rememberedStrip/, /staffing\/(?:bruteForceControls|properties|integerProgram)/,
  /exchange\/names/, /headNurse/, /interleavings/, /thousandCards/, /conformance/, /manyDesks/, /cli\/(?:usage|import)/,
]
const place = ({ moduleId }: TestSpecification): number => {
  const at = longest.findIndex(pattern => pattern.test(moduleId))
  return at === -1 ? longest.length : at
}

/** Begins with the test files that take longest. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((one, other) => place(one) - place(other))
  }
}
