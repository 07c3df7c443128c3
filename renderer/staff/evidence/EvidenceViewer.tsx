import { Button, Modal } from '@mantine/core'
import { useEffect, useState } from 'react'
import { evidenceText } from '../../../shared/text/en/evidence.ts'
import { LoadingState } from '../../ui/LoadingState.tsx'
import { type Drawing, drawPdf } from './drawPdf.ts'
import { bytesOf, type OpenedFile, picturesDocument, saveCopy } from './openEvidence.ts'

/** The file as pictures: what it is, or what its pages look like. */
function useDrawing(file: OpenedFile): Drawing {
  const [drawing, setDrawing] = useState<Drawing>({ state: 'drawing', number: 0, of: null })
  useEffect(() => {
    if (file.mediaType === 'application/pdf') return drawPdf(bytesOf(file).buffer, setDrawing)
    setDrawing({ state: 'drawn', images: [file.bytes], pages: 1 })
    return undefined
  }, [file])
  return drawing
}

/** Pictures in a window of their own on the desktop; in a browser, in a frame in which nothing runs, nothing is fetched and which knows nothing of this page. */
function Pictures({ file, images }: { readonly file: OpenedFile; readonly images: readonly string[] }) {
  const mediaType = file.mediaType === 'application/pdf' ? 'image/webp' : file.mediaType
  useEffect(() => window.desk?.showPictures({ mediaType, pages: images }), [mediaType, images])
  if (window.desk !== undefined) return <p>{evidenceText.ownWindow}</p>
  return (
    <iframe className="evidence-page" title={evidenceText.viewer(file.title)} sandbox="" referrerPolicy="no-referrer" srcDoc={picturesDocument(mediaType, images)} />
  )
}

function DrawnFile({ file }: { readonly file: OpenedFile }) {
  const drawing = useDrawing(file)
  if (drawing.state === 'drawing') return <LoadingState label={evidenceText.drawing(drawing.number, drawing.of)} />
  if (drawing.state === 'failed') return <p className="notice notice-amber" role="alert">{drawing.locked ? evidenceText.locked : evidenceText.cannotShow}</p>
  const { images, pages } = drawing
  return (
    <>
      {pages > images.length && <p className="notice notice-amber">{evidenceText.firstPages(images.length, pages)}</p>}
      <Pictures file={file} images={images} />
    </>
  )
}

/** A file that was opened, drawn where it can do nothing. */
export function EvidenceViewer({ file, close }: { readonly file: OpenedFile; readonly close: () => void }) {
  return (
    <Modal opened onClose={close} title={file.title} size="xl" closeButtonProps={{ 'aria-label': evidenceText.close }}>
      <DrawnFile file={file} />
      <div className="button-row">
        <Button variant="default" onClick={() => saveCopy(file)}>{evidenceText.save}</Button>
        <span className="quiet">{evidenceText.intact}</span>
      </div>
    </Modal>
  )
}
