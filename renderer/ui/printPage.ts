import type { PrintJob, PrintOutcome, PrintTarget } from '../../shared/contract/wire.ts'

/** Prints a document of our own: through the desktop's printer dialog, or the browser's where there is no desktop. */
export function printPage(job: PrintJob, target?: PrintTarget): Promise<PrintOutcome> {
  if (window.desk !== undefined) return window.desk.print(job, target)
  return new Promise(resolve => {
    const frame = document.createElement('iframe')
    frame.title = job.fileName
    frame.setAttribute('aria-hidden', 'true')
    frame.style.cssText = 'position:fixed;width:0;height:0;border:0;visibility:hidden'
    frame.addEventListener(
      'load',
      () => {
        const inside = frame.contentWindow
        if (inside === null) return
        inside.addEventListener(
          'afterprint',
          () => {
            frame.remove()
            resolve({ kind: 'done' })
          },
          { once: true },
        )
        inside.print()
      },
      { once: true },
    )
    frame.srcdoc = job.html
    document.body.append(frame)
  })
}
