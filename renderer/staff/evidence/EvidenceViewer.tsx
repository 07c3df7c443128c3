import { Button, Modal } from '@mantine/core'
import { useEffect, useState } from 'react'
import { evidenceText } from '../../../shared/text/en/evidence.ts'
import { host } from '../../frame/link.ts'
import { blobOf, type OpenedFile, pictureDocument, saveCopy } from './openEvidence.ts'

/** Chromium's own reader draws a PDF outside of the page's process; the desktop has none. */
function PdfFrame({ file }: { readonly file: OpenedFile }) {
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => {
    const made = URL.createObjectURL(blobOf(file))
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [file])
  if (host === 'desktop' || !navigator.pdfViewerEnabled) return <p className="notice notice-amber">{evidenceText.cannotShow}</p>
  return address === null ? null : <iframe className="evidence-page" title={evidenceText.viewer(file.title)} src={address} />
}

/** A file that was opened. A picture is drawn in a frame in which nothing runs, nothing is fetched and which knows nothing of this page. */
export function EvidenceViewer({ file, close }: { readonly file: OpenedFile; readonly close: () => void }) {
  return (
    <Modal opened onClose={close} title={file.title} size="xl" closeButtonProps={{ 'aria-label': evidenceText.close }}>
      {file.mediaType === 'application/pdf'
        ? <PdfFrame file={file} />
        : <iframe className="evidence-page" title={evidenceText.viewer(file.title)} sandbox="" referrerPolicy="no-referrer" srcDoc={pictureDocument(file)} />}
      <div className="button-row">
        <Button variant="default" onClick={() => saveCopy(file)}>{evidenceText.save}</Button>
        <span className="quiet">{evidenceText.intact}</span>
      </div>
    </Modal>
  )
}
