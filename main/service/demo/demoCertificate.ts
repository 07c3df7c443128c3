import { createHash } from 'node:crypto'
import type { Evidence } from '../../../shared/domain/evidence.ts'
import type { EvidenceId, QualificationId } from '../../../shared/domain/ids.ts'
import type { Instant } from '../../../shared/domain/time/values.ts'

/** A page of PDF (ISO 32000-2) with a few lines on it, for the made-up practice. Lines hold letters of ASCII alone. */
function demoCertificate(lines: readonly string[]): Buffer {
  const words = lines.map((line, index) => `1 0 0 1 72 ${720 - index * 32} Tm (${line.replaceAll(/[()\\]/g, '')}) Tj`).join('\n')
  const content = `BT\n/F1 18 Tf\n${words}\nET\n48 48 516 744 re S`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 840] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`, '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]
  let text = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const at = text.length
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const table = offsets.map(at => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  return Buffer.from(`${text}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`, 'latin1')
}

type Shown = { readonly id: EvidenceId; readonly qualificationId: QualificationId; readonly number: string; readonly at: Instant; readonly byName: string }

/** The made-up paper behind a made-up certification, as it is attached. */
export function demoEvidence({ number, ...known }: Shown): { readonly evidence: Evidence; readonly bytes: Buffer } {
  const bytes = demoCertificate(['Made-up certificate', `Number ${number}`, 'Demo practice: nothing on this page is real.'])
  const evidence: Evidence = {
    ...known, version: 1, title: `Certificate ${number}.pdf`, mediaType: 'application/pdf', size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex'), status: 'active', reason: '',
  }
  return { evidence, bytes }
}
