import type { PrintJob } from '../../shared/contract/wire.ts'

/** A document as it will be printed, drawn in a frame that can run and fetch nothing. */
export function PaperFrame({ job, title }: { readonly job: PrintJob; readonly title: string }) {
  return (
    // Another paper is another frame: one that is led on before its first paper is drawn can stay blank.
    <iframe
      key={job.html} title={title} sandbox="" srcDoc={job.html} className="card-paper"
      style={{ aspectRatio: `${job.widthMicrons} / ${job.heightMicrons}`, width: `${job.widthMicrons / 1000}mm` }}
    />
  )
}
