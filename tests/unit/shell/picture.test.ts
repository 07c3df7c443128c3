import { expect, test } from 'vitest'
import { readPicture } from '../../../main/shell/picture.ts'

test('the picture window takes pictures alone', () => {
  expect(readPicture({ mediaType: 'image/png', bytes: Buffer.from('x').toString('base64') })).toMatchObject({ mediaType: 'image/png' })
  for (const raw of [null, 'image/png', {}, { mediaType: 'text/html', bytes: 'eA==' }, { mediaType: 'application/pdf', bytes: 'eA==' }, { mediaType: 'image/png', bytes: '' }, { mediaType: 'image/png', bytes: 7 }, { mediaType: 'image/png', bytes: 'e'.repeat(14_000_001) }]) {
    expect(readPicture(raw)).toBeUndefined()
  }
})
