import { expect, test } from 'vitest'
import { readPictures } from '../../../main/shell/picture.ts'

test('the picture window takes pictures alone', () => {
  const page = Buffer.from('x').toString('base64')
  expect(readPictures({ mediaType: 'image/png', pages: [page, page] })).toEqual({ mediaType: 'image/png', pages: [Buffer.from('x'), Buffer.from('x')] })
  const half = 'e'.repeat(21_000_004)
  for (const raw of [
    null, 'image/png', {}, { mediaType: 'text/html', pages: [page] }, { mediaType: 'application/pdf', pages: [page] }, { mediaType: 'image/png', pages: page },
    { mediaType: 'image/png', pages: [] }, { mediaType: 'image/png', pages: [''] }, { mediaType: 'image/png', pages: [page, 7] },
    { mediaType: 'image/png', pages: Array.from({ length: 41 }, () => page) }, { mediaType: 'image/png', pages: [half, half] },
  ]) expect(readPictures(raw)).toBeUndefined()
})
