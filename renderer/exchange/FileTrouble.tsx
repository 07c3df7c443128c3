import type { Problem } from '../../shared/domain/problem.ts'
import { WarningIcon } from '../ui/icons.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'

/** Why a file cannot be read, or what was refused. */
export function FileTrouble({ problem, fault }: { readonly problem: Problem | null; readonly fault: string | null }) {
  const why = fault ?? (problem?.code === 'file-unreadable' ? problem.why : null)
  return why === null ? <ProblemNotice problem={problem} /> : <div className="notice notice-red" role="alert"><WarningIcon /><p>{why}</p></div>
}
