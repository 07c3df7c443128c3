import { expect, test } from 'vitest'
import { errorScreen } from '../../../main/shell/errorScreen.ts'

test('the sentence is shown literally, whatever is in it', () => {
  const page = errorScreen(`<img src=x onerror="alert(1)"> & 'more'`)
  expect(page).toContain('&lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp; &#39;more&#39;')
  expect(page).not.toContain('<img')
})

test('it offers to start again, without a script', () => {
  const page = errorScreen('It stopped.')
  expect(page).toContain('href="app://desk/start-again"')
  expect(page).not.toContain('<script')
})
